"""Spoils data: values of other kinds, keys too many and too few, things twice and elsewhere."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

from editor import Plain
from kommunal_nh.fields import keys_of
from kommunal_nh.model import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    Withdrawn,
)
from kommunal_nh.profile import ExtraField, Level, Levels, NumberingScheme, Profile, Status

Json: TypeAlias = Any
Place: TypeAlias = tuple[str | int, ...]

VALUES: tuple[tuple[Json, ...], ...] = (
    (None,),
    ([], {}, "", " ", ["x"], [None], [[]], {"x": "y"}, {"x": None}, [{"x": "y"}], ["x", "x"]),
    ("x", "a\nb", "\n a\n", "a\rb", 7, 77.5, -3, True, [7, 13], "yes", "ja", "Nein", " WAHR "),
    ({"id": "x", "titel": "y"}, {"text": "x", "kommunen": "alle"}, {"basis": "soest"},
     {"einzahl": "x"}, {"bezeichnung": "x"}, {"id": "x", "bezeichnung": "y"}),
    (" 3 ", "+3", "1_000", "٣", "3.0", "1.000", "2,5", "1000000", "4", "0", "5"),
    ("2024-10-01", "1.10.2024", "29.02.2024", "2023-02-29", "31.4.2024", "0000-01-01", "2024-13",
     "2024", "2024-Q2", "Q5/2024", "3. Quartal 2024", "3/2024", " 2024-3 ", "2024-10-01\n"),
    ("https://x.de", "soest", "idee", "fertig", "datum", "archiv", "alle", "umgesetzt", "80.01",
     "weg.yaml", "archiv.yaml", "themen"),
    tuple(map(Plain, ("ja", "NULL", "Null", "~", "null", "1_000", "10.2024", "2024-10-01", "2024",
                      "01.03.2024", "80.01", "65", "NO", "TRUE", "+7", "007", ".5", "1.050"))),
)  # fmt: skip
"""Values that a person or a program could write, by kind; some fit where others do not.

Without quotes 1.000 is not among them: to a schema it is the whole number 1, to us it is none."""
_CLASSES = (
    Report, Theme, Goal, Project, Part, Cooperation, Chapter, ArchiveEntry, Withdrawn, Council,
    Profile, Levels, Level, Status, NumberingScheme, ExtraField,
)  # fmt: skip
_KEYS = sorted({"basis", "gibtsnicht", *(key for cls in _CLASSES for key in keys_of(cls))})


def places(value: Json, place: Place = ()) -> Iterator[Place]:
    """Where every value of a structure stands; the structure itself at the end of no step."""
    yield place
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[step], (*place, step))


def at(value: Json, place: Place) -> Json:
    """The value at a place."""
    for step in place:
        value = value[step]
    return value


def spoiled(
    value: Json, chance: Random, allowed: Callable[[Place], bool] = lambda place: True
) -> Json:
    """The value with up to two changes, seldom with none.

    Args:
        value: Plain values.

        chance: Decides.

        allowed: Whether something may be changed at a place.

    Returns:
        New plain values.
    """
    for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 2, 2))):
        value = _changed(copy.deepcopy(value), chance, allowed)
    return value


def _changed(whole: Json, chance: Random, allowed: Callable[[Place], bool]) -> Json:
    place = _some_place(whole, chance, allowed)
    if place is None:
        return whole
    change = chance.choice(_CHANGES)
    new = change(whole, at(whole, place), chance)
    if not place:
        return None if change is _gone else new
    holder = at(whole, place[:-1])
    if change is _gone:
        del holder[place[-1]]
    else:
        holder[place[-1]] = new
    return whole


def _some_place(whole: Json, chance: Random, allowed: Callable[[Place], bool]) -> Place | None:
    """A place; each kind of place is as likely as another, however many there are of it."""
    kinds: dict[Place, list[Place]] = {}
    for place in filter(allowed, places(whole)):
        kind = tuple(step if step in _KEYS else "*" for step in place[-3:])
        kinds.setdefault(kind, []).append(place)
    return chance.choice(chance.choice([*kinds.values()])) if kinds else None


def _another(_: Json, __: Json, chance: Random) -> Json:
    return copy.deepcopy(chance.choice(chance.choice(VALUES)))


def _from_elsewhere(whole: Json, _: Json, chance: Random) -> Json:
    return copy.deepcopy(at(whole, _some_place(whole, chance, lambda place: True) or ()))


def _gone(_: Json, __: Json, ___: Random) -> Json:
    """Nothing; the key goes as well."""


def _deeper(_: Json, old: Json, chance: Random) -> Json:
    return chance.choice(([old], {"x": old}, {"text": old}, [old, copy.deepcopy(old)]))


def _grown(whole: Json, old: Json, chance: Random) -> Json:
    """A mapping with one more key, a list with an item twice."""
    if isinstance(old, dict):
        return {**old, chance.choice(_KEYS): _another(whole, old, chance)}
    if isinstance(old, list) and old:
        return [*old, copy.deepcopy(chance.choice(old))]
    return _another(whole, old, chance)


_CHANGES: tuple[Callable[[Json, Json, Random], Json], ...] = (
    _another, _another, _from_elsewhere, _gone, _gone, _deeper, _grown, _grown,
)  # fmt: skip
