"""The references in a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document import (
    Block,
    Chart,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
)


def references(blocks: Iterable[Block]) -> Iterator[Reference]:
    """The references in the words of blocks.

    Args:
        blocks: The blocks.

    Yields:
        Each reference that has words of its own; those inside links are left out.
    """
    for content in _contents(blocks):
        yield from _inside(content)


def _contents(blocks: Iterable[Block]) -> Iterator[Iterable[Inline]]:
    for block in blocks:
        match block:
            case Section() | Quote():
                yield from _contents(block.blocks)
            case List():
                for item in block.items:
                    yield from _contents(item)
            case Table():
                yield from (cell for row in block.rows for cell in row.cells)
            case Chart():
                yield from _contents((block.table,))
            case Paragraph() | Heading():
                yield block.content


def _inside(content: Iterable[Inline]) -> Iterator[Reference]:
    for inline in content:
        if isinstance(inline, Reference):
            yield inline
        elif hasattr(inline, "content") and not hasattr(inline, "url"):
            yield from _inside(inline.content)
