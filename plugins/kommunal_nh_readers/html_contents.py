"""Tables of contents on pages of others: links within the page, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kommunal_nh.importers import Grid, GridRow, Line

_ENTRY = re.compile(r"\[(?:\\.|[^\]\\])*\]\(<?#[^)]*\)")
_SHORTEST = 4


def with_contents(blocks: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """Blocks in which a table of contents is one.

    Args:
        blocks: The blocks of a page.

    Yields:
        The same; several lines that are nothing but links within the page are one table.
    """
    for are_entries, run in groupby(blocks, _is_entry):
        lines = list(run)
        if are_entries and len(lines) >= _SHORTEST:
            rows = (GridRow(line.at, (line.words,)) for line in lines if isinstance(line, Line))
            yield Grid(tuple(rows), contents=True)
        else:
            yield from lines


def _is_entry(block: Line | Grid) -> bool:
    return isinstance(block, Line) and not block.level and _ENTRY.fullmatch(block.text) is not None
