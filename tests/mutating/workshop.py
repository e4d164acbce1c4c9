"""A copy of the library in which mutmut changes one module, and what came of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.mutating.targets import Target

_ROOT = Path(__file__).parents[2]
_NOT_NEEDED = shutil.ignore_patterns("node", "node_modules", "__pycache__", ".hypothesis")


class Mutant(NamedTuple):
    """A change and what the tests said to it.

    Attributes:
        name: As mutmut calls it.
        result: Such as `killed` or `survived`.
        line: The changed line as it was, or nothing if it was only added.
        changed: The line as it is with the change.
    """

    name: str
    result: str
    line: str
    changed: str


def prepared(target: Target, place: Path) -> None:
    """Copy what mutmut needs; all packages stand in one folder, as mutmut expects it.

    Args:
        target: The module and its tests.

        place: Where to; what is there goes.
    """
    shutil.rmtree(place, ignore_errors=True)
    for folder in ("src", "plugins"):
        shutil.copytree(_ROOT / folder, place / "src", ignore=_NOT_NEEDED, dirs_exist_ok=True)
    for folder in ("tests", "examples"):
        shutil.copytree(_ROOT / folder, place / folder, ignore=_NOT_NEEDED)
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/{target.source}"],
        "also_copy": ["examples"],
        # Without what earlier tests left in caches, which would hide changes.
        "process_isolation": "forkserver",
        "pytest_add_cli_args_test_selection": [f"tests/{test}" for test in target.tests],
        # The same examples each time; shrinking would only cost time.
        "pytest_add_cli_args": ["-pno:xdist", "--hypothesis-profile=fast", "--hypothesis-seed=0"],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    config = (_ROOT / "pyproject.toml").read_text("utf-8")
    (place / "pyproject.toml").write_text("\n".join([config, "[tool.mutmut]", *lines, ""]), "utf-8")


def run(place: Path) -> None:
    """Try all changes; what mutmut prints is in `mutmut.log`.

    Args:
        place: A prepared folder.

    Raises:
        SystemExit: The tests fail without any change, or mutmut could not work.
    """
    log = place / "mutmut.log"
    with log.open("wb") as output:
        done = subprocess.run(
            [sys.executable, "-m", "mutmut", "run", "--max-children", "1"],
            cwd=place,
            env={**os.environ, "CI": ""},
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            preexec_fn=lambda: os.nice(10),
        )
    if done.returncode:
        last = log.read_text("utf-8", errors="replace").replace("\r", "\n").splitlines()[-30:]
        raise SystemExit("\n".join([*last, f"mutmut ended with {done.returncode}: see {log}"]))


def mutants(place: Path) -> Iterator[Mutant]:
    """All changes that were tried.

    Args:
        place: The folder after `run`.

    Yields:
        The changes, in the order of the module; lines only of those that were not killed.
    """
    for row in _mutmut(place, "results", "--all", "true").splitlines():
        name, _, result = row.strip().rpartition(": ")
        if result == "killed":
            yield Mutant(name, result, "", "")
        elif result:
            yield Mutant(name, result, *_difference(_mutmut(place, "show", name)))


def _mutmut(place: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=place, check=True, capture_output=True, text=True).stdout


def _difference(text: str) -> tuple[str, str]:
    lines = [line for line in text.splitlines() if not line.startswith(("+++", "---"))]
    before, after = (
        "\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return before, after
