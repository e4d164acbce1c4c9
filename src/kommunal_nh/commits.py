"""Changes of several files of a data folder that happen all or not at all, whatever comes between.

First everything new is written aside, into a hidden folder. One renaming makes that folder the
journal: up to then the old state holds, from then on the new one. The files are then put in their
places. If the computer stops in between, the next command finds the journal and does the rest. If
a file can not be replaced, those that were are put back. Only one process at a time changes a
folder, from reading it to the end.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from kommunal_nh.errors import UsageError
from kommunal_nh.exchanging import Contents, complete, forget, synchronise, turn_back, write
from kommunal_nh.folders import made
from kommunal_nh.journals import JOURNAL, demand_inside, is_changing
from kommunal_nh.locking import LOCK, held
from kommunal_nh.reasons import reason

HIDDEN = ".kommunal-nh-"
"""How the names of the files and folders begin that are there during a change."""
_ASIDE = f"{HIDDEN}aside-"
Commit: TypeAlias = Callable[[Contents], None]
"""Changes the files of a folder that is held."""


@contextmanager
def changing(folder: Path) -> Iterator[Commit]:
    """Be the only one who changes a data folder, so that what was read still holds.

    Args:
        folder: The data folder; it is made if needed.

    Yields:
        What changes files, by path inside the folder; None as content lets a file go.

    Raises:
        UsageError: Somebody else is changing the folder, or the files can not be written; nothing
            was changed.
    """
    with _explained(folder), made(folder), held(folder / LOCK):
        complete(folder)
        for left in folder.glob(f"{_ASIDE}*"):  # of a run that was stopped before it changed a file
            shutil.rmtree(left, ignore_errors=True)
        yield lambda changes: _commit(folder, changes)


def commit(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Change files of a folder.

    Args:
        folder: The data folder; it is made if needed.

        changes: New content by path inside the folder; None for a file that shall go.

    Raises:
        UsageError: Somebody else is changing the folder, or the files can not be written; nothing
            was changed.
    """
    with changing(folder) as put:
        put(changes)


def recover(folder: Path) -> None:
    """Complete a change that was interrupted; without one, nothing happens.

    Args:
        folder: The data folder.

    Raises:
        UsageError: A file was edited since, or can not be written.
    """
    if is_changing(folder):
        with _explained(folder), held(folder / LOCK):
            complete(folder)


def _commit(folder: Path, changes: Contents) -> None:
    demand_inside(folder, changes)
    aside = Path(tempfile.mkdtemp(dir=folder, prefix=_ASIDE))
    try:
        write(folder, aside, changes)
        aside.rename(folder / JOURNAL)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        forget(folder)
        raise
    parents = dict.fromkeys((folder / name).parent for name in changes if changes[name] is not None)
    with ExitStack() as stack:
        try:
            synchronise(folder)
            for parent in parents:
                stack.enter_context(made(parent))
            complete(folder)
        except (OSError, KeyboardInterrupt):
            turn_back(folder)
            raise


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        waiting = (
            f" Eine begonnene Änderung wartet dort in {JOURNAL}; der nächste Aufruf bringt sie zu "
            "Ende."
        )
        raise UsageError(
            f"In {folder} konnte nicht geschrieben werden: {reason(problem)}. Bitte prüfen, ob "
            "Platz ist, ob Sie dort schreiben dürfen und ob eine Datei noch geöffnet ist."
            + (waiting if is_changing(folder) else " Es wurde nichts geändert.")
        ) from problem
