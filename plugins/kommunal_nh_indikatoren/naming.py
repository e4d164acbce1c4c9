"""How themes, goals and projects are called where an indicator speaks of them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh import Goal, Numbering, Project, Report, Theme
from kommunal_nh.document import Inline, Reference, Text

_PART = "themen"


@attrs.frozen
class Name:
    """A thing as it is called.

    Attributes:
        number: Its number; empty where numbers start again below each goal.
        words: Number and title.
        link: The same, leading there where the document has the thing.
    """

    number: str
    words: str
    link: Inline


def things_of(report: Report) -> Iterator[Theme | Goal | Project]:
    """Everything that an indicator can belong to, in the order of the document.

    Args:
        report: The report.

    Yields:
        Themes and goals, each followed by what is below it.
    """
    for theme in report.themes:
        yield from _with_all_below(theme)


def _with_all_below(parent: Theme | Goal) -> Iterator[Theme | Goal | Project]:
    yield parent
    yield from parent.projects
    for goal in parent.goals:
        yield from _with_all_below(goal)


def names_of(report: Report, numbering: Numbering) -> dict[str, Name]:
    """The names of all things.

    Args:
        report: The report.

        numbering: Its numbers.

    Returns:
        A name for each id, in the order of the document.
    """
    return {thing.id: _name(thing, report, numbering) for thing in things_of(report)}


def _name(thing: Theme | Goal | Project, report: Report, numbering: Numbering) -> Name:
    number = _number(thing, numbering)
    words = _words(thing, number, report, numbering)
    has_section = _PART in report.profile.parts and not _is_listed(thing, report, numbering)
    link = Reference(thing.id, (Text(words),)) if has_section else Text(words)
    return Name(number, words, link)


def _number(thing: Theme | Goal | Project, numbering: Numbering) -> str:
    local = isinstance(thing, Project) and numbering.projects_are_local
    return "" if local else numbering[thing.id]


def _words(thing: Theme | Goal | Project, number: str, report: Report, numbering: Numbering) -> str:
    if thing.title:
        return f"{number} {thing.title}".strip()
    level = report.profile.levels.goal(_depth(thing, numbering))
    return f"{level.singular} {number or thing.id}"


def _is_listed(thing: Theme | Goal | Project, report: Report, numbering: Numbering) -> bool:
    """Whether it is only the item of a list, which has no anchor."""
    listed = report.profile.levels.is_listed
    return isinstance(thing, Goal) and listed(_depth(thing, numbering))


def _depth(thing: Theme | Goal | Project, numbering: Numbering) -> int:
    return len(numbering.numbers[thing.id].goal) - 1
