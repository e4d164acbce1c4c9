"""Names of sheets that every program accepts."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST = 31


class SheetNames:
    """The names that are taken."""

    def __init__(self) -> None:
        self._taken = {"history"}  # which Excel keeps for itself

    def free(self, wish: str) -> str:
        """A name for the next sheet.

        Args:
            wish: What it should be called.

        Returns:
            At most 31 characters without any that are forbidden; none comes twice.
        """
        clean = " ".join(_FORBIDDEN.sub(" ", wish).split()).strip("' ") or "Blatt"
        name, number = _cut(clean, ""), 1
        while name.casefold() in self._taken:
            number += 1
            name = _cut(clean, f" ({number})")
        self._taken.add(name.casefold())
        return name


def _cut(name: str, ending: str) -> str:
    """Excel counts as UTF-16 does."""
    while len((name + ending).encode("utf-16-le")) > 2 * _LONGEST:
        name = name[:-1]
    return name.rstrip("' ") + ending
