"""How far each unit is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kommunal_nh.merging.answers import Answers
from kommunal_nh.merging.candidates import candidates, is_answered
from kommunal_nh.merging.outcome import State, UnitState
from kommunal_nh.model import Report
from kommunal_nh.surveying.asking import units_asked


def states(report: Report, answers: Sequence[Answers], today: date) -> list[UnitState]:
    """How far each unit is.

    Args:
        report: The report as it was before.

        answers: The files.

        today: Decides what is overdue.

    Returns:
        One state for each unit with projects, in the order of the data, then those of files from
        others.
    """
    late = (due := due_day(answers)) is not None and due < today
    by_unit: dict[str, list[Answers]] = {unit: [] for unit in units_asked(report)}
    for one in answers:
        by_unit.setdefault(one.unit, []).append(one)
    return [
        _state(unit, report.units.get(unit, unit), some, late) for unit, some in by_unit.items()
    ]


def due_day(answers: Sequence[Answers]) -> date | None:
    """Until when the units should have answered.

    Args:
        answers: The files.

    Returns:
        The last day that a file names; None if none does.
    """
    return max((one.due for one in answers if one.due), default=None)


def _state(unit: str, name: str, some: Sequence[Answers], late: bool) -> UnitState:
    answered = {
        answer.key for one in some for answer in one.answers if is_answered(one, answer)
    } | {remark.key for one in some for remark in one.remarks}
    asked = dict.fromkeys(key for one in some for key in one.asked)
    left = tuple(key for key in asked if key not in answered)
    files = tuple(sorted(one.source for one in some))
    return UnitState(
        unit, name, _word(some, bool(left), bool(answered), late), files, len(answered), left
    )


def _word(some: Sequence[Answers], left: bool, answered: bool, late: bool) -> State:
    if left or not some:
        if late:
            return State.OVERDUE
        return State.PARTLY if answered and some else State.MISSING
    return State.ANSWERED if _says_something(some) else State.UNCHANGED


def _says_something(some: Sequence[Answers]) -> bool:
    """Whether there is more than the word that nothing changed."""
    if any(one.ideas or one.remarks for one in some):
        return True
    return any(candidates(one, answer) for one in some for answer in one.answers)
