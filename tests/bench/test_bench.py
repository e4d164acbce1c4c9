"""The bench works; what it measures is read by people, not asserted."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kommunal_nh import Project, Report, load, number
from kommunal_nh.findings import has_errors
from kommunal_nh.reading import check
from kommunal_nh.walks import all_projects

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "kreis_soest"
PROJECTS = 230


def run(script: str, *arguments: str | Path) -> str:
    command = [sys.executable, HERE / script, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / "content"
    run("content.py", made, str(PROJECTS))
    return made


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return load(folder)


def length(project: Project) -> int:
    parts = (part.description + part.progress for part in project.parts)
    return len(project.description + project.progress + "".join(parts))


def mean_length(report: Report) -> float:
    lengths = [length(project) for project in all_projects(report)]
    return sum(lengths) / len(lengths)


def test_number_of_projects(report: Report) -> None:
    """The content has exactly as many projects as asked for, each with an id of its own."""
    ids = [project.id for project in all_projects(report)]
    assert len(ids) == len(set(ids)) == PROJECTS
    assert len(report.themes) == 3


def test_no_errors(folder: Path) -> None:
    """The content is a report that can be built."""
    assert not has_errors(check(folder))


def test_like_a_real_report(report: Report) -> None:
    """Texts are as long as those of the example, and all of its statuses occur."""
    example = load(EXAMPLE)
    assert mean_length(report) == pytest.approx(mean_length(example), rel=0.2)
    assert {project.status for project in all_projects(report)} == {
        project.status for project in all_projects(example)
    }


def test_references_between_themes(report: Report) -> None:
    """Some projects of the last theme refer to projects of other themes."""
    numbers = number(report)
    last = [project for goal in report.themes[-1].goals for project in goal.projects]
    assert any(f"(#{name})" in project.progress for project in last for name in numbers.numbers
               if name.endswith(("-0", "-1")))  # fmt: skip


def test_same_content_each_time(folder: Path, tmp_path: Path) -> None:
    """The same number of projects gives the same files."""
    run("content.py", tmp_path / "again", str(PROJECTS))
    files = sorted(path.relative_to(folder) for path in folder.rglob("*.*"))
    assert len(files) == 6
    for file in files:
        assert (tmp_path / "again" / file).read_bytes() == (folder / file).read_bytes()


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="needs a POSIX system")
def test_table(tmp_path: Path) -> None:
    """With few projects the bench prints rows of every group, and says what it can not compare."""
    kept = tmp_path / "bench.json"
    order = ("--quick", "--sizes", "3", "6", "--runs", "1", "--reports", "2", "--limit", "300")
    printed = run("__main__.py", *order, "--peers", tmp_path / "none", "--json", kept)
    rows = json.loads(kept.read_text("utf-8"))["rows"]

    for title in (
        "`kommunal-nh --help` : `import attrs, cattrs, click`",
        "Soest: html with charts : without",
        "docx: exponent of CPU time, 3 to 99 projects",
        "6 projects: peak of markdown − peak of load",
        "6 projects: html writer alone : floor",
        "6 projects: diff -f docx : build -f docx",
        "Soest: pdf : Typst alone",
        "import of Soest as Markdown : two seconds",
    ):
        (row,) = (row for row in rows if row["title"] == title)
        assert math.isfinite(row["ours"] / row["other"])
        assert printed.count(f"| {title} ") == 1
    skipped = [row["title"] for row in rows if "is not installed" in row.get("reason", "")]
    assert "3 projects: html : html by StrictDoc" in skipped
    assert {row["group"] for row in rows} >= {"sizes", "many"}
