"""Captions of tables in texts: a paragraph above that begins with the word for a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from kommunal_nh.document import Block, Column, Paragraph, Table, Text

_T = TypeVar("_T")
_CAPTION = re.compile(r"\s*(?:Tabelle|Table):\s+(\S.*)", re.DOTALL)


def captioned(blocks: Iterable[Block | _T]) -> Iterator[Block | _T]:
    """Tables with the caption that stands above them.

    Args:
        blocks: The blocks of a text.

    Yields:
        The same blocks; a paragraph such as "Tabelle: Wer entscheidet" has become the caption of
        the table behind it.
    """
    waiting: list[Block | _T] = []  # a paragraph that may be a caption
    for block in blocks:
        if waiting and isinstance(block, Table):
            yield attrs.evolve(block, caption=_said(waiting.pop()))
            continue
        yield from waiting
        waiting = [block] if _said(block) else []
        if not waiting:
            yield block
    yield from waiting


def usual_caption(columns: Sequence[Column]) -> str:
    """The caption of a table that has none.

    Args:
        columns: Its columns.

    Returns:
        Their titles.
    """
    return ", ".join(column.title for column in columns if column.title)


def _said(block: object) -> str:
    match block:
        case Paragraph((Text(text),), "text") if found := _CAPTION.fullmatch(text):
            return found[1].strip()
        case _:
            return ""
