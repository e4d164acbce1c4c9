"""Which tools are tried at which size."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rounds import Rounds

HERE = Path(__file__).parent


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Rounds:
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])
    from rounds import Rounds
    from workshop import FULL, Workshop

    return Rounds(Workshop(tmp_path / "work", FULL, tmp_path / "none"))


def test_sizes(rounds: Rounds) -> None:
    """Soest is the smallest size, and the one for targets is 5,000 projects."""
    assert rounds.sizes() == [99, 1_000, 5_000, 20_000, 100_000]
    assert rounds.shop.scale.middle == 5_000


def test_too_slow(rounds: Rounds) -> None:
    """A tool whose time leads over the limit is not run larger, and the reason says so."""
    from measuring import Usage

    reason = rounds._beyond(Usage(1, 130, 1), 5_000, [99, 1_000])

    assert str(reason) == "took 130 s at 1,000 projects, which leads over 600 s"
    assert rounds._beyond(Usage(1, 110, 1), 5_000, [99, 1_000]) is None


def test_small_sizes_say_little(rounds: Rounds) -> None:
    """The start of a process does not lead over a limit: from Soest nothing is concluded."""
    from measuring import Usage

    assert rounds._beyond(Usage(1, 500, 1), 1_000, [99]) is None


def test_failed_before(rounds: Rounds) -> None:
    """What failed is not tried larger, and all sizes say where it failed first."""
    from measuring import Failed

    first = rounds._beyond(Failed("held more than 9 MB"), 1_000, [99])
    second = rounds._beyond(first, 5_000, [99, 1_000])

    assert str(first) == str(second) == "held more than 9 MB at 99 projects"


def test_no_peers(rounds: Rounds) -> None:
    """Without their environment other tools are not run, and the reason says how to get it."""
    assert "python tests/bench/peers" in str(rounds.reason("html by Doorstop"))
    assert rounds.reason("docx") is None
