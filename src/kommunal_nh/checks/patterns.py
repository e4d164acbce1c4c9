"""Number patterns: each can be used, and no two of them give the same number."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kommunal_nh.findings import Finding
from kommunal_nh.model import Goal, Report, Theme
from kommunal_nh.patterns import Number, Pattern, problem_of
from kommunal_nh.profile import Profile
from kommunal_nh.rules import PROFILE, found
from kommunal_nh.walks import all_goals


def pattern_rules(report: Report) -> Iterator[Finding]:
    """Rules `invalid-pattern`, `ambiguous-pattern` and `project-in-list`.

    Args:
        report: The report; only levels that occur in it need numbers of their own.

    Yields:
        What was found.
    """
    faulty = False
    for key, pattern in used_patterns(report.profile).items():
        if problem := problem_of(pattern) or _missing(key, pattern):
            faulty = True
            yield found("invalid-pattern", problem, PROFILE, f"nummerierung.{key}")
    if not faulty:
        yield from _alike(report)
    for theme in report.themes:
        yield from _misplaced(report.profile, theme, 0)


def _missing(key: str, pattern: str) -> str:
    """What is wrong with a pattern that does not count what it is for."""
    if not pattern or key in Pattern(pattern).places:
        return ""
    return (
        f"Im Muster „{pattern}“ ({key}) fehlt {{{key}}}, so dass alle dieselbe Nummer hätten: "
        "bitte ergänzen oder das Muster leer lassen."
    )


def used_patterns(profile: Profile) -> dict[str, str]:
    """The patterns that a profile uses.

    Args:
        profile: The profile.

    Returns:
        Patterns by their key in the profile; that of the status sections only if there are any.
    """
    scheme = profile.numbering
    used = {"thema": scheme.theme, "ziel": scheme.goal, "projekt": scheme.project}
    return used | ({"status": scheme.status} if profile.grouped_by_status else {})


def _alike(report: Report) -> Iterator[Finding]:
    """Patterns that give the first theme, goal, section or project the same number."""
    patterns = used_patterns(report.profile)
    found_already: set[tuple[str, str]] = set()
    for numbers in _first_numbers(report):
        printed = [(key, Pattern(patterns[key]).format(number)) for key, number in numbers]
        for (first, text), (second, other) in itertools.combinations(printed, 2):
            if text and text == other and (first, second) not in found_already:
                found_already.add((first, second))
                message = (
                    f"Die Muster „{patterns[first]}“ ({first}) und „{patterns[second]}“ ({second}) "
                    f"ergeben beide die Nummer {text}: bitte eines ändern."
                )
                yield found("ambiguous-pattern", message, PROFILE, f"nummerierung.{second}")


def _first_numbers(report: Report) -> Iterator[list[tuple[str, Number]]]:
    """What would be numbered 1 in a theme and in a goal, as far as the report has such things."""
    for theme in report.themes[:1]:
        own = ("thema", Number(theme=1, code=theme.code))
        goal = ("ziel", Number(1, theme.code, (1,)))
        goals = [goal for theme in report.themes for goal in all_goals(theme)]
        if any(one.projects and not one.goals for one in report.themes):
            yield [own, *_projects(report.profile, own[1])]
        if any(one.projects and one.goals for one in report.themes):
            yield [own, goal, *_projects(report.profile, own[1])]
        if any(one.projects for one in goals):
            yield [own, goal, *_projects(report.profile, goal[1])]
        if goals:
            yield [own, goal]


def _projects(profile: Profile, above: Number) -> Iterator[tuple[str, Number]]:
    place = int(profile.grouped_by_status)
    if place:
        yield "status", Number(above.theme, above.code, above.goal, place)
    if not Pattern(profile.numbering.project).is_local:
        yield "projekt", Number(above.theme, above.code, above.goal, place, 1)


def _misplaced(profile: Profile, parent: Theme | Goal, depth: int) -> Iterator[Finding]:
    """Projects of goals that are only the items of a list."""
    for goal in parent.goals:
        if profile.levels.is_listed(depth):
            name = profile.levels.goal(depth).singular
            for project in goal.projects:
                message = (
                    f"Zu „{name}“ gehört hier kein Projekt, denn das Profil druckt diese Ebene als "
                    "Liste: bitte das Projekt eine Ebene höher einordnen."
                )
                yield found("project-in-list", message, project.id)
        yield from _misplaced(profile, goal, depth + 1)
