"""What people do to a report between two editions, one change at a time.

Each edit names its objects by numbers that are counted around, so any edit fits any report; on a
report without such an object it does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from kommunal_nh import FieldKind, Goal, Project, Report, Theme
from kommunal_nh.testing.fit import goals_hold_both, themes_hold_projects
from kommunal_nh.walks import all_goals, all_projects

_T = TypeVar("_T")
_Parent = TypeVar("_Parent", Theme, Goal)
Change = Callable[[Theme | Goal], Theme | Goal]

VALUES = {
    FieldKind.TEXT: "Wert",
    FieldKind.MARKDOWN: "**Wert**",
    FieldKind.NUMBER: "1",
    FieldKind.DATE: "2024",
    FieldKind.LINK: "https://example.org",
}


@attrs.frozen
class Edit:
    """One change.

    Attributes:
        kind: Name of a function below.
        what: Which object is changed.
        where: To what or where to.
    """

    kind: str
    what: int
    where: int

    def apply(self, report: Report) -> Report:
        """The report after the change.

        Args:
            report: The report before it.

        Returns:
            A new report.
        """
        return EDITS[self.kind](report, self.what, self.where)


def edits() -> st.SearchStrategy[list[Edit]]:
    """Some changes one after the other.

    Returns:
        A strategy for lists of edits.
    """
    number = st.integers(0, 50)
    return st.lists(
        st.builds(Edit, st.sampled_from(list(EDITS)), number, number), min_size=1, max_size=8
    )


def edited(report: Report, changes: Sequence[Edit]) -> Report:
    """A report after some changes.

    Args:
        report: The report before them.

        changes: What happens.

    Returns:
        The report after all of them.
    """
    for change in changes:
        report = change.apply(report)
    return report


def change_status(report: Report, what: int, where: int) -> Report:
    """One project gets another status."""
    statuses = [status.id for status in report.profile.statuses]

    def changed(project: Project) -> Project:
        now = statuses.index(project.status)
        return attrs.evolve(project, status=statuses[(now + 1 + where) % len(statuses)])

    projects = list(all_projects(report))
    return replaced(report, around(projects, what), changed) if projects else report


def move_project(report: Report, what: int, where: int) -> Report:
    """One project goes to another goal or theme."""
    projects, homes = list(all_projects(report)), _homes(report)
    if not projects or not homes:
        return report
    project, home = around(projects, what), around(homes, where)
    return _added(_removed(report, project), home, project)


def add_project(report: Report, what: int, where: int) -> Report:
    """A new project comes into a goal or theme, as its first."""
    homes = _homes(report)
    if not homes:
        return report
    taken = {project.id for project in all_projects(report)}
    name = next(name for i in range(10_000) if (name := f"neu-{i}") not in taken)
    statuses = report.profile.statuses
    extra = {field.key: VALUES[field.kind] for field in report.profile.fields if field.required}
    project = Project(name, "Neues Projekt", around(statuses, what).id, extra=extra)
    return _added(report, around(homes, where), project)


def remove_project(report: Report, what: int, where: int) -> Report:
    """One project is taken out; where the report names it elsewhere, it stays."""
    merged = {entry.merged_into for entry in report.withdrawn}
    free = [project for project in all_projects(report) if project.id not in merged]
    return _removed(report, around(free, what)) if free else report


def turn_projects(report: Report, what: int, where: int) -> Report:
    """The projects of every goal and theme are put into another order."""

    def turned(parent: Theme | Goal) -> Theme | Goal:
        place = where % (len(parent.projects) or 1)
        return attrs.evolve(parent, projects=parent.projects[place:] + parent.projects[:place])

    return everywhere(report, turned)


def turn_goals(report: Report, what: int, where: int) -> Report:
    """All goals are put into another order and lose the numbers fixed for them."""

    def turned(parent: Theme | Goal) -> Theme | Goal:
        place = where % (len(parent.goals) or 1)
        goals = parent.goals[place:] + parent.goals[:place]
        return attrs.evolve(parent, goals=tuple(attrs.evolve(goal, number=None) for goal in goals))

    return everywhere(report, turned)


def remove_theme(report: Report, what: int, where: int) -> Report:
    """The last theme is given up, unless the report names one of its projects elsewhere."""
    if not report.themes or any(entry.merged_into for entry in report.withdrawn):
        return report
    return attrs.evolve(report, themes=report.themes[:-1])


EDITS: dict[str, Callable[[Report, int, int], Report]] = {
    "change_status": change_status,
    "move_project": move_project,
    "add_project": add_project,
    "remove_project": remove_project,
    "turn_projects": turn_projects,
    "turn_goals": turn_goals,
    "remove_theme": remove_theme,
}


def parents(report: Report) -> Iterator[Theme | Goal]:
    """Everything that can have projects.

    Args:
        report: The report.

    Yields:
        Its themes and goals in document order.
    """
    for theme in report.themes:
        yield theme
        yield from all_goals(theme)


def in_order(report: Report, parent: Theme | Goal) -> list[Project]:
    """The projects of a theme or goal as the document shows them.

    Args:
        report: The report.

        parent: The theme or goal.

    Returns:
        By status if the profile groups them, otherwise as in the data.
    """
    if not report.profile.grouped_by_status:
        return list(parent.projects)
    return [
        project
        for status in report.profile.statuses
        for project in parent.projects
        if project.status == status.id
    ]


def around(things: Sequence[_T], place: int) -> _T:
    """One of several things, counted around.

    Args:
        things: At least one.

        place: Which one.

    Returns:
        The thing.
    """
    return things[place % len(things)]


def replaced(
    report: Report, project: Project, change: Callable[[Project], Project | None]
) -> Report:
    """The report with one project changed or, if nothing comes of it, without it.

    Args:
        report: The report.

        project: The project.

        change: Makes the new one.

    Returns:
        A new report.
    """

    def visited(parent: Theme | Goal) -> Theme | Goal:
        changed = (change(one) if one.id == project.id else one for one in parent.projects)
        return attrs.evolve(parent, projects=tuple(one for one in changed if one is not None))

    return everywhere(report, visited)


def everywhere(report: Report, change: Change) -> Report:
    """The report with all themes and goals changed.

    Args:
        report: The report.

        change: Changes one theme or goal; the goals below it come before it.

    Returns:
        A new report.
    """
    return attrs.evolve(report, themes=tuple(_below(theme, change) for theme in report.themes))


def _below(parent: _Parent, change: Change) -> _Parent:
    goals = tuple(_below(goal, change) for goal in parent.goals)
    changed: _Parent = change(attrs.evolve(parent, goals=goals))  # type: ignore[assignment]
    return changed


def _homes(report: Report) -> list[str]:
    """Ids of the themes and goals that can take a project."""
    both, levels = goals_hold_both(report.profile), report.profile.levels
    homes = [
        goal.id
        for theme in report.themes
        for goal, depth in _with_depth(theme, 0)
        if (both or not goal.goals) and not levels.is_listed(depth)
    ]
    if themes_hold_projects(report.profile):
        homes += [theme.id for theme in report.themes]
    return homes


def _with_depth(parent: Theme | Goal, depth: int) -> Iterator[tuple[Goal, int]]:
    for goal in parent.goals:
        yield goal, depth
        yield from _with_depth(goal, depth + 1)


def _removed(report: Report, project: Project) -> Report:
    return replaced(report, project, lambda _: None)


def _added(report: Report, home: str, project: Project) -> Report:
    def visited(parent: Theme | Goal) -> Theme | Goal:
        if parent.id != home:
            return parent
        return attrs.evolve(parent, projects=(project, *parent.projects))

    return everywhere(report, visited)
