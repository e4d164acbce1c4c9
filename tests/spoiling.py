"""Strategies that spoil data: values of other kinds, keys too many and too few, things twice."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from hypothesis import strategies as st

from editor import Plain

Json: TypeAlias = Any
Step: TypeAlias = str | int

VALUES: tuple[Json, ...] = (
    "x", "", " ", "a\nb", "\n a\n", "a\rb", 7, 77.5, -3, True, None, [], {}, ["x"], [None], [[]],
    {"x": "y"}, {"x": None}, [{"x": "y"}], ["x", "x"], [7, 13], {"id": "x", "titel": "y"},
    {"text": "x", "kommunen": "alle"}, {"basis": "soest"}, {"einzahl": "x"}, {"bezeichnung": "x"},
    "ja", "Nein", " WAHR ", "yes", " 3 ", "+3", "1_000", "٣", "3.0", "1.000", "2,5", "1000000",
    "2024-10-01", "1.10.2024", "29.02.2024", "2023-02-29", "31.4.2024", "0000-01-01", "2024-13",
    "2024", "2024-Q2", "Q5/2024", "3. Quartal 2024", "3/2024", " 2024-3 ", "https://x.de", "soest",
    "idee", "fertig", "datum", "archiv", "alle", "umgesetzt", "80.01", "profil.yaml", "archiv.yaml",
    *map(Plain, ("ja", "NULL", "Null", "~", "null", "1_000", "10.2024", "2024-10-01", "2024",
                 "01.03.2024", "80.01", "65", "NO", "TRUE", "+7", "007", ".5", "1.000", ".inf")),
)  # fmt: skip
"""Values that a person or a program could write; some fit where others do not."""
_KEYS = ("gibtsnicht", "titel", "id", "status", "text", "x", "basis", "kosten", "report")


def paths(value: Json, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Where every value of a structure stands; the structure itself at the end of no step."""
    yield path
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[step], (*path, step))


def at(value: Json, path: tuple[Step, ...]) -> Json:
    """The value at the end of a path."""
    for step in path:
        value = value[step]
    return value


@st.composite
def spoiled(
    draw: st.DrawFn, value: Json, allowed: Callable[[tuple[Step, ...]], bool] = lambda path: True
) -> Json:
    """The value with up to three changes, or with none.

    Args:
        draw: Given by Hypothesis.

        value: Plain values.

        allowed: Whether something may be changed at a path.

    Returns:
        New plain values.
    """
    for _ in range(draw(st.integers(0, 3))):
        places = [path for path in paths(value) if allowed(path)]
        if places:
            value = draw(_changed(copy.deepcopy(value), draw(st.sampled_from(places))))
    return value


@st.composite
def _changed(draw: st.DrawFn, whole: Json, path: tuple[Step, ...]) -> Json:
    old = at(whole, path)
    change = draw(st.sampled_from(_CHANGES))
    new = draw(change(whole, old))
    if not path:
        return new
    holder = at(whole, path[:-1])
    if change is _gone:
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    return whole


def _another(_: Json, __: Json) -> st.SearchStrategy[Json]:
    return st.sampled_from(VALUES)


def _from_elsewhere(whole: Json, _: Json) -> st.SearchStrategy[Json]:
    places = [*paths(whole)][1:] or [()]
    return st.sampled_from(places).map(lambda path: copy.deepcopy(at(whole, path)))


def _gone(_: Json, __: Json) -> st.SearchStrategy[Json]:
    return st.none()


def _deeper(_: Json, old: Json) -> st.SearchStrategy[Json]:
    return st.sampled_from(([old], {"x": old}, {"text": old}, [old, old]))


@st.composite
def _grown(draw: st.DrawFn, _: Json, old: Json) -> Json:
    """A mapping with one more key, a list with an item twice."""
    if isinstance(old, dict):
        return {**old, draw(st.sampled_from(_KEYS)): draw(st.sampled_from(VALUES))}
    if isinstance(old, list) and old:
        return [*old, copy.deepcopy(draw(st.sampled_from(old)))]
    return old


_CHANGES: tuple[Callable[[Json, Json], st.SearchStrategy[Json]], ...] = (
    _another, _another, _from_elsewhere, _gone, _deeper, _grown, _grown,
)  # fmt: skip
