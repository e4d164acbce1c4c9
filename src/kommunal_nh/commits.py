"""Changes of several files of a data folder that happen all or not at all, whatever comes between.

First everything new is written aside, into a hidden folder. One renaming makes that folder the
journal: up to then the old state holds, from then on the new one. The files are then put in their
places. If the computer stops in between, the next command finds the journal and does the rest.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.journals import JOURNAL, LIST, Entry, demand_inside, entries_of
from kommunal_nh.reasons import reason

_ASIDE = ".kommunal-nh-aside-"


def commit(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Change files of a folder.

    Args:
        folder: The data folder; it is made if needed.

        changes: New content by path inside the folder; None for a file that shall go.

    Raises:
        UsageError: The files can not be written; nothing was changed.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        recover(folder)
        demand_inside(folder, changes)
        for left in folder.glob(f"{_ASIDE}*"):  # of a run that was stopped before it changed a file
            shutil.rmtree(left, ignore_errors=True)
        aside = Path(tempfile.mkdtemp(dir=folder, prefix=_ASIDE))
        try:
            _write_aside(folder, aside, changes)
            aside.rename(folder / JOURNAL)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        _sync(folder)
        recover(folder)


def recover(folder: Path) -> None:
    """Complete a change that was interrupted; without one, nothing happens.

    Args:
        folder: The data folder.

    Raises:
        UsageError: A file was edited since, or can not be written.
    """
    journal = folder / JOURNAL
    if not journal.is_dir():
        return
    with _explained(folder):
        if (journal / LIST).exists():
            for entry in entries_of(folder, journal):
                _complete(folder, journal, entry)
            (journal / LIST).unlink()  # without it the change counts as complete
        shutil.rmtree(journal)


def _write_aside(folder: Path, aside: Path, changes: Mapping[str, bytes | None]) -> None:
    entries = []
    for place, (name, content) in enumerate(changes.items()):
        if content is not None:
            _write(aside / str(place), content)
        old = _content(folder / name)
        if old is not None and content is not None:
            shutil.copymode(folder / name, aside / str(place))
        entries.append(attrs.asdict(Entry(name, str(place), _hash(old), _hash(content))))
    _write(aside / LIST, json.dumps(entries, ensure_ascii=False, indent=1).encode())
    _sync(aside)


def _complete(folder: Path, journal: Path, entry: Entry) -> None:
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
        _sync(target.parent)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _hash(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    """Have the operating system keep the names in a folder, where it can do that."""
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


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise UsageError(
            f"In {folder} konnte nicht geschrieben werden: {reason(problem)}. Bitte prüfen, ob "
            "Platz ist, ob Sie dort schreiben dürfen und ob eine Datei noch geöffnet ist."
        ) from problem
