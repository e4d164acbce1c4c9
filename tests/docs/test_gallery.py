"""The gallery shows what its command makes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pictures that the command makes."""
    monkeypatch.setattr(sys, "path", [str(GALLERY), *sys.path])
    from views import EXAMPLES, PRINTED, SCREENS

    printed = {f"{example}-{name}.png" for example in EXAMPLES for name in PRINTED}
    return printed | {f"{e}-{view.format}.png" for view in SCREENS for e in view.examples}


def test_every_picture_is_on_the_page(wanted: set[str]) -> None:
    """Pictures in the folder, pictures on the page and pictures of the command are the same."""
    page = (GALLERY / "README.md").read_text(encoding="utf-8")

    assert set(re.findall(r"!\[[^]]+\]\(([^)]+)\)", page)) == wanted
    assert {file.name for file in GALLERY.glob("*.png")} == wanted


def test_pictures_are_small() -> None:
    """All pictures together take less than a megabyte of the repository."""
    assert sum(file.stat().st_size for file in GALLERY.glob("*.png")) < 1_000_000
