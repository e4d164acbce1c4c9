"""Blocks as lines: paragraphs, list items and table rows that can be compared one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import attrs

from kommunal_nh.comparing.tokens import content_of, tokens_of
from kommunal_nh.document import (
    Block,
    Figure,
    Inline,
    List,
    Paragraph,
    Quote,
    Table,
    Text,
    plain_text,
)
from kommunal_nh.text.captions import usual_caption
from kommunal_nh.value import Value

ITEM, NUMBERED = "item", "numbered"
_BETWEEN_CELLS = Text(" – ")


@attrs.frozen(eq=False, repr=False)
class Line(Value):
    """A paragraph, list item, table row or picture.

    Attributes:
        content: What it says.
        kind: The role of a paragraph, or `item`, `numbered`, `columns`, `row`, `figure`.
        depth: How deep it stands in lists and quotes, from 0.
        detail: What else makes it different from another one; for pictures.
    """

    content: tuple[Inline, ...]
    kind: str = "text"
    depth: int = 0
    detail: str = ""


def lines_of(blocks: Iterable[Block], depth: int = 0) -> Iterator[Line]:
    """The lines of some blocks.

    Args:
        blocks: What the data's texts can have; anything else is left out.

        depth: How deep they stand.

    Yields:
        Every line that says something.
    """
    for block in blocks:
        yield from (line for line in _lines(block, depth) if line.content)


def _lines(block: Block, depth: int) -> Iterator[Line]:
    match block:
        case Paragraph(content, role):
            yield Line(simple(content), role, depth)
        case List(items, ordered):
            for item in items:
                yield from _item_lines(item, NUMBERED if ordered else ITEM, depth)
        case Quote(blocks):
            yield from lines_of(blocks, depth + 1)
        case Table():
            yield from _table_lines(block, depth)
        case Figure(_, data, alt, caption):
            words = f"{alt} ({caption})" if caption else alt
            yield Line((Text(words),), "figure", depth, hashlib.sha256(data).hexdigest())
        case _:
            return


def _item_lines(blocks: Iterable[Block], kind: str, depth: int) -> Iterator[Line]:
    """The first paragraph of an item is the item; all else stands below it."""
    for place, line in enumerate(lines_of(blocks, depth + 1)):
        first = place == 0 and line.kind == "text"
        yield Line(line.content, kind, depth) if first else line


def _table_lines(table: Table, depth: int) -> Iterator[Line]:
    titles = [(Text(column.title),) if column.title else () for column in table.columns]
    if table.caption != usual_caption(table.columns):
        yield Line((Text(table.caption),), "columns", depth)
    yield Line(simple(_joined(titles)), "columns", depth)
    for row in table.rows:
        yield Line(simple(_joined(row.cells)), "row", depth)


def _joined(cells: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """The cells of a row with dashes between them; nothing if all are empty."""
    joined: list[Inline] = []
    for place, cell in enumerate(cells):
        joined += [_BETWEEN_CELLS, *cell] if place else cell
    return tuple(joined) if plain_text(joined).strip(" –") else ()


def simple(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The content in the one form that equal words with equal formatting have.

    Args:
        content: Inlines without `Inserted` and `Deleted`.

    Returns:
        The same, neighbours with the same formatting in one.
    """
    return content_of(tokens_of(content))
