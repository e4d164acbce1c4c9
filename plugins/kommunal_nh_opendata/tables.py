"""Tables of the report: projects, goals, archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from kommunal_nh import Goal, Numbering, Project, Report, Theme

Cell: TypeAlias = str | int | Decimal | date | bool | None
TYPES: dict[type, str] = {bool: "boolean", int: "integer", Decimal: "number", date: "date"}
"""What values are called in a data package; everything else is a string."""
_SEPARATOR = "; "


@attrs.frozen
class Field:
    """A column.

    Attributes:
        name: Its name.
        kind: `string`, `integer`, `number`, `date` or `boolean`.
        text: What it says.
    """

    name: str
    kind: str = "string"
    text: str = ""


@attrs.frozen
class Table:
    """A table.

    Attributes:
        name: What its file is called, without ending.
        title: What it is.
        fields: The columns.
        rows: The rows, with one value for each column.
        key: Names of the columns that tell the rows apart.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()


def report_tables(report: Report, numbering: Numbering) -> Iterator[Table]:
    """The tables of a report.

    Args:
        report: The public part of the report.

        numbering: Its numbers.

    Yields:
        Projects, goals, archive.
    """
    projects = tuple(_project(report, numbering, *found) for found in _projects(report))
    yield Table("projekte", "Projekte", _PROJECT, projects, ("id",))
    goals = tuple(
        (
            goal.id,
            numbering[goal.id],
            goal.title,
            goal.statement,
            theme.id,
            parent,
            _many(goal.sdgs),
        )
        for theme, parent, goal in _goals(report)
    )
    yield Table("ziele", "Ziele", _GOAL, goals, ("id",))
    archive = tuple(
        (one.id, one.project, one.theme, one.edition, one.number) for one in report.archive
    )
    yield Table("archiv", "Umgesetzte Projekte früherer Ausgaben", _ARCHIVE, archive)


_PROJECT = (
    Field("id", text="Kennung, bleibt über alle Ausgaben gleich"),
    Field("nummer", text="Nummer in dieser Ausgabe"),
    Field("titel", text="Name des Projekts"),
    Field("status", text="Kennung des Status"),
    Field("status_titel", text="Name des Status"),
    Field("thema", text="Kennung des Themas"),
    Field("thema_titel", text="Name des Themas"),
    Field("ziel", text="Kennung des Ziels; leer, wenn das Projekt zu keinem gehört"),
    Field("beschreibung", text="Beschreibung, Markdown"),
    Field("sachstand", text="Sachstand, Markdown"),
    Field("verantwortlich", text="Kennungen der verantwortlichen Stellen, mit Semikolon getrennt"),
    Field("kommunen", text="Kennungen der mitwirkenden Kommunen, mit Semikolon getrennt"),
    Field("sdgs", text="Nummern der Ziele für nachhaltige Entwicklung, mit Semikolon getrennt"),
    Field("beginn", text="Beginn, so genau wie bekannt: 2024, 2024-Q2, 2024-03, 2024-03-01"),
    Field("ende", text="Ende, so genau wie bekannt"),
)
_GOAL = (
    Field("id", text="Kennung, bleibt über alle Ausgaben gleich"),
    Field("nummer", text="Nummer in dieser Ausgabe"),
    Field("titel", text="Name des Ziels"),
    Field("text", text="Wortlaut, Markdown"),
    Field("thema", text="Kennung des Themas"),
    Field("uebergeordnet", text="Kennung des Ziels oder Themas, zu dem es gehört"),
    Field("sdgs", text="Nummern der Ziele für nachhaltige Entwicklung, mit Semikolon getrennt"),
)
_ARCHIVE = (
    Field("id", text="Kennung, die es als Projekt hatte"),
    Field("projekt", text="Name des Projekts"),
    Field("thema", text="Kennung oder Name des Themas"),
    Field("ausgabe", "date", "Tag der letzten Ausgabe, in der es stand"),
    Field("nummer", text="Nummer in jener Ausgabe"),
)


def _projects(report: Report) -> Iterator[tuple[Theme, str, Project]]:
    for theme in report.themes:
        yield from ((theme, "", project) for project in theme.projects)
    for theme, _, goal in _goals(report):
        yield from ((theme, goal.id, project) for project in goal.projects)


def _goals(report: Report) -> Iterator[tuple[Theme, str, Goal]]:
    """Every goal with its theme and the id of what it stands in."""
    for theme in report.themes:
        waiting = [(theme.id, goal) for goal in reversed(theme.goals)]
        while waiting:
            parent, goal = waiting.pop()
            yield theme, parent, goal
            waiting += [(goal.id, inner) for inner in reversed(goal.goals)]


def _project(
    report: Report, numbering: Numbering, theme: Theme, goal: str, one: Project
) -> tuple[Cell, ...]:
    status = {status.id: status.column_title or status.label for status in report.profile.statuses}
    return (
        one.id, numbering[one.id], one.title, one.status, status.get(one.status, one.status),
        theme.id, theme.title, goal, one.description, one.progress, _many(one.responsible),
        _many(one.cooperation.municipalities), _many(one.sdgs), _day(one.start), _day(one.end),
    )  # fmt: skip


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _many(values: tuple[object, ...]) -> str:
    return _SEPARATOR.join(map(str, values))
