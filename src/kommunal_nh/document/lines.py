"""Blocks as lines of plain words, for places that have no markup, such as the cells of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kommunal_nh.document.blocks import (
    Block,
    Chart,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
)
from kommunal_nh.document.inlines import plain_text

_INDENT = "   "


def plain_lines(blocks: Iterable[Block]) -> str:
    """The words of blocks, without any markup.

    Args:
        blocks: The blocks.

    Returns:
        A line for each heading, paragraph, item of a list and row of a table.
    """
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _WRITERS.get(type(block), _none)(block)


def _none(block: Block) -> Iterator[str]:
    return iter(())


def _words(block: Paragraph | Heading) -> Iterator[str]:
    if text := plain_text(block.content).strip():
        yield text


def _list(block: List) -> Iterator[str]:
    for place, item in enumerate(block.items, block.start):
        mark = f"{place}." if block.ordered else "•"
        for number, line in enumerate(_lines(item)):
            yield f"{_INDENT if number else mark} {line}"


def _inside(block: Section | Quote) -> Iterator[str]:
    return _lines(block.blocks)


def _table(block: Table) -> Iterator[str]:
    yield " | ".join(column.title for column in block.columns)
    for row in block.rows:
        yield " | ".join(" ".join(plain_text(cell).split()) for cell in row.cells)


def _chart(block: Chart) -> Iterator[str]:
    yield block.alt


def _figure(block: Figure) -> Iterator[str]:
    yield f"[{block.alt}]"


_WRITERS: dict[type, Callable[[Any], Iterator[str]]] = {
    Paragraph: _words,
    Heading: _words,
    List: _list,
    Section: _inside,
    Quote: _inside,
    Table: _table,
    Chart: _chart,
    Figure: _figure,
}
