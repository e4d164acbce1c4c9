"""Plain text, as it comes out of a PDF: paragraphs, bullets, tables with tabs, stray bold marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kommunal_nh.importers import Grid, GridRow, Line, Manuscript
from kommunal_nh_readers.limits import text_of

_ITEM = re.compile(r"[-•*+▪➔→]\s+|\(?(?:\d{1,3}|[a-z])[.)]\s+")
_BOLD = "**"
_GLUED = re.compile(r"\*\*\*\*|(?<=\S)\*\*(?=\S)")
"""Bold marks between words without a space: here two lines ran together."""


class TextImporter:
    """Reads text files.

    Attributes:
        format: `text`.
        suffixes: `.txt`.
    """

    format = "text"
    suffixes: tuple[str, ...] = (".txt",)

    def read(self, source: Path) -> Manuscript:
        """Read a text file.

        Args:
            source: The file.

        Returns:
            Its lines, and rows of tables where there are tabs.

        Raises:
            UsageError: It is too large or no text.
        """
        lines = enumerate(text_of(source).split("\n"), 1)
        return Manuscript(source.name, tuple(_blocks(lines)))


def _blocks(lines: Iterator[tuple[int, str]]) -> Iterator[Line | Grid]:
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
        marker = _ITEM.match(words)
        if marker is None:
            yield Line(at, words, continues=continues and place == 0)
        else:
            depth = 1 + (len(line) - len(line.lstrip())) // 2
            yield Line(at, words[marker.end() :], marker=marker[0].strip(), depth=depth)


def _split(line: str) -> list[str]:
    return _GLUED.split(line) if _GLUED.search(line) else [line]


def _without_bold(words: str) -> str:
    return " ".join(words.replace(_BOLD, " " if words.count(_BOLD) % 2 else "").split())
