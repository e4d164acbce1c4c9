"""A drawing looks the same whether all fonts are there or only those that it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kommunal_nh.charts.typefaces import FAMILIES, needed_families
from kommunal_nh.fonts import FALLBACKS, FAMILY

_DRAW = """
import sys
from kommunal_nh.charts import drawing
if sys.argv[2] == "all":
    drawing._renderer(drawing.FAMILIES, italic=True)
sys.stdout.buffer.write(drawing._png(sys.argv[1], "", 2))
"""
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30">{}</svg>'
_WORDS = '<text x="1" y="20" font-family="{}" font-weight="{}"{}>{}</text>'


def drawing_of(*words: tuple[str, str, str, str]) -> str:
    """A drawing with words: family, weight, other attributes, the words themselves."""
    return _SVG.format("".join(_WORDS.format(*one) for one in words))


DRAWINGS = {
    "letters": drawing_of((FAMILY, "bold", "", "Mobilität"), (FAMILY, "normal", "", "12 &amp; 3")),
    "symbols": drawing_of(("Noto Sans Symbols2", "normal", "", "○□►●")),
    "sign of another family": drawing_of((FAMILY, "normal", "", "a □ ⌘")),
    "family that is not there": drawing_of(("Arial", "normal", "", "Straße")),
    "italic": drawing_of((FAMILY, "bold", ' font-style="italic"', "Straße")),
}


def picture(svg: str, fonts: str) -> bytes:
    """The drawing as a picture, made by a process that draws nothing else."""
    command = [sys.executable, "-c", _DRAW, svg, fonts]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.parametrize("name", DRAWINGS)
def test_fonts_that_are_not_needed_change_nothing(name: str) -> None:
    """With all fonts a drawing is the same picture, byte by byte."""
    assert picture(DRAWINGS[name], "needed") == picture(DRAWINGS[name], "all")


def test_only_what_is_named_is_needed() -> None:
    """Words whose family has all their signs need no other; any doubt needs all."""
    assert needed_families(DRAWINGS["letters"]) == (FAMILY,)
    assert needed_families(DRAWINGS["symbols"]) == (FALLBACKS[2],)
    for name in ("sign of another family", "family that is not there"):
        assert needed_families(DRAWINGS[name]) == FAMILIES
    assert needed_families(_SVG.format("<text>a</text>")) == FAMILIES
