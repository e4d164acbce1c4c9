"""The journal of a change: which files of a data folder change, and whether they are inside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.inside import content_of, leads_out

JOURNAL = ".kommunal-nh-journal"
"""Folder inside the data folder while a change is not complete."""
LIST = "list.json"
"""The file in it that says what changes."""


def is_changing(folder: Path) -> bool:
    """Whether files of a folder are being replaced, or were when a process was killed.

    Args:
        folder: The data folder.

    Returns:
        True while there is a journal that one may see.
    """
    try:
        return (folder / JOURNAL).is_dir()
    except PermissionError:  # of a folder that one may not even enter
        return False


@attrs.frozen
class Entry:
    """One file that changes.

    Attributes:
        name: Its path inside the folder.
        aside: Name of the file with its new content, inside the journal.
        old: Hash of what was there; None if there was nothing.
        new: Hash of the new content; None if the file shall go.
    """

    name: str
    aside: str
    old: str | None
    new: str | None

    def is_possible(self, folder: Path, journal: Path) -> bool:
        """Whether this library can have written the entry."""
        kinds = {type(self.name), type(self.aside), type(self.old or ""), type(self.new or "")}
        if kinds != {str} or not self.aside.isdecimal() or (journal / self.aside).is_symlink():
            return False
        return (
            not leads_out(folder, self.name) and (folder / self.name).resolve() != folder.resolve()
        )


def demand_inside(folder: Path, names: Iterable[str]) -> None:
    """Make sure that nothing outside of a folder would change.

    Args:
        folder: The data folder.

        names: Paths inside it, as they shall be written.

    Raises:
        UsageError: One of them leads out.
    """
    for name in names:
        if leads_out(folder, name):
            raise UsageError(
                f"{folder / name} führt durch eine Verknüpfung aus dem Datenordner hinaus. Es "
                "wurde nichts geändert. Bitte dort eine gewöhnliche Datei oder einen gewöhnlichen "
                "Ordner anlegen."
            )


def entries_of(folder: Path, journal: Path) -> list[Entry]:
    """What a journal says; it came with the folder, so that anybody may have written it.

    Args:
        folder: The data folder.

        journal: The journal in it.

    Returns:
        The files that change.

    Raises:
        OSError: It can not be read.
        UsageError: This library did not write it.
    """
    try:
        said = json.loads(content_of(journal / LIST))
        entries = [Entry(**entry) for entry in said]
        is_ours = not journal.is_symlink() and all(
            one.is_possible(folder, journal) for one in entries
        )
    except (ValueError, TypeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise UsageError(
            f"{journal} ist keine unterbrochene Änderung dieses Ordners. Es wurde nichts geändert. "
            f"Bitte prüfen, woher der Datenordner kommt, und den Ordner {JOURNAL} darin löschen."
        )
    return entries
