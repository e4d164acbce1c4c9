"""From paragraphs to lines: headings, items, rows with tabs, entries of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from kommunal_nh.importers import Grid, GridRow, Line
from kommunal_nh_readers import text as plain
from kommunal_nh_readers.docx_markup import Form, Span, markdown_of, split, words_of
from kommunal_nh_readers.docx_numbering import Mark
from kommunal_nh_readers.docx_paragraphs import Found

_PAGE = re.compile(r"\d{1,4}|[ivxlc]{1,6}")
_LEAD = re.compile(r"[A-ZÄÖÜ]?\d{0,3}(?:\.\d{1,3})*[.)]?|[a-z][.)]|[-–•*+▪➔→]")
_FEWEST_CELLS = 3
"""A single line with fewer cells has a tab for another reason, as behind a number."""


@attrs.frozen
class Text:
    """A paragraph with what its style and its list say.

    Attributes:
        at: Where it stands.
        found: What it says.
        anchor: Id that a bookmark gives it.
        level: Level of the heading, from 1; 0 for anything else.
        mark: What Word prints before it.
        depth: How deep its list is, from 1.
        is_contents: It is an entry of a table of contents.
        is_preformatted: It is a line of plain text.
        style: Name of its style, in small letters.
        indent: How far from the left it begins, in twentieths of a point.
    """

    at: int
    found: Found
    anchor: str = ""
    level: int = 0
    mark: Mark | None = None
    depth: int = 1
    is_contents: bool = False
    is_preformatted: bool = False
    style: str = ""
    indent: int = 0

    @property
    def kind(self) -> str:
        """How it is read: alike ones that follow each other are read together."""
        if self.is_preformatted:
            return "plain"
        if self.is_contents:
            return "contents"
        if not self.found.text.strip():
            return "empty"
        return "row" if not self.level and len(self.cells) > 1 else "line"

    @property
    def cells(self) -> list[str]:
        """What stands between its tabs, without a tab behind a number or bullet."""
        cells = [" ".join(cell.split()) for cell in self.found.text.strip("\n ").split("\t")]
        if len(cells) > 1 and cells[0] and _LEAD.fullmatch(cells[0]) and self._is_lead(cells):
            return [f"{cells[0]} {cells[1]}", *cells[2:]]
        return [cell for cell in cells if cell] if not any(cells[1:]) else cells

    @staticmethod
    def _is_lead(cells: list[str]) -> bool:
        return len([cell for cell in cells if cell]) == 2 and cells[1] != ""


def blocks_of(texts: Iterable[Text | Line | Grid]) -> Iterator[Line | Grid]:
    """Paragraphs as lines, rows and tables.

    Args:
        texts: Paragraphs, and blocks that are ready.

    Yields:
        The blocks in order.
    """
    for kind, group in groupby(texts, key=lambda one: one.kind if isinstance(one, Text) else ""):
        if kind == "":
            yield from group  # type: ignore[misc]
            continue
        paragraphs: list[Text] = list(group)  # type: ignore[arg-type]
        yield from _READERS[kind](paragraphs)


def _plain(texts: list[Text]) -> Iterator[Line | Grid]:
    yield from plain.blocks_of((one.at, one.found.text) for one in texts)


def _contents(texts: list[Text]) -> Iterator[Line | Grid]:
    entries = [(one.at, _entry(one)) for one in texts]
    rows = tuple(GridRow(at, cells) for at, cells in entries if any(cells))
    if rows:
        yield Grid(rows, contents=True)


def _entry(one: Text) -> tuple[str, str]:
    """Words and page; the page is empty if none is printed."""
    *words, last = one.found.text.strip().split("\t")
    if not _PAGE.fullmatch(last.strip()):
        words, last = [*words, last], ""
    number = [one.mark.words] if one.mark else []
    return " ".join(" ".join([*number, *words]).split()), last.strip()


def _empty(texts: list[Text]) -> Iterator[Line | Grid]:
    yield from ()


def _rows(texts: list[Text]) -> Iterator[Line | Grid]:
    if len(texts) == 1 and len(texts[0].cells) < _FEWEST_CELLS:
        yield from _lines(texts)
    else:
        yield Grid(tuple(GridRow(one.at, tuple(one.cells)) for one in texts))


def _lines(texts: list[Text]) -> Iterator[Line | Grid]:
    for one in texts:
        yield from [_heading(one)] if one.level else _paragraph(one)


def _heading(one: Text) -> Line:
    words = words_of(behind(one.mark, one.found.spans))
    return Line(one.at, words, level=one.level, anchor=one.anchor)


def _paragraph(one: Text) -> Iterator[Line]:
    """One line, or several where there are line breaks."""
    for place, spans in enumerate(split(one.found.spans)):
        first = place == 0
        mark = one.mark if first else None
        is_item = mark is not None and mark.parts <= 1
        line = spans if is_item else behind(mark, spans)
        words, text = words_of(line), markdown_of(line)
        if is_item and mark:
            yield Line(one.at, words, text, 0, mark.words or "-", one.depth, one.anchor)
            continue
        marker, rest = plain.item(words)
        if marker:
            rest_text = plain.item(text)[1] if plain.item(text)[0] else ""
            yield Line(one.at, rest, rest_text, 0, marker, 1, one.anchor if first else "")
        else:
            yield Line(one.at, words, text, anchor=one.anchor if first else "", continues=not first)


def behind(mark: Mark | None, spans: list[Span]) -> list[Span]:
    """Words behind the number that Word prints before them.

    Args:
        mark: The number, or a bullet, which is left out.

        spans: The words.

    Returns:
        The words.
    """
    return [Span(f"{mark.words} ", Form()), *spans] if mark and mark.words else spans


_READERS = {"plain": _plain, "contents": _contents, "empty": _empty, "row": _rows, "line": _lines}
