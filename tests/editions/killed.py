"""Advances a report and is killed on the way, at a step that is given.

    python killed.py FOLDER DATE STEP [naive]

A step is an operation on a file or folder inside the data folder, or a synchronisation with the
disk; the process kills itself right before it. `naive` writes the files one after the other instead
of through the journal, to show that this test notices the difference.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}


class Killer:
    """Counts steps and kills the process at one of them."""

    def __init__(self, folder: str, step: int) -> None:
        self.folder = folder
        self.left = step

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Hear of an operation of the interpreter."""
        if event in _EVENTS and any(str(one).startswith(self.folder) for one in arguments):
            self.step()

    def step(self) -> None:
        """Count one step."""
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def naive(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write files one after the other, as one would without thinking of power cuts."""
    for name, content in changes.items():
        if content is not None:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)


def main(folder: str, as_of: str, step: str, *how: str) -> None:
    """Advance and be killed; without enough steps, advance and end well."""
    from kommunal_nh.editions import advancing

    if how:
        advancing.commit = naive  # type: ignore[assignment]
    killer = Killer(folder, int(step))
    wait = os.fsync

    def synchronise(handle: int) -> None:
        killer.step()
        wait(handle)

    os.fsync = synchronise
    sys.addaudithook(killer)
    advancing.advance(folder, as_of)


if __name__ == "__main__":
    main(*sys.argv[1:])
