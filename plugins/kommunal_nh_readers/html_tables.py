"""Tables of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kommunal_nh.document import Inline, LineBreak, plain_text
from kommunal_nh.importers import Grid, GridRow, markdown_of
from kommunal_nh_readers.html_inlines import (
    classes_of,
    inlines,
    is_hidden,
    line_of,
    tag_of,
    text_node,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_LAYOUT = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "table", "article", "section", "main"))
_INNER = frozenset(("p", "div", "li", "ul", "ol", "dt", "dd", "dl", "blockquote", "pre"))
_RULERS = {"center": ":---:", "end": "---:", "right": "---:"}
_WIDEST = 200
"""Columns; no report has more, and a page could claim any number."""


def is_layout(table: _Element) -> bool:
    """Whether a table only puts things beside one another.

    Args:
        table: The table.

    Returns:
        True if it holds headings or other tables, or has one cell.
    """
    cells = sum(1 for one in table.iter("td", "th"))
    return cells < 2 or any(one is not table and tag_of(one) in _LAYOUT for one in table.iter())


def grid_of(table: _Element, at: int) -> Grid | None:
    """A table.

    Args:
        table: The table.

        at: Where it stands.

    Returns:
        Its rows; cells that reach over several columns or rows are followed by empty ones.
    """
    rows, aligns, filled = [], [], {}  # type: ignore[var-annotated]
    for row in table.iter("tr"):
        cells = list(_cells(row, filled))
        if not rows:
            aligns = [align for _, align in cells]
        if cells:
            contents = [content for content, _ in cells]
            rows.append(GridRow(_place(row, at), tuple(map(_words, contents)),
                                tuple(_text(content) for content in contents)))  # fmt: skip
    return Grid(tuple(rows), _markdown(rows, aligns)) if rows else None


def _cells(row: _Element, filled: dict[int, int]) -> Iterator[tuple[tuple[Inline, ...], str]]:
    """The cells of a row; `filled` says how many rows more a column is taken."""
    column = 0
    for cell in row:
        if tag_of(cell) not in ("td", "th"):
            continue
        while filled.get(column):
            filled[column] -= 1
            column += 1
            yield (), ""
        width = min(_span(cell, "colspan"), max(_WIDEST - column, 1))
        for place in range(width):
            yield (tuple(_content(cell)) if place == 0 else ()), _align(cell)
            if (height := _span(cell, "rowspan")) > 1:
                filled[column] = height - 1
            column += 1


def _span(cell: _Element, name: str) -> int:
    text = cell.get(name) or "1"
    return min(max(int(text[:4]), 1), _WIDEST) if text.isdecimal() else 1


def _align(cell: _Element) -> str:
    found = re.search(r"text-align:\s*(center|right)", cell.get("style") or "")
    return found[1] if found else next(iter(classes_of(cell) & _RULERS.keys()), "")


def _content(element: _Element) -> Iterator[Inline]:
    """The words of a cell; what stands in blocks of its own begins a new line."""
    yield from text_node(element.text)
    for child in element:
        if tag_of(child) in _INNER and not is_hidden(child):
            yield LineBreak()
            yield from _content(child)
            yield LineBreak()
        else:
            yield from inlines(child)
        yield from text_node(child.tail)


def _words(content: tuple[Inline, ...]) -> str:
    text = plain_text(content) if content else ""
    return "\n".join(filter(None, (line.strip(" ") for line in text.split("\n"))))


def _text(content: tuple[Inline, ...]) -> str:
    return re.sub(r"(?:\\\n)+", r"\\\n", markdown_of(content)) if content else ""


def _markdown(rows: list[GridRow], aligns: list[str]) -> str:
    width = max(len(row.cells) for row in rows)
    aligns = [*aligns, *[""] * (width - len(aligns))]
    lines = [_row(row, width) for row in rows]
    ruler = " | ".join(_RULERS.get(align, "---") for align in aligns)
    return "\n".join([lines[0], f"| {ruler} |", *lines[1:]])


def _row(row: GridRow, width: int) -> str:
    texts = [_one_line(text) for text in row.texts] + [""] * (width - len(row.texts))
    return f"| {' | '.join(texts)} |"


def _one_line(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text.replace("\\\n", " / "))


def _place(row: _Element, at: int) -> int:
    own = row.get("data-line")
    return int(own) if own and own.isdecimal() else line_of(row, at)
