"""Formats that are a folder: built when named, replaced as a whole, never at the cost of others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kommunal_nh.plugins
from bad_input_cases import basis
from kommunal_nh import (
    Document,
    FolderExporter,
    KommunalNHError,
    Options,
    UsageError,
    build,
    hookimpl,
)
from kommunal_nh.folders import LIST
from kommunal_nh.plugins import new_plugin_manager
from kommunal_nh.staging import JOURNAL

NAME = "nachhaltigkeitsreport-musterkreis-2024-10-01"


class Leaves:
    """Writes two files into a folder, one of them below another."""

    format, media_type = "blaetter", "text/plain"
    fails: Exception | None = None

    def write_folder(self, document: Document, target: Path, options: Options) -> None:
        (target / "tief").mkdir(parents=True)
        (target / "titel.txt").write_text(document.title)
        if self.fails:
            raise self.fails
        (target / "tief" / "tag.txt").write_text(document.as_of.isoformat())


class Words:
    """Writes one file."""

    format, suffix, media_type = "woerter", ".txt", "text/plain"

    def write(self, document: Document, target: Path, options: Options) -> None:
        target.write_text(document.title)


class Plugin:
    """Offers both."""

    def __init__(self) -> None:
        self.leaves = Leaves()

    @hookimpl
    def kommunal_nh_exporters(self) -> list[object]:
        return [self.leaves, Words()]


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Plugin:
    """The only plugin that there is."""
    manager, plugin = new_plugin_manager(), Plugin()
    manager.register(plugin, "blaetter")
    monkeypatch.setattr(kommunal_nh.plugins, "plugin_manager", lambda: manager)
    return plugin


@pytest.fixture
def folder(tmp_path: Path, plugin: Plugin) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


def below(folder: Path) -> set[str]:
    """The files in a folder, apart from the list of files that were built."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix() for path in files}


def test_a_folder_is_built_only_when_named(folder: Path) -> None:
    """Without formats only files are built; a folder is named like a file and like its format."""
    assert [file.name for file in build(folder)] == [f"{NAME}.txt"]
    (made,) = build(folder, "blaetter")
    assert made == folder / "build" / f"{NAME}-blaetter"
    assert below(made) == {"titel.txt", "tief/tag.txt"}


def test_out_is_the_folder_itself_if_it_is_the_only_format(folder: Path, tmp_path: Path) -> None:
    """A single folder is made where `out` says; beside other formats it is in there."""
    assert build(folder, ["blaetter"], tmp_path / "a.txt") == [tmp_path / "a.txt"]
    assert (tmp_path / "a.txt" / "titel.txt").is_file()
    both = build(folder, ["blaetter", "woerter"], tmp_path / "b")
    assert [path.name for path in both] == [f"{NAME}-blaetter", f"{NAME}.txt"]


def test_a_folder_is_replaced_as_a_whole(folder: Path, tmp_path: Path) -> None:
    """What an earlier build left, and is no longer part of the report, is gone."""
    (made,) = build(folder, "blaetter", tmp_path / "aus")
    (made / "titel.txt").rename(made / "frueher.txt")
    listed = (made / LIST).read_text("utf-8") + "frueher.txt\n"
    (made / LIST).write_text(listed, "utf-8")
    build(folder, "blaetter", made)
    assert below(made) == {"titel.txt", "tief/tag.txt"}
    assert {path.name for path in tmp_path.iterdir()} == {"daten", "aus"}


@pytest.mark.parametrize("name", ["notiz.txt", "tief/notiz.txt", "neu/notiz.txt", ".git", LIST])
def test_files_of_others_are_never_deleted(folder: Path, tmp_path: Path, name: str) -> None:
    """A folder with a file that was not built is refused by the file's name, and stays."""
    made = tmp_path / "aus"
    if name != LIST:
        build(folder, "blaetter", made)
    foreign = made / name if name != LIST else made / "allein.txt"
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.write_text("bleibt")
    before = below(made)
    with pytest.raises(UsageError, match="nicht geschrieben hat") as raised:
        build(folder, "blaetter", made)
    assert foreign.name in str(raised.value)
    assert below(made) == before
    assert foreign.read_text() == "bleibt"


