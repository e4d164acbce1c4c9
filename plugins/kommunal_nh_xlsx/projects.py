"""A sheet for each theme: one row for each project."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh import Goal, Project, Theme
from kommunal_nh.naming import Names
from kommunal_nh_xlsx.columns import Field, fields_of
from kommunal_nh_xlsx.sheet import Cell, Column, Sheets


def add_themes(sheets: Sheets, names: Names) -> None:
    """Add the sheets of all themes.

    Args:
        sheets: Where to.

        names: The names of the report.
    """
    fields = fields_of(names)
    columns = [Column(field.title, field.width) for field in fields]
    rows: dict[str, list[tuple[Project, tuple[Theme | Goal, ...]]]] = {
        theme.id: [] for theme in names.report.themes
    }
    for thing, above in names.lineages():
        if isinstance(thing, Project):
            rows[above[0].id].append((thing, above))
    for theme in names.report.themes:
        title = names.title(theme.id)
        empty = () if rows[theme.id] else (names.report.profile.labels.no_entries,)
        made = _rows(sheets, fields, rows[theme.id])
        sheets.add(title, (title, *empty), columns, made, 3)


def _rows(
    sheets: Sheets, fields: list[Field], things: list[tuple[Project, tuple[Theme | Goal, ...]]]
) -> Iterator[list[Cell]]:
    looks = sheets.looks
    for project, above in things:
        kinds = {"title": looks.name, "status": looks.status(project.status)}
        yield [
            Cell(field.value(project, above), kinds.get(field.key, looks.text)) for field in fields
        ]
