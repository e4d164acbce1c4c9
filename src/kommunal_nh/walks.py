"""Walks through a report: its goals and projects, and the ids of what it no longer reports."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.model import ArchiveEntry, Goal, Project, Report, Theme, Withdrawn


def all_goals(parent: Theme | Goal) -> Iterator[Goal]:
    """Every goal below a theme or goal, each before its own goals.

    Args:
        parent: Where to start; not itself part of the result.

    Yields:
        The goals in the order of the document.
    """
    for goal in parent.goals:
        yield goal
        yield from all_goals(goal)


def projects_of(parent: Theme | Goal) -> Iterator[Project]:
    """Every project below a theme or goal, in the order of the data.

    Args:
        parent: The theme or goal.

    Yields:
        Its own projects, then those of its goals.
    """
    yield from parent.projects
    for goal in all_goals(parent):
        yield from goal.projects


def all_projects(report: Report) -> Iterator[Project]:
    """Every project of a report, in the order of the data.

    Args:
        report: The report.

    Yields:
        The projects.
    """
    for theme in report.themes:
        yield from projects_of(theme)


def former_ids(report: Report) -> Iterator[str]:
    """Ids of the projects that are no longer reported, as far as the report still knows them.

    Args:
        report: The report.

    Yields:
        Ids of the archive and of the withdrawn projects.
    """
    entries: tuple[ArchiveEntry | Withdrawn, ...] = (*report.archive, *report.withdrawn)
    for entry in entries:
        if entry.id:
            yield entry.id
