"""What may leave the house: private data is removed once, before anything is assembled."""

from __future__ import annotations

from typing import TypeVar

import attrs

from kommunal_nh.model import ArchiveEntry, Goal, Project, Report, Theme, Withdrawn

_Parent = TypeVar("_Parent", Theme, Goal)
_Entry = TypeVar("_Entry", ArchiveEntry, Withdrawn)


def public_view(report: Report) -> Report:
    """A report without drafts, internal notes and private fields.

    Args:
        report: The whole report.

    Returns:
        A new report; projects that are drafts are not in it, with all that belongs to them.
    """
    private = {field.key for field in report.profile.fields if field.private}
    themes = tuple(_public(theme, private) for theme in report.themes)
    profile = attrs.evolve(
        report.profile,
        fields=tuple(field for field in report.profile.fields if not field.private),
    )
    public = attrs.evolve(
        report,
        themes=themes,
        profile=profile,
        archive=tuple(_without_note(entry) for entry in report.archive),
        withdrawn=tuple(_without_note(entry) for entry in report.withdrawn),
    )
    return _with_public_modules(public) if report.modules else public


def _with_public_modules(report: Report) -> Report:
    from kommunal_nh.plugins import modules_of  # most reports have no modules

    data = report.modules
    public = {key: module.public(report, data[key]) for key, module in modules_of(data).items()}
    return attrs.evolve(report, modules={**data, **public})


def _without_note(entry: _Entry) -> _Entry:
    return attrs.evolve(entry, internal_note="") if entry.internal_note else entry


def _public(parent: _Parent, private: set[str]) -> _Parent:
    projects = tuple(
        _public_project(project, private) for project in parent.projects if not project.draft
    )
    goals = tuple(_public(goal, private) for goal in parent.goals)
    return attrs.evolve(parent, projects=projects, goals=goals)


def _public_project(project: Project, private: set[str]) -> Project:
    if not project.internal_note and not (private and project.extra):
        return project
    extra = {key: value for key, value in project.extra.items() if key not in private}
    return attrs.evolve(project, internal_note="", extra=extra)
