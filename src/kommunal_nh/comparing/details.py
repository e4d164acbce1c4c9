"""The change report's texts: new projects in full, changed texts with what changed in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from kommunal_nh.assembly.context import fact, words
from kommunal_nh.assembly.passages import printed
from kommunal_nh.comparing.changes import Change, Placed
from kommunal_nh.comparing.passages import passages_of
from kommunal_nh.comparing.printing import changed_text
from kommunal_nh.comparing.sheet import Sheet, anchor, called
from kommunal_nh.document import Block, Deferred, Heading, List, Paragraph, Section

NEW, TEXTS, FRAME, REPORT = "neu", "texte", "rahmen", "report"
_Make: TypeAlias = Callable[[Sheet, Change], Iterator[Block]]


def new_projects(sheet: Sheet) -> Iterator[Section]:
    """The new projects with their texts in full.

    Args:
        sheet: What changed.

    Yields:
        One section, if there are new projects.
    """
    found = (change for change in sheet.changes.projects if change.is_new)
    yield from _sections(sheet, NEW, sheet.labels.changes_new, found, _new_project)


def changed_texts(sheet: Sheet) -> Iterator[Section]:
    """The projects whose texts or facts changed.

    Args:
        sheet: What changed.

    Yields:
        One section, if there are such projects.
    """
    found = (change for change in sheet.changes.projects if change.texts)
    yield from _sections(sheet, TEXTS, sheet.labels.changes_text_heading, found, _texts)


def changed_frame(sheet: Sheet) -> Iterator[Section]:
    """The chapters, themes and goals to which more happened than another number.

    Args:
        sheet: What changed.

    Yields:
        One section, if there are any.
    """
    found = (change for change in sheet.changes.frame if not change.is_only_renumbered)
    yield from _sections(sheet, FRAME, sheet.labels.changes_frame, found, _frame_thing)


def changed_report(sheet: Sheet) -> Iterator[Section]:
    """What changed in the report as a whole.

    Args:
        sheet: What changed.

    Yields:
        One section, if there is any.
    """
    changes = sheet.changes
    blocks = [block for text in changes.texts for block in changed_text(sheet.names, text)]
    if changes.notes:
        notes = (sheet.filled(getattr(sheet.labels, f"{note}_changed")) for note in changes.notes)
        blocks.append(List(tuple((Paragraph(words(note)),) for note in notes)))
    if blocks:
        yield sheet.section(REPORT, sheet.labels.changes_report, blocks)


def _sections(
    sheet: Sheet, name: str, title: str, found: Iterable[Change], make: _Make
) -> Iterator[Section]:
    inner = [_section(sheet, name, change, make) for change in found]
    if inner:
        yield sheet.section(name, title, inner)


def _section(sheet: Sheet, name: str, change: Change, make: _Make) -> Section:
    """A section on one thing; what is gone keeps the number that it had."""
    latest = change.latest
    head = Heading(3, latest.number, words(latest.title))
    blocks = Deferred(lambda: (head, *make(sheet, change)))
    return Section("changed", anchor(f"{name}.{latest.kind.value}.{change.id}"), blocks)


def _new_project(sheet: Sheet, change: Change) -> Iterator[Block]:
    now = change.latest
    if now.mark:
        yield fact(sheet.labels.status, (now.mark,))
    yield fact(sheet.labels.place_fact, words(_place(sheet, now)))
    yield from _whole(sheet, now)


def _place(sheet: Sheet, placed: Placed) -> str:
    ends = dict.fromkeys((placed.home[0], placed.home[-1]))
    return ", ".join(called(sheet.new, thing_id) for thing_id in ends)


def _whole(sheet: Sheet, placed: Placed) -> Iterator[Block]:
    blocks = printed(passages_of(sheet.new, placed.thing))
    return (sheet.names.plain_block(block) for block in blocks)


def _texts(sheet: Sheet, change: Change) -> Iterator[Block]:
    for text in change.texts:
        yield from changed_text(sheet.names, text)


def _frame_thing(sheet: Sheet, change: Change) -> Iterator[Block]:
    labels = sheet.labels
    if change.is_gone:
        yield fact(labels.change_fact, words(labels.change_gone))
    elif change.is_new:
        yield fact(labels.change_fact, words(labels.change_new))
        yield from _whole(sheet, change.latest)
    else:
        yield from _places(sheet, change)
        yield from _texts(sheet, change)


def _places(sheet: Sheet, change: Change) -> Iterator[Block]:
    """Where a thing stood and stands, and under which number."""
    labels, then, now = sheet.labels, change.old, change.new
    if then and now and change.is_moved:
        homes = called(sheet.old, then.home[-1]), called(sheet.new, now.home[-1])
        yield fact(labels.place_fact, words(_from_to(sheet, *homes)))
    if then and now and change.has_new_number:
        yield fact(labels.number_fact, words(_from_to(sheet, then.number, now.number)))


def _from_to(sheet: Sheet, then: str, now: str) -> str:
    return sheet.filled(sheet.labels.change_from_to, bisher=then, jetzt=now)
