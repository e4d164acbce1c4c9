"""Tables as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import plain_text
from kommunal_nh_pdf.inlines import words

if TYPE_CHECKING:
    from collections.abc import Collection

    from kommunal_nh.document import Row, Table

_LONG_CELL = 900  # letters; such a row may go on overleaf, shorter ones stay on one page


def table_data(table: Table, anchors: Collection[str]) -> dict[str, Any]:
    """A table as data.

    Args:
        table: The table.

        anchors: Where references may lead to.

    Returns:
        The data.
    """
    columns = [
        {"title": one.title, "width": max(one.width, 1), "align": one.align, "header": one.header}
        for one in table.columns
    ]
    rows = list(_rows(table.rows, anchors))
    return {"block": "table", "caption": table.caption, "columns": columns, "rows": rows}


def _rows(rows: Iterable[Row], anchors: Collection[str]) -> Iterable[dict[str, Any]]:
    for row in rows:
        longest = max((len(plain_text(cell)) for cell in row.cells), default=0)
        cells = [words(cell, anchors) for cell in row.cells]
        yield {"cells": cells, "whole": longest < _LONG_CELL}
