"""The module `register`: complete lists, the matrix, and what is found wrong with its data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import Names, Report, all_projects, load_profile, number, public_view
from kommunal_nh.document import List, Paragraph, Section, Table, plain_text
from kommunal_nh.plugins import modules_of
from kommunal_nh.sdgs import assigned_sdgs
from kommunal_nh.testing import reports
from module_folder import found, make, markdown, references, sections

MODULE: Any = modules_of(["register"])["register"]
_SOEST = load_profile("soest")


def part(report: Report, anchor: str, **values: Any) -> Section:
    """One section of the chapter."""
    (chapter,) = MODULE.chapters(report, number(report), MODULE.data_class(**values))
    (section,) = (one for one in sections(chapter) if one.anchor == f"nh-register-{anchor}")
    return section


def entries(section: Section) -> Iterator[tuple[str, list[str]]]:
    """Each entry: its name and the projects that it leads to."""
    name = ""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            name = plain_text(block.content)
        elif isinstance(block, List):
            yield name, references(block)


def tables(section: Section) -> list[Table]:
    """The tables of a section."""
    return [block for block in section.blocks if isinstance(block, Table)]


# ------------------------------------------------------------------------------- what is printed


def test_entries_name_their_projects_with_number_and_status(tmp_path: Path) -> None:
    """A unit that is responsible twice for one project has it once; drafts are not there."""
    text = markdown(make(tmp_path, "register", ""))

    assert "**80 Klima (2 Projekte)**\n\n- [1.1.3.1 Solardach](#solardach) □ Planung\n" in text
    assert "**61 Planung (1 Projekt)**\n\n- [1.1.3.1 Solardach](#solardach) □ Planung\n\n" in text
    assert "90 Kasse" not in text
    assert "Geheim" not in text


def test_registers_come_in_the_order_of_the_data(tmp_path: Path) -> None:
    """Only those that are named, in their order; none, no chapter."""
    text = markdown(make(tmp_path, "register", "register: [kommunen, einheiten]"))
    first, second = "### Nach Kommunen", "### Nach verantwortlichen Stellen"
    assert text.index(first) < text.index(second)
    assert "### Zusammenarbeit" not in text

    assert "nh-register" not in markdown(make(tmp_path, "register", "register: []"))


def test_the_matrix_is_cut_where_it_is_too_wide(tmp_path: Path) -> None:
    """Each part says which municipalities it has; a cell has a sign and a word."""
    text = markdown(make(tmp_path, "register", "spalten: 2"))

    assert "**Projekte und Kommunen: Ense**" in text
    assert "**Projekte und Kommunen: Werl bis Soest**" in text
    assert "[1.1.3.1 Solardach](#solardach) | ● ja | |" in text


def test_what_the_module_sdg_knows_counts(tmp_path: Path) -> None:
    """With both modules on, assignments and titles of the one are those of the other."""
    folder = make(tmp_path, "register", "register: [sdg]")
    report = folder / "bericht.yaml"
    both = report.read_text("utf-8").replace("module: {", "module: {sdg: sdg.yaml, ")
    report.write_text(both, "utf-8")
    settings = "zuordnungen: [{id: radweg, sdgs: [3]}]\ntitel: {3: Wohl}\n"
    (folder / "sdg.yaml").write_text(settings, "utf-8")

    entry = r"\*\*SDG 3 Wohl \(1 Projekt\)\*\*\n\n- \[\S+ Radweg\]\(#radweg\)"
    assert re.search(entry, markdown(folder))


# ------------------------------------------------------------------------ what holds for any report


@given(reports(st.just(_SOEST)))
def test_every_project_stands_under_each_of_its_units(report: Report) -> None:
    """Once, and under no other; a unit without projects has no entry."""
    report = public_view(report)
    names = Names(report, number(report))
    expected = {
        names.unit(unit): [one.id for one in names.projects() if unit in one.responsible]
        for unit in report.units
    }

    said = {name.rpartition(" (")[0]: ids for name, ids in entries(part(report, "einheiten"))}
    assert said == {name: ids for name, ids in expected.items() if ids}


@given(reports(st.just(_SOEST)))
def test_every_project_stands_under_each_of_its_municipalities(report: Report) -> None:
    """Once, and under no other; `alle` means each of the report."""
    report = public_view(report)
    names = Names(report, number(report))
    said = {name.rpartition(" (")[0]: ids for name, ids in entries(part(report, "kommunen"))}
    for municipality, name in report.municipalities.items():
        expected = [
            one.id
            for one in names.projects()
            if {municipality, "alle"} & {*one.cooperation.municipalities}
        ]
        assert said.pop(name, []) == expected
    assert not said


@given(reports(st.just(_SOEST)))
def test_every_project_stands_under_each_sdg_that_it_serves(report: Report) -> None:
    """Inherited ones count."""
    report = public_view(report)
    assigned = assigned_sdgs(report)
    said = {int(name.split()[1]): ids for name, ids in entries(part(report, "sdg"))}
    for sdg in range(1, 18):
        expected = [one.id for one in all_projects(report) if sdg in assigned[one.id].all]
        assert sorted(said.pop(sdg, [])) == sorted(expected)
    assert not said


@given(reports(st.just(_SOEST)), st.integers(1, 4))
def test_the_matrix_says_who_works_together_with_whom(report: Report, columns: int) -> None:
    """All parts together have each municipality once, and a sign exactly where it takes part."""
    report = public_view(report)
    names = Names(report, number(report))
    working = [one for one in names.projects() if names.municipalities(one)]
    parts = tables(part(report, "zusammenarbeit", columns=columns))
    titles = [column.title for table in parts for column in table.columns[1:]]

    assert titles == (list(report.municipalities.values()) if working else [])
    for table in parts:
        some = [column.title for column in table.columns[1:]]
        assert len(some) <= columns
        for project, row in zip(working, table.rows, strict=True):
            taking_part = {report.municipalities[one] for one in names.municipalities(project)}
            signs = [title for title, cell in zip(some, row.cells[1:], strict=True) if cell]
            assert signs == [title for title in some if title in taking_part]
            assert row.facets["municipality"] == names.municipalities(project)


# --------------------------------------------------------------------------------------- its rules


@pytest.mark.parametrize(
    ("rule", "text", "line", "words"),
    [
        ("wrong-value", "register:\n  - einheiten\n  - komunen", 3, "„kommunen“"),
        ("register-columns", "\nspalten: 16", 2, "16 Spalten"),
        ("register-twice", "register:\n  - sdg\n  - sdg", 3, "„sdg“"),
        ("unit-without-project", "register: [einheiten]", 1, "90"),
        ("missing-text", "texte:\n  ja: ''", 2, "ja"),
        ("unknown-placeholder", "texte:\n  eintrag: '{namen}'", 2, "„name“"),
    ],
)
def test_what_is_wrong_is_found_in_its_line(
    rule: str, text: str, line: int, words: str, tmp_path: Path
) -> None:
    """A finding says what is wrong, in file and line."""
    folder = make(tmp_path, "register", text)

    (finding,) = found(folder, rule)
    assert (finding.file, finding.line) == ("modul.yaml", line)
    assert words in finding.message


def test_an_empty_register_is_a_hint(tmp_path: Path) -> None:
    """Where no published project names a municipality, both of their registers say nothing."""
    folder = make(tmp_path, "register", "")
    report = folder / "bericht.yaml"
    without = "\n".join(
        line for line in report.read_text("utf-8").splitlines() if "zusammenarbeit" not in line
    )
    report.write_text(without, "utf-8")

    findings = found(folder, "empty-register")
    assert ["„kommunen“" in findings[0].message, "„zusammenarbeit“" in findings[1].message] == [
        True,
        True,
    ]
    assert [(one.file, one.line) for one in findings] == [("modul.yaml", 1)] * 2  # it is empty
    assert markdown(folder).count("Dazu ist nichts eingetragen.") == 2
