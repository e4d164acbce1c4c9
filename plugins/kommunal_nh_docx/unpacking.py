"""The members of a Word file that somebody else made, within bounds."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from kommunal_nh.errors import UsageError

LARGEST = 200_000_000
"""Bytes that are inflated from one file. A template has less than one megabyte and a logo."""


def members_of(package: ZipFile, path: Path) -> dict[str, bytes]:
    """All members of a file.

    Args:
        package: The file, opened.

        path: Its path, for messages.

    Returns:
        The content by name; of several with one name, the last.

    Raises:
        UsageError: They are too much; what the file says of their sizes does not count.
    """
    members: dict[str, bytes] = {}
    left = LARGEST
    for name in dict.fromkeys(package.namelist()):
        with package.open(name) as member:
            members[name] = member.read(left + 1)
        left -= len(members[name])
        if left < 0:
            raise UsageError(
                f"„{path.name}“ enthält ausgepackt mehr als {LARGEST // 1_000_000} MB und wird "
                "nicht gelesen. Bitte große Bilder daraus entfernen."
            )
    return members
