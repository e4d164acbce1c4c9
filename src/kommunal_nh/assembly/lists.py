"""The project lists: one table for each theme, with one mark in each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from kommunal_nh.assembly.columns import status_columns
from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.facets import project_facets, unit_code
from kommunal_nh.assembly.projects import cooperation
from kommunal_nh.document import (
    Block,
    Column,
    Deferred,
    Heading,
    Inline,
    Paragraph,
    Row,
    Section,
    Table,
)
from kommunal_nh.labels import fill
from kommunal_nh.model import Cooperation, Goal, Project, Theme
from kommunal_nh.numbering import in_order
from kommunal_nh.walks import all_projects

_NUMBER, _TITLE, _STATUSES, _COOPERATION, _RESPONSIBLE = 60, 230, 420, 160, 130
_Column: TypeAlias = tuple[Column, Callable[[Project], tuple[Inline, ...]]]
"""A column, and what it says of a project."""


def project_lists(context: Context) -> Iterator[Block]:
    """The chapter with all project lists.

    Args:
        context: The report.

    Yields:
        One section.
    """
    blocks = Deferred(partial(_lists, context))
    yield Section("lists", f"{FRAME}projektlisten", blocks, landscape=True)


def _lists(context: Context) -> Iterator[Block]:
    yield Heading(1, "", words(context.labels.project_lists))
    columns = tuple(_columns(context))
    for theme in context.report.themes:
        caption = fill(context.labels.list_caption, thema=theme.title)
        if any(_in_document_order(context, theme)):
            rows = Deferred(partial(_rows, context, theme, columns))
            yield Table(caption, tuple(column for column, _ in columns), rows, landscape=True)
        else:
            yield Paragraph(words(caption), role="label")
            yield Paragraph(words(context.labels.no_entries), role="empty")


def _columns(context: Context) -> Iterator[_Column]:
    """The columns; one in which no list of the report would have an entry is left out."""
    labels, profile = context.labels, context.profile
    projects = list(all_projects(context.report))
    numbered = not context.numbering.patterns.project.is_empty
    if numbered:
        number = Column(labels.column_number, _NUMBER)
        yield number, lambda project: context.link(project, context.numbering[project.id])
    title = Column(profile.levels.project.singular, _TITLE, header=True)
    yield title, lambda one: words(one.title) if numbered else context.link(one, one.title)
    yield from _status_columns(context)
    if any(project.cooperation != Cooperation() for project in projects):
        yield Column(labels.column_cooperation, _COOPERATION), partial(cooperation, context)
    if any(project.responsible for project in projects):
        yield Column(labels.column_responsible, _RESPONSIBLE), partial(_responsible, context)


def _status_columns(context: Context) -> Iterator[_Column]:
    columns = status_columns(context, _STATUSES, "center")
    for status, column in zip(context.profile.by_stage, columns, strict=True):
        yield column, partial(_mark, context, status.id)


def _mark(context: Context, status: str, project: Project) -> tuple[Inline, ...]:
    return (context.mark(status),) if project.status == status else ()


def _responsible(context: Context, project: Project) -> tuple[Inline, ...]:
    return words(", ".join(unit_code(context, unit) for unit in project.responsible))


def _rows(context: Context, theme: Theme, columns: Sequence[_Column]) -> Iterator[Row]:
    for project in _in_document_order(context, theme):
        cells = tuple(cell(project) for _, cell in columns)
        yield Row(cells, project_facets(context, project, theme.id))


def _in_document_order(context: Context, parent: Theme | Goal) -> Iterator[Project]:
    yield from in_order(context.profile, parent)
    for goal in parent.goals:
        yield from _in_document_order(context, goal)
