"""The module `sdg`: chips, matrix, index, gaps, and what is found wrong with its data."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
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
from kommunal_nh.document import Chip, Section, Table, plain_text
from kommunal_nh.plugins import modules_of
from kommunal_nh.sdgs import SDGS, assigned_sdgs
from kommunal_nh.testing import reports
from module_folder import found, make, markdown, references, sections

# Loaded as the library loads it, so that importing the tests does not switch it on.
MODULE: Any = modules_of(["sdg"])["sdg"]
_SOEST = load_profile("soest")


def data(**values: Any) -> Any:
    """The module's data."""
    return MODULE.data_class(**values)


def chapter(report: Report, **values: Any) -> Section:
    """The module's chapter."""
    (section,) = MODULE.chapters(report, number(report), data(**values))
    assert isinstance(section, Section)
    return section


def part(report: Report, anchor: str, **values: Any) -> Section:
    """One section of the chapter."""
    (section,) = (one for one in sections(chapter(report, **values)) if one.anchor == anchor)
    return section


# ------------------------------------------------------------------------------- what is printed


def test_facts_tell_own_and_inherited_ones_apart(tmp_path: Path) -> None:
    """A project shows its own in full, and in words where the others come from."""
    text = markdown(make(tmp_path, "sdg", ""))

    label = "**Ziele für nachhaltige Entwicklung (SDG):**"
    own = "SDG 11 Nachhaltige Städte und Gemeinden"
    assert f"{label} {own}; vom Ziel: SDG 7; vom Themenfeld: SDG 13\n" in text
    assert f"{label} SDG 13 Maßnahmen zum Klimaschutz\n" in text  # the theme
    assert f"{label} 11\n" not in text


def test_assignments_and_titles_come_from_the_file(tmp_path: Path) -> None:
    """The file adds what the themes do not say, and can name things otherwise."""
    settings = """
        zuordnungen: [{id: radweg, sdgs: [3, 3]}]
        titel: {3: Wohlergehen}
        vererben: nein
        texte: {marke: "Ziel {nummer}"}
    """
    text = markdown(make(tmp_path, "sdg", settings))

    assert "(SDG):** Ziel 3 Wohlergehen\n" in text
    assert "vom Themenfeld" not in text


def test_without_chips_the_numbers_stay(tmp_path: Path) -> None:
    """`marken: nein` leaves the line of the report itself."""
    text = markdown(make(tmp_path, "sdg", "marken: nein"))

    assert "**Ziele für nachhaltige Entwicklung (SDG):** 11\n" in text


def test_the_matrix_says_what_theme_and_projects_name(tmp_path: Path) -> None:
    """A cell says whether the theme is assigned, and how many projects name it themselves."""
    text = markdown(make(tmp_path, "sdg", ""))

    assert "| SDG 13 Maßnahmen zum Klimaschutz | ● ja | |" in text.replace("  ", " ")
    assert "| SDG 7 Bezahlbare und saubere Energie | 1 | |" in text.replace("  ", " ")


def test_gaps_are_named(tmp_path: Path) -> None:
    """Chosen goals without projects come first; themes and projects without any are linked."""
    text = markdown(make(tmp_path, "sdg", "schwerpunkte: [5, 7]"))

    assert "**Schwerpunkte ohne Projekte:** SDG 5 Geschlechtergleichheit\n" in text
    assert "**Themenfelder ohne SDG:** [2 Wege](#wege)\n" in text
    assert re.search(r"\*\*Projekte ohne SDG:\*\* \[\S+ Radweg\]\(#radweg\)\n", text)
    assert "SDG 7: Bezahlbare und saubere Energie (Schwerpunkt)" in text


def test_drafts_stay_in_the_house(tmp_path: Path) -> None:
    """What a draft serves is neither counted nor listed, nor kept in the published data."""
    folder = make(tmp_path, "sdg", "zuordnungen: [{id: geheim, sdgs: [2]}]")

    text = markdown(folder)
    assert "SDG 1: Keine Armut" not in text
    assert "Geheimprojekt" not in text
    assert public_view(load(folder)).modules["sdg"].assignments == ()  # type: ignore[attr-defined]


def test_parts_come_in_the_order_of_the_data(tmp_path: Path) -> None:
    """Only the parts that are named, in their order; none, no chapter."""
    text = markdown(make(tmp_path, "sdg", "teile: [verzeichnis, luecken]"))
    assert text.index("### Verzeichnis nach SDG") < text.index("### Lücken")
    assert "### Themenfelder und SDG" not in text

    assert "nh-sdg" not in markdown(make(tmp_path, "sdg", "teile: []"))


# ------------------------------------------------------------------------ what holds for any report


@given(reports(st.just(_SOEST)))
def test_the_index_is_complete_and_names_nothing_twice(report: Report) -> None:
    """Each project stands once under all that it serves, themes and goals under what they name."""
    report = public_view(report)
    assigned = assigned_sdgs(report)
    projects = {project.id for project in all_projects(report)}
    entries = {one.anchor: one for one in sections(part(report, "nh-sdg-verzeichnis"))}
    for sdg in SDGS:
        entry = entries.pop(f"nh-sdg-{sdg.number}", None)
        expected = Counter(
            thing_id
            for thing_id, one in assigned.items()
            if sdg.number in (one.all if thing_id in projects else one.own)
        )
        assert Counter(references(entry) if entry else ()) == expected
    assert not entries


