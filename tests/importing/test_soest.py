"""The published report of the Kreis Soest, straight from the file."""

from __future__ import annotations

from functools import cache

import pytest
from tests.importing.manuscripts import ROOT, SOEST, imported

from kommunal_nh import Project, Report, check, load, number
from kommunal_nh.findings import has_errors
from kommunal_nh.importing import Imported
from kommunal_nh.walks import all_goals, all_projects

pytestmark = pytest.mark.skipif(not SOEST.exists(), reason="the published report is not here")
SAME_UNIT = {"dez-06": "Dez.06", "pad": "PAD"}


@cache
def soest() -> Imported:
    return imported(SOEST)


@cache
def example() -> Report:
    return load(ROOT / "examples" / "kreis_soest")


def projects() -> list[tuple[Project, Project]]:
    """Each project as it was imported, and as the example has it."""
    return list(zip(all_projects(soest().report), all_projects(example()), strict=True))


def test_all_of_it_is_there() -> None:
    """6 themes, 33 goals, 99 projects and 103 pairs of description and progress."""
    report = soest().report
    pairs = [
        pair
        for project in all_projects(report)
        for pair in (project.parts or (project,))
        if pair.description and pair.progress
    ]
    goals = [goal for theme in report.themes for goal in all_goals(theme)]
    assert (len(report.themes), len(goals), len(pairs)) == (6, 33, 103)
    assert sum(1 for _ in all_projects(report)) == 99


def test_frame() -> None:
    """Title, publisher and both days come from the report; the introduction is a chapter."""
    report = soest().report
    assert (report.title, report.publisher) == ("Nachhaltigkeitsreport Kreis Soest", "Kreis Soest")
    assert (report.as_of, report.previous_as_of) == (example().as_of, example().previous_as_of)
    assert [chapter.title for chapter in report.chapters] == [
        "Einleitung und Übersicht zum Nachhaltigkeitsreport Kreis Soest"
    ]
    headings = [line for line in report.chapters[0].text.split("\n") if line.startswith("#")]
    assert len(headings) == 3 + 6
    assert [theme.title for theme in report.themes] == [theme.title for theme in example().themes]


def test_projects_are_those_of_the_example() -> None:
    """Title, status and number of each project are those of the data made by hand."""
    ours, theirs = number(soest().report).texts, number(example()).texts
    for one, other in projects():
        assert (one.title, one.status) == (other.title, other.status)
        assert ours[one.id] == theirs[other.id]
        assert len(one.parts) == len(other.parts)


def test_lists_fill_responsibility_and_cooperation() -> None:
    """Every unit and every cooperation comes from the lists."""
    for one, other in projects():
        assert one.responsible == other.responsible, one.title
        assert bool(one.cooperation.text) == bool(
            other.cooperation.text or other.cooperation.municipalities
        ), one.title
    assert set(soest().report.units) == set(example().units)


def test_short_titles_are_those_of_the_lists() -> None:
    """A title that the list shortens clearly is the short title, as in the example."""
    ours = {one.title: one.short_title for one, _ in projects() if one.short_title}
    theirs = {other.title: other.short_title for _, other in projects() if other.short_title}
    assert {title: ours[title] for title in ours if title in theirs} == {
        title: theirs[title] for title in ours if title in theirs
    }
    assert len(ours) >= 15


def test_archive() -> None:
    """The nine rows of the archive, with theme, edition and number."""
    rows = [(row.theme.split("-")[0], row.edition, row.number) for row in soest().report.archive]
    assert rows == [(row.theme.split("-")[0], row.edition, row.number) for row in example().archive]


def test_numbers_in_prose_are_references() -> None:
    """Four references lead where their numbers point; the one to itself stays a number."""
    texts = [
        text
        for project in all_projects(soest().report)
        for text in (project.description, project.progress)
    ]
    assert sum(text.count("[](#") for text in texts) == 4
    assert sum("(s. 6.4.3.1)" in text for text in texts) == 1


def test_furniture_is_gone_and_sentences_are_whole() -> None:
    """The legend in mid-sentence, a split word and split paragraphs leave no trace."""
    texts = "\n".join(
        text
        for project in all_projects(soest().report)
        for text in (project.description, project.progress)
    )
    assert "umgesetzt (innerhalb" not in texts
    assert "Fachhochschule Südwestfalen und dem" in texts
    assert "Daten und Szenarien besprochen, auf dessen" in texts


def test_what_is_left() -> None:
    """Besides the legend of the pages four lines belong nowhere."""
    left = soest().left
    assert [words.split("\n")[0] for _, words in left] == [
        "ZIELE FÜR NACHHALTIGE ENTWICKLUNG",
        "umgesetzt (innerhalb des letzten halben Jahres)",
        "der umgesetzten Projekte, die nicht mehr im Report enthalten sind",
        "(seit 01.10.2022)",
    ]
    assert [len(places) for places, _ in left] == [1, 15, 1, 1]


def test_it_is_a_valid_report() -> None:
    """What was imported builds."""
    assert not has_errors(check(soest().report))


CONTRADICTIONS = [
    ("name-differs", 26),  # the introduction's name in the contents
    ("name-differs", 121),  # Energie/Klima/Umwelt in the introduction
    ("number-differs", 998),  # 4.1.2.1, in the list 4.1.3.1
    ("status-differs", 998),
    ("number-differs", 1018),  # 4.1.3.1, in the list 4.1.3.2
    ("number-differs", 1028),  # 4.1.3.3, in the list 4.1.3.2
    ("number-gap", 1028),  # 4.1.3.2 is missing in the text
    ("number-differs", 1288),  # 5.3.3.1, in the list 5.3.2.2
    ("number-differs", 1595),  # 5.8.4.1, in the list 5.8.4.2
    ("status-differs", 1837),  # 6.4.3.1, in the list planned
    ("wrong-section", 1837),  # below 6.4.2
    ("printed-reference", 1847),  # 6.4.3.1 to itself
    ("not-empty", 1851),  # section 6.4.3 although 6.4.3.1 is printed
    ("missing-responsible", 1937),  # Klima-Allianz, the only one of 99
    ("number-twice", 2001),  # 4.1.3.2 in the list
    ("wrong-section", 2022),  # 5.3.2.2 with a cross at planned
    ("number-gap", 2040),  # 5.8.4.1 is missing in the list
    ("name-differs", 2041),  # Dez.06 and Dez. 06
]
"""Checked by hand against the published report, entry by entry."""


def test_contradictions() -> None:
    """The findings are those of the sheet that was made by hand, and no others."""
    found = [
        (one.rule, one.line)
        for one in soest().findings
        if one.rule not in ("title-differs", "not-recognised")
    ]
    assert sorted(found) == sorted(CONTRADICTIONS)


def test_both_places_are_named() -> None:
    """A finding about two places names both."""
    for one in soest().findings:
        if one.rule in ("number-differs", "status-differs", "title-differs", "not-empty"):
            assert "Zeile" in one.message, one


def test_titles_that_differ() -> None:
    """The lists call some thirty projects differently; the sheet made by hand names the same."""
    sheet = (ROOT / "examples" / "kreis_soest" / "WIDERSPRUECHE.md").read_text("utf-8")
    part = sheet.split("\n## Titel\n")[1].split("\n## ")[0]
    known = {
        row.split(":")[0].strip("| ") for row in part.split("\n") if row[:3].strip("| ").isdigit()
    }
    found = {one.message.split(" ")[0] for one in soest().findings if one.rule == "title-differs"}
    assert found == known
