"""The short version of a report: titles, goals, statuses and progress, and little else."""

from __future__ import annotations

from typing import TypeVar

import attrs

from kommunal_nh.model import Goal, Part, Project, Report, Theme
from kommunal_nh.profile import Profile
from kommunal_nh.text import beginning_of

SUFFIX = "-kurz"
"""What the names of its files end with, before the ending."""
_PARTS = frozenset(
    {"titelseite", "inhaltsverzeichnis", "lesehilfe", "kennzahlen", "uebersicht", "legende",
     "themen"}
)  # fmt: skip
_Parent = TypeVar("_Parent", Theme, Goal)


def short_version(report: Report) -> Report:
    """A report that says of each project only title, status and progress.

    Numbers and ids are those of the whole report, so both can be read side by side. A reference to
    something that is left out names it without leading there.

    Args:
        report: The whole report.

    Returns:
        A new report without chapters, introductions, lists, archive and modules, whose date says
        that it is the short version.
    """
    themes = tuple(
        attrs.evolve(_short(theme), introduction="", lead="", dimension="", sdgs=())
        for theme in report.themes
    )
    return attrs.evolve(report, themes=themes, profile=_profile(report.profile), modules={})


def _profile(profile: Profile) -> Profile:
    labels = profile.labels
    return attrs.evolve(
        profile,
        fields=(),
        parts=tuple(part for part in profile.parts if part in _PARTS),
        labels=attrs.evolve(labels, as_of=f"{labels.short_version}, {labels.as_of}"),
    )


def _short(parent: _Parent) -> _Parent:
    return attrs.evolve(
        parent,
        goals=tuple(attrs.evolve(_short(goal), sdgs=()) for goal in parent.goals),
        projects=tuple(_short_project(project) for project in parent.projects),
    )


def _short_project(project: Project) -> Project:
    return Project(
        id=project.id,
        title=project.title,
        status=project.status,
        short_title=project.short_title,
        progress=project.progress,
        parts=tuple(_short_part(part) for part in project.parts if part.progress),
        draft=project.draft,
    )


def _short_part(part: Part) -> Part:
    """A part without title is named by what it describes, which tells it from the others."""
    return Part(part.title or beginning_of(part.description), "", part.progress)
