"""Which structures a profile can number without printing a number twice."""

from __future__ import annotations

from datetime import date
from functools import cache

from kommunal_nh.errors import NumberingError
from kommunal_nh.model import Goal, Project, Report, Theme
from kommunal_nh.numbering import number
from kommunal_nh.profile import Profile


def goals_hold_both(profile: Profile) -> bool:
    """Whether a goal can have goals and projects of its own without a number being printed twice.

    Args:
        profile: The profile; its patterns decide.

    Returns:
        True if the numbers stay different.
    """
    return _can_be_numbered(profile, in_theme=False)


def themes_hold_projects(profile: Profile) -> bool:
    """Whether a theme can have projects beside its goals without a number being printed twice.

    Args:
        profile: The profile; its patterns decide.

    Returns:
        True if the numbers stay different.
    """
    return _can_be_numbered(profile, in_theme=True)


@cache
def _can_be_numbered(profile: Profile, *, in_theme: bool) -> bool:
    """Tries it with a report that has more projects than there are letters."""
    ids_of_statuses = [status.id for status in profile.statuses] * 27
    projects = [
        tuple(Project(f"p{i}-{j}", "P", name) for j, name in enumerate(ids_of_statuses[:27]))
        for i in range(7)
    ]
    inner = (Goal("g1", projects=projects[0]), Goal("g2", projects=projects[1]))
    goals = (
        Goal("g3", goals=inner, projects=() if in_theme else projects[2]),
        Goal("g4", projects=projects[3]),
    )
    themes = (
        Theme("t1", "T", "B", goals=goals, projects=projects[4] if in_theme else ()),
        Theme(
            "t2",
            "T",
            "C",
            goals=(Goal("g5", projects=projects[5]),),
            projects=projects[6] if in_theme else (),
        ),
    )
    try:
        number(Report("R", "K", date(2024, 1, 1), profile, themes=themes))
    except NumberingError:
        return False
    return True
