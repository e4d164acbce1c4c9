"""Saving: what is written is read back, and what did not change is not touched."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given

from costs import dear
from edits import Edit, edited, edits
from kommunal_nh import DataError, Report, change_project, load
from kommunal_nh.saving import revise, save
from kommunal_nh.saving.plain import plain
from kommunal_nh.saving.yaml_text import flow, lines_of
from kommunal_nh.testing import reports
from kommunal_nh.walks import all_goals, projects_of
from two_themes import make_folder


@contextmanager
def folder_of(report: Report) -> Iterator[Path]:
    """A new data folder with a report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "daten"
        save(report, folder)
        yield folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@given(reports())
def test_a_new_folder_reads_back(report: Report) -> None:
    """load(save(x)) == x for a folder that was not there before."""
    with folder_of(report) as folder:
        assert load(folder) == report


@given(reports())
def test_saving_the_same_changes_no_byte(report: Report) -> None:
    """What was read and is saved again leaves every file as it is."""
    with folder_of(report) as folder:
        before = contents(folder)

        assert save(load(folder), folder) == []
        assert contents(folder) == before


@given(reports(references=False), edits())
def test_changes_read_back(report: Report, changes: list[Edit]) -> None:
    """load(save(x)) == x for a folder that said something else before."""
    with folder_of(report) as folder:
        new = edited(report, changes)
        save(new, folder)

        assert load(folder) == new


@dear
@given(reports(references=False), reports(references=False))
def test_any_report_can_replace_any_other(old: Report, new: Report) -> None:
    """Even where next to nothing stays, the folder says the new report afterwards."""
    with folder_of(old) as folder:
        save(new, folder)

        assert load(folder) == new


@dear
@given(reports(references=False), edits())
def test_comments_and_line_ends_stay(report: Report, changes: list[Edit]) -> None:
    """Comments of things that stay or move are all there afterwards; lines end as they did."""
    with folder_of(report) as folder:
        decorate(folder)
        assert load(folder) == report
        before = remarks(folder)
        new = edited(report, changes)
        save(new, folder)

        assert load(folder) == new
        assert remarks(folder) >= {one for one in before if one.split()[-1] in ids(new)}
        for path in folder.rglob("*.yaml"):
            assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def decorate(folder: Path) -> None:
    """Write comments above and behind every id, empty lines between items, and CRLF everywhere."""
    for path in folder.rglob("*.yaml"):
        lines = []
        for line in path.read_bytes().decode().split("\n"):
            indent = line[: len(line) - len(line.lstrip(" "))]
            if line.lstrip().startswith("- id: "):
                name = line.split("id: ")[1].strip('"')
                is_first = lines[-1].endswith(":")
                above = "speaks of the list" if is_first else f"über {name}"
                lines += ["", f"{indent}# {above}", f"{line}  # neben {name}"]
            elif line.startswith("id: "):
                lines += [f"# über {line[4:]}", line]
            else:
                lines.append(line)
        path.write_bytes("\r\n".join(lines).encode())


def remarks(folder: Path) -> set[str]:
    """All comments of a folder that `decorate` wrote."""
    return {
        line.partition("# ")[2]
        for path in folder.rglob("*.yaml")
        for line in path.read_text("utf-8").split("\n")
        if "# über " in line or "# neben " in line
    }


def ids(report: Report) -> set[str]:
    """Ids of everything in the themes."""
    found = {theme.id for theme in report.themes}
    for theme in report.themes:
        found |= {goal.id for goal in all_goals(theme)}
        found |= {project.id for project in projects_of(theme)}
    return found


STYLES: dict[str, Callable[[Any], str]] = {
    "lines": lambda value: "\n".join([*lines_of(value), ""]),
    "braces": lambda value: flow(value) + "\n",
    "dumped": lambda value: str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True)),
    "escaped": lambda value: str(yaml.safe_dump(value, sort_keys=False, width=40, indent=4)),
    "JSON": lambda value: json.dumps(value, indent=3, ensure_ascii=False),
}


@pytest.mark.parametrize("style", STYLES)
@given(report=reports(references=False), changes=edits())
def test_everything_in_one_file_can_be_changed(
    style: str, report: Report, changes: list[Edit]
) -> None:
    """Where bericht.yaml has all in itself, in any style, it says the new report afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        value = json.loads(json.dumps(plain(report), default=str))
        (folder / "bericht.yaml").write_text(STYLES[style](value), "utf-8", newline="")
        assert load(folder) == report
        new = edited(report, changes)
        save(new, folder)

        assert load(folder) == new
        assert [path.name for path in folder.iterdir()] == ["bericht.yaml"]


def test_revise_saves_what_the_change_makes(tmp_path: Path) -> None:
    """A change is made to the report as it is in the folder; one that makes errors is refused."""
    folder = make_folder(tmp_path / "daten")
    (written,) = revise(folder, lambda report: attrs.evolve(report, title="Neuer Titel"))
    assert written == folder / "bericht.yaml"
    assert load(folder).title == "Neuer Titel"
    assert revise(folder, lambda report: report) == []

    before = contents(folder)
    with pytest.raises(DataError, match="status"):
        revise(folder, lambda report: change_project(report, "ampel", status="unbekannt"))
    assert contents(folder) == before


def test_revise_needs_a_folder(tmp_path: Path) -> None:
    """A folder that is not there is a finding, and is not made."""
    with pytest.raises(DataError, match=r"bericht\.yaml"):
        revise(tmp_path / "daten", lambda report: report)
    assert not (tmp_path / "daten").exists()
