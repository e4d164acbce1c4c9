"""The changes as a chapter of the report itself: names, links and short notes, no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kommunal_nh.assembly.context import FRAME, Context, fact, words
from kommunal_nh.comparing.changes import Change, Placed, TextChange
from kommunal_nh.comparing.lists import ended
from kommunal_nh.comparing.matching import compare
from kommunal_nh.comparing.sheet import Sheet, called
from kommunal_nh.document import Block, Deferred, Heading, Inline, List, Paragraph, Section, Text
from kommunal_nh.model import ArchiveEntry, Edition

_Item = tuple[Inline, ...]
_Make = Callable[[Context, Sheet], Iterator[_Item]]
_ARROW = Text(" → ")


def changes_chapter(context: Context) -> Iterator[Block]:
    """The chapter on what changed since the edition before.

    Args:
        context: The report; the last of its past editions is compared with it.

    Yields:
        One section.
    """
    found: list[tuple[Block, ...]] = []

    def blocks() -> Iterator[Block]:
        yield Heading(1, "", words(context.labels.changes_since))
        if context.for_contents:
            return
        if not found:  # compared once, however often the document is written
            found.append(tuple(_blocks(context)))
        yield from found[0]

    yield Section("changes", f"{FRAME}aenderungen", Deferred(blocks))


def _blocks(context: Context) -> Iterator[Block]:
    if not context.report.past:
        yield Paragraph(words(context.labels.no_earlier_edition), role="empty")
        return
    now = Edition(context.report, context.numbering.texts, context.numbering.sections)
    changes = compare(context.report.past[-1], now)
    sheet = Sheet.of(changes)
    if not changes:
        yield Paragraph(words(sheet.filled(context.labels.no_changes)), role="empty")
        return
    yield Paragraph(words(sheet.filled(context.labels.changes_basis)))
    yield from _lists(context, sheet)
    count = sum(change.is_only_renumbered for change in changes.things)
    if count:
        yield fact(f"{sheet.filled(context.labels.changes_renumbered)}:", words(str(count)))


def _lists(context: Context, sheet: Sheet) -> Iterator[Block]:
    for label, make in _LISTS.items():
        if items := tuple((Paragraph(item),) for item in make(context, sheet)):
            yield Paragraph(words(f"{sheet.filled(getattr(sheet.labels, label))}:"), role="label")
            yield List(items)


def _new(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for change in sheet.changes.projects:
        if change.is_new:
            yield (*_name(context, change), *_mark(context, change.new))


def _status(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for change in sheet.changes.projects:
        if change.has_new_status:
            then, now = _mark(context, change.old), _mark(context, change.new)
            yield (*_name(context, change), *then, _ARROW, *now[1:])


def _moved(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for change in sheet.changes.projects:
        if change.is_moved and change.old and change.new:
            then, now = change.old.home[-1], change.new.home[-1]
            places = f": {called(sheet.old, then)} → {called(sheet.new, now)}"
            yield (*_name(context, change), Text(places))


def _archived(context: Context, sheet: Sheet) -> Iterator[_Item]:
    yield from (_name(context, change) for change in sheet.changes.projects if change.is_archived)
    for entry in sheet.changes.entries:
        if isinstance(entry, ArchiveEntry):
            yield words(f"{entry.number} {entry.project}".strip())


def _withdrawn(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for number, title, entry in ended(sheet.changes):
        if not entry.merged_into:
            yield words(f"{number} {title}".strip())


def _merged(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for number, title, entry in ended(sheet.changes):
        if entry.merged_into:
            name, target = f"{number} {title} → ".lstrip(), context.things.get(entry.merged_into)
            into = called(context, entry.merged_into)
            yield (Text(name), *(context.link(target, into) if target else words(into)))


def _missing(context: Context, sheet: Sheet) -> Iterator[_Item]:
    yield from (_name(context, change) for change in sheet.changes.projects if change.is_missing)


def _texts(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for change in sheet.changes.projects:
        if change.texts:
            yield (*_name(context, change), Text(f": {_labels(change.texts)}"))


def _frame(context: Context, sheet: Sheet) -> Iterator[_Item]:
    for change in sheet.changes.frame:
        if not change.is_only_renumbered:
            yield (*_name(context, change), Text(f": {_happened(sheet, change)}"))


def _report(context: Context, sheet: Sheet) -> Iterator[_Item]:
    yield from (words(_labels((text,))) for text in sheet.changes.texts)
    for note in sheet.changes.notes:
        yield words(sheet.filled(getattr(context.labels, f"{note}_changed")))


_LISTS: dict[str, _Make] = {
    "changes_new": _new,
    "changes_status": _status,
    "changes_archived": _archived,
    "changes_moved": _moved,
    "changes_withdrawn": _withdrawn,
    "changes_merged": _merged,
    "changes_missing": _missing,
    "changes_text_heading": _texts,
    "changes_frame": _frame,
    "changes_report": _report,
}


def _name(context: Context, change: Change) -> _Item:
    """A thing by number and title; what is still in the report can be followed."""
    name = f"{change.latest.number} {change.latest.title}".strip()
    return words(name) if change.is_gone else context.link(context.things[change.id], name)


def _mark(context: Context, placed: Placed | None) -> _Item:
    """A status after a name; one that the profile no longer has is only words."""
    if placed is None or placed.mark is None:
        return ()
    known = placed.mark.status in context.statuses
    return (Text(": "), placed.mark if known else Text(placed.mark.text))


def _labels(texts: Iterable[TextChange]) -> str:
    """Which texts changed, each named once."""
    return ", ".join(dict.fromkeys(text.label.rstrip(": ") for text in texts))


def _happened(sheet: Sheet, change: Change) -> str:
    labels = sheet.labels
    if change.is_new:
        return labels.change_new
    if change.is_gone:
        return labels.change_gone
    moved = [labels.change_moved] if change.is_moved else []
    return ", ".join(filter(None, (*moved, _labels(change.texts))))
