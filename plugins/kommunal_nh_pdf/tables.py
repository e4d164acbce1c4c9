"""Tables as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import plain_text
from kommunal_nh_pdf.inlines import Words, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from kommunal_nh.document import Row, Table

_LONG_CELL = 300  # letters; such a row may go on overleaf, shorter ones stay on one page
_SHORT_TABLE = 12  # rows; such a table stays on one page
_LONG_MARK = 24  # letters
_KEPT, _LOW = 2, 100  # rows at the end of a long table; letters


def table_data(table: Table, anchors: Collection[str]) -> dict[str, Any]:
    """A table as data.

    Args:
        table: The table.

        anchors: Where references may lead to.

    Returns:
        The data.
    """
    rows = list(_rows(table.rows, anchors))
    columns = [
        {
            "title": one.title,
            "width": max(one.width, 1),
            "align": one.align,
            "names": one.header,
            "tight": _is_of_marks([row["cells"][place] for row in rows]),
        }
        for place, one in enumerate(table.columns)
    ]
    whole = len(rows) < _SHORT_TABLE and all(row["whole"] for row in rows)
    return {
        "block": "table",
        "caption": table.caption,
        "columns": columns,
        "rows": rows,
        "whole": whole,
        "foot": 0 if whole else _foot(rows),
    }


def _foot(rows: list[dict[str, Any]]) -> int:
    """How many rows at the end stay on one page, so that none stands there alone."""
    is_low = len(rows) >= _SHORT_TABLE and all(row["letters"] < _LOW for row in rows[-_KEPT:])
    return _KEPT if is_low else 0


def _is_of_marks(cells: list[Words]) -> bool:
    """Whether a column has nothing but marks, which must not be broken into lines."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_is_short_mark(cell) for cell in filled)


def _is_short_mark(cell: Words) -> bool:
    match cell:
        case [{"node": "mark", "text": str(text)}]:
            return len(text) < _LONG_MARK
        case _:
            return False


def _rows(rows: Iterable[Row], anchors: Collection[str]) -> Iterable[dict[str, Any]]:
    for row in rows:
        longest = max((len(plain_text(cell)) for cell in row.cells), default=0)
        cells = [words(cell, anchors) for cell in row.cells]
        yield {"cells": cells, "letters": longest, "whole": longest < _LONG_CELL}
