"""Walks through document trees, written apart from the library's own walks so as to check them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from kommunal_nh.document import (
    Block,
    Chart,
    Code,
    Deferred,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
)


def everything(node: Any) -> Iterator[Any]:
    """Every node and every value of a tree, from top to bottom.

    Args:
        node: A document or any part of one.

    Yields:
        The node itself and all that is in it, down to texts and numbers.
    """
    yield node
    if attrs.has(type(node)):
        for field in attrs.fields(type(node)):
            yield from everything(getattr(node, field.name))
    elif isinstance(node, Mapping):
        for pair in node.items():
            yield from everything(pair)
    elif isinstance(node, Deferred | tuple | list):
        for inner in node:
            yield from everything(inner)


def strings(node: Any) -> Iterator[str]:
    """Every text anywhere in a tree, names and anchors included.

    Args:
        node: A document or any part of one.

    Yields:
        The texts.
    """
    return (found for found in everything(node) if isinstance(found, str))


def blocks(node: Document | Section | Iterable[Block]) -> Iterator[Block]:
    """All blocks of a document, those in sections, lists and quotes included.

    Args:
        node: A document, a section or some blocks.

    Yields:
        Each block before the blocks in it.
    """
    inside = node.blocks if isinstance(node, Document | Section) else node
    for block in inside:
        yield block
        match block:
            case Section():
                yield from blocks(block)
            case Quote(inner):
                yield from blocks(inner)
            case Chart(table=table):
                yield table
            case List(items):
                for item in items:
                    yield from blocks(item)
            case _:
                pass


def sections(node: Document | Section, kind: str = "") -> list[Section]:
    """The sections of a document.

    Args:
        node: A document or a section.

        kind: Only those of this kind.

    Returns:
        The sections in document order.
    """
    found = (block for block in blocks(node) if isinstance(block, Section))
    return [section for section in found if kind in ("", section.kind)]


def heading(section: Section) -> Heading:
    """The heading of a section.

    Args:
        section: The section.

    Returns:
        Its first block.
    """
    first = next(iter(section.blocks))
    assert isinstance(first, Heading)
    return first


def words(content: Iterable[Inline]) -> str:
    """What inline content says.

    Args:
        content: The inlines.

    Returns:
        The text as it is now, a line break as a line feed.
    """
    said: dict[type[Any], Callable[[Any], str]] = {
        Text: lambda inline: inline.text,
        Code: lambda inline: inline.text,
        StatusMark: lambda inline: inline.text,
        LineBreak: lambda _: "\n",
        Strong: lambda inline: words(inline.content),
        Emphasis: lambda inline: words(inline.content),
        Link: lambda inline: words(inline.content),
        Reference: lambda inline: words(inline.content),
        Inserted: lambda inline: words(inline.content),
        Deleted: lambda _: "",
    }
    return "".join(said[type(inline)](inline) for inline in content)


def spoken(node: Document | Section | Iterable[Block]) -> Iterator[str]:
    """What the running text says, block by block; frames such as contents are left out.

    Args:
        node: A document, a section or some blocks.

    Yields:
        One text for each heading, paragraph and table cell.
    """
    for block in blocks(node):
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield words(content)
            case Table(columns=columns, rows=rows):
                yield from (column.title for column in columns)
                yield from (words(cell) for row in rows for cell in row.cells)
            case _:
                pass


def find(node: Any, kind: type[Any]) -> list[Any]:
    """All nodes of a class.

    Args:
        node: A document or any part of one.

        kind: The class.

    Returns:
        The nodes in document order.
    """
    return [found for found in everything(node) if isinstance(found, kind)]


def tables(section: Section) -> list[tuple[Table, list[Row]]]:
    """The tables of a section.

    Args:
        section: The section.

    Returns:
        Each table with its rows.
    """
    found = (block for block in blocks(section) if isinstance(block, Table))
    return [(table, list(table.rows)) for table in found]
