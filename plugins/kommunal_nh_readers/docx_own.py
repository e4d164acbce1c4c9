"""Paragraphs of Word files that this library wrote, as the data had them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kommunal_nh.document import Emphasis, Inline, Strong, plain_text
from kommunal_nh.importers import Grid, Line, markdown_of, running_text
from kommunal_nh_readers.docx_lines import Text
from kommunal_nh_readers.docx_markup import Span, inlines_of, split
from kommunal_nh_readers.docx_tables import Cell, joined_cell

_TITLE, _LEGEND, _QUOTE = "title", "legende", "quote"
_STRONG = {"feldbezeichnung", "caption"}
_EMPHASISED = {"leerhinweis"}
_CONTENTS = {"toc heading"}
_BLANK = re.compile(r"[ \n]+")
_STEP = 397
"""Indent of one level, in twentieths of a point."""


def own_blocks(texts: Iterable[Text | Line | Grid]) -> Iterator[Line | Grid]:
    """Paragraphs as lines; contents and legend are made anew each time and left out.

    Args:
        texts: Paragraphs, and blocks that are ready.

    Yields:
        The blocks in order.
    """
    places = _Places()
    placed = [places.of(one) for one in _without_legend(texts) if _is_kept(one)]
    yield from _blocks(placed, 0)


class _Placed(NamedTuple):
    """A block with the quotes and lists that it stands in."""

    block: Text | Line | Grid
    quotes: int = 0
    depth: int = 0


class _Places:
    """Tells from indents where paragraphs stand; the one before helps where both are possible."""

    def __init__(self) -> None:
        self._last = _Placed(Line(0, ""))

    def of(self, one: Text | Line | Grid) -> _Placed:
        self._last = _Placed(one, *self._place(one)) if isinstance(one, Text) else _Placed(one)
        return self._last

    def _place(self, one: Text) -> tuple[int, int]:
        steps = round(one.indent / _STEP)
        if one.mark:
            return max(steps - one.depth, 0), one.depth
        if one.style == _QUOTE:
            lists = self._last.depth if self._last.depth < steps else 0
            return steps - lists, lists
        quotes = self._last.quotes if self._last.quotes < steps else 0
        return quotes, steps - quotes


def _blocks(placed: Iterable[_Placed], quotes: int) -> Iterator[Line | Grid]:
    for deeper, group in groupby(placed, key=lambda one: one.quotes > quotes):
        inside = list(group)
        if deeper:
            yield _quote(inside, quotes + 1)
            continue
        for block, _, depth in inside:
            yield _line(block, depth) if isinstance(block, Text) else block


def _quote(placed: list[_Placed], quotes: int) -> Line:
    """A quote; one that stands in a list is a paragraph of its item."""
    first = placed[0]
    is_own = isinstance(first.block, Text) and first.block.style == _QUOTE
    outer = first.depth if is_own else 0
    inner = [one._replace(depth=max(one.depth - outer, 0)) for one in placed]
    lines = list(_blocks(inner, quotes))
    text = "\n".join(f"> {line}".rstrip() for line in running_text(lines).split("\n"))
    words = " ".join(line.words for line in lines if isinstance(line, Line))
    return Line(lines[0].at, words, text, depth=outer)


def _is_kept(one: Text | Line | Grid) -> bool:
    if not isinstance(one, Text):
        return True
    return not (one.is_contents or one.style in _CONTENTS) and _says(one)


def _is(one: Text | Line | Grid, style: str) -> bool:
    return isinstance(one, Text) and one.style == style


def _without_legend(texts: Iterable[Text | Line | Grid]) -> Iterator[Text | Line | Grid]:
    """A legend is a label and what follows it in a style of its own."""
    before: Text | Line | Grid | None = None
    for one in texts:
        if _is(one, _LEGEND):
            before = None if before is None or _is(before, "feldbezeichnung") else before
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _says(one: Text) -> bool:
    return bool(one.found.text.strip() or one.mark or one.anchor)


def _line(one: Text, depth: int) -> Line:
    content = _content(one.found.spans)
    if one.style in _STRONG:
        content = (Strong(content),)
    elif one.style in _EMPHASISED:
        content = (Emphasis(content),)
    level = 1 if one.style == _TITLE else one.level
    marker = ("-" if one.mark.bullet else f"{one.mark.last}.") if one.mark else ""
    return Line(
        one.at, _words(content), markdown_of(content), level, marker, depth, anchor=one.anchor
    )


def own_cell(lines: Iterable[Sequence[Span]], *, is_name: bool) -> Cell:
    """A cell from its paragraphs.

    Args:
        lines: The words of each.

        is_name: It names its row, and is set in bold for that.

    Returns:
        The cell.
    """
    contents = [
        _content([_not_bold(span) if is_name else span for span in line])
        for one in lines
        for line in split(one)
    ]
    return joined_cell([(_words(content), markdown_of(content)) for content in contents])


def _not_bold(span: Span) -> Span:
    return span._replace(form=span.form._replace(bold=False))


def _content(spans: Iterable[Span]) -> tuple[Inline, ...]:
    """Marks of statuses and chips have no-break spaces in them and around them."""
    return inlines_of(
        span._replace(text=span.text.replace("\u00a0", " ").strip()) if span.form.mark else span
        for span in spans
    )


def _words(content: tuple[Inline, ...]) -> str:
    """One line, with the spaces that are no ordinary ones."""
    return " ".join(filter(None, _BLANK.split(plain_text(content)))) if content else ""
