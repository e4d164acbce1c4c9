"""The project lists: one table for each theme, with one mark in each row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

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
from kommunal_nh.model import Goal, Project, Theme
from kommunal_nh.numbering import in_order

_NUMBER, _TITLE, _STATUSES, _COOPERATION, _RESPONSIBLE = 60, 230, 420, 160, 130


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
    for theme in context.report.themes:
        caption = fill(context.labels.list_caption, thema=theme.title)
        if any(_in_document_order(context, theme)):
            rows = Deferred(partial(_rows, context, theme))
            yield Table(caption, _columns(context), rows, landscape=True)
        else:
            yield Paragraph(words(caption), role="label")
            yield Paragraph(words(context.labels.no_entries), role="empty")


def _columns(context: Context) -> tuple[Column, ...]:
    labels = context.labels
    numbers = () if _unnumbered(context) else (Column(labels.column_number, _NUMBER),)
    return (
        *numbers,
        Column(context.profile.levels.project.singular, _TITLE, header=True),
        *status_columns(context, _STATUSES, "center"),
        Column(labels.column_cooperation, _COOPERATION),
        Column(labels.column_responsible, _RESPONSIBLE),
    )


def _rows(context: Context, theme: Theme) -> Iterator[Row]:
    for project in _in_document_order(context, theme):
        marks: list[tuple[Inline, ...]] = [
            (context.mark(project.status),) if status.id == project.status else ()
            for status in context.profile.by_stage
        ]
        units = ", ".join(unit_code(context, unit) for unit in project.responsible)
        cells = (
            *_name(context, project),
            *marks,
            cooperation(context, project),
            words(units),
        )
        yield Row(cells, project_facets(context, project, theme.id))


def _name(context: Context, project: Project) -> tuple[tuple[Inline, ...], ...]:
    """Number and title; what leads to the project is its number or, without one, its title."""
    if _unnumbered(context):
        return (context.link(project, project.title),)
    return context.link(project, context.numbering[project.id]), words(project.title)


def _unnumbered(context: Context) -> bool:
    return context.numbering.patterns.project.is_empty


def _in_document_order(context: Context, parent: Theme | Goal) -> Iterator[Project]:
    yield from in_order(context.profile, parent)
    for goal in parent.goals:
        yield from _in_document_order(context, goal)
