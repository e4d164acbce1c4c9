"""Printed numbers that do not follow one another: twice, with a gap, or out of order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

import attrs

from kommunal_nh.importing.drafts import (
    Draft,
    GoalDraft,
    ListRow,
    ThemeDraft,
    projects_below,
)
from kommunal_nh.importing.remarks import Remarks
from kommunal_nh.importing.wording import Wording
from kommunal_nh.patterns import Number


@attrs.frozen
class _Printed:
    """A number as printed somewhere."""

    at: int
    printed: str
    number: Number
    title: str = ""


def check_sequences(draft: Draft, wording: Wording, remarks: Remarks) -> None:
    """Find numbers that are printed wrongly.

    Args:
        draft: The report in the making.

        wording: The words of the profile.

        remarks: Where to say so.
    """
    _check("Text", _numbers_of(draft.themes), remarks, last=lambda number: number.theme)
    for theme in draft.themes:
        _goals(theme, remarks)
        _projects(_in_text(theme), "Text", remarks)
    for rows in _by_heading(draft.rows):
        _projects(_in_list(rows, wording), "Projektliste", remarks)


def _goals(parent: ThemeDraft | GoalDraft, remarks: Remarks) -> None:
    _check("Text", _numbers_of(parent.goals), remarks, last=lambda number: number.goal[-1])
    for goal in parent.goals:
        _goals(goal, remarks)
    sections = [
        _Printed(section.at, section.printed, section.number)
        for section in parent.sections
        if section.number
    ]
    _check("Text", sections, remarks, last=lambda number: number.status)


def _numbers_of(things: Iterable[ThemeDraft | GoalDraft]) -> list[_Printed]:
    return [
        _Printed(one.at, one.printed, one.number, one.title)
        for one in things
        if one.number and (one.number.theme or one.number.goal)
    ]


def _in_text(theme: ThemeDraft) -> list[_Printed]:
    return [
        _Printed(project.at, project.printed, project.number, project.title)
        for project in projects_below(theme)
        if project.number
    ]


def _in_list(rows: Iterable[ListRow], wording: Wording) -> list[_Printed]:
    pattern = wording.patterns.get("projekt")
    found = []
    for row in rows:
        printed = row.cells.get("number", "").rstrip(".")
        try:
            number = pattern.parse(printed) if pattern and not pattern.is_local else None
        except ValueError:
            continue
        if number:
            found.append(_Printed(row.at, printed, number, row.cells.get("project", "")))
    return found


def _by_heading(rows: Iterable[ListRow]) -> list[list[ListRow]]:
    groups: dict[str, list[ListRow]] = {}
    for row in rows:
        groups.setdefault(row.heading, []).append(row)
    return list(groups.values())


def _projects(printed: Sequence[_Printed], where: str, remarks: Remarks) -> None:
    """Projects of one theme: numbers rise, and within each section they count from 1."""
    sections: dict[tuple[object, ...], list[_Printed]] = {}
    for one in printed:
        number = one.number
        sections.setdefault((number.theme, number.code, number.goal, number.status), []).append(one)
    for members in sections.values():
        _check(where, members, remarks, last=lambda number: number.project)
    for before, after in itertools.pairwise(printed):
        same = _section(before) == _section(after)
        if not same and after.number.order < before.number.order:
            _out_of_order(where, before, after, remarks)


def _section(one: _Printed) -> tuple[object, ...]:
    return (one.number.theme, one.number.code, one.number.goal, one.number.status)


def _out_of_order(where: str, before: _Printed, after: _Printed, remarks: Remarks) -> None:
    remarks.warn(
        "number-out-of-order",
        after.at,
        f"{where}: {after.printed} steht hinter {before.printed} ({remarks.place(before.at)}).",
    )


def _check(
    where: str,
    printed: Sequence[_Printed],
    remarks: Remarks,
    last: Callable[[Number], int],
) -> None:
    """Siblings: each number once, rising, from 1 without gaps."""
    seen: dict[int, _Printed] = {}
    expected = 1
    for one in printed:
        value = last(one.number)
        if value in seen:
            _twice(where, seen[value], one, remarks)
        elif seen and value < max(seen):
            _out_of_order(where, seen[max(seen)], one, remarks)
        elif value > expected:
            _gap(where, one, value, expected, seen, remarks)
        seen.setdefault(value, one)
        expected = max(seen) + 1


def _twice(where: str, first: _Printed, second: _Printed, remarks: Remarks) -> None:
    names = f" („{first.title}“ und „{second.title}“)" if first.title and second.title else ""
    remarks.warn(
        "number-twice",
        second.at,
        f"{where}: Die Nummer {second.printed} ist zweimal vergeben, zuerst in "
        f"{remarks.place(first.at)}{names}.",
    )


def _gap(
    where: str,
    one: _Printed,
    value: int,
    expected: int,
    seen: dict[int, _Printed],
    remarks: Remarks,
) -> None:
    follows = "steht als erste Nummer ihrer Reihe"
    if seen:
        before = seen[max(seen)]
        follows = f"folgt auf {before.printed} ({remarks.place(before.at)})"
    known = one.printed.endswith(str(value))
    missing = one.printed[: -len(str(value))] + str(expected) if known else "eine Nummer davor"
    remarks.warn(
        "number-gap",
        one.at,
        f"{where}: {one.printed} {follows}; {missing} gibt es nicht.",
    )
