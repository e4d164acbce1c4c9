"""One at a time: a lock on a file, which only one process can hold and which ends with it.

The lock is the system's, so a process that is killed leaves at most an empty file and never a
folder that nobody may enter. Where a file system knows no locks, everybody gets in. The package
filelock offers the same, but importing it takes 70 milliseconds, as long as checking a report.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kommunal_nh.errors import UsageError

LOCK = ".kommunal-nh-lock"
"""Name of the file inside a folder that somebody is changing."""
PATIENCE = 10.0
"""How many seconds to wait for others."""
_PAUSE = 0.05


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock; wait for whoever has it.

    Args:
        path: The file; it is there only while somebody holds the lock.

    Yields:
        Nothing; the lock is held in the block.

    Raises:
        UsageError: Somebody else does not let go.

        OSError: The file can not be made.
    """
    end = time.monotonic() + PATIENCE
    while (handle := _taken(path)) is None:
        if time.monotonic() > end:
            raise UsageError(
                f"In {path.parent} arbeitet gerade ein anderer Aufruf von kommunal-nh. Bitte "
                "warten, bis er fertig ist, und es dann noch einmal versuchen."
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _let_go(path, handle)


@contextmanager
def held_if_free(path: Path) -> Iterator[bool]:
    """Hold a lock unless somebody else has it.

    Args:
        path: The file.

    Yields:
        Whether the lock is held in the block.

    Raises:
        OSError: The file can not be made.
    """
    handle = _taken(path)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            _let_go(path, handle)


def _taken(path: Path) -> int | None:
    """The open file with its lock; None if somebody else has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    taken = False
    try:
        taken = _lock(handle) and _is_at(handle, path)
    finally:
        if not taken:
            os.close(handle)
    return handle if taken else None


def _is_at(handle: int, path: Path) -> bool:
    """Whether an open file is still the one with its name; the last holder may have deleted it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _let_go(path: Path, handle: int) -> None:
    """Delete the file while it is held, or right after it where open files can not be deleted."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
        os.close(handle)
        return
    os.close(handle)
    with suppress(OSError):  # somebody else holds it by now
        path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks, as some network drives are
            return True
        return True
