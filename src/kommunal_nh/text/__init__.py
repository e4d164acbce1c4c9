"""Authors' Markdown becomes blocks of the document tree; what is not allowed becomes a problem.

Authors write CommonMark with tables. Two rules are ours: an asterisk inside a word is a letter
(Bürger*innen), and `[…](#id)` refers to something in the report: with empty brackets it prints the
number, otherwise `{nummer}`, `{titel}` and `{kurztitel}` are filled in.
"""

from __future__ import annotations

import textwrap
from collections import deque
from collections.abc import Iterator

from kommunal_nh.document import (
    Block,
    Figure,
    Inline,
    LineBreak,
    List,
    Paragraph,
    Quote,
    Table,
    Text,
    plain_text,
)
from kommunal_nh.text.captions import usual_caption
from kommunal_nh.text.parser import may_be_deep, star_in_word
from kommunal_nh.text.reader import ParsedHeading, Reader
from kommunal_nh.text.surroundings import Problem, Surroundings, Target
from kommunal_nh.text.words import is_plain, is_simple, simple_blocks
from kommunal_nh.text.writing import markdown_of

__all__ = [
    "ParsedHeading",
    "Problem",
    "Surroundings",
    "Target",
    "beginning_of",
    "blocks_of",
    "inlines_of",
    "is_plain",
    "markdown_of",
    "problems_in",
    "star_in_word",
]

_LONGEST_NAME = 100


def blocks_of(source: str, around: Surroundings) -> Iterator[Block | ParsedHeading]:
    """Read a text.

    Args:
        source: Markdown.

        around: What references and images are looked up in.

    Yields:
        The blocks in order. What `problems_in` reports is left out or printed as the words it has.
    """
    if is_simple(source):
        return simple_blocks(source, around, [])
    return Reader(around).read(source)


def inlines_of(source: str, around: Surroundings) -> tuple[Inline, ...]:
    """Read a text that has room for one paragraph only, such as a table cell.

    Args:
        source: Markdown.

        around: What references are looked up in.

    Returns:
        The content of all its paragraphs and list items, with line breaks between them.
    """
    content: list[Inline] = []
    for block in blocks_of(source, around):
        for line in _lines(block):
            content += ([LineBreak()] if content else []) + list(line)
    return tuple(content)


def beginning_of(source: str) -> str:
    """The first words of a text, as a name for what it is about.

    Args:
        source: Markdown.

    Returns:
        Plain words, without what it refers to, which can be the text itself, and without a full
        stop, since a name has none and often a colon behind it.
    """
    said = plain_text(inlines_of(source, Surroundings()))
    return textwrap.shorten(said, _LONGEST_NAME, placeholder=" …").rstrip(".")


def problems_in(source: str, around: Surroundings) -> list[Problem]:
    """Check a text.

    Args:
        source: Markdown.

        around: What references and images are looked up in.

    Returns:
        Everything that is not allowed, in the order of the text.
    """
    if "[" not in source and "<" not in source and not may_be_deep(source):
        return []  # nothing else can begin what is not allowed
    if is_simple(source):
        problems: list[Problem] = []
        deque(simple_blocks(source, around, problems), maxlen=0)
        return problems
    reader = Reader(around)
    deque(reader.read(source), maxlen=0)
    return reader.problems


def _lines(block: Block | ParsedHeading) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph(content) | ParsedHeading(_, content):
            yield content
        case List(items):
            yield from (line for item in items for inner in item for line in _lines(inner))
        case Quote(blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case Table():
            yield from _table_lines(block)
        case Figure(_, _, alt):
            yield (Text(alt),)


def _table_lines(table: Table) -> Iterator[tuple[Inline, ...]]:
    if table.caption != usual_caption(table.columns):
        yield (Text(table.caption),)
    yield (Text(" – ".join(column.title for column in table.columns)),)
    for row in table.rows:
        yield (Text(" – ".join(plain_text(cell) for cell in row.cells)),)
