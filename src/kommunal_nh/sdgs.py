"""The goals for sustainable development: titles, colours, and what in a report serves which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from kommunal_nh.model import Goal, Project, Report, Theme
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Sdg(Value):
    """One of the goals that the United Nations have agreed on.

    Attributes:
        number: From 1 to 17.
        title: Its short title in German.
        colour: The colour that the United Nations have given it.
    """

    number: int
    title: str
    colour: str


SDGS = (
    Sdg(1, "Keine Armut", "#e5243b"),
    Sdg(2, "Kein Hunger", "#dda63a"),
    Sdg(3, "Gesundheit und Wohlergehen", "#4c9f38"),
    Sdg(4, "Hochwertige Bildung", "#c5192d"),
    Sdg(5, "Geschlechtergleichheit", "#ff3a21"),
    Sdg(6, "Sauberes Wasser und Sanitäreinrichtungen", "#26bde2"),
    Sdg(7, "Bezahlbare und saubere Energie", "#fcc30b"),
    Sdg(8, "Menschenwürdige Arbeit und Wirtschaftswachstum", "#a21942"),
    Sdg(9, "Industrie, Innovation und Infrastruktur", "#fd6925"),
    Sdg(10, "Weniger Ungleichheiten", "#dd1367"),
    Sdg(11, "Nachhaltige Städte und Gemeinden", "#fd9d24"),
    Sdg(12, "Nachhaltiger Konsum und Produktion", "#bf8b2e"),
    Sdg(13, "Maßnahmen zum Klimaschutz", "#3f7e44"),
    Sdg(14, "Leben unter Wasser", "#0a97d9"),
    Sdg(15, "Leben an Land", "#56c02b"),
    Sdg(16, "Frieden, Gerechtigkeit und starke Institutionen", "#00689d"),
    Sdg(17, "Partnerschaften zur Erreichung der Ziele", "#19486a"),
)
"""All of them; a report can give them other titles."""


@attrs.frozen(eq=False, repr=False)
class Assigned(Value):
    """The goals for sustainable development of a theme, goal or project.

    Attributes:
        own: Those that it names itself, each once, rising.
        inherited: Those that only something above it names, rising: number, and id of the nearest.
    """

    own: tuple[int, ...]
    inherited: Mapping[int, str] = attrs.field(factory=dict)

    @property
    def all(self) -> tuple[int, ...]:
        """Own and inherited ones, each once, rising."""
        return tuple(sorted({*self.own, *self.inherited}))


def assigned_sdgs(
    report: Report, further: Mapping[str, tuple[int, ...]] | None = None, *, inherit: bool = True
) -> dict[str, Assigned]:
    """Which goals for sustainable development the things of a report serve.

    Args:
        report: The report.

        further: What a thing serves besides what it says itself, by its id.

        inherit: Whether goals and projects also serve what their theme and goals serve.

    Returns:
        One entry for each theme, goal and project, by id; numbers that do not exist are left out.
    """
    found: dict[str, Assigned] = {}
    for theme in report.themes:
        found.update(_below(theme, further or {}, {}, inherit))
    return found


def _below(
    thing: Theme | Goal | Project,
    further: Mapping[str, tuple[int, ...]],
    above: Mapping[int, str],
    inherit: bool,
) -> Iterator[tuple[str, Assigned]]:
    named = {*thing.sdgs, *further.get(thing.id, ())}
    own = tuple(one.number for one in SDGS if one.number in named)
    rest = {number: above[number] for number in sorted(above) if number not in named}
    yield thing.id, Assigned(own, rest)
    if isinstance(thing, Project):
        return
    passed = {**rest, **dict.fromkeys(own, thing.id)} if inherit else {}
    below: tuple[Goal | Project, ...] = (*thing.projects, *thing.goals)
    for inner in below:
        yield from _below(inner, further, passed, inherit)
