"""What whole processes take, from cold start to end.

This process and whatever imports this module have to stay small: the peak memory of a child begins
with that of its parent. So the bench imports nothing but the standard library, and everything else
happens in children.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_UNIT = 1 if sys.platform == "darwin" else 1024


class Usage(NamedTuple):
    """What a process took.

    Attributes:
        cpu: Seconds of all its threads, user and system.
        wall: Seconds until it ended.
        peak: The most memory that it held, in MB.
    """

    cpu: float
    wall: float
    peak: float


def prepare(bytecode: Path) -> None:
    """Let children keep compiled modules, as they are kept where a package is installed.

    Args:
        bytecode: Folder for them.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(bytecode)


INTERPRETER = "BENCH_PYTHON"
"""Environment variable with the Python to measure; this one if it is not set."""


def python(*arguments: str) -> list[str]:
    """A command for the Python that is measured.

    Args:
        arguments: What it is to do.

    Returns:
        The command.
    """
    return [os.environ.get(INTERPRETER, sys.executable), *arguments]


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Usage]:
    """Run commands in turn, so that what else the machine does meets all of them.

    Args:
        commands: The commands by name.

        runs: How often to run each.

    Returns:
        The medians by name.
    """
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(_run(command))
    return {name: _middle(usages) for name, usages in taken.items()}


def answer(command: Sequence[str]) -> str:
    """What a command prints.

    Args:
        command: The command.

    Returns:
        Its output.
    """
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def _run(command: Sequence[str]) -> Usage:
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], list(command), os.environ, file_actions=silent)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _UNIT / 1e6)


def _middle(usages: Sequence[Usage]) -> Usage:
    return Usage(*map(median, zip(*usages, strict=True)))
