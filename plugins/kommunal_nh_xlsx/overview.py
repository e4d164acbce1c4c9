"""The first sheet: how many projects there are, by theme and status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunal_nh import Theme, projects_of
from kommunal_nh.labels import fill
from kommunal_nh.naming import Names
from kommunal_nh_xlsx.sheet import Cell, Column, Sheets


def add_overview(sheets: Sheets, names: Names) -> None:
    """Add the sheet.

    Args:
        sheets: Where to.

        names: The names of the report.
    """
    report, profile = names.report, names.report.profile
    labels = profile.labels
    statuses = [Column(one.column_title or one.label, 16) for one in profile.by_stage]
    columns = [Column(profile.levels.theme.singular, 46), *statuses, Column(labels.total, 10)]
    as_of = fill(labels.as_of, stand=labels.date(report.as_of))
    sheets.add(labels.overview, (report.title, as_of), columns, _rows(sheets, names), 1)


def _rows(sheets: Sheets, names: Names) -> Iterator[list[Cell]]:
    labels, several = names.report.profile.labels, names.report.profile.levels.theme.several
    total: Counter[str] = Counter()
    for theme in names.report.themes:
        counts = _counts(theme)
        total += counts
        yield _row(sheets, names, names.title(theme.id), counts)
    cells = _row(sheets, names, fill(labels.all_themes, themen=several), total)
    yield [Cell(value, sheets.looks.sum if place else look)
           for place, (value, look) in enumerate(cells)]  # fmt: skip


def _counts(theme: Theme) -> Counter[str]:
    return Counter(project.status for project in projects_of(theme))


def _row(sheets: Sheets, names: Names, title: str, counts: Counter[str]) -> list[Cell]:
    looks, statuses = sheets.looks, names.report.profile.by_stage
    numbers = [Cell(counts[status.id], looks.number) for status in statuses]
    return [Cell(title, looks.name), *numbers, Cell(sum(counts.values()), looks.sum)]
