"""Projects that are no longer reported: the archive, and those that ended in another way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
)
from kommunal_nh.model import Withdrawn

_FEW_WITHDRAWN, _FEW_ROWS = 5, 15  # they fit on one page


def archive(context: Context) -> Iterator[Block]:
    """The chapter with finished projects of earlier editions.

    Args:
        context: The report.

    Yields:
        One section.
    """
    labels = context.labels
    heading = Heading(1, "", words(labels.archive))
    content: Block = Paragraph(words(context.filled(labels.archive_empty)), role="empty")
    if context.report.archive:
        columns = (
            Column(context.profile.levels.theme.singular, 30),
            Column(context.profile.levels.project.singular, 44, header=True),
            Column(labels.column_edition, 13),
            Column(labels.column_old_number, 13),
        )
        content = Table(
            context.filled(labels.archive_caption), columns, tuple(_archive_rows(context))
        )
    runs_on = _shares_a_page(context)
    yield Section("archive", f"{FRAME}archiv", (heading, content), runs_on=runs_on)


def _shares_a_page(context: Context) -> bool:
    """Whether there is so little in both that the archive stands below the withdrawn projects."""
    report, parts = context.report, context.profile.parts
    is_next = ("entfallen", "archiv") in pairwise(parts)
    return (
        is_next and 0 < len(report.withdrawn) <= _FEW_WITHDRAWN and len(report.archive) <= _FEW_ROWS
    )


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
    heading = Heading(1, "", words(context.filled(labels.withdrawn)))
    table = Table(context.filled(labels.withdrawn_caption), columns, rows)
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
    before, is_named, after = context.labels.merged_into.partition("{projekt}")
    space = " " if entry.reason.strip() else ""
    named = (Reference(target.anchor, words(name)),) if target.anchor else words(name)
    if not is_named:
        return words(space + before)
    return (*words(space + before), *named, *words(after))
