"""The index: what serves each goal for sustainable development, with links."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh import Project
from kommunal_nh.document import Block, Heading, Inline, List, Paragraph, Section, Strong, Text
from kommunal_nh.sdgs import SDGS, Sdg
from kommunal_nh_sdg.view import Thing, View, joined


def index(view: View) -> Iterator[Block]:
    """Make the index.

    Args:
        view: The report.

    Yields:
        Heading, and a section for each goal for sustainable development that anything serves.
    """
    texts = view.data.texts
    yield Heading(2, "", (Text(view.words(texts.index)),))
    served = {number for one in view.assigned.values() for number in one.all}
    if not served:
        yield Paragraph((Text(view.words(texts.nothing)),), role="empty")
    for sdg in SDGS:
        if sdg.number in served:
            yield Section("sdg", f"nh-sdg-{sdg.number}", tuple(_entry(view, sdg)))


def _entry(view: View, sdg: Sdg) -> Iterator[Block]:
    """Each project once: where it is assigned itself, or with that from which it inherits."""
    texts, levels = view.data.texts, view.report.profile.levels
    heading = texts.chosen_entry if sdg.number in view.data.chosen else texts.entry
    words = view.words(heading, nummer=sdg.number, titel=view.title(sdg))
    yield Heading(3, "", (Text(words),))
    things = [thing for thing in view.things if _is_own(view, sdg, thing)]
    above = [thing for thing in things if not isinstance(thing, Project)]
    yield from _list(view.words(texts.above), [_with_heirs(view, sdg, one.id) for one in above])
    projects = [thing for thing in things if isinstance(thing, Project)]
    yield from _list(f"{levels.project.several}:", [_marked(view, one) for one in projects])


def _is_own(view: View, sdg: Sdg, thing: Thing) -> bool:
    return sdg.number in view.assigned[thing.id].own


def _list(label: str, lines: list[tuple[Inline, ...]]) -> Iterator[Block]:
    if lines:
        yield Paragraph((Text(label),), role="label")
        yield List(tuple((Paragraph(line),) for line in lines))


def _with_heirs(view: View, sdg: Sdg, thing_id: str) -> tuple[Inline, ...]:
    """A theme or goal, and the projects that have the goal for sustainable development from it.

    They are many, so their numbers stand for them; their titles where numbers do not name them.
    """
    heirs = view.heirs.get((sdg.number, thing_id), ())
    name: tuple[Inline, ...] = (Strong(view.names.link(thing_id)),)
    if not heirs:
        return name
    between = Text(f" {view.words(view.data.texts.heirs)} ")
    return (*name, between, *joined(view.names.link(one, view.names.number(one)) for one in heirs))


def _marked(view: View, project: Project) -> tuple[Inline, ...]:
    return (*view.names.link(project.id), Text(" "), view.names.mark(project))
