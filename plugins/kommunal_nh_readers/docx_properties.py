"""What style, list and settings of a paragraph say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_readers.docx_names import child, name, number
from kommunal_nh_readers.docx_numbering import Mark, Numbering
from kommunal_nh_readers.docx_styles import Numbered, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_HEADING = 9


class Properties:
    """Looks at paragraphs in their order, as numbers are counted meanwhile."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def level(self, paragraph: _Element) -> int:
        """Level of a heading.

        Args:
            paragraph: A `w:p`.

        Returns:
            From 1; 0 for anything else.
        """
        own = number(paragraph, "w:pPr", "w:outlineLvl")
        if own is not None:
            return own + 1 if 0 <= own < _NO_HEADING else 0
        return self._styles.level(self._styles.of(paragraph))

    def numbered(self, paragraph: _Element) -> Numbered:
        """The list of a paragraph.

        Args:
            paragraph: A `w:p`.

        Returns:
            Its own list and level, or those of its style.
        """
        properties = child(paragraph, "w:pPr", "w:numPr")
        inherited = self._styles.numbered(self._styles.of(paragraph)) or Numbered(0, 0)
        own, level = number(properties, "w:numId"), number(properties, "w:ilvl")
        return Numbered(
            inherited.list if own is None else own, inherited.level if level is None else level
        )

    def mark(self, paragraph: _Element) -> Mark | None:
        """Count a paragraph; an empty heading or item counts, too.

        Args:
            paragraph: A `w:p`.

        Returns:
            What Word prints before it.
        """
        numbered = self.numbered(paragraph)
        return self._numbering.mark(numbered) if numbered.list else None

    def indent(self, paragraph: _Element) -> int:
        """How far a paragraph itself says that it begins from the left.

        Args:
            paragraph: A `w:p`.

        Returns:
            Twentieths of a point.
        """
        found = child(paragraph, "w:pPr", "w:ind")
        if found is None:
            return 0
        text = found.get(name("w:left")) or found.get(name("w:start")) or ""
        return int(text) if text.isdecimal() else 0
