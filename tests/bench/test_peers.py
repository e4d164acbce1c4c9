"""What the other tools are given is the report, and nothing is left out to look better."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kommunal_nh import build, load
from kommunal_nh.walks import all_projects

HERE = Path(__file__).parent
SOEST = HERE.parents[1] / "examples" / "kreis_soest"


@pytest.fixture(autouse=True)
def peers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE / "peers"), *sys.path])


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    target = tmp_path_factory.mktemp("peers") / "soest.md"
    (file,) = build(SOEST, "markdown", target)
    return file.read_text("utf-8").splitlines(keepends=True)


def test_sections(markdown: list[str]) -> None:
    """Every project is a section with its text; numbers and contents are left to the tool."""
    from sections import sections

    found = {section.title: section.text for section in sections(markdown)}

    for project in all_projects(load(SOEST)):
        assert "Sachstand:" in found[project.title]
    assert "Inhaltsverzeichnis" not in found


def test_sections_lose_no_word(markdown: list[str]) -> None:
    """All lines below headings are in the sections, except anchors and the list of contents."""
    from sections import sections

    begin = next(place for place, line in enumerate(markdown) if line.startswith("## Einleitung"))
    lines = {line.strip() for line in markdown[begin:] if not line.startswith(("#", "<a "))}
    found = {line.strip() for section in sections(markdown) for line in section.text.split("\n")}

    assert lines - {""} == found - {""}


def test_strictdoc(markdown: list[str], tmp_path: Path) -> None:
    """Documents have a requirement for each project, with an id of its own, and close sections."""
    from sections import write_strictdoc

    write_strictdoc(markdown, tmp_path / "strictdoc")
    text = "".join(file.read_text("utf-8") for file in (tmp_path / "strictdoc").glob("*.sdoc"))
    ids = [line for line in text.splitlines() if line.startswith("UID: P")]

    assert len(ids) == len(set(ids)) == text.count("[REQUIREMENT]")
    assert len(ids) >= 99
    assert text.count("[[SECTION]]") == text.count("[[/SECTION]]") > 30


def test_doorstop(markdown: list[str], tmp_path: Path) -> None:
    """Items count their levels as the report counts its headings."""
    from sections import sections, write_doorstop

    write_doorstop(markdown, tmp_path / "doorstop")
    items = sorted((tmp_path / "doorstop" / "items").glob("P*.yml"))
    levels = [line for item in items for line in item.read_text("utf-8").splitlines()
              if line.startswith("level: ")]  # fmt: skip

    assert len(items) == len([*sections(markdown)])
    assert len(set(levels)) == len(levels)
    assert levels[:3] == ["level: '1'", "level: '1.1'", "level: '1.2'"]


def test_script_for_docxtpl() -> None:
    """The script that docxtpl is used with comes to the numbers, statuses and lists of ours."""
    from lines import document_of, lines
    from script_alone import values

    ours = [*lines(document_of(SOEST))]
    theirs = values(SOEST)["lines"]
    headings = {line["text"] for line in theirs if line["kind"] == "heading"}
    rows = [row for line in theirs if line["kind"] == "table" for row in line["rows"]]
    lists = [line.rows for line in ours if line.kind == "table"][-7:-1]

    assert {line.text for line in ours if line.kind == "heading" and line.level > 1} <= headings
    assert {row[:6] for table in lists for row in table} <= {tuple(row[:6]) for row in rows}
