"""Bullets and numbers of lists."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.xml import DECLARATION, W, name

if TYPE_CHECKING:
    from docx.parts.numbering import NumberingPart
    from lxml.etree import _Element

DEEPEST = 8
STEP = 397
"""Indent of one level, in twentieths of a point."""

_LARGEST = 32767
_BEFORE_LISTS = {name("numPicBullet"), name("abstractNum")}


class Numbering:
    """Gives each list its number while the body is written, and defines it afterwards.

    Attributes:
        part: Where the lists are defined.
        bullets: Number of all lists with bullets.
    """

    def __init__(self, part: NumberingPart) -> None:
        self.part = part
        numbering = part.element
        first = _next(numbering, "abstractNum", "abstractNumId")
        self._bulleted, self._ordered = first, first + 1
        self.bullets = self._first = _next(numbering, "num", "numId")
        self._starts: list[tuple[int, int]] = []
        _add_patterns(numbering, first)

    def ordered(self, level: int, start: int) -> int:
        """A new list with numbers, which begins anew.

        Args:
            level: How deep it is in other lists, from 0.

            start: Number of its first item.

        Returns:
            The number that its paragraphs refer to.
        """
        self._starts.append((level, min(max(start, 0), _LARGEST)))
        return self._first + len(self._starts)

    def pieces(self) -> Iterator[str]:
        """The definitions of all lists.

        Yields:
            The pieces of numbering.xml.
        """
        numbering = self.part.element
        for old in numbering.findall(name("numIdMacAtCleanup")):
            numbering.remove(old)
        head, close, tail = etree.tostring(numbering, encoding="unicode").rpartition("</")
        yield DECLARATION + head
        yield _list(self.bullets, self._bulleted)
        for number, (level, start) in enumerate(self._starts, self._first + 1):
            yield _list(number, self._ordered, _restart(level, start))
        yield close + tail


def _next(numbering: _Element, tag: str, key: str) -> int:
    used = [int(element.get(name(key), "0")) for element in numbering.findall(name(tag))]
    return max(used, default=0) + 1


def _add_patterns(numbering: _Element, first: int) -> None:
    """All patterns stand before all lists."""
    content = (Path(__file__).with_name("base") / "numbering.xml").read_bytes()
    patterns = etree.fromstring(content, etree.XMLParser(remove_blank_text=True))
    place = sum(1 for child in numbering if child.tag in _BEFORE_LISTS)
    for offset, pattern in enumerate(patterns):
        copy = deepcopy(pattern)
        copy.set(name("abstractNumId"), str(first + offset))
        numbering.insert(place + offset, copy)


def _restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _list(number: int, pattern: int, override: str = "") -> str:
    return (
        f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>'
        f"{override}</w:num>"
    )
