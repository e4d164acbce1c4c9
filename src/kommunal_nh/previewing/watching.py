"""Sees that files of a data folder changed, by looking at them from time to time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

_LEFT_OUT = frozenset({"build", "__pycache__"})
Marks = dict[str, tuple[int, int]]


def marks_of(folder: Path) -> Marks:
    """What a data folder looks like from outside.

    Args:
        folder: The data folder.

    Returns:
        Time of the last change and size of each file, by path; files that are hidden and those of
        `build` are no data.
    """
    return dict(_walk(str(folder)))


def _walk(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = [*os.scandir(folder)]
    except OSError:  # gone or locked since its name was read
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _LEFT_OUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif mark := _mark(entry):
            yield entry.path, mark


def _mark(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    try:
        found = entry.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def changes(folder: Path, every: float) -> Iterator[None]:
    """Wait for changes.

    A folder that is still being written is left alone until it rests for one look.

    Args:
        folder: The data folder.

        every: Seconds between two looks.

    Yields:
        Once at the beginning, then after each change.
    """
    seen = marks_of(folder)
    yield None
    while True:
        time.sleep(every)
        now = marks_of(folder)
        if now == seen:
            continue
        while now != (seen := now):
            time.sleep(every)
            now = marks_of(folder)
        yield None
