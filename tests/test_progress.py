"""Those who wait see how far it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kommunal_nh import build
from kommunal_nh.command import waiting
from kommunal_nh.command.waiting import Bar

MINIMAL = Path(__file__).parents[1] / "examples" / "minimal"
FORMATS = ["docx", "html", "markdown", "pdf", "site"]


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the bar, in front of somebody who watches."""
    clock = Clock()
    monkeypatch.setattr(waiting, "time", clock)
    monkeypatch.setattr(waiting, "_is_watched", lambda: True)
    return clock


def test_a_build_says_how_far_it_is(tmp_path: Path) -> None:
    """The share rises from 0 to 1, format by format, in the order of the formats."""
    told: list[tuple[float, str]] = []
    build(MINIMAL, FORMATS, tmp_path, progress=lambda share, what: told.append((share, what)))

    assert list(dict.fromkeys(what for _, what in told)) == FORMATS
    assert told[0] == (0, FORMATS[0])
    assert told[-1] == (1, FORMATS[-1])
    for place, name in enumerate(FORMATS):
        shares = [share for share, what in told if what == name]
        assert all(place / len(FORMATS) <= share <= (place + 1) / len(FORMATS) for share in shares)


def test_progress_changes_no_byte(tmp_path: Path) -> None:
    """Files are the same whether anybody asked how far it is."""
    asked = build(MINIMAL, FORMATS[:4], tmp_path / "a", progress=lambda *_: None)
    not_asked = build(MINIMAL, FORMATS[:4], tmp_path / "b")
    assert [path.read_bytes() for path in asked] == [path.read_bytes() for path in not_asked]


def test_short_work_shows_no_bar(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """In the first second nothing is shown."""
    with Bar() as bar:
        clock.now = 0.9
        bar.show(0.5, "docx")
    assert capsys.readouterr().err == ""


def test_long_work_shows_a_bar(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """After a second a bar is shown; when the work ends, it is gone."""
    with Bar() as bar:
        clock.now = 1.5
        bar.show(0.5, "docx")
        shown = capsys.readouterr().err
        bar.show(0.51, "docx")  # too soon for another
    assert shown == "█" * 15 + "░" * 15 + "  50% docx"
    assert capsys.readouterr().err == "\r"  # what clears the line is for consoles only


def test_nobody_watching_sees_no_bar(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a log or a pipe there is no bar, however long it takes."""
    monkeypatch.setattr(waiting, "_is_watched", sys.stderr.isatty)
    with Bar("liest") as bar:
        clock.now = 100
        bar.show(0.5, "docx")
    assert capsys.readouterr().err == ""
