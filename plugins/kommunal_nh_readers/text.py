"""Plain text, as it comes out of a PDF: paragraphs, bullets, tables with tabs, stray bold marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kommunal_nh.importers import Grid, GridRow, Line, Manuscript
from kommunal_nh_readers.limits import text_of

_ITEM = re.compile(r"[-•*+▪➔→]\s+|\(?(?:\d{1,3}|[a-z])[.)]\s+")
_BOLD = "**"
_GLUED = re.compile(r"\*\*\*\*|(?<=\S)\*\*(?=\S)")
"""Bold marks between words without a space: here two lines ran together."""


def read(source: Path) -> Manuscript:
    """Read a text file.

    Args:
        source: The file.

    Returns:
        What the importer promises.

    Raises:
        UsageError: The file can not be read.
    """
    lines = enumerate(text_of(source).split("\n"), 1)
    return Manuscript(source.name, tuple(blocks_of(lines)))


def blocks_of(lines: Iterable[tuple[int, str]]) -> Iterator[Line | Grid]:
    """Read lines.

    Args:
        lines: Each with its place; empty ones among them.

    Yields:
        Lines, and rows of tables where there are tabs.
    """
    rows: list[GridRow] = []
    after_gap = True
    for at, line in lines:
        if "\t" in line.strip("\n\r "):
            rows.append(GridRow(at, tuple(map(_without_bold, line.split("\t")))))
            continue
        if rows:
            yield Grid(tuple(rows))
            rows, after_gap = [], True
        yield from _lines(at, line, continues=not after_gap)
        after_gap = not line.strip()
    if rows:
        yield Grid(tuple(rows))


def _lines(at: int, line: str, *, continues: bool) -> Iterator[Line]:
    parts = [part for part in map(_without_bold, _split(line)) if part]
    for place, words in enumerate(parts):
        marker, rest = item(words)
        if marker:
            depth = 1 + (len(line) - len(line.lstrip())) // 2
            yield Line(at, rest, marker=marker, depth=depth)
        else:
            yield Line(at, words, continues=continues and place == 0)


def item(words: str) -> tuple[str, str]:
    """What marks a line as an item of a list.

    Args:
        words: The line.

    Returns:
        The marker, empty if there is none, and the rest.
    """
    marker = _ITEM.match(words)
    return (marker[0].strip(), words[marker.end() :]) if marker else ("", words)


def _split(line: str) -> list[str]:
    return _GLUED.split(line) if _GLUED.search(line) else [line]


def _without_bold(words: str) -> str:
    return " ".join(words.replace(_BOLD, " " if words.count(_BOLD) % 2 else "").split())
