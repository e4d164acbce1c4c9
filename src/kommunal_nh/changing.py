"""What happens to the projects of a report, as functions from one report to the next.

`kommunal_nh.save` writes the result back into the data folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.findings import suggestion
from kommunal_nh.model import Goal, Project, Report, Theme, Withdrawn
from kommunal_nh.walks import all_goals, all_projects

_Parent = TypeVar("_Parent", Theme, Goal)
_Projects = tuple[Project, ...]


def project(report: Report, project_id: str) -> Project:
    """The project with an id.

    Args:
        report: The report.

        project_id: The id.

    Returns:
        The project.

    Raises:
        UsageError: There is none.
    """
    projects = {one.id: one for one in all_projects(report)}
    if project_id not in projects:
        near = suggestion(project_id, projects)
        raise UsageError(f"Das Projekt „{project_id}“ gibt es im Report nicht.{near}")
    return projects[project_id]


def change_project(report: Report, project_id: str, **changes: Any) -> Report:
    """A report in which one project says something else.

    Args:
        report: The report.

        project_id: The project.

        **changes: New values by attribute, such as `status="umgesetzt"`.

    Returns:
        A new report.

    Raises:
        UsageError: There is no such project.
    """
    changed = attrs.evolve(project(report, project_id), **changes)
    return _in_all(
        report,
        lambda _, projects: tuple(changed if one.id == project_id else one for one in projects),
    )


def add_project(report: Report, parent_id: str, new: Project) -> Report:
    """A report with one more project.

    Args:
        report: The report.

        parent_id: The theme or goal that it belongs to; it becomes the last one there.

        new: The project.

    Returns:
        A new report.

    Raises:
        UsageError: There is no such theme or goal.
    """
    parents = [theme.id for theme in report.themes]
    parents += [goal.id for theme in report.themes for goal in all_goals(theme)]
    if parent_id not in parents:
        near = suggestion(parent_id, parents)
        raise UsageError(f"Ein Thema oder Ziel „{parent_id}“ gibt es im Report nicht.{near}")
    return _in_all(
        report, lambda name, projects: (*projects, new) if name == parent_id else projects
    )


def move_project(report: Report, project_id: str, parent_id: str) -> Report:
    """A report in which one project belongs to another theme or goal.

    Args:
        report: The report.

        project_id: The project.

        parent_id: The theme or goal; the project becomes the last one there.

    Returns:
        A new report.

    Raises:
        UsageError: There is no such project, theme or goal.
    """
    moved = project(report, project_id)
    return add_project(_without(report, project_id), parent_id, moved)


def withdraw_project(report: Report, project_id: str, reason: str, merged_into: str = "") -> Report:
    """A report in which one project ended without being carried out, and says why.

    Args:
        report: The report.

        project_id: The project.

        reason: Why it ended, Markdown.

        merged_into: Id of the project that it became part of, if it did.

    Returns:
        A new report.

    Raises:
        UsageError: There is no such project, or no reason is given.
    """
    ended = project(report, project_id)
    if not reason.strip() and not merged_into:
        raise UsageError("Bitte einen Grund angeben, warum das Projekt entfällt.")
    if merged_into:
        project(report, merged_into)
    if merged_into == project_id:
        raise UsageError("Ein Projekt kann nicht in sich selbst aufgehen.")
    entry = Withdrawn(ended.title, reason, report.as_of, merged_into, ended.id, ended.internal_note)
    return attrs.evolve(_without(report, project_id), withdrawn=(*report.withdrawn, entry))


def without_projects(report: Report, ids: set[str]) -> Report:
    """A report without some projects.

    Args:
        report: The report.

        ids: The projects that go.

    Returns:
        A new report.
    """
    return _in_all(report, lambda _, projects: tuple(one for one in projects if one.id not in ids))


def with_projects(report: Report, changed: Mapping[str, Project]) -> Report:
    """A report in which several projects say something else, in one walk.

    Args:
        report: The report.

        changed: The projects by id.

    Returns:
        A new report.
    """
    return _in_all(
        report, lambda _, projects: tuple(changed.get(project.id, project) for project in projects)
    )


def _without(report: Report, project_id: str) -> Report:
    return without_projects(report, {project_id})


def _in_all(report: Report, change: Callable[[str, _Projects], _Projects]) -> Report:
    return attrs.evolve(report, themes=tuple(_in(theme, change) for theme in report.themes))


def _in(parent: _Parent, change: Callable[[str, _Projects], _Projects]) -> _Parent:
    """What nothing changes in stays the same object, so that comparing it costs nothing."""
    projects = change(parent.id, parent.projects)
    goals = tuple(_in(goal, change) for goal in parent.goals)
    same_goals = all(one is other for one, other in zip(goals, parent.goals, strict=True))
    if projects == parent.projects and same_goals:
        return parent
    return attrs.evolve(parent, projects=projects, goals=goals)
