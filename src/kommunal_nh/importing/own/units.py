"""Responsible units: their ids and names, from texts, lists and filters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from kommunal_nh.slugs import slug


class OwnUnits:
    """Finds the units that a line names."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._ids: dict[str, str] = {}
        self._found: dict[str, str] = {}

    @property
    def names(self) -> dict[str, str]:
        """Name of each unit by its id, in the order of the source's filter if it has one."""
        places = {one: place for place, one in enumerate(self._known)}
        order = sorted(self._found, key=lambda one: places.get(one, len(places)))
        return {one: self._found[one] for one in order}

    def of(self, words: str, codes: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The units of one project.

        Args:
            words: Their names, as the text prints them.

            codes: The same as the list of projects prints it.

            ids: Their ids, where the source has them.

        Returns:
            Their ids.
        """
        if ids:
            self._found.update({one: _bare(one, self._known.get(one, one)) for one in ids})
            return ids
        names, short = words.split(", "), codes.split(", ")
        if len(short) != len(names):
            short = names
        return tuple(
            dict.fromkeys(self._one(name, code) for name, code in zip(names, short, strict=True))
        )

    def _one(self, name: str, code: str) -> str:
        if name in self._ids:
            return self._ids[name]
        unit = self._id(name, code)
        self._ids[name] = unit
        self._found[unit] = _bare(unit, name)
        return unit

    def _id(self, name: str, code: str) -> str:
        first = name.partition(" ")[0]
        if code[:1].isdigit() and " " not in code:
            return code
        if code[:1].isdigit() or first[:1].isdigit():
            return first
        wanted = slug(code) or "einheit"
        taken = set(self._ids.values())
        return next(one for one in _variants(wanted) if one not in taken)


def _variants(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{count}" for count in itertools.count(2))


def _bare(unit: str, name: str) -> str:
    """A name without the code that is printed before it."""
    if unit[:1].isdigit() and name.startswith(f"{unit} "):
        return name[len(unit) + 1 :]
    return name
