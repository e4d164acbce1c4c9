"""The disk is full at any moment: the folder is as it was, and the message says so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reliability.deeds import DEEDS, Deed, contents, copied, furnish

SIZE = 2 << 20
ROUNDS = 14
each_deed = pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The room before anything is done."""
    return furnish(tmp_path_factory.mktemp("raum") / "vorher")


@pytest.fixture
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes of its own."""
    place = tmp_path / "platte"
    place.mkdir()
    options = f"size={SIZE},{getattr(request, 'param', 'nr_inodes=0')}"
    mounted = sys.platform == "linux" and os.geteuid() == 0
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if not mounted or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only a superuser of Linux can make a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@each_deed
def test_no_space_is_left_after_some_bytes(
    deed: Deed, room: Path, disk: Path, tmp_path: Path
) -> None:
    """However little space is left: all or nothing is done, and with space again it is done."""
    after = _after(deed, room, tmp_path)
    before, place, ballast = contents(room), copied(room, disk / "raum"), disk / "ballast"
    needed = _needed(before, after)
    refused = 0
    for free in range(0, needed, needed // ROUNDS):
        _leave(disk, ballast, free)
        done = deed.run(place)
        if done.exit_code == 0:
            break
        refused += 1

        assert "der Datenträger ist voll" in done.output, done.output
        assert contents(place) == before, free
    ballast.unlink()
    deed.run(place)

    assert refused > 1
    assert contents(place) == after


@each_deed
@pytest.mark.parametrize("disk", ["nr_inodes=200"], indirect=True)
def test_no_file_can_be_made_after_some(deed: Deed, room: Path, disk: Path, tmp_path: Path) -> None:
    """However few files can still be made: all or nothing is done, and the message says why."""
    after = _after(deed, room, tmp_path)
    before, place = contents(room), copied(room, disk / "raum")
    others = [disk / str(number) for number in range(os.statvfs(disk).f_ffree)]
    for other in others:
        other.touch()
    refused = 0
    while (done := deed.run(place)).exit_code:
        refused += 1

        assert "der Datenträger ist voll" in done.output, done.output
        assert contents(place) == before, len(others)
        others.pop().unlink()

    assert refused > 3
    assert contents(place) == after


@pytest.mark.parametrize("limit", [0, 100, 4_000, 20_000])
@each_deed
def test_a_file_may_not_grow(deed: Deed, limit: int, room: Path, tmp_path: Path) -> None:
    """With a limit for the size of files, which quotas resemble, nothing is half done either."""
    resource = pytest.importorskip("resource")
    place = copied(room, tmp_path / "raum")
    command = [sys.executable, "-m", "kommunal_nh", *deed.arguments(place)]

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", preexec_fn=limited
    )
    if done.returncode == 0:
        assert contents(place) == _after(deed, room, tmp_path)
    else:
        assert "die Datei wird zu groß" in done.stderr, done.stderr
        assert contents(place) == contents(room)
    assert done.returncode == 2 or limit > 100


def _after(deed: Deed, room: Path, tmp_path: Path) -> dict[str, bytes | None]:
    """What the room holds when it has been done undisturbed."""
    place = copied(room, tmp_path / "nachher")
    assert deed.run(place).exit_code == 0
    return contents(place)


def _needed(before: dict[str, bytes | None], after: dict[str, bytes | None]) -> int:
    """More bytes than are written, in blocks."""
    changed = (after[name] or b"" for name in after if after[name] != before.get(name))
    return sum(len(content) + 8192 for content in changed) + 65536


def _leave(disk: Path, ballast: Path, free: int) -> None:
    """Fill a disk so that so many bytes are left, or a block less."""
    ballast.unlink(missing_ok=True)
    ballast.write_bytes(bytes(max(os.statvfs(disk).f_bavail * 4096 - free, 0)))
