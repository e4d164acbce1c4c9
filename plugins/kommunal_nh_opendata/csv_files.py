"""Tables as CSV that no spreadsheet takes for formulas; the mark can be taken away again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kommunal_nh_opendata.tables import Cell, Table

_FORMULA = re.compile(r"'*[=+\-@\t\r\n|%＝＋－＠]")
_MARK = "'"


def csv_text(table: Table) -> str:
    """A table as CSV (RFC 4180, UTF-8, comma).

    Args:
        table: The table.

    Returns:
        The text of the file; its first line has the names of the columns.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows(_written(row) for row in table.rows)
    return out.getvalue()


def _written(row: Iterable[Cell]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else marked(str(value))


def marked(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    Args:
        text: Any text.

    Returns:
        The text; with an apostrophe before it if it begins like a formula, or with apostrophes
        and then like a formula.
    """
    return _MARK + text if _FORMULA.match(text) else text


def unmarked(text: str) -> str:
    """The text that `marked` was given.

    Args:
        text: What `marked` gave.

    Returns:
        The text without the mark.
    """
    return text[1:] if text.startswith(_MARK) and _FORMULA.match(text) else text
