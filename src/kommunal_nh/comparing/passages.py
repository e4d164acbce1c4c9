"""Which texts and facts of a thing say something else than before."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.assembly.chapters import chapter_passages
from kommunal_nh.assembly.context import Context, Thing, words
from kommunal_nh.assembly.goals import goal_passages
from kommunal_nh.assembly.passages import Passage
from kommunal_nh.assembly.projects import project_passages
from kommunal_nh.assembly.themes import theme_passages
from kommunal_nh.comparing.changes import Change, TextChange
from kommunal_nh.comparing.lines import Line, lines_of
from kommunal_nh.document import Paragraph
from kommunal_nh.model import Chapter, Project, Theme

_Place = tuple[str, str, int]
"""Key and part of a passage, and how many passages with both come before it."""


def text_changes(old: Context, new: Context, change: Change) -> Iterator[TextChange]:
    """Compare the texts and facts of a thing that both editions have.

    Args:
        old: The older edition, with neutral references.

        new: The newer one, likewise.

        change: The thing.

    Yields:
        The texts that changed: the title, then the others in the order of the newer edition.
    """
    assert change.old is not None and change.new is not None  # noqa: S101 - as said above
    if change.old.thing.title != change.new.thing.title:
        titles = (Line(words(placed.title)) for placed in (change.old, change.new))
        yield _line_change("title", new.labels.title_fact, *titles)
    before = _by_place(passages_of(old, change.old.thing))
    after = _by_place(passages_of(new, change.new.thing))
    for place in _merged(list(before), list(after)):
        if found := _compared(before.get(place), after.get(place), new):
            yield found


def passages_of(context: Context, thing: Thing) -> Iterator[Passage]:
    """The texts and facts of a thing, without its heading, status and what stands below it.

    Args:
        context: The edition.

        thing: The thing.

    Yields:
        Its passages.
    """
    if isinstance(thing, Chapter):
        yield from chapter_passages(context, thing)
    elif isinstance(thing, Theme):
        yield from theme_passages(context, thing)
    elif isinstance(thing, Project):
        yield from project_passages(context, thing)
    else:
        yield from goal_passages(context, thing)


def label_of(context: Context, passage: Passage) -> str:
    """The label of a passage where it stands alone.

    Args:
        context: The edition.

        passage: The passage.

    Returns:
        Its label, after the title of the part that it belongs to.
    """
    label = passage.label or context.labels.text_fact
    return f"{passage.part} – {label}" if passage.part else label


def _by_place(passages: Iterator[Passage]) -> dict[_Place, Passage]:
    found: dict[_Place, Passage] = {}
    for passage in passages:
        part = passage.label if passage.key == "part" else passage.part
        count = sum(1 for key, other, _ in found if (key, other) == (passage.key, part))
        found[passage.key, part, count] = passage
    return found


def _merged(old: list[_Place], new: list[_Place]) -> list[_Place]:
    """The places of both in the newer order; lost ones stay behind their neighbour."""
    merged = list(new)
    for number, place in enumerate(old):
        if place not in merged:
            before = old[number - 1] if number else None
            merged.insert(merged.index(before) + 1 if before in merged else 0, place)
    return merged


def _compared(old: Passage | None, new: Passage | None, context: Context) -> TextChange | None:
    shown = new or old
    assert shown is not None  # noqa: S101 - one of them is there
    before, after = _lines(old), _lines(new)
    if before == after:
        return None
    label = context.labels.part_fact if shown.key == "part" else label_of(context, shown)
    return TextChange(shown.key, label, before, after, on_one_line=bool(shown.line))


def _lines(passage: Passage | None) -> tuple[Line, ...]:
    if passage is None:
        return ()
    if passage.key == "part":
        return tuple(lines_of((Paragraph(words(passage.label)),)))
    line = (Paragraph(passage.line),) if passage.line else ()
    return tuple(lines_of((*line, *passage.blocks)))


def _line_change(key: str, label: str, old: Line, new: Line) -> TextChange:
    return TextChange(key, label, (old,), (new,), on_one_line=True)
