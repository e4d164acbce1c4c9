"""Commands for the Python that is measured, and several of them in turn."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from measuring import Failed, Limits, Outcome, Task, Usage, measured

INTERPRETER = "BENCH_PYTHON"
"""Environment variable with the Python to measure; this one if it is not set."""


def prepare(bytecode: Path) -> None:
    """Let children keep compiled modules, as they are kept where a package is installed.

    Args:
        bytecode: Folder for them.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(bytecode)


def python(*arguments: str | Path) -> list[str]:
    """A command for the Python that is measured.

    Args:
        arguments: What it is to do.

    Returns:
        The command.
    """
    return [os.environ.get(INTERPRETER, sys.executable), *map(str, arguments)]


def answer(command: Sequence[str]) -> str:
    """What a command prints.

    Args:
        command: The command.

    Returns:
        Its output.
    """
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def in_turn(tasks: Mapping[str, Task], runs: int, limits: Limits) -> dict[str, Outcome]:
    """Run tasks in turn, so that what else the machine does meets all of them.

    Args:
        tasks: The tasks by name.

        runs: How often to run each; what takes many seconds is run less often.

        limits: For each run.

    Returns:
        The medians by name.
    """
    taken: dict[str, list[Usage]] = {name: [] for name in tasks}
    failed: dict[str, Failed] = {}
    for _ in range(runs):
        for name, task in tasks.items():
            if name in failed or sum(usage.wall for usage in taken[name]) > limits.enough:
                continue
            try:
                taken[name].append(measured(task, limits))
            except Failed as problem:
                failed[name] = problem
    return {name: failed.get(name) or _middle(taken[name]) for name in tasks}


def _middle(usages: Sequence[Usage]) -> Usage:
    return Usage(*map(median, zip(*usages, strict=True)))
