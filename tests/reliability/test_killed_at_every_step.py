"""Killed at any moment, the data folder is in the old or the new state."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommunal_nh import DataError, UsageError, load
from kommunal_nh.journals import JOURNAL
from two_themes import make_folder

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")

SCRIPT = Path(__file__).with_name("killed.py")
DAY = "2024-04-01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with several files to change, one of them finished."""
    return make_folder(tmp_path / "alt")


def state(folder: Path) -> dict[str, bytes]:
    """All files of a folder but hidden ones, once an interrupted change is completed."""
    with contextlib.suppress(DataError):
        load(folder)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {str(path.relative_to(folder)): path for path in files}
    return {name: path.read_bytes() for name, path in names.items() if name[0] != "."}


def run(folder: Path, step: int, *how: str) -> subprocess.CompletedProcess[str]:
    """Advance a folder in a process of its own, to be killed at a step."""
    advance = ("advance", str(folder), "--as-of", DAY)
    command = [sys.executable, str(SCRIPT), f"file:{step}", str(folder), *advance]
    env = os.environ | dict.fromkeys(how, "1")
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=env)


def killed(folder: Path, *how: str) -> Iterator[dict[str, bytes]]:
    """The states of copies of a folder that were killed at step 1, 2, 3 and so on."""
    for step in range(1, 500):
        copy = folder.with_name(f"{folder.name}-{step}")
        shutil.copytree(folder, copy)
        done = run(copy, step, *how)
        yield state(copy)
        if done.returncode == 0:
            return
        assert done.returncode == -signal.SIGKILL, done.stderr


def test_killed_at_every_step(folder: Path) -> None:
    """Before the change counts, everything is as it was; from then on everything is new."""
    old = state(folder)
    states = list(killed(folder))
    new = states[-1]

    assert len(states) > 20
    assert old != new
    assert [one == new for one in states] == sorted(one == new for one in states)
    assert all(one in (old, new) for one in states)


def test_files_written_one_by_one_would_be_noticed(folder: Path) -> None:
    """The test above finds the mixed state that a writer without a journal leaves behind."""
    old = state(folder)
    *states, new = killed(folder, "KOMMUNAL_NH_NAIVE")

    assert any(one not in (old, new) for one in states)


def test_what_was_edited_in_between_is_not_overwritten(folder: Path) -> None:
    """Edited between an interrupted change and the next command, a file stays; it is reported."""
    for step in range(1, 100):
        copy = folder.with_name(f"bearbeitet-{step}")
        shutil.copytree(folder, copy)
        run(copy, step)
        if (copy / JOURNAL).exists():
            break
    report = copy / "bericht.yaml"
    report.write_bytes(report.read_bytes() + b"# von Hand\n")

    with pytest.raises(UsageError, match=r"bericht\.yaml wurde geändert"):
        load(copy)
    assert report.read_bytes().endswith(b"# von Hand\n")
