"""What can be read of blocks in any format: their words, piece by piece, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from kommunal_nh.document import (
    Block,
    Chart,
    Chip,
    Code,
    Deleted,
    Figure,
    Heading,
    Inline,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Section,
    StatusMark,
    StatusStyle,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)

SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@attrs.frozen
class Piece:
    """Words that stand together.

    Attributes:
        what: What they are, for messages: `a heading`, `a table cell` and so on.
        words: The words, with single spaces.
    """

    what: str
    words: str


def squeezed(text: str) -> str:
    """A text as it is compared: white space of every kind is one space, soft hyphens are gone.

    Args:
        text: The text.

    Returns:
        The same words.
    """
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def pieces(blocks: Iterable[Block], statuses: Sequence[StatusStyle]) -> Iterator[Piece]:
    """What a reader of these blocks has to find.

    Args:
        blocks: The blocks; a table of contents and a page break have no words of their own.

        statuses: What a legend shows.

    Yields:
        The pieces in reading order, none of them empty.
    """
    for what, text in _pairs(blocks, statuses, "a paragraph"):
        words = squeezed(text)
        if words:
            yield Piece(what, words)


def _pairs(
    blocks: Iterable[Block], statuses: Sequence[StatusStyle], paragraph: str
) -> Iterator[tuple[str, str]]:
    """Pieces not yet squeezed; `paragraph` says what a paragraph here is."""
    for block in blocks:
        match block:
            case Section() | Quote():
                yield from _pairs(block.blocks, statuses, paragraph)
            case List():
                for item in block.items:
                    yield from _pairs(item, statuses, "a list item")
            case Chart():
                yield from _table(block.table)
            case Paragraph():
                yield from ((paragraph, run) for run in runs(block.content))
            case Legend():
                yield from _legend(block, statuses)
            case _:
                yield from _PAIRS[type(block)](block)


def _heading(heading: Heading) -> Iterator[tuple[str, str]]:
    first, *rest = [*runs(heading.content), ""]
    yield ("a heading with its number", f"{heading.number} {first}")
    yield from (("a heading", run) for run in rest)


def _table(table: Table) -> Iterator[tuple[str, str]]:
    yield ("the caption of a table", table.caption)
    yield from (("the title of a column", column.title) for column in table.columns)
    for row in table.rows:
        yield from (("a table cell", run) for cell in row.cells for run in runs(cell))


def _title_page(page: TitlePage) -> Iterator[tuple[str, str]]:
    yield from (("the title page", line) for line in (page.title, page.subtitle, *page.lines))


def _legend(legend: Legend, statuses: Sequence[StatusStyle]) -> Iterator[tuple[str, str]]:
    yield ("the legend", legend.title)
    for status in statuses:
        yield from (("the legend", text) for text in (status.label, status.definition))


_PAIRS: dict[type, Callable[[Any], Iterable[tuple[str, str]]]] = {
    Heading: _heading,
    Table: _table,
    TitlePage: _title_page,
    TableOfContents: lambda _: (),
    Figure: lambda figure: [("the caption of a picture", figure.caption)],
    PageBreak: lambda _: (),
}

_BREAK = "\0"


def runs(content: Iterable[Inline]) -> list[str]:
    """Inline content, cut where a format may put something in: an address, a symbol, old words.

    Args:
        content: The inlines.

    Returns:
        The words between the cuts.
    """
    return "".join(map(_cut, content)).split(_BREAK)


def _cut(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case StatusMark(_, text) | Chip(_, text):
            return f"{_BREAK}{text}{_BREAK}"
        case LineBreak() | Deleted():
            return _BREAK
        case Link() | Reference():
            return f"{_BREAK}{''.join(map(_cut, inline.content))}{_BREAK}"
        case _:
            return "".join(map(_cut, inline.content))
