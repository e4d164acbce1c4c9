"""Files appear together, whole, or not at all, whatever fails on the way."""

from __future__ import annotations

import errno
import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kommunal_nh import UsageError
from kommunal_nh.staging import staged, write_text

KINDS = ("missing", "file", "folder")
STATES = list(itertools.product(KINDS, repeat=2))


def make(path: Path, kind: str, word: str) -> None:
    """Make a file or a folder with a word in it, or nothing."""
    if kind == "file":
        path.write_text(word)
    elif kind == "folder":
        path.mkdir()
        (path / "inhalt").write_text(word)


def contents(folder: Path) -> dict[str, str | None]:
    """Everything below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else None
        for path in folder.rglob("*")
    }


def prepared(folder: Path, kinds: tuple[str, ...]) -> list[Path]:
    """Targets in a folder, of which some are there already."""
    folder.mkdir()
    targets = [folder / f"{place}.aus" for place in range(len(kinds))]
    for target, kind in zip(targets, kinds, strict=True):
        make(target, kind, "alt")
    return targets


def write(targets: list[Path], kinds: tuple[str, ...]) -> None:
    """Write all targets anew; what was missing becomes a file."""
    with staged(targets) as written:
        for path, kind in zip(written, kinds, strict=True):
            make(path, "file" if kind == "missing" else kind, "neu")


@pytest.mark.parametrize("kinds", STATES, ids="-".join)
def test_all_targets_are_new_when_all_went_well(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    """Files and folders that were there are replaced, others are made, and nothing else is left."""
    targets = prepared(tmp_path / "aus", kinds)
    write(targets, kinds)
    words = {word for word in contents(tmp_path / "aus").values() if word is not None}
    assert words == {"neu"}
    assert sorted((tmp_path / "aus").iterdir()) == targets


@pytest.mark.parametrize("failing", range(1, 7))
@pytest.mark.parametrize("kinds", STATES, ids="-".join)
def test_everything_is_as_it_was_when_a_move_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kinds: tuple[str, ...], failing: int
) -> None:
    """Whichever step of moving fails, the old files and folders are there, and only they."""
    targets = prepared(tmp_path / "aus", kinds)
    before = contents(tmp_path / "aus")
    calls = itertools.count(1)

    def sometimes(done: Callable[..., object]) -> Callable[..., object]:
        def step(source: Path, target: Path) -> object:
            if next(calls) == failing:
                raise OSError(errno.ENOSPC, "No space left on device", str(target))
            return done(source, target)

        return step

    monkeypatch.setattr(Path, "replace", sometimes(Path.replace))
    monkeypatch.setattr(shutil, "copy2", sometimes(shutil.copy2))
    try:
        write(targets, kinds)
    except UsageError:
        assert contents(tmp_path / "aus") == before
    else:
        assert next(calls) <= failing, "the step failed and nobody was told"


@pytest.mark.parametrize("problem", [ValueError("x"), KeyboardInterrupt(), SystemExit(1)])
def test_everything_is_as_it_was_when_writing_fails(tmp_path: Path, problem: BaseException) -> None:
    """Whatever is raised while writing goes on, and no new file or folder is left."""
    with pytest.raises(type(problem)), staged([tmp_path / "neu" / "tief" / "a"]) as (path,):
        path.write_text("halb")
        raise problem
    assert list(tmp_path.iterdir()) == []


def test_a_file_never_takes_the_place_of_a_folder(tmp_path: Path) -> None:
    """A file and a folder of the same name are an error that changes neither."""
    for kind, other in (("file", "folder"), ("folder", "file")):
        target = tmp_path / kind
        make(target, kind, "alt")
        before = contents(tmp_path)
        with pytest.raises(UsageError, match=target.name), staged([target]) as (path,):
            make(path, other, "neu")
        assert contents(tmp_path) == before


def test_a_target_is_old_until_all_are_written(tmp_path: Path) -> None:
    """While files are being written, readers see the old ones."""
    write_text(tmp_path / "a", "alt")
    with staged([tmp_path / "a"]) as (path,):
        path.write_text("neu")
        assert (tmp_path / "a").read_text() == "alt"
    assert (tmp_path / "a").read_text() == "neu"


def test_a_file_that_was_not_written_is_no_success(tmp_path: Path) -> None:
    """A writer that made nothing is an error, and the other files stay as they were."""
    write_text(tmp_path / "a", "alt")
    with pytest.raises(UsageError), staged([tmp_path / "a", tmp_path / "b"]) as (first, _):
        first.write_text("neu")
    assert contents(tmp_path) == {"a": "alt"}
