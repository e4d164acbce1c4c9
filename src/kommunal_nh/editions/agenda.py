"""What is to be done when an edition begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommunal_nh.checks.content import content_rules
from kommunal_nh.editions.rules import untouched
from kommunal_nh.editions.shelf import shelf
from kommunal_nh.findings import Finding
from kommunal_nh.loading.places import Places
from kommunal_nh.model import Report

RULES = ("stale-progress", "untouched-project", "empty-progress", "outdated-council")


def agenda(folder: Path, report: Report, places: Places) -> tuple[Finding, ...]:
    """What is to be done now.

    Args:
        folder: The data folder.

        report: What it says.

        places: Where it says it.

    Returns:
        Projects whose progress names a day that has passed, that nobody has touched for two
        editions or that say nothing of their progress, with file and line.
    """
    order = {rule: place for place, rule in enumerate(RULES)}
    todo = [
        located
        for finding in _findings(folder, report)
        if finding.rule in order
        for located in places.locate(finding)
    ]
    return tuple(sorted(todo, key=lambda one: (order[one.rule], one.file, one.line)))


def _findings(folder: Path, report: Report) -> Iterator[Finding]:
    yield from content_rules(report)
    yield from untouched(report, [one.projects() for one in shelf(folder)[-2:]])
