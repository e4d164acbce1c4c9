"""A report becomes an edition: what is public in it, with the numbers as printed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.checks.texts import texts_of
from kommunal_nh.images import ImageFinder
from kommunal_nh.model import Edition, Goal, Project, Report, Theme
from kommunal_nh.numbering import number
from kommunal_nh.plugins import need_past
from kommunal_nh.profile import CHANGES_PART, HISTORY_PART
from kommunal_nh.public import public_view
from kommunal_nh.text import Surroundings, blocks_of


def edition_of(report: Report) -> Edition:
    """The edition that a report would be if it were published now.

    Args:
        report: The whole report.

    Returns:
        Its public part, numbered, with its images and with what it says of earlier editions.

    Raises:
        NumberingError: Two things would print the same number.
    """
    public = public_view(report)
    numbering = number(public)
    whole = attrs.evolve(public, folder=None, images=_images(public), past=_past(public))
    return Edition(whole, numbering.texts, numbering.sections)


def _images(report: Report) -> dict[str, bytes]:
    """All images that the texts show, by path."""
    find, found = ImageFinder(report.folder, report.images), dict[str, bytes]()

    def keep(path: str) -> bytes | None:
        data = find(path)
        if data is not None:
            found[path] = data
        return data

    around = Surroundings(image=keep)  # where a reference leads to changes no image
    for written in texts_of(report):
        if written.markdown and "![" in written.text:
            for _ in blocks_of(written.text, around):
                pass
    return found


def _past(report: Report) -> tuple[Edition, ...]:
    """As much of earlier editions as the report speaks of."""
    if HISTORY_PART in report.profile.parts:
        older = tuple(_reduced(edition) for edition in report.past[:-1])
    else:
        older = ()
    compared = CHANGES_PART in report.profile.parts or need_past(report.modules)
    if not report.past or not (compared or HISTORY_PART in report.profile.parts):
        return ()
    last = report.past[-1]
    kept = attrs.evolve(last, report=attrs.evolve(last.report, past=(), images={}))
    return (*older, kept if compared else _reduced(last))


def _reduced(edition: Edition) -> Edition:
    """An edition of which only titles, statuses and numbers are left."""
    report = edition.report
    bare = Report(
        report.title, report.publisher, report.as_of, report.profile, language=report.language,
        themes=tuple(_bare_theme(theme) for theme in report.themes),
    )  # fmt: skip
    return attrs.evolve(edition, report=bare)


def _bare_theme(theme: Theme) -> Theme:
    return Theme(
        theme.id, theme.title, theme.code, goals=tuple(_bare_goal(goal) for goal in theme.goals),
        projects=tuple(_bare_projects(theme)), number=theme.number,
    )  # fmt: skip


def _bare_goal(goal: Goal) -> Goal:
    goals = tuple(_bare_goal(inner) for inner in goal.goals)
    return Goal(
        goal.id, goal.title, goals=goals, projects=tuple(_bare_projects(goal)), number=goal.number
    )


def _bare_projects(parent: Theme | Goal) -> Iterator[Project]:
    for project in parent.projects:
        yield Project(project.id, project.title, project.status)
