"""Puts new files in the places of old ones by a journal, and the old ones back if need be.

The journal has the new files and a list that says for each what was there and what shall be. It has
the old files and a list of the way back, too. Nothing in it depends on the process that wrote it,
so any other can go on.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.journals import JOURNAL, LIST, Entry, entries_of

_BACK = "back.json"
"""The list of the way back; it takes the place of the other one if there is a need."""

Contents = Mapping[str, bytes | None]
"""Content by path inside the data folder; None for no file."""


def write(folder: Path, aside: Path, changes: Contents) -> None:
    """Write what is to become the journal, and what turning it back would need.

    Args:
        folder: The data folder.

        aside: Where to write.

        changes: The new contents.

    Raises:
        OSError: It can not be written.
    """
    there, back = [], []
    for place, (name, new) in enumerate(changes.items()):
        old = _content(folder / name)
        aside_new, aside_old = str(place), str(len(changes) + place)
        if new is not None:
            _write(aside / aside_new, new)
        if old is not None:
            _keep(folder / name, aside / aside_old)
            if new is not None:
                shutil.copymode(folder / name, aside / aside_new)
        there.append(Entry(name, aside_new, _hash(old), _hash(new)))
        back.append(Entry(name, aside_old, _hash(new), _hash(old)))
    _write_list(aside / _BACK, back)
    _write_list(aside / LIST, there)
    synchronise(aside)


def complete(folder: Path) -> None:
    """Put everything in its place, if there is a journal.

    Args:
        folder: The data folder.

    Raises:
        UsageError: A file was edited since.

        OSError: A file can not be replaced.
    """
    journal = folder / JOURNAL
    if (journal / LIST).exists():
        for entry in entries_of(folder, journal):
            _replace(folder, journal, entry)
    forget(folder)


def forget(folder: Path) -> None:
    """Delete the journal, if there is one.

    Args:
        folder: The data folder.

    Raises:
        OSError: It can not be deleted.
    """
    journal = folder / JOURNAL
    (journal / LIST).unlink(missing_ok=True)  # without it the change counts as complete
    if journal.is_dir():
        shutil.rmtree(journal, ignore_errors=True)  # what stays is in nobody's way


def turn_back(folder: Path) -> None:
    """Put back what was replaced, unless the change counts as complete.

    It takes no space, since space may be what was missing.

    Args:
        folder: The data folder, with a journal.

    Raises:
        UsageError: A file was edited since.

        OSError: A file can not be put back; the next who completes the journal tries again.
    """
    journal = folder / JOURNAL
    if (journal / LIST).exists():
        (journal / _BACK).replace(journal / LIST)
        synchronise(journal)
        complete(folder)


def _keep(file: Path, aside: Path) -> None:
    """Give the old content a second name, or copy it where files can have only one."""
    try:
        os.link(file.resolve(), aside)
    except OSError:
        shutil.copy2(file, aside)


def _replace(folder: Path, journal: Path, entry: Entry) -> None:
    target = (folder / entry.name).resolve()  # a link stays a link
    now = _hash(_content(target))
    if now == entry.new:
        return
    if now != entry.old:
        raise UsageError(
            f"{entry.name} wurde geändert, während eine Änderung des Ordners unterbrochen war. "
            f"Die vorgesehene Fassung liegt in {journal / entry.aside}. Bitte beide "
            f"vergleichen, die richtige nach {entry.name} kopieren und den Ordner {JOURNAL} "
            "löschen."
        )
    if entry.new is None:
        target.unlink()
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        (journal / entry.aside).replace(target)
        synchronise(target.parent)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _hash(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _write_list(path: Path, entries: Iterable[Entry]) -> None:
    said = [attrs.asdict(entry) for entry in entries]
    _write(path, json.dumps(said, ensure_ascii=False, indent=1).encode())


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def synchronise(folder: Path) -> None:
    """Have the operating system keep the names in a folder, where it can do that.

    Args:
        folder: The folder.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # nor do some network drives
        pass
    finally:
        os.close(handle)
