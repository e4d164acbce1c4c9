"""The journal of a change: new content of several files, and how to put it in their places.

It is a folder with the new files and a list that says for each what was there and what shall be.
Nothing in it depends on the process that wrote it, so any other can go on.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from kommunal_nh.errors import UsageError

JOURNAL = ".kommunal-nh-journal"
"""Folder inside the data folder while a change is not complete."""
_LIST = "list.json"

Contents = Mapping[str, bytes | None]
"""Content by path inside the data folder; None for no file."""


def write(folder: Path, aside: Path, changes: Contents) -> Contents:
    """Write what is to become the journal.

    Args:
        folder: The data folder.

        aside: Where to write.

        changes: The new contents.

    Returns:
        The contents that will be replaced.

    Raises:
        OSError: It can not be written.
    """
    entries, olds = [], {name: _content(folder / name) for name in changes}
    for place, (name, content) in enumerate(changes.items()):
        entries.append(_entry(folder, aside / str(place), name, olds[name], content))
    _write(aside / _LIST, json.dumps(entries, ensure_ascii=False, indent=1).encode())
    synchronise(aside)
    return olds


def complete(folder: Path) -> None:
    """Put everything in its place, if there is a journal.

    Args:
        folder: The data folder.

    Raises:
        UsageError: A file was edited since.

        OSError: A file can not be replaced.
    """
    journal = folder / JOURNAL
    if (journal / _LIST).exists():
        for entry in json.loads((journal / _LIST).read_bytes()):
            _replace(folder, journal, entry)
        (journal / _LIST).unlink()  # without it the change counts as complete
    if journal.is_dir():
        shutil.rmtree(journal)


def turn_back(folder: Path, olds: Contents) -> None:
    """Turn the journal around and put back what was replaced.

    Args:
        folder: The data folder.

        olds: What `write` returned.

    Raises:
        UsageError: A file was edited since.

        OSError: A file can not be put back; the next who completes the journal tries again.
    """
    journal = folder / JOURNAL
    entries = []
    for place, (name, old) in enumerate(olds.items()):
        aside, now = journal / f"old-{place}", _content(folder / name)
        entries.append(_entry(folder, aside, name, now, old))
    turned = journal / f"old-{_LIST}"
    _write(turned, json.dumps(entries, ensure_ascii=False, indent=1).encode())
    turned.replace(journal / _LIST)
    synchronise(journal)
    complete(folder)


def _entry(
    folder: Path, aside: Path, name: str, now: bytes | None, new: bytes | None
) -> dict[str, str | None]:
    """Keep the new content of a file aside, and say what is there now."""
    if new is not None:
        _write(aside, new)
        if now is not None:
            shutil.copymode(folder / name, aside)
    return {"name": name, "aside": aside.name, "old": _hash(now), "new": _hash(new)}


def _replace(folder: Path, journal: Path, entry: Mapping[str, Any]) -> None:
    target = (folder / entry["name"]).resolve()  # a link stays a link
    now = _hash(_content(target))
    if now == entry["new"]:
        return
    if now != entry["old"]:
        raise UsageError(
            f"{entry['name']} wurde geändert, während eine Änderung des Ordners unterbrochen war. "
            f"Die vorgesehene Fassung liegt in {journal / entry['aside']}. Bitte beide "
            f"vergleichen, die richtige nach {entry['name']} kopieren und den Ordner {JOURNAL} "
            "löschen."
        )
    if entry["new"] is None:
        target.unlink()
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        (journal / entry["aside"]).replace(target)
        synchronise(target.parent)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _hash(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


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
