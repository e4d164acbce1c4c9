"""The document as the plain lines that a script for one report would write.

python lines.py FOLDER TARGET    writes those of a data folder as JSON
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from kommunal_nh import assemble, load, number, public_view
from kommunal_nh.document import (
    Block,
    Document,
    Heading,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
    plain_text,
)


@attrs.frozen
class Line:
    """A heading, a paragraph, an item of a list, or a table.

    Attributes:
        kind: `heading`, `paragraph`, `item` or `table`.
        text: Its words; the caption of a table.
        level: Of a heading.
        rows: Of a table, the titles of its columns first.
    """

    kind: str
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def document_of(folder: Path) -> Document:
    """What is to be printed.

    Args:
        folder: A data folder.

    Returns:
        Its document.
    """
    report = public_view(load(folder))
    return assemble(report, number(report))


def values_of(document: Document) -> dict[str, Any]:
    """What a script is given.

    Args:
        document: The document.

    Returns:
        `title` and `lines`, as plain data.
    """
    return {"title": document.title, "lines": [attrs.asdict(line) for line in lines(document)]}


def lines(document: Document) -> Iterator[Line]:
    """What a document says, without marks, links and pictures.

    Args:
        document: The document.

    Returns:
        Its lines, in order.
    """
    return _lines(document.blocks, "paragraph")


def _lines(blocks: Iterable[Block], kind: str) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Heading():
                words = f"{block.number} {plain_text(block.content)}".strip()
                yield Line("heading", words, block.level)
            case Paragraph():
                yield Line(kind, plain_text(block.content))
            case Table():
                yield Line("table", block.caption, rows=_rows(block))
            case List():
                for item in block.items:
                    yield from _lines(item, "item")
            case Section() | Quote():
                yield from _lines(block.blocks, kind)


def _rows(table: Table) -> tuple[tuple[str, ...], ...]:
    header = tuple(column.title for column in table.columns)
    return (header, *(tuple(map(plain_text, row.cells)) for row in table.rows))


if __name__ == "__main__":
    values = values_of(document_of(Path(sys.argv[1])))
    Path(sys.argv[2]).write_text(json.dumps(values, ensure_ascii=False), "utf-8")
