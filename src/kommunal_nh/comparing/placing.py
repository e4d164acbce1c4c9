"""Everything in an edition by id, with its place."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.assembly.context import Context, Thing
from kommunal_nh.assembly.past import full_number, mark_of
from kommunal_nh.comparing.changes import Kind, Placed
from kommunal_nh.model import Chapter, Goal, Project, Theme
from kommunal_nh.numbering import in_order
from kommunal_nh.value import Value

_KINDS: dict[type[Thing], Kind] = {
    Chapter: Kind.CHAPTER,
    Theme: Kind.THEME,
    Goal: Kind.GOAL,
    Project: Kind.PROJECT,
}
Key = tuple[Kind, str]
"""Kind and id: what is a goal now and was a project is not the same thing."""


@attrs.frozen(eq=False, repr=False)
class Spot(Value):
    """A thing and the ids of all that it stands in, its theme first."""

    thing: Thing
    home: tuple[str, ...] = ()


def spots_of(context: Context) -> dict[Key, Spot]:
    """Everything that can change, in the order of the document.

    Args:
        context: The edition.

    Returns:
        Chapters, themes, goals and projects by kind and id.
    """
    return {(_KINDS[type(spot.thing)], spot.thing.id): spot for spot in _spots(context)}


def placed(context: Context, spot: Spot) -> Placed:
    """A thing as an edition shows it.

    Args:
        context: The edition.

        spot: The thing.

    Returns:
        The thing with number, title and status as printed.
    """
    thing = spot.thing
    mark = mark_of(context.profile, thing.status) if isinstance(thing, Project) else None
    return Placed(
        kind=_KINDS[type(thing)],
        thing=thing,
        number=number_of(context, spot),
        title=context.title(thing),
        home=spot.home,
        mark=mark,
    )


def number_of(context: Context, spot: Spot) -> str:
    """The number that names a thing where it stands alone.

    Args:
        context: The edition.

        spot: The thing.

    Returns:
        Its printed number; nothing for chapters.
    """
    texts = context.numbering.texts
    if isinstance(spot.thing, Project):
        local = context.numbering.projects_are_local
        return full_number(texts, spot.thing.id, spot.home[-1], local=local)
    return texts.get(spot.thing.id, "")


def _spots(context: Context) -> Iterator[Spot]:
    yield from (Spot(chapter) for chapter in context.report.chapters)
    for theme in context.report.themes:
        yield Spot(theme)
        yield from _below(context, theme, (theme.id,))


def _below(context: Context, parent: Theme | Goal, home: tuple[str, ...]) -> Iterator[Spot]:
    yield from (Spot(project, home) for project in in_order(context.profile, parent))
    for goal in parent.goals:
        yield Spot(goal, home)
        yield from _below(context, goal, (*home, goal.id))
