"""The short version keeps what every reader wants to know first, and nothing else."""

from __future__ import annotations

from pathlib import Path

import attrs
from hypothesis import given

from kommunal_nh import (
    Report,
    all_projects,
    assemble,
    build,
    load,
    number,
    public_view,
    short_version,
)
from kommunal_nh.document import Document, Reference, StatusMark, TitlePage
from kommunal_nh.testing import reports
from trees import everything, find, heading, sections, words


def projects(document: Document) -> dict[str, tuple[str, str, str]]:
    """Number, title and status of each project, by id."""
    return {
        section.anchor: (
            heading(section).number,
            words(heading(section).content),
            find(section, StatusMark)[0].status,
        )
        for section in sections(document, "project")
    }


@given(reports())
def test_every_project_stays(report: Report) -> None:
    """Each project of any report has the number, title, status and progress that it had."""
    profile = attrs.evolve(report.profile, parts=("titelseite", "themen"))
    report = attrs.evolve(report, profile=profile)
    short = short_version(report)

    assert number(short).texts == number(report).texts
    assert projects(assemble(short)) == projects(assemble(report))
    before, after = list(all_projects(report)), list(all_projects(short))
    assert [one.progress for one in after] == [one.progress for one in before]
    assert [[part.progress for part in one.parts] for one in after] == [
        [part.progress for part in one.parts if part.progress] for one in before
    ]


@given(reports())
def test_nothing_else_stays(report: Report) -> None:
    """No description, responsibility, cooperation, extra field or note is left of any project."""
    for project in all_projects(short_version(report)):
        assert not project.description
        assert not any(part.description for part in project.parts)
        assert not (project.responsible or project.extra or project.internal_note)
        assert not (project.cooperation.text or project.cooperation.municipalities)


@given(reports())
def test_references_lead_to_what_is_there(report: Report) -> None:
    """Whatever a short version refers to is in it."""
    document = assemble(short_version(report))
    anchors = {section.anchor for section in sections(document)}

    assert {one.anchor for one in everything(document) if isinstance(one, Reference)} <= anchors


def test_files_and_title_page_say_so(tmp_path: Path) -> None:
    """The file's name ends with -kurz, and the title page names the short version."""
    (file,) = build("examples/musterstadt", ["markdown"], tmp_path, short=True)
    document = assemble(short_version(public_view(load("examples/musterstadt"))))

    assert file.name == "nachhaltigkeitsbericht-musterstadt-2024-04-01-kurz.md"
    assert find(document, TitlePage)[0].subtitle == "Kurzfassung, Stand: 01.04.2024"
    assert "Projektbeschreibung" not in file.read_text("utf-8")
    assert "Sachstand" in file.read_text("utf-8")


def test_parts_are_told_from_one_another() -> None:
    """A part without title is named by the beginning of its description, and others keep theirs."""
    report = load("examples/kreis_soest")
    whole = {project.id: project for project in all_projects(report)}
    for project in all_projects(short_version(report)):
        before = [part for part in whole[project.id].parts if part.progress]
        for old, new in zip(before, project.parts, strict=True):
            assert new.title == old.title or (not old.title and new.title)
            assert old.title or old.description.startswith(new.title.removesuffix(" …"))
    names = [
        part.title for project in all_projects(short_version(report)) for part in project.parts
    ]
    assert "Geseker Radweg an der K 51" in names