def test_an_empty_folder_is_taken(folder: Path, tmp_path: Path) -> None:
    """A folder without any file in it belongs to nobody."""
    (tmp_path / "aus" / "leer").mkdir(parents=True)
    (made,) = build(folder, "blaetter", tmp_path / "aus")
    assert below(made) == {"titel.txt", "tief/tag.txt"}


def test_a_link_in_the_place_of_the_folder_costs_nothing(folder: Path, tmp_path: Path) -> None:
    """What a symbolic link leads to is looked at before, and never deleted."""
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd" / "a.txt").write_text("fremd")
    (tmp_path / "aus").symlink_to(tmp_path / "fremd")
    with pytest.raises(UsageError, match=r"a\.txt"):
        build(folder, "blaetter", tmp_path / "aus")
    assert (tmp_path / "fremd" / "a.txt").read_text() == "fremd"


def test_a_file_in_the_place_of_the_folder_stays(folder: Path, tmp_path: Path) -> None:
    """A file is never replaced by a folder."""
    (tmp_path / "aus").write_text("Datei")
    with pytest.raises(UsageError, match="aus"):
        build(folder, "blaetter", tmp_path / "aus")
    assert (tmp_path / "aus").read_text() == "Datei"


@pytest.mark.parametrize("problem", [KommunalNHError("nein"), OSError(28, "voll"), ValueError()])
def test_files_and_folder_appear_together(folder: Path, plugin: Plugin, problem: Exception) -> None:
    """When the folder can not be written, the file beside it is not written either."""
    plugin.leaves.fails = problem
    with pytest.raises((KommunalNHError, ValueError)):
        build(folder, ["woerter", "blaetter"])
    assert not (folder / "build").exists()


def test_the_list_names_every_file(folder: Path) -> None:
    """The list inside says whose folder it is, and names what was built."""
    (made,) = build(folder, "blaetter")
    lines = (made / LIST).read_text("utf-8").splitlines()
    assert "kommunal-nh" in lines[0]
    assert {line for line in lines if not line.startswith("#")} == below(made)


KILLED = """
import os, sys
from pathlib import Path
from kommunal_nh.staging import staged
folder, steps = Path(sys.argv[1]), int(sys.argv[2])
replace = Path.replace

def counted(source, target):
    global steps
    steps -= 1
    if steps < 0:
        os._exit(9)
    return replace(source, target)

Path.replace = counted
with staged([folder / "a", folder / "b.txt"]) as (a, b):
    a.mkdir()
    (a / "x").write_text("neu")
    (a / ".kommunal-nh").write_text("x\\n")
    b.write_text("neu")
"""


@pytest.mark.parametrize("steps", range(4))
def test_a_build_that_was_killed_is_completed_by_the_next(tmp_path: Path, steps: int) -> None:
    """Killed between two moves, nothing is lost, and the next run puts the rest in place."""
    from kommunal_nh.staging import complete

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("alt")
    (tmp_path / "a" / LIST).write_text("x\n")
    (tmp_path / "b.txt").write_text("alt")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path, str(steps)], check=False, env=os.environ
    )
    killed = done.returncode == 9
    assert killed == (tmp_path / JOURNAL).exists() == (steps < 3)
    complete(tmp_path)
    assert (tmp_path / "a" / "x").read_text() == (tmp_path / "b.txt").read_text() == "neu"
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b.txt"}


def test_completing_spares_files_of_others(tmp_path: Path) -> None:
    """What somebody put into the folder after a run was killed is not deleted by the next."""
    from kommunal_nh.staging import complete

    new = tmp_path / JOURNAL / "neu" / "a"
    new.mkdir(parents=True)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "notiz.txt").write_text("bleibt")
    with pytest.raises(UsageError, match=r"notiz\.txt"):
        complete(tmp_path)
    assert (tmp_path / "a" / "notiz.txt").read_text() == "bleibt"


def test_an_exporter_of_folders_is_known_by_its_method() -> None:
    """`FolderExporter` is what has a format, a media type and `write_folder`."""
    assert isinstance(Leaves(), FolderExporter)
    assert not isinstance(Words(), FolderExporter)
