"""The Kreis Soest's half year: from the report of 01.10.2023 to that of 01.04.2024."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kommunal_nh import (
    Report,
    advance,
    all_projects,
    assemble,
    build,
    diff,
    load,
    number,
    public_view,
)
from kommunal_nh.document import Document, Reference, outline
from trees import find, heading, sections, spoken, tables, words

EXAMPLE = Path(__file__).parents[2] / "examples" / "kreis_soest"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example that advanced to 01.04.2024."""
    copy = tmp_path_factory.mktemp("soest") / "daten"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("build"))
    advance(copy, "2024-04-01")
    return copy


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    """The report as it begins."""
    return public_view(load(folder))


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    """Its document."""
    return assemble(report)


def test_the_archive_has_fifteen_rows(report: Report, document: Document) -> None:
    """Nine rows of 2022 and 2023, and the six projects that were finished in October 2023."""
    (archive,) = sections(document, "archive")
    ((_, rows),) = tables(archive)

    assert len(report.archive) == len(rows) == 15
    assert Counter(entry.edition for entry in report.archive) == {
        date(2022, 10, 1): 7,
        date(2023, 4, 1): 2,
        date(2023, 10, 1): 6,
    }
    assert all(entry.id for entry in report.archive)


def test_ninety_three_projects_remain(report: Report) -> None:
    """None of them is finished yet."""
    statuses = Counter(project.status for project in all_projects(report))

    assert statuses == {"in-bearbeitung": 48, "in-planung": 25, "ideenspeicher": 20}


def test_emptied_sections_say_so(document: Document) -> None:
    """Each section of finished projects is there, with its text and the date of the last report."""
    finished = [
        section
        for section in sections(document, "status")
        if section.facets["status"] == ("umgesetzt",)
    ]
    sentence = "seit der letzten Überarbeitung zum 01.10.2023 keine Projekte abgeschlossen"

    assert len(finished) == 33
    assert all(sentence in spoken(section) for section in finished)


def test_every_number_follows(report: Report, document: Document) -> None:
    """Headings, contents and lists have the numbers of the new report, without gaps."""
    numbering = number(report)
    shown = {section.anchor: heading(section).number for section in sections(document, "project")}
    contents = {entry.anchor: entry.number for entry in outline(document.blocks)}

    assert shown == {project.id: numbering[project.id] for project in all_projects(report)}
    assert shown.items() <= contents.items()
    assert shown["klimaschutzkonzept-2-0"] == "1.1.2.1"


def test_references_to_the_archive_are_kept(document: Document) -> None:
    """Texts that named a finished project still do, by its title."""
    titles = [words(one.content) for one in find(document, Reference) if one.anchor == "nh-archiv"]

    assert any("Klima-Allianz" in title for title in titles)


def test_old_and_new_editions_can_both_be_built(folder: Path, tmp_path: Path) -> None:
    """The frozen edition gives the bytes that the example gives."""
    frozen = build(folder / "ausgaben" / "2023-10-01.json", out=tmp_path / "alt")
    whole = build(EXAMPLE, out=tmp_path / "beispiel")

    assert [path.read_bytes() for path in frozen] == [path.read_bytes() for path in whole]
    assert len(build(folder, out=tmp_path / "neu")) == len(whole)


def test_the_script_shows_a_half_year(tmp_path: Path) -> None:
    """The example's script advances, edits, saves, builds and compares in a copy of the folder."""
    before = {path: path.read_bytes() for path in EXAMPLE.rglob("*.yaml")}
    target = tmp_path / "2024-04-01"
    done = subprocess.run(
        [sys.executable, EXAMPLE / "naechste_ausgabe.py", target],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    changes = diff(target)

    assert done.returncode == 0, done.stderr
    assert "Neu: 1, nicht mehr im Report: 7, geändert: 3, nur neu nummeriert: 1" in done.stdout
    assert changes.new_projects == 1
    assert [one.id for one in changes.projects if one.is_withdrawn] == ["gamification-konzept"]
    assert [one.id for one in changes.projects if one.is_moved] == ["energetische-massstaebe"]
    assert before == {path: path.read_bytes() for path in before}


def test_the_frozen_edition_is_whole(folder: Path) -> None:
    """The frozen file has the number of every theme, goal and project."""
    data = json.loads((folder / "ausgaben" / "2023-10-01.json").read_text("utf-8"))["ausgabe"]

    assert len(data["nummern"]) == 6 + 33 + 99
