"""Projects that are no longer reported: the archive, and those that ended in another way."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.document import (
    Block,
    Column,
    Heading,
    Inline,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh.model import Withdrawn


def archive(context: Context) -> Iterator[Block]:
    """The chapter with finished projects of earlier editions.

    Args:
        context: The report.

    Yields:
        One section.
    """
    labels = context.labels
    heading = Heading(1, "", words(labels.archive))
    content: Block = Paragraph(words(_said(context, labels.archive_empty)), role="empty")
    if context.report.archive:
        columns = (
            Column(context.profile.levels.theme.singular, 30),
            Column(context.profile.levels.project.singular, 44, header=True),
            Column(labels.column_edition, 13),
            Column(labels.column_old_number, 13),
        )
        content = Table(
            _said(context, labels.archive_caption), columns, tuple(_archive_rows(context))
        )
    yield Section("archive", f"{FRAME}archiv", (heading, content))


def _archive_rows(context: Context) -> Iterator[Row]:
    titles = {theme.id: theme.title for theme in context.report.themes}
    for entry in context.report.archive:
        cells = (
            titles.get(entry.theme, entry.theme),
            entry.project,
            context.labels.date(entry.edition),
            entry.number,
        )
        yield Row(tuple(words(cell) for cell in cells))


def withdrawn(context: Context) -> Iterator[Block]:
    """The chapter with projects that ended without being carried out.

    Args:
        context: The report.

    Yields:
        One section, or nothing if there are none.
    """
    if not context.report.withdrawn:
        return
    labels = context.labels
    columns = (
        Column(context.profile.levels.project.singular, 35, header=True),
        Column(labels.column_reason, 50),
        Column(labels.column_edition, 15),
    )
    rows = tuple(_withdrawn_row(context, entry) for entry in context.report.withdrawn)
    heading = Heading(1, "", words(_said(context, labels.withdrawn)))
    table = Table(_said(context, labels.withdrawn_caption), columns, rows)
    yield Section("withdrawn", f"{FRAME}entfallen", (heading, table))


def _withdrawn_row(context: Context, entry: Withdrawn) -> Row:
    day = context.labels.date(entry.edition) if entry.edition else ""
    reason = context.line(entry.reason) + _merged(context, entry)
    return Row((words(entry.project), reason, words(day)))


def _merged(context: Context, entry: Withdrawn) -> tuple[Inline, ...]:
    target = context.surroundings.target(entry.merged_into) if entry.merged_into else None
    if target is None:
        return ()
    name = f"{target.number} {target.title}".strip()
    text = fill(context.labels.merged_into, projekt=name)
    space = words(" ") if entry.reason.strip() else ()
    if not target.anchor:
        return (*space, *words(text))
    return (*space, Reference(target.anchor, (Text(text),)))


def _said(context: Context, label: str) -> str:
    """A label that may name the projects."""
    return fill(label, projekte=context.profile.levels.project.several)
