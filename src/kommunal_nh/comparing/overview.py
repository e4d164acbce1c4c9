"""The first page of the change report: how many projects there were and are, and what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunal_nh.assembly.context import Context, words
from kommunal_nh.assembly.past import mark_of
from kommunal_nh.comparing import details
from kommunal_nh.comparing.lists import (
    ARCHIVED,
    MERGED,
    MISSING,
    MOVED,
    RENUMBERED,
    STATUS,
    WITHDRAWN,
    Listing,
)
from kommunal_nh.comparing.sheet import Sheet, anchor
from kommunal_nh.document import (
    Block,
    Column,
    Inline,
    Paragraph,
    Reference,
    Row,
    Section,
    Table,
    Text,
)
from kommunal_nh.profile import Status
from kommunal_nh.walks import all_projects

_ALWAYS = (ARCHIVED, STATUS, MOVED, WITHDRAWN)
_MINUS = "\N{MINUS SIGN}"


def overview(sheet: Sheet) -> Section:
    """The overview.

    Args:
        sheet: What changed.

    Returns:
        One section.
    """
    return sheet.section("ueberblick", sheet.labels.overview, tuple(_blocks(sheet)), 1)


def statuses_of(sheet: Sheet) -> tuple[Status, ...]:
    """The statuses of both editions.

    Args:
        sheet: What changed.

    Returns:
        Those of the newer edition, then those that only the older one has.
    """
    now, then = sheet.new.profile.statuses, sheet.old.profile.statuses
    known = {status.id for status in now}
    return (*now, *(status for status in then if status.id not in known))


def _blocks(sheet: Sheet) -> Iterator[Block]:
    labels, level = sheet.labels, sheet.new.profile.levels.project
    before, after = (_count(context).total() for context in (sheet.old, sheet.new))
    text = sheet.filled(
        labels.changes_text,
        anzahl_bisher=before,
        projekte_bisher=level.counted(before),
        anzahl=after,
        projekte=level.counted(after),
    )
    yield Paragraph(words(text))
    if not sheet.changes:
        yield Paragraph(words(sheet.filled(labels.no_changes)))
        return
    yield _kinds(sheet)
    yield _statuses(sheet)


def _kinds(sheet: Sheet) -> Table:
    labels = sheet.labels
    columns = (
        Column(labels.column_change, 80, header=True),
        Column(labels.column_count, 20, "end"),
    )
    return Table(labels.changes_caption, columns, tuple(_kind_rows(sheet)))


def _kind_rows(sheet: Sheet) -> Iterator[Row]:
    labels, changes = sheet.labels, sheet.changes
    yield _kind(details.NEW, labels.change_new, changes.new_projects)
    yield from _listed(sheet, ARCHIVED, STATUS, MOVED, WITHDRAWN, MERGED, MISSING)
    texts = sum(1 for change in changes.projects if change.texts)
    yield _kind(details.TEXTS, labels.change_text, texts)
    frame = sum(1 for change in changes.frame if not change.is_only_renumbered)
    if frame:
        yield _kind(details.FRAME, sheet.filled(labels.change_frame), frame)
    facts = len(changes.texts) + len(changes.notes)
    if facts:
        yield _kind(details.REPORT, labels.change_report, facts)
    yield from _listed(sheet, RENUMBERED)


def _listed(sheet: Sheet, *listings: Listing) -> Iterator[Row]:
    for listing in listings:
        count = sum(1 for _ in listing.rows(sheet))
        if count or listing in _ALWAYS:
            yield _kind(listing.name, getattr(sheet.labels, listing.kind), count)


def _kind(name: str, label: str, count: int) -> Row:
    """A row that leads to the section, if there is one."""
    title: Inline = Reference(anchor(name), (Text(label),)) if count else Text(label)
    return Row(((title,), words(str(count))))


def _statuses(sheet: Sheet) -> Table:
    labels = sheet.labels
    days = (labels.date(context.report.as_of) for context in (sheet.old, sheet.new))
    columns = (
        Column(labels.filter_status, 40, header=True),
        *(Column(day, 20, "end") for day in days),
        Column(labels.column_difference, 20, "end"),
    )
    return Table(sheet.filled(labels.status_caption), columns, tuple(_status_rows(sheet)))


def _status_rows(sheet: Sheet) -> Iterator[Row]:
    before, after = _count(sheet.old), _count(sheet.new)
    now = sheet.new.profile
    for status in sorted(statuses_of(sheet), key=lambda status: status.stage.position):
        own = now if status in now.statuses else sheet.old.profile
        mark = (mark_of(own, status.id),)
        yield _counts(mark, before[status.id], after[status.id])
    yield _counts(words(sheet.labels.total), before.total(), after.total())


def _counts(name: tuple[Inline, ...], before: int, after: int) -> Row:
    return Row(
        (name, *(words(text) for text in (str(before), str(after), _signed(after - before))))
    )


def _signed(difference: int) -> str:
    if difference < 0:
        return f"{_MINUS}{-difference}"
    return f"+{difference}" if difference else "0"


def _count(context: Context) -> Counter[str]:
    return Counter(project.status for project in all_projects(context.report))
