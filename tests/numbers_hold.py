"""The properties of numbers (DESIGN.md, section 5): functions that fail where one is broken.

Other tests apply them to reports in any state: generated, edited, advanced to another edition.
"""

from __future__ import annotations

import re
from collections import defaultdict

from edits import in_order, parents
from kommunal_nh import Goal, Numbering, Report, Theme, number
from kommunal_nh.patterns import Number, Pattern
from kommunal_nh.walks import all_projects


def numbers_are_unique(report: Report) -> None:
    """No number is printed for two things, unless projects are lettered anew below each goal."""
    numbering = number(report)
    named = {thing.id for thing in parents(report)} | projects_named(numbering, report)
    texts = [numbering[name] for name in named] + list(numbering.sections.values())
    printed = [text for text in texts if text]

    assert len(set(printed)) == len(printed)


def everything_has_a_number(report: Report) -> None:
    """Each theme, goal and project has one number, kept in the order of the document."""
    ids = []
    for parent in parents(report):
        ids += [parent.id, *(project.id for project in in_order(report, parent))]

    assert list(number(report).texts) == list(number(report).numbers) == ids


def document_order_is_numeric_order(report: Report) -> None:
    """From top to bottom, the parts of the numbers only ever rise."""
    orders = [found.order for found in number(report).numbers.values()]

    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def a_child_extends_its_parent(report: Report) -> None:
    """Where a pattern begins with the pattern above it, its number begins with that number."""
    scheme, numbering = report.profile.numbering, number(report)
    for parent in parents(report):
        above = numbering[parent.id]
        pattern = scheme.theme if isinstance(parent, Theme) else scheme.goal
        for goal in parent.goals:
            if scheme.goal.startswith(pattern):
                assert numbering[goal.id].startswith(above)
        for project in parent.projects:
            if scheme.project.startswith(pattern):
                assert numbering[project.id].startswith(above)
            if numbering.grouped_by_status and scheme.project.startswith(scheme.status or "-"):
                section = numbering.sections[parent.id, project.status]
                assert numbering[project.id].startswith(section)
                assert section.startswith(above) or not scheme.status.startswith(pattern)


def projects_are_numbered_without_gaps(report: Report) -> None:
    """Where numbers differ only in the last part, that part is 1, 2, 3 and so on."""
    numbering = number(report)
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for parent in parents(report):
        for project in in_order(report, parent) if report.profile.numbering.project else ():
            before, value = last_part(numbering[project.id])
            section = project.status if numbering.grouped_by_status else ""
            local = f"{parent.id} {section}" if numbering.projects_are_local else ""
            found[before, local].append(value)

    expected = sum(1 for _ in all_projects(report)) if report.profile.numbering.project else 0
    assert sum(map(len, found.values())) == expected
    for values in found.values():
        assert values == list(range(1, len(values) + 1))


def themes_and_goals_follow_one_another(report: Report) -> None:
    """The number of a theme or goal is the one that was fixed, or one more than the last."""
    numbering = number(report)
    last: defaultdict[str, int] = defaultdict(int)
    for theme in report.themes:
        last["theme"] = theme.number or last["theme"] + 1
        assert numbering.numbers[theme.id].theme == last["theme"]
    for parent in parents(report):
        for goal in parent.goals if report.profile.numbering.goal else ():
            before, value = last_part(numbering[goal.id])
            last[before] = goal.number or last[before] + 1
            assert value == last[before]


def the_status_component_is_the_place_in_the_profile(report: Report) -> None:
    """The third part of a grouped number is the place of the project's status in the profile."""
    numbering = number(report)
    places = [status.id for status in report.profile.statuses]
    for project in all_projects(report):
        found = numbering.numbers[project.id].status
        expected = places.index(project.status) + 1 if numbering.grouped_by_status else 0

        assert found == expected


def all_status_sections_are_numbered(report: Report) -> None:
    """Where projects are grouped, a goal that can have projects has a section for each status."""
    numbering = number(report)
    wanted = [
        (parent.id, status.id)
        for parent in parents(report)
        for status in report.profile.statuses
        if numbering.grouped_by_status
        and (parent.projects or can_have_projects(report, numbering, parent))
    ]

    assert list(numbering.sections) == wanted


def can_have_projects(report: Report, numbering: Numbering, parent: Theme | Goal) -> bool:
    """Whether projects are expected here: in the last goals, or beside goals that are a list."""
    levels, depth = report.profile.levels.goals, len(numbering.numbers[parent.id].goal)
    listed = [level.listed for level in (*levels, *(levels[-1],) * depth)]
    if any(listed[:depth]):
        return False
    return listed[depth] if parent.goals else depth > 0


def a_number_is_read_as_it_was_printed(report: Report) -> None:
    """Reading a printed number gives all parts that its pattern prints."""
    numbering = number(report)
    projects = {project.id for project in all_projects(report)}
    themes = {theme.id for theme in report.themes}
    for name, text in numbering.texts.items():
        level = "project" if name in projects else "theme" if name in themes else "goal"
        pattern: Pattern = getattr(numbering.patterns, level)
        read, meant = pattern.parse(text), numbering.numbers[name]

        assert pattern.format(read) == text
        assert read == printed_parts(pattern, meant)


def last_part(text: str) -> tuple[str, int]:
    """A number as all that stands before its last part, and that part, letters counted from a."""
    match = re.search(r"(\d+|[a-z]+|[A-Z]+)\W*$", text)
    assert match, text
    if match[1].isdigit():
        return text[: match.start()], int(match[1])
    value = 0
    for letter in match[1].lower():
        value = value * 26 + ord(letter) - ord("a") + 1
    return text[: match.start()], value


def projects_named(numbering: Numbering, report: Report) -> set[str]:
    """Ids of the projects whose numbers are meant to name them."""
    if numbering.projects_are_local:
        return set()
    return {project.id for project in all_projects(report)}


def printed_parts(pattern: Pattern, found: Number) -> Number:
    """The parts of a number without those that its pattern does not print."""
    coded = ":kuerzel" in pattern.text
    return Number(
        theme=found.theme if "thema" in pattern.places and not coded else 0,
        code=found.code if coded else "",
        goal=found.goal if "ziel" in pattern.places else (),
        status=found.status if "status" in pattern.places else 0,
        project=found.project if "projekt" in pattern.places else 0,
    )


PROPERTIES = (
    numbers_are_unique,
    everything_has_a_number,
    document_order_is_numeric_order,
    a_child_extends_its_parent,
    projects_are_numbered_without_gaps,
    themes_and_goals_follow_one_another,
    the_status_component_is_the_place_in_the_profile,
    all_status_sections_are_numbered,
    a_number_is_read_as_it_was_printed,
)
