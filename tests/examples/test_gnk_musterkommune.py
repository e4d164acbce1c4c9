"""The example after Global Nachhaltige Kommune NRW: data alone, whole, in every format."""

from __future__ import annotations

import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.plugins.pdf_reading import spoken_words

from kommunal_nh import Document, Report, assemble, build, check, load, number, public_view
from kommunal_nh.document import Paragraph, Reference
from kommunal_nh.walks import all_goals, all_projects
from trees import blocks, find, heading, sections, spoken, tables, words

FOLDER = Path(__file__).parents[2] / "examples" / "gnk_musterkommune"


@cache
def report() -> Report:
    """The report as loaded from its folder."""
    return load(FOLDER)


@cache
def document() -> Document:
    """The document of its public part."""
    return assemble(public_view(report()))


def texts_of(path: Path) -> str:
    """A built file as text; of a Word file, the XML of its body."""
    if path.suffix == ".pdf":
        return spoken_words(path)
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return "".join(archive.read(name).decode() for name in names)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of what is built, by ending."""
    built = build(FOLDER, out=tmp_path_factory.mktemp("build"))
    return {path.suffix: texts_of(path) for path in built}


def test_it_is_data_alone() -> None:
    """The folder holds YAML and Markdown, and nothing that could be run."""
    kept = (path for path in FOLDER.rglob("*") if path.is_file() and "build" not in path.parts)

    assert {path.suffix for path in kept} == {".yaml", ".md"}


def test_nothing_else_is_found() -> None:
    """The check has one hint for each file with spaces at which a line could end, and no more."""
    findings = check(FOLDER)

    assert {one.rule for one in findings} == {"breaking-space"}
    assert len({one.file for one in findings}) == len(findings)


def test_everything_is_there() -> None:
    """6 themes, 11 strategic and 18 operative goals, 34 measures and one draft, 3 chapters."""
    strategic = [goal for theme in report().themes for goal in theme.goals]
    drafts = [project.id for project in all_projects(report()) if project.draft]

    assert report().profile.name == "gnk"
    assert [len(theme.goals) for theme in report().themes] == [2, 2, 2, 2, 2, 1]
    assert sum(len(goal.goals) for goal in strategic) == 18
    assert len(sections(document(), "project")) == 34
    assert drafts == ["mitfahrbaenke"]
    assert len(report().chapters) == 3
    assert (len(report().archive), len(report().withdrawn)) == (2, 1)


def test_every_status_is_used() -> None:
    """Each of the five statuses has measures, those put off among them."""
    used = Counter(project.status for project in all_projects(public_view(report())))

    assert used == {
        "idee": 4,
        "geplant": 5,
        "in-umsetzung": 17,
        "umgesetzt": 6,
        "zurueckgestellt": 2,
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("klima-energie", "1"),
        ("verwaltung-treibhausgasneutral", "1.1"),
        ("solarstrom-daecher", "1.1.2"),
        ("pv-dachprogramm", "M1.1.2.1"),
        ("radbruecke", "M2.1.1.3"),
        ("bluehflaechen", "M3.2.2.1"),
        ("eine-welt-tage", "M6.1.2.2"),
    ],
)
def test_numbers_follow_the_place(name: str, expected: str) -> None:
    """Goals extend the number of their theme, measures that of their goal with an M before it."""
    assert number(report())[name] == expected


def test_a_strategic_goal_may_have_measures_of_its_own(tmp_path: Path) -> None:
    """Without the M, a measure 1.1.1 and an operative goal 1.1.1 would have the same number."""
    goal = (
        "{id: s, text: S., ziele: [{id: o, text: O.}], projekte: [{id: m, titel: M, status: idee}]}"
    )
    (tmp_path / "bericht.yaml").write_text(
        "titel: T\nherausgeber: H\nstand: 2025-07-01\nprofil: gnk\nthemen:\n"
        f"  - {{id: t, titel: T, ziele: [{goal}]}}",
        "utf-8",
    )
    numbering = number(load(tmp_path))

    assert check(tmp_path) == []
    assert (numbering["o"], numbering["m"]) == ("1.1.1", "M1.1.1")


def test_goals_are_named_by_their_level() -> None:
    """Goals have no titles of their own; their headings say which kind they are."""
    titles = Counter(words(heading(one).content) for one in sections(document(), "goal"))

    assert titles == {"Strategisches Ziel": 11, "Operatives Ziel": 18}


def test_the_introduction_is_the_leitlinie() -> None:
    """Each theme says what its introduction is, and below the label stands its text."""
    for one in sections(document(), "theme"):
        said = list(spoken(one))
        text = said[said.index("Leitlinie:") + 1]

        assert text.startswith(("Die Musterkommune", "In der Musterkommune", "Böden", "Niemand"))


def test_a_goal_without_measures_says_so() -> None:
    """One operative goal has no measures yet, and the report says it in the profile's words."""
    empty = [
        one.anchor
        for one in sections(document(), "goal")
        if any(isinstance(block, Paragraph) and block.role == "empty" for block in blocks(one))
    ]

    assert empty == ["boden-artenvielfalt", "flaechenverbrauch"]  # the goal above and itself
    assert "Hier sind noch keine Maßnahmen festgelegt." in spoken(document())


