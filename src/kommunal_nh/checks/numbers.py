"""Numbers: codes that are there, fixed numbers that rise, nothing printed twice."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.checks.identity import ids_of
from kommunal_nh.checks.patterns import pattern_rules
from kommunal_nh.errors import NumberingError
from kommunal_nh.fields import MISSING
from kommunal_nh.findings import Finding
from kommunal_nh.model import Goal, Report, Theme
from kommunal_nh.numbering import number
from kommunal_nh.rules import found
from kommunal_nh.walks import all_goals, all_projects


def number_rules(report: Report) -> Iterator[Finding]:
    """Rules `missing-code`, `number-not-rising` and `ambiguous-number`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    findings = [*_codes(report), *_rising(report.themes, 0), *_rising_goals(report)]
    yield from findings
    if not findings and not any(pattern_rules(report)) and _can_be_numbered(report):
        try:
            number(report)
        except NumberingError as problem:
            yield found("ambiguous-number", str(problem), problem.ids[1])


def _can_be_numbered(report: Report) -> bool:
    """Whether ids and statuses are right, so that a number printed twice has no other cause."""
    ids = list(ids_of(report))
    known = {status.id for status in report.profile.statuses}
    sound = MISSING not in ids and len(set(ids)) == len(ids)
    return sound and all(project.status in known for project in all_projects(report))


def _codes(report: Report) -> Iterator[Finding]:
    scheme = report.profile.numbering
    if "{thema:kuerzel}" not in scheme.theme + scheme.goal + scheme.status + scheme.project:
        return
    for theme in report.themes:
        if not theme.code.isalpha():
            message = "Das Thema braucht ein kuerzel aus Buchstaben: bitte angeben."
            yield found("missing-code", message, theme.id, "kuerzel")


def _rising_goals(report: Report) -> Iterator[Finding]:
    """Goals count anew in each theme, or on through all themes where the pattern says so."""
    pattern = report.profile.numbering.goal
    through = bool(pattern) and "{thema" not in pattern
    last = 0
    for theme in report.themes:
        yield from _rising(theme.goals, last if through else 0)
        last = _last(theme.goals, last)
        for goal in all_goals(theme):
            yield from _rising(goal.goals, 0)


def _rising(siblings: tuple[Theme, ...] | tuple[Goal, ...], last: int) -> Iterator[Finding]:
    for sibling in siblings:
        value = sibling.number if sibling.number is not None else last + 1
        if value <= last:
            message = (
                f"Die feste Nummer {value} steht nach der Nummer {last}: feste Nummern müssen "
                "steigen und größer als 0 sein."
            )
            yield found("number-not-rising", message, sibling.id, "nummer")
        last = max(last, value)


def _last(siblings: tuple[Goal, ...], last: int) -> int:
    for sibling in siblings:
        last = sibling.number if sibling.number is not None else last + 1
    return last
