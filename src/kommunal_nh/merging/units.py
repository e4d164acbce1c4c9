"""Which unit a file came from, also if a spreadsheet made a number of its name."""

from __future__ import annotations

from collections.abc import Sequence

from kommunal_nh.merging.answers import Answers
from kommunal_nh.model import Report
from kommunal_nh.surveying.asking import keys_of


def units_of(report: Report, answers: Sequence[Answers]) -> dict[str, str]:
    """The units of the files.

    Args:
        report: The report.

        answers: The files.

    Returns:
        Ids of units by what the files say; what nobody knows stays as it is.
    """
    return {one.unit: _unit(report, one) for one in answers}


def _unit(report: Report, answers: Answers) -> str:
    """80.1 can have been 80.10; which one it was is seen from the questions."""
    alike = [unit for unit in report.units if _is_same_number(unit, answers.unit)]
    fitting = [unit for unit in alike if keys_of(report, unit) == set(answers.asked)]
    if len(fitting) == 1 or answers.unit in report.units:
        return fitting[0] if len(fitting) == 1 else answers.unit
    return alike[0] if len(alike) == 1 else answers.unit


def _is_same_number(one: str, other: str) -> bool:
    try:
        return float(one) == float(other.replace(",", "."))
    except ValueError:
        return False
