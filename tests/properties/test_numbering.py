"""The properties of numbers (DESIGN.md, section 5), for any report and after any edits."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from edits import (
    Edit,
    add_project,
    change_status,
    edited,
    edits,
    everywhere,
    parents,
    turn_projects,
)
from kommunal_nh import Report, number
from kommunal_nh.testing import numbers, patterns, reports
from kommunal_nh.walks import all_projects
from numbers_hold import PROPERTIES

edited_reports = st.builds(edited, reports(references=False), edits())
any_reports = st.one_of(reports(), edited_reports)


@pytest.mark.parametrize("holds", PROPERTIES)
@given(report=any_reports)
def test_numbers_hold(holds: Callable[[Report], None], report: Report) -> None:
    """Each of the properties holds for any report, also after any edits."""
    holds(report)


@given(reports(), st.integers(0, 50), st.integers(0, 5))
def test_a_status_change_stays_in_its_goal(report: Report, what: int, status: int) -> None:
    """When a project gets another status, only numbers of projects beside it can change."""
    projects = list(all_projects(report))
    assume(projects)
    changed = projects[what % len(projects)]
    beside = next(
        {project.id for project in parent.projects}
        for parent in parents(report)
        if changed in parent.projects
    )
    before, after = number(report), number(change_status(report, what, status))

    for name, text in before.texts.items():
        assert after[name] == text or name in beside
    assert after.sections == before.sections


@given(reports(), st.integers(1, 50))
def test_numbers_come_from_the_data_alone(report: Report, turn: int) -> None:
    """The same report is always numbered the same, whatever has been numbered in between."""
    first = number(report)
    number(turn_projects(report, 0, turn))
    copy = everywhere(report, attrs.evolve)

    assert number(report) == first
    assert number(copy) == first


@settings(max_examples=5 * settings().max_examples)
@given(st.data())
def test_any_pattern_reads_what_it_prints(data: st.DataObject) -> None:
    """parse(format(n)) == n, for every pattern that is not refused."""
    pattern = data.draw(patterns(), label="pattern")
    found = data.draw(numbers(pattern), label="number")

    assert pattern.parse(pattern.format(found)) == found


@given(reports(references=False), st.lists(st.integers(0, 50), min_size=1, max_size=5))
def test_new_projects_move_only_what_comes_after(report: Report, homes: list[int]) -> None:
    """A new project changes no number of a goal or theme."""
    changes = [Edit("add_project", home, home) for home in homes]
    before, after = number(report), number(edited(report, changes))
    for parent in parents(report):
        assert after[parent.id] == before[parent.id]
    assert add_project(report, 0, 0) is report or len(after.texts) > len(before.texts)
