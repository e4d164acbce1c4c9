"""Numbers of themes, goals, status sections and projects: derived from the report, never stored."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from kommunal_nh.errors import NumberingError
from kommunal_nh.model import Edition, Goal, Project, Report, Theme
from kommunal_nh.patterns import Number, Pattern
from kommunal_nh.profile import Profile, Status
from kommunal_nh.value import Value

_Numbered = TypeVar("_Numbered", Theme, Goal)


@attrs.frozen(eq=False, repr=False)
class Patterns(Value):
    """The patterns of a scheme, ready to be used.

    Attributes:
        theme: For themes.
        goal: For goals.
        status: For sections of a status; None where projects are not grouped by status.
        project: For projects.
    """

    theme: Pattern
    goal: Pattern
    status: Pattern | None
    project: Pattern

    @classmethod
    def of(cls, profile: Profile) -> Patterns:
        """Read the patterns of a profile.

        Args:
            profile: The profile.

        Returns:
            The patterns.

        Raises:
            ValueError: A pattern can not be used; the message says why.
        """
        scheme = profile.numbering
        status = Pattern(scheme.status) if profile.grouped_by_status else None
        return cls(Pattern(scheme.theme), Pattern(scheme.goal), status, Pattern(scheme.project))


@attrs.frozen(eq=False, repr=False)
class Numbering(Value):
    """The numbers of one report.

    Attributes:
        patterns: How numbers are printed.
        numbers: The number of each theme, goal and project, by id, in document order.
        texts: The same as printed.
        sections: Printed number of each status section, by id of its parent and of the status.
    """

    patterns: Patterns
    numbers: Mapping[str, Number]
    texts: Mapping[str, str]
    sections: Mapping[tuple[str, str], str]

    def __getitem__(self, thing_id: str) -> str:
        """The printed number of a theme, goal or project."""
        return self.texts[thing_id]

    def __contains__(self, thing_id: str) -> bool:
        return thing_id in self.texts

    @property
    def grouped_by_status(self) -> bool:
        """Whether projects stand in sections by status."""
        return self.patterns.status is not None

    @property
    def projects_are_local(self) -> bool:
        """Whether project numbers start again below each parent, so that they name nothing."""
        return self.patterns.project.is_local


def number(report: Report) -> Numbering:
    """Number a report.

    Args:
        report: The report; what it leaves out (drafts in the public view) gets no number.

    Returns:
        The numbers of everything in it.

    Raises:
        NumberingError: Two things would print the same number.
        ValueError: A pattern of the profile can not be used.
    """
    return _Counter(report.profile).count(report)


def numbering_of(edition: Edition) -> Numbering:
    """The numbers of an edition, as they were printed.

    Args:
        edition: The edition.

    Returns:
        The numbers.
    """
    computed = number(edition.report)
    texts = {**computed.texts, **edition.numbers}
    sections = {**computed.sections, **edition.sections}
    return attrs.evolve(computed, texts=texts, sections=sections)


def in_order(profile: Profile, parent: Theme | Goal) -> list[Project]:
    """The projects of a theme or goal as the document shows them.

    Args:
        profile: The profile.

        parent: The theme or goal.

    Returns:
        Its own projects, by status where the patterns group them, otherwise as in the data.
    """
    if not profile.grouped_by_status:
        return list(parent.projects)
    place = {status.id: position for position, status in enumerate(profile.statuses)}
    return sorted(parent.projects, key=lambda project: place.get(project.status, len(place)))


def duplicate_number(numbering: Numbering) -> tuple[str, str, str] | None:
    """Look for a number that would be printed twice.

    Args:
        numbering: The numbers of a report.

    Returns:
        The number and the ids of both things, or None.
    """
    local = numbering.projects_are_local
    texts: Iterable[tuple[str, str]] = (
        (thing_id, text)
        for thing_id, text in numbering.texts.items()
        if not (local and numbering.numbers[thing_id].project)
    )
    sections = ((parent, text) for (parent, _), text in numbering.sections.items())
    seen: dict[str, str] = {}
    for thing_id, text in itertools.chain(texts, sections):
        if text and text in seen:
            return text, seen[text], thing_id
        seen[text] = thing_id
    return None


class _Counter:
    """Counts one report from top to bottom."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.patterns = Patterns.of(profile)
        self.place = {status.id: place for place, status in enumerate(profile.statuses, 1)}
        self.numbers: dict[str, Number] = {}
        self.texts: dict[str, str] = {}
        self.sections: dict[tuple[str, str], str] = {}
        self.goals: defaultdict[object, int] = defaultdict(int)
        self.projects: defaultdict[object, int] = defaultdict(int)

    def count(self, report: Report) -> Numbering:
        for value, theme in _counted(report.themes, 0):
            found = Number(theme=value, code=theme.code)
            self._keep(theme.id, found, self.patterns.theme)
            self._count_projects(theme, found)
            self._count_goals(theme, found)
        numbering = Numbering(self.patterns, self.numbers, self.texts, self.sections)
        if duplicate := duplicate_number(numbering):
            raise NumberingError(duplicate[0], duplicate[1:])
        return numbering

    def _count_goals(self, parent: Theme | Goal, above: Number) -> None:
        pattern = self.patterns.goal
        continued = not above.goal and not pattern.is_empty and "thema" not in pattern.places
        scope = None if continued else parent.id  # no name: a goal may have any
        for value, goal in _counted(parent.goals, self.goals[scope]):
            self.goals[scope] = value
            found = Number(above.theme, above.code, (*above.goal, value))
            self._keep(goal.id, found, self.patterns.goal)
            self._count_projects(goal, found)
            self._count_goals(goal, found)

    def _count_projects(self, parent: Theme | Goal, above: Number) -> None:
        for status in self._sections(parent, len(above.goal)):
            section = Number(above.theme, above.code, above.goal, self.place[status.id])
            assert self.patterns.status is not None  # noqa: S101 - sections exist only then
            self.sections[parent.id, status.id] = self.patterns.status.format(section)
        for project in in_order(self.profile, parent):
            self._count_project(project, parent, above)

    def _sections(self, parent: Theme | Goal, depth: int) -> Sequence[Status]:
        """The status sections of a theme (depth 0) or goal: where it has or can have projects."""
        levels, is_goal = self.profile.levels, isinstance(parent, Goal)
        if is_goal and levels.is_listed(depth - 1):
            can_have_projects = False
        else:
            can_have_projects = levels.is_listed(depth) if parent.goals else is_goal
        shown = self.profile.grouped_by_status and (can_have_projects or bool(parent.projects))
        return self.profile.statuses if shown else ()

    def _count_project(self, project: Project, parent: Theme | Goal, above: Number) -> None:
        place = self.place.get(project.status, 0) if self.profile.grouped_by_status else 0
        scope = self._scope(parent, above, place)
        self.projects[scope] += 1
        found = Number(above.theme, above.code, above.goal, place, self.projects[scope])
        self._keep(project.id, found, self.patterns.project)

    def _scope(self, parent: Theme | Goal, above: Number, place: int) -> object:
        """Where counting starts again: below whatever the pattern prints before the project."""
        places = self.patterns.project.places
        if self.patterns.project.is_local:
            return parent.id, place
        return (
            above.theme if "thema" in places else 0,
            above.goal if "ziel" in places else (),
            place if "status" in places else 0,
        )

    def _keep(self, thing_id: str, found: Number, pattern: Pattern) -> None:
        self.numbers[thing_id] = found
        self.texts[thing_id] = pattern.format(found)


def _counted(siblings: Sequence[_Numbered], start: int) -> Iterator[tuple[int, _Numbered]]:
    value = start
    for sibling in siblings:
        value = sibling.number if sibling.number is not None else value + 1
        yield value, sibling
