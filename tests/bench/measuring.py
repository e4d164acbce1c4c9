"""What one process takes, from cold start to end, and where it is ended.

This process and whatever imports this module have to stay small: the peak memory of a child begins
with that of its parent. So the bench imports nothing but the standard library, and everything else
happens in children.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from threading import Event, Thread
from typing import NamedTuple

_UNIT = 1 if sys.platform == "darwin" else 1024
_EVERY = 0.1


class Usage(NamedTuple):
    """What a process took.

    Attributes:
        cpu: Seconds of all its threads and children, user and system.
        wall: Seconds until it ended.
        peak: The most memory that it held, in MB; of several processes that of the largest.
    """

    cpu: float
    wall: float
    peak: float


class Limits(NamedTuple):
    """Where a process is ended, and how often it is run.

    Attributes:
        seconds: Wall time.
        memory: In MB.
        enough: Seconds after which a task is not run once more.
    """

    seconds: float = 3600
    memory: float = 1e6
    enough: float = 20


class Task(NamedTuple):
    """A command to be measured.

    Attributes:
        command: The command.
        fresh: What it makes, and what is removed before it is run.
        folder: Where it is run.
    """

    command: Sequence[str]
    fresh: Sequence[Path] = ()
    folder: Path | None = None


class Failed(Exception):
    """A process that did not come to its end; the words say why."""


class Broken(Failed):
    """A process that ended with an error."""


Outcome = Usage | Failed
"""What a process took, or why that is not known."""


def measured(task: Task, limits: Limits) -> Usage:
    """Run a task once.

    Args:
        task: The task.

        limits: Where to end it.

    Returns:
        What it took.

    Raises:
        Failed: It ended with an error, or came to a limit.
    """
    for path in task.fresh:
        _remove(path)
    begin = time.perf_counter()
    child = _spawned(task)
    try:
        status, usage, over = _waited(child, limits, begin)
    except BaseException:  # such as Ctrl-C, which does not reach a group of its own
        _kill(child)
        raise
    if over:
        raise Failed(over[0])
    if status:
        raise Broken(f"ended with an error ({os.waitstatus_to_exitcode(status)})")
    return usage


def _waited(child: int, limits: Limits, begin: float) -> tuple[int, Usage, list[str]]:
    over: list[str] = []
    ended = Event()
    watch = Thread(target=_watch, args=(child, limits, ended, over), daemon=True)
    watch.start()
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    ended.set()
    watch.join()
    usage = Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _UNIT / 1e6)
    return status, usage, over


def _watch(child: int, limits: Limits, ended: Event, over: list[str]) -> None:
    begin = time.monotonic()
    while not over and not ended.wait(_EVERY):
        if time.monotonic() - begin > limits.seconds:
            over.append(f"took more than {limits.seconds:,.0f} s")
        elif _held(child) > limits.memory:
            over.append(f"held more than {limits.memory:,.0f} MB")
    if over:
        _kill(child)


def _held(child: int) -> float:
    """Megabytes of memory; nothing where the system does not say."""
    try:
        pages = int(Path(f"/proc/{child}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _kill(child: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child, SIGKILL)


def _spawned(task: Task) -> int:
    """Both outputs go nowhere; `posix_spawn` knows no folder, so `env` goes there."""
    there = ["/usr/bin/env", "-C", str(task.folder)] if task.folder else []
    command = [*there, *map(str, task.command)]
    silent = [(os.POSIX_SPAWN_OPEN, one, os.devnull, os.O_WRONLY, 0) for one in (1, 2)]
    return os.posix_spawn(command[0], command, os.environ, file_actions=silent, setpgroup=0)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
