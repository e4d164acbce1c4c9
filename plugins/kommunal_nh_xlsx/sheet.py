"""One table on one sheet: header, filter, frozen panes, print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kommunal_nh.characters import ILLEGAL

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from kommunal_nh_xlsx.looks import Looks
    from kommunal_nh_xlsx.names import SheetNames

LONGEST = 32_767
"""Characters that a cell can hold."""
_HIGHEST = 409
_LINE = 13.5
_CUT = " […]"
_A3, _MARGIN = 8, 0.5


class Cell(NamedTuple):
    """What stands in a cell.

    Attributes:
        value: Words or a count.
        look: Its format.
    """

    value: str | int
    look: Format


class Column(NamedTuple):
    """A column.

    Attributes:
        title: Its header.
        width: In characters.
    """

    title: str
    width: int


class Sheets:
    """Adds sheets to a file.

    Attributes:
        looks: The formats.
    """

    def __init__(self, book: Workbook, looks: Looks, names: SheetNames, footer: str) -> None:
        self.looks = looks
        self._book, self._names = book, names
        self._footer = printable(footer).replace("&", "&&")[:200]

    def add(
        self,
        name: str,
        lines: Sequence[str],
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        frozen: int = 0,
    ) -> None:
        """Add a sheet with one table.

        Args:
            name: What it should be called.

            lines: What stands above the table; the first is the heading.

            columns: The columns.

            rows: The rows, a cell for each column.

            frozen: How many columns stay when one scrolls sideways.
        """
        sheet = self._book.add_worksheet(self._names.free(printable(name)))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        top = self._above(sheet, lines)
        for place, column in enumerate(columns):
            sheet.write_string(top, place, printable(column.title), self.looks.header)
        last = top
        for last, cells in enumerate(rows, top + 1):
            _write(sheet, last, cells, columns)
        sheet.freeze_panes(top + 1, frozen)
        if last > top:
            sheet.autofilter(top, 0, last, len(columns) - 1)
        self._print(sheet, top)

    def _above(self, sheet: Worksheet, lines: Sequence[str]) -> int:
        for place, line in enumerate(lines):
            look = self.looks.note if place else self.looks.title
            sheet.write_string(place, 0, printable(line), look)
        return len(lines) + bool(lines)

    def _print(self, sheet: Worksheet, top: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.set_margins(_MARGIN, _MARGIN, 0.6, 0.7)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
        sheet.set_footer(f"&L&8{self._footer}&C&8&A&R&8&P / &N")


def printable(text: str) -> str:
    """Words without characters that the file format forbids, cut where a cell ends.

    Args:
        text: Any words.

    Returns:
        Words that a cell can hold; never a formula, as they are written as words.
    """
    clean = ILLEGAL.sub("\ufffd", text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(_CUT)] + _CUT


def _write(sheet: Worksheet, row: int, cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    pairs = zip(cells, columns, strict=True)
    height = max(_lines(str(cell.value), column.width) for cell, column in pairs)
    sheet.set_row(row, min(height * _LINE + 4, _HIGHEST))
    for place, (value, look) in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, place, printable(value), look)
        else:
            sheet.write_number(row, place, value, look)


def _lines(text: str, width: int) -> int:
    """How many lines words take; not every program finds that out by itself."""
    return sum(1 + len(line) // max(width - 1, 1) for line in text[:LONGEST].split("\n"))


def row_of(looks: Looks, *values: Any) -> list[Cell]:
    """A row of plain cells.

    Args:
        looks: The formats.

        *values: What stands in it; the first names the row.

    Returns:
        The cells.
    """
    first, *others = values
    return [Cell(first, looks.name), *(Cell(value, looks.text) for value in others)]
