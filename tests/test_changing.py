"""Changes of a report in Python: one thing differs afterwards, and wrong names are explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kommunal_nh import (
    Project,
    Report,
    UsageError,
    Withdrawn,
    add_project,
    all_projects,
    change_project,
    move_project,
    withdraw_project,
)
from two_themes import REPORT


def ids(report: Report) -> list[str]:
    """Ids of all projects in the order of the data."""
    return [project.id for project in all_projects(report)]


def test_changing_a_project() -> None:
    """Only this project differs, and what nothing changes in stays the same object."""
    report = change_project(REPORT, "beratung", status="umgesetzt")

    assert [one.status for one in all_projects(report)].count("umgesetzt") == 4
    assert ids(report) == ids(REPORT)
    assert report.themes[1] is REPORT.themes[1]
    assert report.themes[0].goals[1] is REPORT.themes[0].goals[1]


def test_adding_a_project() -> None:
    """It is the last one of its goal."""
    report = add_project(REPORT, "sparen", Project("neu", "Neu", "in-planung"))

    assert ids(report) == ["allianz", "beratung", "neu", "radweg", "ampel", "bruecke"]


def test_adding_a_project_to_a_theme() -> None:
    """A theme can have projects of its own."""
    report = add_project(REPORT, "klima", Project("neu", "Neu", "in-planung"))

    assert [one.id for one in report.themes[0].projects] == ["neu"]


def test_moving_a_project() -> None:
    """It is the same project in another place."""
    report = move_project(REPORT, "allianz", "rad")

    assert ids(report) == ["beratung", "radweg", "ampel", "bruecke", "allianz"]
    assert list(all_projects(report))[-1] is next(all_projects(REPORT))


def test_withdrawing_a_project() -> None:
    """It leaves the themes, and the report says since when and why."""
    report = withdraw_project(REPORT, "radweg", "Kein Platz.")

    assert "radweg" not in ids(report)
    assert report.withdrawn == (
        Withdrawn("Radweg", "Kein Platz.", REPORT.as_of, "", "radweg",
                  "Rechnung liegt noch beim Amt 20."),
    )  # fmt: skip


def test_merging_a_project() -> None:
    """It says which project it became part of; no further reason is needed."""
    report = withdraw_project(REPORT, "radweg", "", merged_into="bruecke")

    assert report.withdrawn[0].merged_into == "bruecke"


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "change": (lambda: change_project(REPORT, "beratungen"), "Meinten Sie „beratung“"),
    "move": (lambda: move_project(REPORT, "x", "rad"), "gibt es im Report nicht"),
    "move to": (lambda: move_project(REPORT, "radweg", "raad"), "Meinten Sie „rad“"),
    "add": (lambda: add_project(REPORT, "", Project("n", "N", "x")), "Thema oder Ziel „“"),
    "withdraw": (lambda: withdraw_project(REPORT, "radwege", "x"), "Meinten Sie „radweg“"),
    "no reason": (lambda: withdraw_project(REPORT, "radweg", "  "), "Grund"),
    "merge": (lambda: withdraw_project(REPORT, "radweg", "", "brücke"), "„brücke“ gibt es"),
    "into itself": (lambda: withdraw_project(REPORT, "radweg", "", "radweg"), "in sich selbst"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_names_are_explained(case: str) -> None:
    """A project, theme or goal that is not there is named, with the nearest that is."""
    call, message = WRONG[case]
    with pytest.raises(UsageError, match=message):
        call()
