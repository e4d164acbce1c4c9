"""Which criterion is covered by what, explained, or open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum

import attrs

from kommunal_nh import Report, all_goals, all_projects, projects_of
from kommunal_nh_bnk.catalogue import criteria_of, plain
from kommunal_nh_bnk.data import BnkData, Criterion


class State(Enum):
    """What a report says on a criterion."""

    COVERED = "abgedeckt"
    EXPLAINED = "erklaert"
    OPEN = "offen"


@attrs.frozen
class Coverage:
    """One criterion in a report.

    Attributes:
        criterion: The criterion.
        covered_by: Ids of what covers it, each once, in the order of the document.
        explanation: Why it is not covered, or not all of it; may be empty.
    """

    criterion: Criterion
    covered_by: tuple[str, ...] = ()
    explanation: str = ""

    @property
    def state(self) -> State:
        """Covered if anything covers it, else explained if there are words, else open."""
        if self.covered_by:
            return State.COVERED
        return State.EXPLAINED if self.explanation.strip() else State.OPEN


def coverage(report: Report, data: BnkData) -> tuple[Coverage, ...]:
    """What a report says on each criterion.

    Args:
        report: The report; what it does not have covers nothing.

        data: The module's data.

    Returns:
        One entry for each criterion, in the order of the framework.
    """
    explained = _explanations(data)
    covering = _covering(report, data)
    order = {thing_id: place for place, thing_id in enumerate(ids_of(report))}
    return tuple(
        Coverage(
            criterion,
            tuple(sorted(covering[number] & order.keys(), key=order.__getitem__)),
            explained.get(number, ""),
        )
        for criterion in criteria_of(data)
        for number in (plain(criterion.number),)
    )


def ids_of(report: Report) -> Iterator[str]:
    """Ids of what can cover a criterion.

    Args:
        report: The report.

    Yields:
        Ids of chapters, themes, goals and projects, roughly in the order of the document.
    """
    yield from (chapter.id for chapter in report.chapters)
    for theme in report.themes:
        yield theme.id
        yield from (goal.id for goal in all_goals(theme))
        yield from (project.id for project in projects_of(theme))


def _explanations(data: BnkData) -> dict[str, str]:
    found: dict[str, str] = {}
    for answer in data.answers:
        number, text = plain(answer.criterion), answer.explanation.strip()
        found[number] = f"{found.get(number, '')}\n\n{text}".strip()
    return found


def _covering(report: Report, data: BnkData) -> defaultdict[str, set[str]]:
    """What the data names, and the projects that name a criterion themselves."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for answer in data.answers:
        found[plain(answer.criterion)].update(answer.covered_by)
    for project in all_projects(report):
        for name in data.frameworks:
            for number in project.frameworks.get(name, ()):
                found[plain(number)].add(project.id)
    return found
