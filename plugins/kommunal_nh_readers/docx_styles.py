"""What the styles of a Word file say: which are headings, which have numbers, which are bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from kommunal_nh_readers.docx_names import child, name, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|überschrift|berschrift) ?([1-9])")
_CONTENTS = re.compile(r"(?:toc|verzeichnis|contents) ?[1-9]")
_NO_HEADING = {"title", "titel", "toc heading", "inhaltsverzeichnisüberschrift",
               "contents heading"}  # fmt: skip
_PREFORMATTED = {"preformatted text", "plain text", "nur text", "html preformatted",
                 "html vorformatiert", "vorformatierter text"}  # fmt: skip
_CODE = {"quelltext", "verbatim char", "html code", "source text"}
_OURS = {"feldbezeichnung", "eckdaten", "leerhinweis", "zielformulierung"}
_MARK = re.compile(r"(?:status|chip) \S")
_DEEPEST = 9


class Numbered(NamedTuple):
    """The list that a paragraph belongs to.

    Attributes:
        list: Its id; 0 for none.
        level: How deep, from 0.
    """

    list: int
    level: int


class Styles:
    """Looks styles up, with what they take over from others.

    Attributes:
        language: Language tag of the text, if it is said.
    """

    def __init__(self, root: _Element | None) -> None:
        styles = [] if root is None else root.findall(name("w:style"))
        self._by_id = {style.get(name("w:styleId"), ""): style for style in styles}
        defaults = {
            style.get(name("w:type")): style.get(name("w:styleId"), "")
            for style in styles
            if style.get(name("w:default")) in {"1", "true", "on"}
        }
        self._default = defaults.get("paragraph", "")
        languages = () if root is None else root.iter(name("w:lang"))
        self.language = next((one.get(name("w:val"), "") for one in languages), "")
        self.level = cache(self._level)
        self.numbered = cache(self._numbered)
        self.is_contents = cache(self._is_contents)
        self.is_preformatted = cache(self._is_preformatted)
        self.is_on = cache(self._is_on)
        self.is_code = cache(self._is_code)
        self.is_mark = cache(self._is_mark)
        self.label = cache(self._label)

    def of(self, paragraph: _Element) -> str:
        """The style of a paragraph.

        Args:
            paragraph: A `w:p`.

        Returns:
            Its id.
        """
        return value(paragraph, "w:pPr", "w:pStyle") or self._default

    def _chain(self, style_id: str) -> Iterator[tuple[str, _Element]]:
        """A style and those it is based on, each with its name."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield _plain(value(style, "w:name") or style_id), style
            style_id = value(style, "w:basedOn") or ""

    def _level(self, style_id: str) -> int:
        """Level of the heading, from 1; 0 for anything else."""
        for label, style in self._chain(style_id):
            if label in _NO_HEADING:
                return 0
            outline = number(style, "w:pPr", "w:outlineLvl")
            if outline is not None:
                return outline + 1 if 0 <= outline < _DEEPEST else 0
            if found := _HEADING.fullmatch(label):
                return int(found[1])
        found = None if style_id in self._by_id else _HEADING.fullmatch(_plain(style_id))
        return int(found[1]) if found else 0

    def _numbered(self, style_id: str) -> Numbered | None:
        """The list that the style puts its paragraphs in."""
        level: int | None = None
        for _, style in self._chain(style_id):
            properties = child(style, "w:pPr", "w:numPr")
            level = level if level is not None else number(properties, "w:ilvl")
            found = number(properties, "w:numId")
            if found is not None:
                return Numbered(found, level or 0)
        return None

    def _is_contents(self, style_id: str) -> bool:
        return any(_CONTENTS.fullmatch(label) for label, _ in self._chain(style_id))

    def _is_preformatted(self, style_id: str) -> bool:
        return any(label in _PREFORMATTED for label, _ in self._chain(style_id))

    def _is_code(self, style_id: str) -> bool:
        return any(label in _CODE for label, _ in self._chain(style_id))

    def _is_mark(self, style_id: str) -> bool:
        """Whether a style of characters is that of a status or chip."""
        return any(_MARK.match(label) for label, _ in self._chain(style_id))

    def _label(self, style_id: str) -> str:
        """The name of a style, in small letters."""
        return next((label for label, _ in self._chain(style_id)), "")

    def _is_on(self, style_id: str, short: str) -> bool:
        """Whether a style makes its words bold, say."""
        found = (switch(style, "w:rPr", short) for _, style in self._chain(style_id))
        return next((one for one in found if one is not None), False)

    @cached_property
    def are_ours(self) -> bool:
        """Whether the file has the styles that this library gives its files."""
        labels = {_plain(value(style, "w:name") or "") for style in self._by_id.values()}
        return labels >= _OURS

    def numbering_style(self, style_id: str) -> int | None:
        """The list that a style of lists stands for.

        Args:
            style_id: Its id.

        Returns:
            The id of the list, if it is known.
        """
        return number(self._by_id.get(style_id), "w:pPr", "w:numPr", "w:numId")


def _plain(label: str) -> str:
    return " ".join(label.lower().split())
