"""Runs the command and kills itself on the way, at a moment that is given.

    python killed.py MOMENT FOLDER VERB ARGUMENT...

A moment is `file:N`, right before the N-th operation on a file or folder inside FOLDER (or the
N-th synchronisation with the disk), or `call:N`, right before the N-th call of any function. With
N = 0 nothing is killed, and the last line on standard error says how many moments there were.

KOMMUNAL_NH_SIGNAL is the number of another signal than SIGKILL. With KOMMUNAL_NH_NAIVE set, files
of a data folder are written one after the other instead of through the journal, to show that the
tests notice the difference.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kommunal_nh.commits import Commit

_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}


class Killer:
    """Counts moments and sends the process a signal at one of them."""

    def __init__(self, moment: int, number: int) -> None:
        self.moment = moment
        self.signal = number
        self.count = 0

    def step(self) -> None:
        """Count one moment."""
        self.count += 1
        if self.count == self.moment:
            os.kill(os.getpid(), self.signal)

    def watch_files(self, folder: str) -> None:
        """Count what is done to files inside a folder."""

        def hear(event: str, arguments: tuple[object, ...]) -> None:
            if event in _EVENTS and any(str(one).startswith(folder) for one in arguments):
                self.step()

        sys.addaudithook(hear)
        vars(os)["fsync"] = self._before(os.fsync)

    def watch_calls(self) -> None:
        """Count every call of a function, of Python's own ones too."""

        def hear(frame: FrameType, event: str, argument: object) -> None:
            if event in ("call", "c_call"):
                self.step()

        sys.setprofile(hear)

    def _before(self, wait: Callable[[int], None]) -> Callable[[int], None]:
        def synchronise(handle: int) -> None:
            self.step()
            wait(handle)

        return synchronise


@contextmanager
def naive(folder: Path) -> Iterator[Commit]:
    """Write files one after the other, as one would without thinking of power cuts."""

    def write(changes: Mapping[str, bytes | None]) -> None:
        for name, content in changes.items():
            if content is not None:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)

    yield write


def main(moment: str, folder: str, *arguments: str) -> None:
    """Run the command and be killed; without enough moments, end well."""
    from kommunal_nh import command, importing
    from kommunal_nh.editions import advancing

    if os.environ.get("KOMMUNAL_NH_NAIVE"):
        vars(advancing)["changing"] = vars(importing)["changing"] = naive
    kind, number = moment.split(":")
    killer = Killer(int(number), int(os.environ.get("KOMMUNAL_NH_SIGNAL", signal.SIGKILL)))
    killer.watch_calls() if kind == "call" else killer.watch_files(folder)
    try:
        command.main(arguments)
    finally:
        sys.setprofile(None)
        print(killer.count, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
