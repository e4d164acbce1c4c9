"""Formats of cells, and colours of the statuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kommunal_nh import Status
from kommunal_nh.colours import known_colour, text_on

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT = {"font_name": "Calibri", "font_size": 10}
_CELL = {**_FONT, "valign": "top", "text_wrap": True, "bottom": 1, "left": 1,
         "bottom_color": "#c3ccc7", "left_color": "#e3eae6"}  # fmt: skip


class Looks:
    """The formats of one file.

    Attributes:
        title: The heading of a sheet.
        note: A line below it.
        header: The header of a column.
        text: A cell.
        name: A cell that names its row.
        number: A cell with a count.
        sum: A cell with a sum.
    """

    def __init__(self, book: Workbook, statuses: Iterable[Status]) -> None:
        self.title = book.add_format({**_FONT, "font_size": 14, "bold": True})
        self.note = book.add_format({**_FONT, "font_color": "#4c5852"})
        self.header = book.add_format(
            {**_CELL, "bold": True, "bg_color": "#e3eae6", "bottom_color": "#1c2420"}
        )
        self.text = book.add_format(_CELL)
        self.name = book.add_format({**_CELL, "bold": True})
        self.number = book.add_format({**_CELL, "align": "right"})
        self.sum = book.add_format({**_CELL, "bold": True, "align": "right"})
        self._statuses = {status.id: book.add_format(_mark(status)) for status in statuses}

    def status(self, status_id: str) -> Format:
        """The format of a cell with a status.

        Args:
            status_id: The status.

        Returns:
            Its colours.
        """
        return self._statuses[status_id]


def _mark(status: Status) -> dict[str, object]:
    fill = known_colour(status.colour)
    ink = known_colour(status.text_colour) if status.text_colour else text_on(fill)
    return {**_CELL, "bold": True, "bg_color": fill, "font_color": ink}