def test_lists_and_figures_agree() -> None:
    """The measure lists have a row for each measure, in five columns of statuses."""
    (lists,) = sections(document(), "lists")
    (figures,) = sections(document(), "figures")
    _, (_, rows), (_, leads) = tables(figures)

    assert len(leads) == 6
    assert words(heading(lists).content) == "Maßnahmenlisten"
    assert [column.title for column in tables(lists)[0][0].columns][2:7] == [
        "Idee", "Geplant", "Zurückgestellt", "Umsetzung", "Umgesetzt",
    ]  # fmt: skip
    assert [len(listed) for _, listed in tables(lists)] == [7, 6, 6, 5, 6, 4]
    assert [words(cell) for cell in rows[-1].cells[1:]] == ["4", "5", "2", "17", "6", "34"]


def test_goals_have_a_year() -> None:
    """Every operative goal names the year by which it is to be reached."""
    for theme in report().themes:
        for goal in all_goals(theme):
            if not goal.goals:
                assert any(f"20{year}" in goal.statement for year in range(25, 31)), goal.id


def test_measures_refer_to_one_another() -> None:
    """References lead to measures of other goals and themes, and to what is in the archive."""
    targets = {reference.anchor for reference in find(document(), Reference)}
    projects = {one.anchor for one in sections(document(), "project")}

    assert {"energiemanagement", "grundschule-nord", "fuhrpark-elektrisch"} <= targets & projects
    assert "nh-archiv" in targets


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md", ".pdf"])
def test_extra_fields_are_printed(files: dict[str, str], suffix: str) -> None:
    """Each format prints the fields of the profile, with their labels and values."""
    text = files[suffix]

    for field in report().profile.fields:
        assert field.label.rstrip(":") in text
    assert "Laufzeit" in text
    assert "140.000 Euro für Zähler und Software, eine Stelle" in text
    assert "Wärmeverbrauch in MWh je Jahr (2019: 9.400; Ziel 2030: 6.580)" in text
    assert "Betriebsausschuss, 16.05.2024" in text
    assert "https://musterkommune.example/starkregen" in text


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md", ".pdf", ".xlsx"])
def test_nothing_private_is_printed(files: dict[str, str], suffix: str) -> None:
    """Neither the draft nor an internal note is in any file."""
    assert "Mitfahrbänke" not in files[suffix]
    assert "Schlussrechnung" not in files[suffix]


def test_the_frame_speaks_of_measures(files: dict[str, str]) -> None:
    """No word of the frame is left that speaks of projects or of a report."""
    for text in (files[".md"], "\n".join(spoken(document()))):
        assert "Projekt" not in text
        assert "Report" not in text
