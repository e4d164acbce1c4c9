"""Tables: a header row that pages repeat, and rows as wide as the grid."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import BODY, WordFile, near, value
from kommunal_nh_docx.xml import name

_OFF = frozenset({"0", "false", "off"})


def without_header(file: WordFile) -> Iterator[Problem]:
    """Tables whose first row is no header.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for table in file.tree(BODY).iter(name("tbl")):
        mark = table.find(f"{name('tr')}/{name('trPr')}/{name('tblHeader')}")
        is_first = mark is not None and mark.iterancestors(name("tr")).__next__() is table.find(
            name("tr")
        )
        if not is_first or value(mark) in _OFF:
            yield Problem("table-header", f"Die Tabelle {near(table)} hat keine Kopfzeile.", BODY)


def uneven(file: WordFile) -> Iterator[Problem]:
    """Rows with more or fewer cells than the table has columns.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for table in file.tree(BODY).iter(name("tbl")):
        columns = len(table.findall(f"{name('tblGrid')}/{name('gridCol')}"))
        for row in table.findall(name("tr")):
            if (cells := _cells(row)) != columns:
                text = f"Eine Zeile {near(row)} hat {cells} Zellen, die Tabelle {columns} Spalten."
                yield Problem("table-cells", text, BODY)


def _cells(row: _Element) -> int:
    """How many columns a row fills, those that it leaves out at its sides included."""
    outside = [row.find(f"{name('trPr')}/{name(tag)}") for tag in ("gridBefore", "gridAfter")]
    spans = [
        cell.find(f"{name('tcPr')}/{name('gridSpan')}") for cell in row.iter(name("tc"))
        if cell.getparent() is row
    ]  # fmt: skip
    left_out = sum(int(value(one) or 0) for one in outside if one is not None)
    return left_out + sum(int(value(one) or 1) for one in spans)
