"""The words of blocks, for the search and for descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeGuard

from kommunal_nh.document import (
    Block,
    Chart,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    Section,
    StatusMark,
    Table,
    plain_text,
)

_DESCRIPTION = 200


def words(blocks: Iterable[Block]) -> Iterator[str]:
    """What blocks say, in reading order; names of texts and marks of statuses are left out.

    Args:
        blocks: The blocks.

    Yields:
        The words of each heading, paragraph, cell and so on.
    """
    for block in blocks:
        yield from _WORDS.get(type(block), _none)(block)


def _none(block: Block) -> Iterator[str]:
    return iter(())


def _inside(block: Section | Quote) -> Iterator[str]:
    return words(block.blocks)


def _heading(heading: Heading) -> Iterator[str]:
    yield plain_text(heading.content)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.role != "label" and not any(map(_is_mark, paragraph.content)):
        yield plain_text(paragraph.content)


def _items(block: List) -> Iterator[str]:
    return words(inner for item in block.items for inner in item)


def _chart(chart: Chart) -> Iterator[str]:
    yield chart.alt
    yield from _table(chart.table)


def _figure(figure: Figure) -> Iterator[str]:
    yield from (figure.alt, figure.caption)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.title for column in table.columns)
    yield from (plain_text(cell) for row in table.rows for cell in row.cells)


_WORDS: dict[type, Callable[[Any], Iterator[str]]] = {
    Section: _inside,
    Quote: _inside,
    Heading: _heading,
    Paragraph: _paragraph,
    List: _items,
    Table: _table,
    Chart: _chart,
    Figure: _figure,
}


def description(blocks: Iterable[Block]) -> str:
    """The first sentences of a page.

    Args:
        blocks: The blocks of the page.

    Returns:
        Words of running text, cut between two of them; may be empty.
    """
    found = next(filter(None, map(str.strip, _running(blocks))), "")
    text = " ".join(found.split())
    return text if len(text) <= _DESCRIPTION else f"{text[:_DESCRIPTION].rpartition(' ')[0]} …"


def _running(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _running(block.blocks)
        elif isinstance(block, Paragraph) and block.role in ("text", "statement"):
            yield plain_text(block.content)


def first_mark(blocks: Iterable[Block]) -> StatusMark | None:
    """The mark of a project.

    Args:
        blocks: The blocks of its page.

    Returns:
        The first mark below its heading, if there is one.
    """
    return next((one for content in _contents(blocks) for one in content if _is_mark(one)), None)


def _contents(blocks: Iterable[Block]) -> Iterator[Iterable[Inline]]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _contents(block.blocks)
        elif isinstance(block, Paragraph):
            yield block.content


def _is_mark(inline: Inline) -> TypeGuard[StatusMark]:
    return isinstance(inline, StatusMark)
