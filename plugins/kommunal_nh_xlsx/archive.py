"""What former editions reported: finished projects, and those that ended in another way."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh import Report
from kommunal_nh.labels import fill
from kommunal_nh.naming import Names
from kommunal_nh_xlsx.sheet import Cell, Column, Sheets, row_of


def add_archive(sheets: Sheets, report: Report) -> None:
    """Add the sheet of the archive, also if nothing is in it yet.

    Args:
        sheets: Where to.

        report: The report.
    """
    labels, levels = report.profile.labels, report.profile.levels
    columns = (
        Column(levels.project.singular, 60),
        Column(levels.theme.singular, 46),
        Column(labels.column_edition, 14),
        Column(labels.column_old_number, 18),
    )
    empty = fill(labels.archive_empty, projekte=levels.project.several)
    lines = (labels.archive, *(() if report.archive else (empty,)))
    sheets.add(labels.archive, lines, columns, _archived(sheets, report), 1)


def _archived(sheets: Sheets, report: Report) -> Iterator[list[Cell]]:
    themes = {theme.id: theme.title for theme in report.themes}
    for entry in report.archive:
        theme = themes.get(entry.theme, entry.theme)
        day = report.profile.labels.date(entry.edition)
        yield row_of(sheets.looks, entry.project, theme, day, entry.number)


def add_withdrawn(sheets: Sheets, names: Names) -> None:
    """Add the sheet of withdrawn projects, if there are any.

    Args:
        sheets: Where to.

        names: The names of the report.
    """
    report = names.report
    if not report.withdrawn:
        return
    labels, word = report.profile.labels, report.profile.levels.project
    title = fill(labels.withdrawn, projekte=word.several)
    columns = (
        Column(word.singular, 46),
        Column(labels.column_reason, 60),
        Column(labels.column_merged, 46),
        Column(labels.column_edition, 14),
    )
    sheets.add(title, (title,), columns, _withdrawn(sheets, names), 1)


def _withdrawn(sheets: Sheets, names: Names) -> Iterator[list[Cell]]:
    labels = names.report.profile.labels
    for entry in names.report.withdrawn:
        into = names.title(entry.merged_into) if entry.merged_into in names else ""
        day = labels.date(entry.edition) if entry.edition else ""
        yield row_of(sheets.looks, entry.project, names.plain(entry.reason), into, day)
