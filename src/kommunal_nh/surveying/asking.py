"""Who is asked what: one questionnaire for each unit with projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.findings import suggestion
from kommunal_nh.model import Goal, Project, Report, Theme
from kommunal_nh.numbering import Numbering, number
from kommunal_nh.public import public_view
from kommunal_nh.surveying.fingerprints import Fingerprint, print_of
from kommunal_nh.surveying.instructions import instructions
from kommunal_nh.surveying.model import Choice, Question, Questionnaire, key_of
from kommunal_nh.surveying.sameness import folded
from kommunal_nh.surveying.shown import shown
from kommunal_nh.text import beginning_of
from kommunal_nh.walks import all_goals, all_projects

_Parent: TypeAlias = Theme | Goal
_SHORT = 90


def units_asked(report: Report) -> list[str]:
    """The units that are responsible for projects.

    Args:
        report: The report.

    Returns:
        Their ids, in the order of the data.
    """
    responsible = {unit for project in all_projects(report) for unit in project.responsible}
    return [unit for unit in report.units if unit in responsible]


def unassigned(report: Report) -> list[Project]:
    """The projects that nobody is asked about, since nobody is responsible for them.

    Args:
        report: The report.

    Returns:
        The projects.
    """
    return [project for project in all_projects(report) if not project.responsible]


def questionnaires(
    report: Report, only: Sequence[str] = (), due: date | None = None
) -> list[Questionnaire]:
    """What each unit is asked.

    Args:
        report: The report, drafts included; its internal notes are asked nobody.

        only: Ids of the units to ask; all if left out.

        due: Until when they shall answer.

    Returns:
        One questionnaire for each unit, in the order of the data.

    Raises:
        UsageError: One of the units is not responsible for anything.
    """
    asked = units_asked(report)
    for unit in only:
        if unit not in asked:
            known = "gibt es nicht" if unit not in report.units else "hat keine Projekte"
            raise UsageError(f"Die Einheit „{unit}“ {known}.{suggestion(unit, asked)}")
    numbering = number(public_view(report))
    found = list(_questions(report, numbering))
    base = Questionnaire(
        report.title, report.as_of, "", "", due, report.profile.levels.project.several,
        instructions(report.profile, due),
        statuses_to_choose(report), _distinct(_goals(report, numbering)), (),
    )  # fmt: skip
    return [_for(report, unit, base, found) for unit in asked if not only or unit in only]


def _for(
    report: Report, unit: str, base: Questionnaire, found: Sequence[tuple[Project, Question]]
) -> Questionnaire:
    mine = [
        attrs.evolve(question, others=_others(report, project, unit))
        for project, question in found
        if unit in project.responsible
    ]
    return attrs.evolve(base, unit=unit, unit_name=report.units[unit], questions=tuple(mine))


def _others(report: Report, project: Project, unit: str) -> tuple[str, ...]:
    return tuple(report.units[other] for other in project.responsible if other != unit)


def _questions(report: Report, numbering: Numbering) -> Iterator[tuple[Project, Question]]:
    for theme in report.themes:
        for parent, place in _places(report, theme, numbering):
            for project in parent.projects:
                printed = numbering.texts.get(project.id, "")
                for question in _of_project(project, printed, place):
                    yield project, question


def _places(report: Report, theme: Theme, numbering: Numbering) -> Iterator[tuple[_Parent, str]]:
    yield theme, _named(numbering, theme.id, theme.title)
    for goal in all_goals(theme):
        name = _named(numbering, goal.id, _title(report, goal))
        yield goal, f"{_named(numbering, theme.id, theme.title)} › {name}"


def _title(report: Report, goal: Goal) -> str:
    return goal.title or beginning_of(goal.statement) or report.profile.levels.goal(0).singular


def _named(numbering: Numbering, thing: str, title: str) -> str:
    short = title if len(title) <= _SHORT else f"{title[: _SHORT - 2].rstrip()} …"
    return f"{numbering.texts.get(thing, '')} {short}".strip()


def _of_project(project: Project, printed: str, place: str) -> Iterator[Question]:
    """The project itself, then its parts."""
    said = [project.description, project.progress, project.cooperation.text]
    yield _question(project, 0, (printed, project.title, place, project.status), said)
    for at, part in enumerate(project.parts, 1):
        title = f"{project.title} – {part.title or f'Teil {at}'}"
        said = [part.description, part.progress, ""]
        yield _question(project, at, (printed, title, place, ""), said)


def _question(
    project: Project, part: int, head: tuple[str, str, str, str], said: Sequence[str]
) -> Question:
    printed, title, place, status = head
    description, progress, cooperation = map(shown, said)
    fingerprint = Fingerprint(
        print_of(status), print_of(description), print_of(progress), print_of(cooperation)
    )
    return Question(
        project.id, part, printed, title, place, status, description, progress, cooperation, (),
        fingerprint,
    )  # fmt: skip


def fingerprints(report: Report) -> dict[str, Fingerprint]:
    """Fingerprints of everything that would be asked now.

    Args:
        report: The report.

    Returns:
        The fingerprint of each question, by key.
    """
    found = (one for project in all_projects(report) for one in _of_project(project, "", ""))
    return {question.key: question.fingerprint for question in found}


def keys_of(report: Report, unit: str) -> set[str]:
    """What a unit would be asked now.

    Args:
        report: The report.

        unit: Its id.

    Returns:
        The keys of its questions.
    """
    mine = (project for project in all_projects(report) if unit in project.responsible)
    return {key_of(one.id, part) for one in mine for part in range(len(one.parts) + 1)}


def statuses_to_choose(report: Report) -> tuple[Choice, ...]:
    """The statuses that a project can have.

    Args:
        report: The report.

    Returns:
        Their ids and what people read; no two read the same.
    """
    return _distinct(Choice(status.id, status.label) for status in report.profile.statuses)


def goals_to_choose(report: Report) -> list[Choice]:
    """Where an idea can belong: goals that can have projects, and themes without such goals.

    Args:
        report: The report.

    Returns:
        Their ids and what people read.
    """
    return list(_distinct(_goals(report, number(public_view(report)))))


def _goals(report: Report, numbering: Numbering) -> Iterator[Choice]:
    for theme in report.themes:
        for parent, place in _choosable(report, theme, numbering):
            yield Choice(parent.id, place)


def _distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices of which no two have names that people could take for each other."""
    found: list[Choice] = []
    used = set[str]()
    for choice in choices:
        label = choice.label
        if not label or folded(label) in used:
            label = f"{label} ({choice.id})".strip()
        used.add(folded(label))
        found.append(Choice(choice.id, label))
    return tuple(found)


def _choosable(report: Report, theme: Theme, numbering: Numbering) -> Iterator[tuple[_Parent, str]]:
    levels = report.profile.levels
    if not theme.goals or levels.is_listed(0):
        yield theme, _named(numbering, theme.id, theme.title)
    for goal, depth in _with_depth(theme, 0):
        if not levels.is_listed(depth):
            yield goal, _named(numbering, goal.id, _title(report, goal))


def _with_depth(parent: _Parent, depth: int) -> Iterator[tuple[Goal, int]]:
    for goal in parent.goals:
        yield goal, depth
        yield from _with_depth(goal, depth + 1)
