"""The rules by name, and where a finding about an indicator stands."""

from __future__ import annotations

from kommunal_nh import Finding, Report, Severity, all_goals, projects_of
from kommunal_nh_indikatoren.data import Indicator

KEY = "indikatoren"
"""The key of the module."""
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
RULES = {
    "unknown-attachment": _E,
    "unattached-indicator": _W,
    "sdg-target-form": _E,
    "unusual-unit": _I,
    "unsourced-values": _W,
    "wrong-source-address": _E,
    "hold-without-target": _E,
    "wrong-tolerance": _E,
    "implausible-year": _E,
    "year-given-twice": _E,
    "unsorted-years": _I,
    "future-value": _E,
    "base-without-value": _W,
    "target-before-base": _E,
    "target-against-direction": _W,
    "weaker-target": _W,
    "targets-passed": _I,
    "short-series": _I,
    "old-values": _I,
    "example-values": _I,
}
"""All rules of the module with their severity."""


def found(rule: str, message: str, indicator: Indicator, field: str) -> Finding:
    """A finding about an indicator.

    Args:
        rule: The rule.

        message: What is wrong and what to do.

        indicator: The indicator.

        field: Its field, with positions in lists.

    Returns:
        The finding; the library adds file and line.
    """
    return Finding(rule, message, RULES[rule], about=f"{KEY}/{indicator.id}", field=field)


def ids_of(report: Report) -> list[str]:
    """Everything that an indicator can belong to.

    Args:
        report: The report.

    Returns:
        Ids of its themes, goals and projects.
    """
    themes = report.themes
    goals = [goal.id for theme in themes for goal in all_goals(theme)]
    projects = [project.id for theme in themes for project in projects_of(theme)]
    return [*(theme.id for theme in themes), *goals, *projects]
