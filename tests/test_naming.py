"""What modules call things is what the document calls them."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from kommunal_nh import Names, Report, all_projects, assemble, number, public_view
from kommunal_nh.document import Heading, Reference, Section, Text, plain_text
from kommunal_nh.testing import reports
from module_folder import sections
from two_themes import REPORT


@pytest.fixture(scope="module")
def names() -> Names:
    """The names of the report with two themes."""
    return Names(REPORT, number(REPORT))


def test_names_are_those_of_headings() -> None:
    """Number and title of a thing are what its heading prints."""
    report = public_view(REPORT)
    names = Names(report, number(report))
    things = ("vorwort", "klima", "sparen", "allianz")
    headings = {
        one.anchor: heading(one) for one in sections(assemble(report)) if one.anchor in things
    }
    for thing_id in things:
        assert names.title(thing_id) == headings[thing_id]
        assert names.link(thing_id) == (Reference(thing_id, (Text(headings[thing_id]),)),)


def heading(section: Section) -> str:
    """What the heading of a section prints."""
    first = next(iter(section.blocks))
    return (
        f"{first.number} {plain_text(first.content)}".strip() if isinstance(first, Heading) else ""
    )


def test_what_is_not_printed_is_no_link() -> None:
    """Where the profile leaves out the themes, names are only words."""
    profile = attrs.evolve(REPORT.profile, parts=("kapitel",))
    report = attrs.evolve(REPORT, profile=profile)

    assert Names(report, number(report)).link("allianz") == (Text("1.1.1.1 Allianz"),)


def test_things_have_levels_and_units_have_names(names: Names) -> None:
    """Levels are called as in the profile, chapters are not; units have their code."""
    assert [names.level(one) for one in ("vorwort", "klima", "sparen", "allianz")] == [
        "",
        "Themenfeld",
        "strategisches Ziel",
        "Projekt",
    ]
    assert names.unit("80.01") == "80.01 Klimaschutz"
    assert "allianz" in names
    assert "alianz" not in names


@given(reports())
def test_projects_come_in_the_order_of_the_document(report: Report) -> None:
    """Every project comes once, and numbers rise as they do in the document."""
    numbering = number(report)
    projects = list(Names(report, numbering).projects())

    assert sorted(one.id for one in projects) == sorted(one.id for one in all_projects(report))
    ids = {project.id for project in projects}
    assert [one.id for one in projects] == [one for one in numbering.numbers if one in ids]


@given(reports())
def test_facets_are_those_of_the_sections(report: Report) -> None:
    """A row about a project can be found by what its section can be found by."""
    names = Names(report, number(report))
    found = {one.anchor: one.facets for one in sections(assemble(report)) if one.kind == "project"}
    for project in names.projects():
        if project.id in found:
            assert names.facets(project) == found[project.id]
