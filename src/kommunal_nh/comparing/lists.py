"""The change report's lists: what happened to which project, one table for each kind of change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from kommunal_nh.assembly.context import words
from kommunal_nh.comparing.changes import Change, Changes
from kommunal_nh.comparing.sheet import Sheet, called
from kommunal_nh.document import Column, Inline, Paragraph, Row, Section, Table
from kommunal_nh.labels import Labels
from kommunal_nh.model import ArchiveEntry, Withdrawn

Cells: TypeAlias = tuple[tuple[Inline, ...], ...]
_PROJECT, _THEME = "project", "theme"


@attrs.frozen(eq=False)
class Listing:
    """One kind of change, as a table.

    Attributes:
        name: In the section's anchor.
        title: Label of its heading.
        kind: Label in the overview.
        caption: Label of the table.
        columns: Label and width of each column; `project` and `theme` are the profile's words.
        rows: Makes the rows.
        note: Label of a sentence above the table.
    """

    name: str
    title: str
    kind: str
    caption: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Sheet], Iterator[Cells]]
    note: str = ""

    def section(self, sheet: Sheet) -> Iterator[Section]:
        """The section with the table.

        Args:
            sheet: What changed.

        Yields:
            One section, if there are rows.
        """
        if rows := tuple(map(Row, self.rows(sheet))):
            labels = sheet.labels
            columns = tuple(_column(sheet, *column) for column in self.columns)
            note = (
                (Paragraph(words(sheet.filled(getattr(labels, self.note)))),) if self.note else ()
            )
            table = Table(sheet.filled(getattr(labels, self.caption)), columns, rows)
            yield sheet.section(self.name, getattr(labels, self.title), (*note, table))


def _column(sheet: Sheet, label: str, width: int) -> Column:
    labels: Labels = sheet.labels
    if label == _PROJECT:
        return Column(sheet.new.profile.levels.project.singular, width, header=True)
    if label == _THEME:
        return Column(sheet.new.profile.levels.theme.singular, width)
    return Column(getattr(labels, label), width, header=label == "column_title")


def _archived(sheet: Sheet) -> Iterator[Cells]:
    yield from (_gone(sheet, change) for change in sheet.changes.projects if change.is_archived)
    for entry in sheet.changes.entries:
        if isinstance(entry, ArchiveEntry):
            theme = called(sheet.new, entry.theme)
            yield words(entry.number), words(entry.project), words(theme)


def _missing(sheet: Sheet) -> Iterator[Cells]:
    yield from (_gone(sheet, change) for change in sheet.changes.projects if change.is_missing)


def _gone(sheet: Sheet, change: Change) -> Cells:
    was = change.latest
    return words(was.number), words(was.title), words(called(sheet.old, was.home[0]))


def _status(sheet: Sheet) -> Iterator[Cells]:
    for change in sheet.changes.projects:
        then, now = change.old, change.new
        if change.has_new_status and then and now and then.mark and now.mark:
            marks = (then.mark,), (now.mark,)
            yield words(now.number), words(now.title), *marks, words(then.number)


def _moved(sheet: Sheet) -> Iterator[Cells]:
    for change in sheet.changes.projects:
        then, now = change.old, change.new
        if change.is_moved and then and now:
            places = called(sheet.old, then.home[-1]), called(sheet.new, now.home[-1])
            cells = (now.number, now.title, *places, then.number)
            yield tuple(words(cell) for cell in cells)


def _withdrawn(sheet: Sheet) -> Iterator[Cells]:
    for number, title, entry in ended(sheet.changes):
        if not entry.merged_into:
            yield words(number), words(title), _reason(sheet, entry)


def _merged(sheet: Sheet) -> Iterator[Cells]:
    for number, title, entry in ended(sheet.changes):
        if entry.merged_into:
            target = words(called(sheet.new, entry.merged_into))
            yield words(number), words(title), target, _reason(sheet, entry)


def _renumbered(sheet: Sheet) -> Iterator[Cells]:
    for change in sheet.changes.things:
        if change.is_only_renumbered and change.old and change.new:
            cells = (change.old.number, change.new.number, change.new.title)
            yield tuple(words(cell) for cell in cells)


def ended(changes: Changes) -> Iterator[tuple[str, str, Withdrawn]]:
    """The projects that were withdrawn or merged.

    Args:
        changes: What changed.

    Yields:
        The number as printed last, the title and the row.
    """
    for change in changes.projects:
        if change.is_gone and isinstance(change.ending, Withdrawn):
            yield change.latest.number, change.latest.title, change.ending
    for entry in changes.entries:
        if isinstance(entry, Withdrawn):
            yield "", entry.project, entry


def _reason(sheet: Sheet, entry: Withdrawn) -> tuple[Inline, ...]:
    return sheet.names.plain(sheet.new.line(entry.reason))


ARCHIVED = Listing(
    "archiviert", "changes_archived", "change_archived", "caption_archived",
    (("column_number_old", 14), (_PROJECT, 50), (_THEME, 36)), _archived,
)  # fmt: skip
STATUS = Listing(
    "status", "changes_status", "change_status", "caption_status",
    (("column_number_now", 13), (_PROJECT, 39), ("column_old", 18), ("column_now", 18),
     ("column_number_old", 12)), _status,
)  # fmt: skip
MOVED = Listing(
    "verschoben", "changes_moved", "change_moved", "caption_moved",
    (("column_number_now", 12), (_PROJECT, 30), ("column_old", 23), ("column_now", 23),
     ("column_number_old", 12)), _moved,
)  # fmt: skip
WITHDRAWN = Listing(
    "entfallen", "changes_withdrawn", "change_withdrawn", "caption_withdrawn",
    (("column_number_old", 14), (_PROJECT, 40), ("column_reason", 46)), _withdrawn,
)  # fmt: skip
MERGED = Listing(
    "zusammengefuehrt", "changes_merged", "change_merged", "caption_merged",
    (("column_number_old", 14), (_PROJECT, 30), ("column_merged", 26), ("column_reason", 30)),
    _merged,
)  # fmt: skip
MISSING = Listing(
    "fehlt", "changes_missing", "change_missing", "caption_missing",
    (("column_number_old", 14), (_PROJECT, 50), (_THEME, 36)), _missing, "missing_text",
)  # fmt: skip
RENUMBERED = Listing(
    "nummern", "changes_renumbered", "change_renumbered", "caption_renumbered",
    (("column_number_old", 14), ("column_number_now", 14), ("column_title", 72)), _renumbered,
    "renumbered_text",
)  # fmt: skip
