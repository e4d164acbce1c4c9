"""What earlier editions said of each project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from kommunal_nh.document import StatusMark
from kommunal_nh.model import Edition, Goal, Project, Report, Theme
from kommunal_nh.patterns import Pattern
from kommunal_nh.profile import Profile
from kommunal_nh.value import Value
from kommunal_nh.walks import all_goals


@attrs.frozen(eq=False, repr=False)
class Appearance(Value):
    """A project as one edition shows it.

    Attributes:
        mark: Its status.
        number: Its number.
    """

    mark: StatusMark
    number: str


@attrs.frozen(eq=False, repr=False)
class PastEdition(Value):
    """One edition, as far as histories need it.

    Attributes:
        as_of: The day that it speaks of.
        projects: Its projects by id.
    """

    as_of: date
    projects: Mapping[str, Appearance]

    @classmethod
    def of(cls, edition: Edition) -> PastEdition:
        """Look through an edition.

        Args:
            edition: The edition.

        Returns:
            What is in it.
        """
        report, numbers = edition.report, edition.numbers
        marks = {
            status.id: mark_of(report.profile, status.id) for status in report.profile.statuses
        }
        local = numbers_are_local(report.profile)
        return cls(
            report.as_of,
            {
                project.id: Appearance(
                    marks[project.status], full_number(numbers, project.id, parent.id, local=local)
                )
                for parent, project in with_parents(report)
            },
        )


def with_parents(report: Report) -> Iterator[tuple[Theme | Goal, Project]]:
    """Every project with the theme or goal that it stands in.

    Args:
        report: The report.

    Yields:
        The pairs, in the order of the data.
    """
    for theme in report.themes:
        parents: tuple[Theme | Goal, ...] = (theme, *all_goals(theme))
        for parent in parents:
            yield from ((parent, project) for project in parent.projects)


def mark_of(profile: Profile, status_id: str) -> StatusMark:
    """The mark of a status in the words of a profile.

    Args:
        profile: The profile.

        status_id: The status.

    Returns:
        The mark; a status that the profile does not have is called by its id.
    """
    for status in profile.statuses:
        if status.id == status_id:
            return StatusMark(status_id, status.column_title or status.label)
    return StatusMark(status_id, status_id)


def numbers_are_local(profile: Profile) -> bool:
    """Whether project numbers start again below each parent.

    Args:
        profile: The profile; its patterns decide.

    Returns:
        True for a), b), c).
    """
    return Pattern(profile.numbering.project).is_local


def full_number(numbers: Mapping[str, str], project_id: str, parent_id: str, *, local: bool) -> str:
    """The number of a project where it stands alone.

    Args:
        numbers: The numbers of the edition.

        project_id: The project.

        parent_id: The theme or goal that it stands in.

        local: Whether the number alone names nothing.

    Returns:
        Its number, if need be after that of its goal: 1.2 a).
    """
    own = numbers[project_id]
    return f"{numbers[parent_id]} {own}".strip() if local else own
