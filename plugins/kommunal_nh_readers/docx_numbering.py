"""The numbers that Word computes and a file does not contain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from kommunal_nh_readers.docx_counting import formatted
from kommunal_nh_readers.docx_names import child, name, number, switch, value
from kommunal_nh_readers.docx_styles import Numbered, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Mark(NamedTuple):
    """What Word prints before a paragraph.

    Attributes:
        words: The number, or empty for a bullet.
        bullet: It is a bullet.
        parts: How many numbers it is made of.
        last: The last of these numbers.
    """

    words: str
    bullet: bool = False
    parts: int = 0
    last: int = 0


@attrs.frozen
class _Level:
    """One level of a list."""

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool


class Numbering:
    """Counts while paragraphs are read in their order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns = _by_id(root, "w:abstractNum", "w:abstractNumId")
        self._lists = _by_id(root, "w:num", "w:numId")
        self._counts: dict[int, dict[int, int]] = {}
        self._levels: dict[Numbered, _Level | None] = {}
        self._begun: set[Numbered] = set()

    def mark(self, numbered: Numbered) -> Mark | None:
        """Count one more paragraph.

        Args:
            numbered: The list that it belongs to.

        Returns:
            What Word prints before it; None if it prints nothing.
        """
        level = self._level(numbered)
        if level is None:
            return None
        counts = self._counts.setdefault(self._pattern(numbered.list), {})
        self._count(counts, numbered, level)
        if level.form == "bullet":
            return Mark("", bullet=True)
        words = _PLACE.sub(lambda place: self._part(place, numbered, level, counts), level.text)
        if not words.strip():
            return None
        return Mark(
            words.strip(), parts=len(_PLACE.findall(level.text)), last=counts[numbered.level]
        )

    def _count(self, counts: dict[int, int], numbered: Numbered, level: _Level) -> None:
        restarted = self._override(numbered)
        if restarted is not None and numbered not in self._begun:
            counts[numbered.level] = restarted
        else:
            counts[numbered.level] = counts.get(numbered.level, level.start - 1) + 1
        self._begun.add(numbered)
        for deeper in range(numbered.level + 1, _LEVELS):
            below = self._level(Numbered(numbered.list, deeper))
            if deeper in counts and (below is None or _restarts(below, numbered.level)):
                del counts[deeper]

    def _part(
        self, place: re.Match[str], numbered: Numbered, own: _Level, counts: dict[int, int]
    ) -> str:
        """One of the numbers; a level that had no paragraph yet counts as begun."""
        depth = int(place[1]) - 1
        level = self._level(Numbered(numbered.list, depth))
        if level is None:
            return ""
        return formatted(counts.get(depth, level.start), "decimal" if own.legal else level.form)

    def _override(self, numbered: Numbered) -> int | None:
        return number(self._changed(numbered), "w:startOverride")

    def _changed(self, numbered: Numbered) -> _Element | None:
        found = self._lists.get(numbered.list)
        for override in () if found is None else found.findall(name("w:lvlOverride")):
            if override.get(name("w:ilvl")) == str(numbered.level):
                return override
        return None

    def _level(self, numbered: Numbered) -> _Level | None:
        if numbered not in self._levels:
            element = child(self._changed(numbered), "w:lvl")
            if element is None:
                element = _level_in(self._patterns.get(self._pattern(numbered.list)), numbered)
            self._levels[numbered] = None if element is None else _read(element)
        return self._levels[numbered]

    def _pattern(self, list_id: int) -> int:
        """The pattern of a list, also if a style of lists has it."""
        pattern = number(self._lists.get(list_id), "w:abstractNumId")
        style = value(self._patterns.get(pattern or 0), "w:numStyleLink")
        behind = self._styles.numbering_style(style) if style else None
        if behind is not None and behind != list_id:
            linked = number(self._lists.get(behind), "w:abstractNumId")
            pattern = pattern if linked is None else linked
        return -1 if pattern is None else pattern


def _by_id(root: _Element | None, tag: str, key: str) -> dict[int, _Element]:
    found = [] if root is None else root.findall(name(tag))
    ids = ((one.get(name(key), ""), one) for one in found)
    return {int(text): one for text, one in ids if text.isdecimal()}


def _level_in(pattern: _Element | None, numbered: Numbered) -> _Element | None:
    for level in () if pattern is None else pattern.findall(name("w:lvl")):
        if level.get(name("w:ilvl")) == str(numbered.level):
            return level
    return None


def _read(element: _Element) -> _Level:
    start = number(element, "w:start")
    return _Level(
        start=0 if start is None else start,
        form=value(element, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText") or "",
        restart=number(element, "w:lvlRestart"),
        legal=bool(switch(element, "w:isLgl")),
    )


def _restarts(level: _Level, used: int) -> bool:
    """Whether a level begins anew after a paragraph of a level above it."""
    return level.restart is None or used < level.restart
