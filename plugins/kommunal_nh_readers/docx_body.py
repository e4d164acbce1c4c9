"""The text of a Word file as lines and tables, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kommunal_nh.document import Text as Plain
from kommunal_nh.importers import Grid, Line
from kommunal_nh.importers import markdown_of as markdown
from kommunal_nh_readers.docx_anchors import Anchors
from kommunal_nh_readers.docx_asides import Notes, asides
from kommunal_nh_readers.docx_lines import Text, behind, blocks_of
from kommunal_nh_readers.docx_markup import Form, Span
from kommunal_nh_readers.docx_names import child, name
from kommunal_nh_readers.docx_numbering import Numbering
from kommunal_nh_readers.docx_own import own_blocks, own_cell
from kommunal_nh_readers.docx_paragraphs import Found, ParagraphReader
from kommunal_nh_readers.docx_properties import Properties
from kommunal_nh_readers.docx_styles import Styles
from kommunal_nh_readers.docx_tables import (
    Cell,
    alignments,
    cell_of,
    cells_of,
    children,
    grid,
    is_layout,
    names_rows,
    rows_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh_readers.docx_package import Package

_P, _TABLE, _BOOKMARK = name("w:p"), name("w:tbl"), name("w:bookmarkStart")


class Body:
    """Reads a file once, from its beginning to its end.

    Attributes:
        at: How many paragraphs and rows with words there were so far.
    """

    def __init__(self, package: Package) -> None:
        self.at = 0
        self._package = package
        self._styles = Styles(self._part("styles"))
        numbering = Numbering(self._part("numbering"), self._styles)
        self._properties = Properties(self._styles, numbering)
        notes = Notes(package, self._styles)
        self._root = package.root(package.main)
        self._anchors = Anchors(self._root, self._part("settings"), self._styles)
        self._reader = ParagraphReader(self._styles, package.relations, self._anchors, notes.words)
        self._open: tuple[_Element, Found] | None = None

    @property
    def is_own(self) -> bool:
        """Whether this library wrote the file."""
        return self._anchors.are_ids

    @property
    def language(self) -> str:
        """Language tag of the text; empty if the file does not say it."""
        return self._styles.language

    def blocks(self) -> Iterator[Line | Grid]:
        """Read the file.

        Yields:
            Lines and tables; at the end, as asides, what stands beside the text.
        """
        body = child(self._root, "w:body")
        blocks = own_blocks if self.is_own else blocks_of
        if self.is_own:
            yield from self._front(body)
        if body is not None:
            yield from blocks(self._texts(body))
        for words in asides(self._package, self._styles, own=self.is_own):
            yield Line(max(self.at, 1), words, aside=True)

    def _front(self, body: _Element | None) -> Iterator[Line]:
        """What the file says of itself, where it does not begin with a title page."""
        first = child(body, "w:p")
        if first is None or self._styles.label(self._styles.of(first)) != "title":
            for level, words in zip(
                (1, 0), self._package.properties("title", "creator"), strict=True
            ):
                if words:
                    yield Line(1, words, markdown((Plain(words),)), level)

    def _part(self, kind: str) -> _Element | None:
        parts = self._package.related(kind)
        return self._package.root(parts[0]) if parts else None

    def _texts(self, parent: _Element) -> Iterator[Text | Line | Grid]:
        for one in children(parent):
            if one.tag == _P:
                yield from self._paragraph(one)
            elif one.tag == _TABLE:
                yield from self._closed()
                yield from self._table(one)
            elif one.tag == _BOOKMARK:
                self._reader.bookmark(one)
        yield from self._closed()

    def _paragraph(self, paragraph: _Element) -> Iterator[Text | Line | Grid]:
        found = self._reader.read(paragraph)
        if self._open:
            found = self._open[1].before(found)
        self._open = paragraph, found
        if child(paragraph, "w:pPr", "w:rPr", "w:del") is None:  # else it goes on in the next one
            yield from self._closed()

    def _closed(self) -> Iterator[Text | Line | Grid]:
        if self._open:
            paragraph, found = self._open
            self._open = None
            self.at += bool(found.text.strip())
            yield self._text(paragraph, found)
            yield from self._hanging(found)

    def _text(self, paragraph: _Element, found: Found) -> Text:
        style = self._styles.of(paragraph)
        return Text(
            at=max(self.at, 1),
            found=found,
            level=self._properties.level(paragraph),
            mark=self._properties.mark(paragraph),
            depth=self._properties.numbered(paragraph).level + 1,
            is_contents=found.in_contents or self._styles.is_contents(style),
            is_preformatted=self._styles.is_preformatted(style),
            style=self._styles.label(style),
            indent=self._properties.indent(paragraph),
            anchor=self._anchors.of(found.anchors),
        )

    def _hanging(self, found: Found) -> Iterator[Text | Line | Grid]:
        """Text boxes and descriptions of pictures."""
        for box in found.boxes:
            yield from self._texts(box)
        for description in found.pictures:
            if self.is_own:
                yield Text(max(self.at, 1), Found([Span(description, Form())]))
            else:
                yield Line(max(self.at, 1), f"Bild: {description}", aside=True)

    def _table(self, table: _Element) -> Iterator[Text | Line | Grid]:
        if not self.is_own and is_layout(table, self._properties.level):
            for row in rows_of(table):
                for cell in cells_of(row):
                    yield from self._texts(cell) if cell is not None else ()
            return
        rows: list[tuple[int, list[Cell]]] = []
        names = names_rows(table)
        hanging: list[Text | Line | Grid] = []
        for row in rows_of(table):
            cells = [
                self._cell(cell, hanging, is_name=column < names)
                for column, cell in enumerate(cells_of(row))
            ]
            if any(cell.words for cell in cells):
                self.at += 1
                rows.append((self.at, cells))
        if rows:
            yield grid(rows, alignments(table) if self.is_own else ())
        yield from hanging

    def _cell(
        self, cell: _Element | None, hanging: list[Text | Line | Grid], *, is_name: bool
    ) -> Cell:
        if cell is None:
            return Cell()
        lines: list[list[Span]] = []
        for paragraph in children(cell):
            if paragraph.tag == _P:
                found = self._reader.read(paragraph)
                lines.append(behind(self._properties.mark(paragraph), found.spans))
                hanging += self._hanging(found)
        return own_cell(lines, is_name=is_name) if self.is_own else cell_of(lines)
