"""The module `bnk`: coverage, cross-references, facts, and what is found wrong with its data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import (
    Report,
    all_goals,
    all_projects,
    check,
    load,
    load_profile,
    number,
    public_view,
)
from kommunal_nh.document import Chip, Row, Section, Table, plain_text
from kommunal_nh.plugins import modules_of
from kommunal_nh.testing import reports
from module_folder import found, make, markdown, references, sections

MODULE: Any = modules_of(["bnk"])["bnk"]
_SOEST = load_profile("soest")
_DATA = MODULE.data_class
_NUMBERS = [f"{one:02}" for one in range(1, 19)]


def part(report: Report, data: Any, anchor: str) -> Section:
    """One section of the chapter."""
    (chapter,) = MODULE.chapters(report, number(report), data)
    (section,) = (one for one in sections(chapter) if one.anchor == anchor)
    return section


def rows(section: Section) -> list[Row]:
    """The rows of all its tables."""
    return [row for block in section.blocks if isinstance(block, Table) for row in block.rows]


# ------------------------------------------------------------------------------- what is printed


def test_a_criterion_is_covered_explained_or_open(tmp_path: Path) -> None:
    """Both what the file names and what projects say themselves counts; words explain the rest."""
    settings = """
        kriterien:
          - {kriterium: "1", durch: [vorwort, klima]}
          - {kriterium: "08", erklaerung: "Steht im Haushalt."}
          - {kriterium: "10", erklaerung: "Nur zum Teil."}
    """
    text = markdown(make(tmp_path, "bnk", settings))

    assert "Von 18 Kriterien sind 2 abgedeckt, 1 erklärt und 15 offen." in text
    places = "[Vorwort](#vorwort) / [1 Klima/Energie](#klima)"
    assert f"| 01 Strategie | ● abgedeckt | {places} |" in text
    assert "| 08 Finanzen | □ erklärt | Steht im Haushalt. |" in text
    assert "| 10 Klimaschutz und Energie | ● abgedeckt | " in text
    assert "Solardach](#solardach) / Nur zum Teil. |" in text
    assert "| 09 Innovation für Nachhaltigkeit | ○ offen | |" in text


def test_facts_lead_to_the_criteria_and_keep_other_frameworks(tmp_path: Path) -> None:
    """The line on frameworks says what it said, with the criterion's name and a link."""
    text = markdown(make(tmp_path, "bnk", 'kriterien: [{kriterium: "12", durch: [wege]}]'))

    link = "[BNK 10 (Klimaschutz und Energie)](#nh-bnk-kriterien)"
    assert f"**Bezüge:** Agenda 7.2; {link}\n" in text
    assert "**Bezüge:** [BNK 12 (Nachhaltige Mobilität)](#nh-bnk-kriterien)\n" in text


def test_without_facts_the_line_stays(tmp_path: Path) -> None:
    """`angaben: nein` leaves the line of the report itself."""
    text = markdown(make(tmp_path, "bnk", "angaben: nein"))

    assert "**Bezüge:** BNK 10; Agenda 7.2\n" in text


def test_another_version_comes_from_a_table(tmp_path: Path) -> None:
    """A catalogue of one's own replaces the one of the library."""
    (tmp_path / "katalog.csv").write_text("nummer;titel\nA1;Klima\nA2;Wasser\n", "utf-8")
    settings = 'fassung: "2024"\nkatalog: katalog.csv\nbezug: [Agenda]\nkriterien: []\n'
    folder = make(tmp_path, "bnk", settings)

    (finding,) = found(folder, "unknown-criterion")  # Agenda 7.2
    assert "7.2" in finding.message
    (tmp_path / "katalog.csv").write_text("nummer;titel\nA1;Klima\n7.2;Sonne\n", "utf-8")
    text = markdown(folder)
    assert "Von 2 Kriterien sind 1 abgedeckt, 0 erklärt und 1 offen." in text
    assert "| A1 Klima | ○ offen |" in text


def test_drafts_cover_nothing(tmp_path: Path) -> None:
    """A criterion that only a draft covers is open, and the draft is not named."""
    folder = make(tmp_path, "bnk", 'kriterien: [{kriterium: "01", durch: [geheim, vorwort]}]')

    text = markdown(folder)
    assert "| 08 Finanzen | ○ offen |" in text
    assert "Geheim" not in text
    (answer,) = public_view(load(folder)).modules["bnk"].answers  # type: ignore[attr-defined]
    assert answer.covered_by == ("vorwort",)


# ------------------------------------------------------------------------ what holds for any report


@st.composite
def answered(draw: st.DrawFn) -> tuple[Report, Any]:
    """A published report, and data that says something on some criteria."""
    report = public_view(draw(reports(st.just(_SOEST))))
    ids = [chapter.id for chapter in report.chapters]
    for theme in report.themes:
        ids += [theme.id, *(goal.id for goal in all_goals(theme))]
    ids += [project.id for project in all_projects(report)]
    covering = st.lists(st.sampled_from([*ids, "fehlt"]), max_size=4).map(tuple)
    answers = st.lists(
        st.builds(_answer, st.sampled_from(_NUMBERS), covering, st.sampled_from(("", "Weil."))),
        max_size=8,
        unique_by=lambda answer: answer.criterion,
    )
    return report, _DATA(answers=tuple(draw(answers)))


