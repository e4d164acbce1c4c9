"""The history of projects: in which edition each of them had which status and number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.past import Appearance, full_number
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
    Text,
)
from kommunal_nh.model import ArchiveEntry, Goal, Project, Theme
from kommunal_nh.numbering import in_order
from kommunal_nh.profile import HISTORY_PART

_EARLIER = 5  # columns beside that of the report itself
_Cells = dict[date, tuple[Inline, ...]]


def history(context: Context, project: Project) -> tuple[Inline, ...]:
    """The history of a project on one line.

    Args:
        context: The report.

        project: The project.

    Returns:
        One entry for each earlier edition that knows it; nothing if the profile does not want
        histories.
    """
    if HISTORY_PART not in context.profile.parts:
        return ()
    return words("; ".join(_entry(context, *found) for found in _appearances(context, project.id)))


def histories(context: Context) -> Iterator[Block]:
    """The chapter with the histories of all projects.

    Args:
        context: The report.

    Yields:
        One section.
    """
    blocks = Deferred(partial(_blocks, context))
    yield Section("history", f"{FRAME}verlauf", blocks, landscape=True)


def _appearances(context: Context, project_id: str) -> Iterator[tuple[date, Appearance]]:
    for edition in context.past:
        if project_id in edition.projects:
            yield edition.as_of, edition.projects[project_id]


def _entry(context: Context, day: date, then: Appearance) -> str:
    number = f" ({then.number})" if then.number else ""
    return f"{context.labels.date(day)} {then.mark.text}{number}"


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(1, "", words(context.filled(context.labels.history)))
    if context.for_contents:
        return
    days = _days(context)
    known = {name for theme in context.report.themes for name in (theme.id, theme.title)}
    for theme in context.report.themes:
        rows = [*_project_rows(context, theme, theme, days), *_archived(context, theme, days)]
        yield from _table(context, theme.title, days, rows)
    for name in dict.fromkeys(entry.theme for entry in context.report.archive):
        if name not in known and (rows := list(_archive_rows(context, {name}, days))):
            yield from _table(context, name, days, rows)


def _days(context: Context) -> list[date]:
    """The days of the columns: the latest earlier editions, then the report itself."""
    report = context.report
    days = {edition.as_of for edition in context.past}
    days |= {entry.edition for entry in report.archive}
    earlier = sorted(day for day in days if day != report.as_of)
    return [*earlier[-_EARLIER:], report.as_of]


def _table(
    context: Context, name: str, days: Sequence[date], rows: Sequence[Row]
) -> Iterator[Block]:
    caption = context.filled(context.labels.history_caption, thema=name)
    if not rows:
        yield Paragraph(words(caption), role="label")
        yield Paragraph(words(context.labels.no_entries), role="empty")
        return
    columns = (
        Column(context.profile.levels.project.singular, 28, header=True),
        *(Column(context.labels.date(day), 12, "center") for day in days),
    )
    yield Table(caption, columns, tuple(rows), landscape=True)


def _project_rows(
    context: Context, parent: Theme | Goal, theme: Theme, days: Sequence[date]
) -> Iterator[Row]:
    texts, local = context.numbering.texts, context.numbering.projects_are_local
    for project in in_order(context.profile, parent):
        number = full_number(texts, project.id, parent.id, local=local)
        cells = _past_cells(context, project.id)
        cells[days[-1]] = _cell(context, Appearance(context.mark(project.status), number))
        yield _row(context.link(project, project.title), cells, days)
    for goal in parent.goals:
        yield from _project_rows(context, goal, theme, days)


def _archived(context: Context, theme: Theme, days: Sequence[date]) -> Iterator[Row]:
    return _archive_rows(context, {theme.id, theme.title}, days)


def _archive_rows(context: Context, names: set[str], days: Sequence[date]) -> Iterator[Row]:
    for entry in context.report.archive:
        cells = _archive_cells(context, entry)
        if entry.theme in names and any(day in cells for day in days):
            yield _row(words(entry.project), cells, days)


def _archive_cells(context: Context, entry: ArchiveEntry) -> _Cells:
    cells = _past_cells(context, entry.id) if entry.id else {}
    cells.setdefault(entry.edition, words(entry.number))
    return cells


def _past_cells(context: Context, project_id: str) -> _Cells:
    return {day: _cell(context, then) for day, then in _appearances(context, project_id)}


def _cell(context: Context, then: Appearance) -> tuple[Inline, ...]:
    """Status and number; a status that the profile no longer has is only words."""
    known = then.mark.status in context.statuses
    mark: Inline = then.mark if known else Text(then.mark.text)
    return (mark, *words(f" {then.number}" if then.number else ""))


def _row(title: tuple[Inline, ...], cells: _Cells, days: Sequence[date]) -> Row:
    return Row((title, *(cells.get(day, ()) for day in days)))
