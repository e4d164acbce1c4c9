"""No permission, and targets that are in use: nothing changes, and the message says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.reliability.deeds import ADVANCE, BUILD, DEEDS, IMPORT, Deed, contents, copied, furnish

from kommunal_nh import build, load
from rights import NOBODY, without_superuser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="users and rights are those of POSIX")


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The room before anything is done."""
    place = furnish(tmp_path_factory.mktemp("raum") / "vorher")
    for deed in DEEDS:  # so that all modules are imported; later rights may be missing for that
        deed.run(copied(place, tmp_path_factory.mktemp(deed.name) / "raum"))
    return place


@pytest.fixture
def room(furnished: Path) -> Iterator[Path]:
    """A room that belongs to somebody for whom rights count, and that can be reached."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        place = copied(furnished, Path(name) / "raum")
        if os.geteuid() == 0:
            for path in (place, *place.rglob("*")):
                os.chown(path, NOBODY, -1)
        yield place


def refused(deed: Deed, room: Path, reason: str) -> None:
    """Do it as somebody without rights: nothing changes, and the reason is given."""
    before = contents(room)
    with without_superuser():
        done = deed.run(room)

    assert done.exit_code in (1, 2), done.output
    assert reason in done.output, done.output
    assert "Bitte" in done.output or "bitte" in done.output, done.output
    assert contents(room) == before


@pytest.mark.parametrize(
    ("deed", "place"),
    [
        (BUILD, "aus"),
        (ADVANCE, "daten"),
        (ADVANCE, "daten/themen"),
        (IMPORT, "."),
    ],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_a_folder_that_may_not_be_written(deed: Deed, place: str, room: Path) -> None:
    """Without the right to write into a folder, all of the change is taken back."""
    (room / place).chmod(0o555)
    refused(deed, room, "die Berechtigung fehlt")
    (room / place).chmod(0o755)
    with without_superuser():
        assert deed.run(room).exit_code == 0


@pytest.mark.parametrize(
    ("deed", "place"),
    [
        (BUILD, "daten/themen/2-wege.yaml"),
        (ADVANCE, "daten/themen/2-wege.yaml"),
        (ADVANCE, "daten/bericht.yaml"),
        (IMPORT, "bericht.md"),
    ],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_a_file_that_may_not_be_read(deed: Deed, place: str, room: Path) -> None:
    """Without the right to read a file, nothing is done."""
    (room / place).chmod(0)
    refused(deed, room, "die Berechtigung fehlt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs two users")
@pytest.mark.parametrize(
    ("deed", "place"),
    [(BUILD, "aus"), (ADVANCE, "daten/themen")],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_a_file_that_somebody_else_keeps(deed: Deed, place: str, room: Path) -> None:
    """A file that only its owner may replace, as in a shared folder, takes the change back.

    For Windows this is what a file is that another program has open: it can not be replaced,
    though the folder can be written.
    """
    (room / place).chmod(0o1777)
    os.chown(room / place, 0, -1)
    last = max(path for path in (room / place).iterdir() if path.is_file())
    os.chown(last, 0, -1)
    refused(deed, room, "die Berechtigung fehlt")


@contextmanager
def busy(file: Path) -> Iterator[None]:
    """Have the system keep a file from being replaced, by mounting it on itself."""
    bind = ["mount", "--bind", str(file), str(file)]
    able = sys.platform == "linux" and os.geteuid() == 0
    if not able or subprocess.run(bind, capture_output=True, check=False).returncode:
        pytest.skip("only a superuser of Linux can keep a file in use")
    try:
        yield
    finally:
        subprocess.run(["umount", str(file)], check=True)


@pytest.mark.parametrize(
    ("deed", "place"),
    [(BUILD, "aus/*.md"), (BUILD, "aus/*.docx"), (ADVANCE, "daten/themen/2-wege.yaml")],
    ids=lambda one: one if isinstance(one, str) else one.name,
)
def test_a_file_that_is_in_use(deed: Deed, place: str, furnished: Path, tmp_path: Path) -> None:
    """A file that is in use takes the change back; once it is free, the change is made."""
    room = copied(furnished, tmp_path / "raum")
    before = contents(room)
    (file,) = room.glob(place)
    with busy(file):
        done = deed.run(room)
        assert done.exit_code == 2
        assert "in Gebrauch" in done.output
        assert "ob" in done.output
        assert contents(room) == before
    assert deed.run(room).exit_code == 0


def test_who_reads_a_report_keeps_it_while_it_is_replaced(furnished: Path, tmp_path: Path) -> None:
    """A program that has a report open reads the old one to its end; the next sees the new one."""
    room = copied(furnished, tmp_path / "raum")
    (file,) = (room / "aus").glob("*.html")
    old = file.read_bytes()
    with file.open("rb") as reader:
        begin = reader.read(100)
        assert BUILD.run(room).exit_code == 0
        assert begin + reader.read() == old
    assert file.read_bytes() != old


@pytest.mark.skipif(not shutil.which("chattr"), reason="needs chattr")
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_folder_that_nobody_may_change(deed: Deed, furnished: Path, tmp_path: Path) -> None:
    """A folder that even its owner may not change is a sentence; its data can still be built."""
    room = copied(furnished, tmp_path / "raum")
    places = [room] if deed is IMPORT else [room / "daten", room / "aus"]
    before = contents(room)
    if subprocess.run(["chattr", "+i", *places], capture_output=True, check=False).returncode:
        pytest.skip("this file system knows no folders that can not be changed")
    try:
        done = deed.run(room)
        assert done.exit_code == 2
        assert "die Berechtigung fehlt" in done.output
        assert contents(room) == before
        assert load(room / "daten").themes
        assert build(room / "daten", "markdown", tmp_path / "anderswo")
    finally:
        subprocess.run(["chattr", "-i", *places], check=True)
