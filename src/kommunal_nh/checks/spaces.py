"""Spaces at which a line could end and should not: one hint for each chapter and theme."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.checks.texts import Written, texts_of
from kommunal_nh.findings import Finding
from kommunal_nh.model import Report
from kommunal_nh.rules import found
from kommunal_nh.spaces import breaking_spaces
from kommunal_nh.walks import all_goals, projects_of


def space_rules(report: Report) -> Iterator[Finding]:
    """Rule `breaking-space`.

    Args:
        report: The report.

    Yields:
        What was found: the first place of each chapter and theme, and how many there are.
    """
    if report.profile.fixed_spaces:
        return
    roots = _roots(report)
    grouped: dict[str, list[Written]] = {}
    for written in texts_of(report):
        if written.about in roots and breaking_spaces(written.text):
            grouped.setdefault(roots[written.about], []).append(written)
    yield from map(_finding, grouped.values())


def count_breaking_spaces(report: Report) -> int:
    """At how many places of a report's texts a line should not end, but could.

    Args:
        report: The report.

    Returns:
        How many places there are in its chapters and themes.
    """
    roots = _roots(report)
    return sum(
        len(breaking_spaces(written.text)) for written in texts_of(report) if written.about in roots
    )


def _roots(report: Report) -> dict[str, str]:
    """The chapter or theme that a thing belongs to; it usually is a file of its own."""
    roots = {chapter.id: chapter.id for chapter in report.chapters}
    for theme in report.themes:
        goals = (goal.id for goal in all_goals(theme))
        projects = (project.id for project in projects_of(theme))
        roots.update(dict.fromkeys((theme.id, *goals, *projects), theme.id))
    return roots


def _finding(texts: list[Written]) -> Finding:
    first = texts[0]
    place = breaking_spaces(first.text)[0]
    start, end = max(place.start() - 10, 0), place.end() + 10
    around = " ".join(first.text[start:end].split())
    count = sum(len(breaking_spaces(written.text)) for written in texts)
    more = f" (hier und an anderen Stellen, zusammen {count})" if count > 1 else ""
    message = (
        f"Bei „… {around} …“{more} könnte eine Zeile zwischen Zahl und Einheit oder in einer "
        "Abkürzung enden: bitte dort geschützte Leerzeichen schreiben, oder im Profil "
        "feste_leerzeichen: ja setzen."
    )
    line = first.text.count("\n", 0, place.start())
    return found("breaking-space", message, first.about, first.field, line)
