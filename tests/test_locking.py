"""A lock is held by one process at a time, and ends with it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kommunal_nh import UsageError, locking
from kommunal_nh.locking import held, held_if_free

HOLDER = """
import sys
from pathlib import Path
from kommunal_nh.locking import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Where the lock is."""
    return tmp_path / "schloss"


def holder(lock: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until it reads a line, or is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_nothing_is_left_when_it_was_let_go(lock: Path) -> None:
    """The file is there only while the lock is held, also when the block fails."""
    with held(lock):
        assert lock.exists()
    assert not lock.exists()
    with pytest.raises(ValueError, match="x"), held(lock):
        raise ValueError("x")
    assert not lock.exists()


def test_another_process_is_waited_for(lock: Path) -> None:
    """Who wants a lock that another process holds gets it when that lets go."""
    with holder(lock) as process:
        with held_if_free(lock) as free:
            assert not free
        process.communicate("\n")
    with held_if_free(lock) as free:
        assert free


def test_who_waits_too_long_is_told(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while the message says who is in the way, and what to do."""
    monkeypatch.setattr(locking, "PATIENCE", 0.1)
    with holder(lock) as process:
        with pytest.raises(UsageError, match="ein anderer Aufruf von kommunal-nh"), held(lock):
            pass
        process.communicate("\n")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_process_that_is_killed_holds_nothing(lock: Path) -> None:
    """The lock of a killed process is free at once, and its file goes with the next holder."""
    with holder(lock) as process:
        process.kill()
    assert lock.exists()
    with held_if_free(lock) as free:
        assert free
    assert not lock.exists()


def test_a_lock_whose_file_is_gone_keeps_nobody_out(lock: Path) -> None:
    """A file that its holder deleted is not mistaken for the one that is there now."""
    with held(lock):
        lock.unlink()
        with held_if_free(lock) as free:
            assert free
