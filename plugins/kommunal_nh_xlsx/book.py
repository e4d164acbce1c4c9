"""The sheets in their order, and what is said of the file."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from xlsxwriter import Workbook

from kommunal_nh import Numbering, Report
from kommunal_nh.labels import fill
from kommunal_nh.naming import Names
from kommunal_nh_xlsx.archive import add_archive, add_withdrawn
from kommunal_nh_xlsx.looks import Looks
from kommunal_nh_xlsx.names import SheetNames
from kommunal_nh_xlsx.overview import add_overview
from kommunal_nh_xlsx.projects import add_themes
from kommunal_nh_xlsx.sheet import Sheets, printable

_OPTIONS = {
    "constant_memory": True,  # row after row, so that memory does not grow with the report
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_book(report: Report, numbering: Numbering, target: Path) -> None:
    """Write the spreadsheet.

    Args:
        report: The public part of the report.

        numbering: Its numbers.

        target: The file to make.
    """
    with Workbook(str(target), _OPTIONS) as book:
        _describe(book, report)
        names = Names(report, numbering)
        sheets = Sheets(book, Looks(book, report.profile.statuses), SheetNames(), _footer(report))
        add_overview(sheets, names)
        add_themes(sheets, names)
        add_archive(sheets, report)
        add_withdrawn(sheets, names)


def _footer(report: Report) -> str:
    labels = report.profile.labels
    as_of = fill(labels.as_of, stand=labels.date(report.as_of))
    return " · ".join(filter(None, (report.publisher, as_of)))


def _describe(book: Workbook, report: Report) -> None:
    labels = report.profile.labels
    book.set_properties(
        {
            "title": printable(report.title),
            "subject": printable(fill(labels.as_of, stand=labels.date(report.as_of))),
            "author": printable(report.publisher),
            # A file of the same data is the same file, whenever it is made.
            "created": datetime.combine(report.as_of, time()),
        }
    )
