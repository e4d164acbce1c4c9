"""Responsible units, as lists and texts name them."""

from __future__ import annotations

import re
from collections import defaultdict

from kommunal_nh.importing.naming import unit_id
from kommunal_nh.importing.remarks import Remarks

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+und\s+|\s*\n\s*")
_BROKEN_WORD = re.compile(r"(?<=[a-zäöüß])-(?=[a-zäöüß])")


class Units:
    """Collects the units, and the ways in which they are written.

    Attributes:
        names: Name of each unit by its id.
    """

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._written: dict[str, dict[str, int]] = defaultdict(dict)

    def ids(self, cell: str, at: int) -> tuple[str, ...]:
        """The units of one project.

        Args:
            cell: As a list prints them, such as `65, 80.01`.

            at: Where it stands.

        Returns:
            Their ids, each once.
        """
        found = []
        for code in filter(None, _SEPARATOR.split(cell.strip())):
            whole = _BROKEN_WORD.sub("", code)
            unit = unit_id(whole) or whole
            self.names.setdefault(unit, whole)
            self._written[unit].setdefault(code, at)
            found.append(unit)
        return tuple(dict.fromkeys(found))

    def check(self, remarks: Remarks) -> None:
        """Say where a unit is written in several ways.

        Args:
            remarks: Where to say so.
        """
        for ways in self._written.values():
            (first, first_at), *others = ways.items()
            for other, at in others:
                remarks.hint(
                    "name-differs",
                    at,
                    f"Die Verantwortlichkeit „{other}“ heißt in {remarks.place(first_at)} "
                    f"„{first}“.",
                )
