"""Ids: well formed, and each given once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kommunal_nh.fields import MISSING
from kommunal_nh.findings import Finding
from kommunal_nh.model import Goal, Report, Theme
from kommunal_nh.rules import found
from kommunal_nh.walks import all_goals, former_ids, projects_of

ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
RESERVED = "nh-"
"""Anchors of the frame start like this, so ids must not."""
MAX_LENGTH = 100


def is_id(name: str) -> bool:
    """Whether a name can be an id.

    Args:
        name: The name.

    Returns:
        False if it has other signs, is too long, or begins as anchors of the frame do.
    """
    well_formed = ID.fullmatch(name) is not None and len(name) <= MAX_LENGTH
    return well_formed and not name.startswith(RESERVED)


def ids_of(report: Report) -> Iterator[str]:
    """The ids of everything that has an anchor in the document.

    Args:
        report: The report.

    Yields:
        Ids of chapters, themes, goals and projects, as often as they are given.
    """
    for chapter in report.chapters:
        yield chapter.id
    for theme in report.themes:
        yield from _ids_below(theme)


def _ids_below(theme: Theme) -> Iterator[str]:
    yield theme.id
    goals: Iterator[Goal] = all_goals(theme)
    yield from (goal.id for goal in goals)
    yield from (project.id for project in projects_of(theme))


def identity_rules(report: Report) -> Iterator[Finding]:
    """Rules `invalid-id` and `duplicate-id`.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    for name, times in Counter((*ids_of(report), *former_ids(report))).items():
        if name == MISSING:
            continue
        if not is_id(name):
            message = (
                f"„{name}“ ist keine gültige Kennung: bitte nur a-z, 0-9 und dazwischen - _ . "
                f"verwenden, höchstens {MAX_LENGTH} Zeichen, nicht mit {RESERVED} am Anfang."
            )
            yield found("invalid-id", message, name, "id")
        if times > 1:
            message = (
                f"Die Kennung „{name}“ ist {times}-mal vergeben: jede darf es nur einmal geben, "
                "auch im Archiv und unter den entfallenen Projekten."
            )
            yield found("duplicate-id", message, name, "id")