@given(reports(st.just(_SOEST)), st.integers(1, 5))
def test_the_matrix_has_every_theme_and_every_sdg_once(report: Report, columns: int) -> None:
    """All tables have a row for each goal; themes are spread over them in their order."""
    report = public_view(report)
    tables = [
        block
        for block in part(report, "nh-sdg-matrix", columns=columns).blocks
        if isinstance(block, Table)
    ]
    titles = [column.title for table in tables for column in table.columns[1:]]

    assert len(titles) == len(report.themes)
    assert all(theme.title in title for theme, title in zip(report.themes, titles, strict=True))
    for table in tables:
        rows = list(table.rows)
        assert [row.cells[0][0] for row in rows] == [
            Chip(f"sdg-{sdg.number}", f"SDG {sdg.number}") for sdg in SDGS
        ]
        assert len(table.columns) <= columns + 1
        assert all(len(row.cells) == len(table.columns) for row in rows)
    assert len({table.caption for table in tables}) == len(tables)


@given(reports(st.just(_SOEST)), st.sets(st.integers(1, 17), max_size=4))
def test_gaps_and_index_together_are_all_seventeen(report: Report, chosen: set[int]) -> None:
    """A goal that no project serves is a gap, once; any other is none."""
    report = public_view(report)
    assigned = assigned_sdgs(report)
    served = {number for one in all_projects(report) for number in assigned[one.id].all}
    gaps = part(report, "nh-sdg-luecken", chosen=tuple(sorted(chosen)))
    chips = [
        inline.style
        for block in gaps.blocks
        for inline in getattr(block, "content", ())
        if isinstance(inline, Chip)
    ]

    expected = [f"sdg-{sdg.number}" for sdg in SDGS if sdg.number not in served]
    assert sorted(chips) == sorted(expected)


@given(reports(st.just(_SOEST)))
def test_facts_show_all_that_a_thing_serves(report: Report) -> None:
    """The chips of a fact are the goals of the thing, each once; without any there is no fact."""
    report = public_view(report)
    assigned = assigned_sdgs(report)
    facts = MODULE.facts(report, number(report), data())
    things = {
        *(theme.id for theme in report.themes),
        *(goal.id for theme in report.themes for goal in all_goals(theme)),
        *(project.id for project in all_projects(report)),
    }
    for thing_id in things:
        chips = [
            inline.style
            for fact in facts.get(thing_id, ())
            for inline in fact.content
            if isinstance(inline, Chip)
        ]
        assert sorted(chips) == sorted(f"sdg-{one}" for one in assigned[thing_id].all)
        assert all(plain_text(fact.content).strip() for fact in facts.get(thing_id, ()))


# --------------------------------------------------------------------------------------- its rules


@pytest.mark.parametrize(
    ("rule", "text", "line", "words"),
    [
        ("unknown-sdg", "schwerpunkte: [7, 18]", 1, "„18“"),
        ("unknown-sdg", "titel:\n  '0': Nichts", 1, "„0“"),
        ("unknown-sdg", "zuordnungen:\n  - id: klima\n    sdgs: [-1]", 3, "„-1“"),
        ("sdg-columns", "\nspalten: 0", 2, "0 Spalten"),
        ("sdg-of-nothing", "zuordnungen:\n  - {id: strohm, sdgs: [7]}", 2, "„strom“"),
        ("sdg-twice", "zuordnungen:\n  - {id: klima, sdgs: [7]}\n  - {id: klima, sdgs: [8]}", 3,
         "„klima“"),
        ("chosen-sdg-unused", "schwerpunkte: [1]", 1, "SDG 1"),
        ("missing-text", "texte:\n  kapitel: ''", 2, "kapitel"),
        ("unknown-placeholder", "texte:\n  marke: '{zahl}'", 2, "{zahl}"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_in_its_line(
    rule: str, text: str, line: int, words: str, tmp_path: Path
) -> None:
    """A finding says what is wrong, in file and line."""
    folder = make(tmp_path, "sdg", text)

    (finding,) = found(folder, rule)
    assert (finding.file, finding.line) == ("modul.yaml", line)
    assert words in finding.message


def test_a_theme_without_any_is_found_where_it_is_written(tmp_path: Path) -> None:
    """The hint leads to the theme, since that is where one mends it."""
    folder = make(tmp_path, "sdg", "")

    (finding,) = found(folder, "theme-without-sdg")
    assert finding.file == "bericht.yaml"
    assert "id: wege" in (folder / "bericht.yaml").read_text("utf-8").splitlines()[finding.line - 1]


def test_a_good_file_has_no_findings(tmp_path: Path) -> None:
    """What serves all themes and is chosen is in order."""
    settings = "schwerpunkte: [7, 3]\nzuordnungen:\n  - {id: wege, sdgs: [3]}\n"

    assert [one for one in check(make(tmp_path, "sdg", settings)) if one.file == "modul.yaml"] == []


@given(reports(st.just(_SOEST)))
def test_checking_never_fails(report: Report) -> None:
    """Whatever the report: the module's check ends, and finds no error in data without any."""
    settings = data(chosen=(1,), assignments=())
    whole = attrs.evolve(report, modules={"sdg": settings})

    rules = {finding.rule for finding in MODULE.check(whole, settings)}
    assert rules <= {"chosen-sdg-unused", "theme-without-sdg"}