def _answer(criterion: str, covered_by: tuple[str, ...], explanation: str) -> Any:
    from kommunal_nh_bnk.data import Answer  # as the library has it, so that classes are the same

    return Answer(criterion, covered_by, explanation)


@given(answered())
def test_every_criterion_stands_there_exactly_once(given_: tuple[Report, Any]) -> None:
    """The tables hold each criterion once and in order; each has one state."""
    report, data = given_
    table = rows(part(report, data, "nh-bnk-kriterien"))

    assert [plain_text(row.cells[0])[:2] for row in table] == _NUMBERS
    assert all(len(row.cells[1]) == 1 and isinstance(row.cells[1][0], Chip) for row in table)


@given(answered())
def test_the_state_follows_from_places_and_words(given_: tuple[Report, Any]) -> None:
    """Covered with a place, explained with words alone, open with neither."""
    report, data = given_
    for row in rows(part(report, data, "nh-bnk-kriterien")):
        places = references(Table("", (), (row,)))
        expected = "abgedeckt" if places else "erklaert" if row.cells[2] else "offen"

        assert row.cells[1][0].style == f"bnk-{expected}"  # type: ignore[union-attr]
        assert len(places) == len(set(places))


@given(answered())
def test_cross_references_say_the_same_the_other_way_round(given_: tuple[Report, Any]) -> None:
    """Each pair of place and criterion stands in both parts, once."""
    report, data = given_
    forth = Counter(
        (place, plain_text(row.cells[0]))
        for row in rows(part(report, data, "nh-bnk-kriterien"))
        for place in references(Table("", (), (row,)))
    )
    back = Counter(
        (place, criterion)
        for row in rows(part(report, data, "nh-bnk-querverweise"))
        for place in references(Table("", (), (row,)))
        for criterion in plain_text(row.cells[1]).split("; ")
    )

    assert forth == back
    assert not forth or max(forth.values()) == 1


@given(answered())
def test_what_projects_say_themselves_counts(given_: tuple[Report, Any]) -> None:
    """A project with `bezuege: {BNK: [10]}` covers criterion 10, whatever the file says."""
    report, data = given_
    (row,) = [
        row
        for row in rows(part(report, data, "nh-bnk-kriterien"))
        if plain_text(row.cells[0]).startswith("10 ")
    ]
    saying = {one.id for one in all_projects(report) if "10" in one.frameworks.get("BNK", ())}

    assert saying <= set(references(Table("", (), (row,))))


# --------------------------------------------------------------------------------------- its rules


@pytest.mark.parametrize(
    ("rule", "text", "line", "words"),
    [
        ("unknown-bnk-version", '\nfassung: "2024"', 2, "2021"),
        ("newer-bnk-version", 'fassung: "2021"', 1, "2024"),
        ("unknown-criterion", "kriterien:\n  - {kriterium: '19', durch: [klima]}", 2, "„19“"),
        ("criterion-twice", "kriterien:\n  - {kriterium: '1'}\n  - {kriterium: '01'}", 3, "„01“"),
        ("criterion-twice", "katalog:\n  - {nummer: '10', titel: A}\n  - {nummer: '010', titel: B}",
         3, "Katalog"),
        ("covered-by-nothing", "kriterien:\n  - kriterium: '1'\n    durch: [klimaa]", 3, "„klima“"),
        ("missing-text", "texte:\n  tabelle: ' '", 2, "tabelle"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_in_its_line(
    rule: str, text: str, line: int, words: str, tmp_path: Path
) -> None:
    """A finding says what is wrong, in file and line."""
    folder = make(tmp_path, "bnk", text)

    (finding,) = found(folder, rule)
    assert (finding.file, finding.line) == ("modul.yaml", line)
    assert words in finding.message


def test_a_project_with_an_unknown_criterion_is_found_there(tmp_path: Path) -> None:
    """The finding leads to the project's own line."""
    folder = make(tmp_path, "bnk", "")
    report = folder / "bericht.yaml"
    report.write_text(report.read_text("utf-8").replace('BNK: ["10"]', 'BNK: ["20"]'), "utf-8")

    (finding,) = found(folder, "unknown-criterion")
    assert finding.file == "bericht.yaml"
    assert 'BNK: ["20"]' in report.read_text("utf-8").splitlines()[finding.line - 1]


def test_open_criteria_are_hints(tmp_path: Path) -> None:
    """Each criterion without anything is named once; one with both place and words is fine."""
    settings = "kriterien: [{kriterium: '7', durch: [wege], erklaerung: Nur die Wege.}]"
    findings = found(make(tmp_path, "bnk", settings), "open-criterion")

    assert len(findings) == 18 - 2  # 7, and 10 by the project
    assert not any("07" in finding.message for finding in findings)
    assert {finding.severity.name for finding in findings} == {"INFO"}


def test_a_complete_file_has_no_errors(tmp_path: Path) -> None:
    """All criteria answered: only the newer version is mentioned."""
    lines = "\n".join(f"  - {{kriterium: '{one}', durch: [klima]}}" for one in _NUMBERS)
    findings = check(make(tmp_path, "bnk", f"kriterien:\n{lines}\n"))

    assert [one.rule for one in findings if one.file == "modul.yaml"] == ["newer-bnk-version"]
