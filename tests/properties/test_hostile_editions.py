"""Frozen editions from anywhere: each is read, or refused with a sentence; nothing else happens."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kommunal_nh import EditionError, edition_of
from kommunal_nh.editions.frozen import _checksum, from_text, to_text
from two_themes import REPORT

FROZEN: dict[str, Any] = json.loads(to_text(edition_of(REPORT)))
WORD = st.text(max_size=9)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD, inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value of a structure."""
    steps: list[Any] = []
    if isinstance(value, dict | list):
        steps = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [path, *(place for step in steps for place in places(value[step], (*path, step)))]


PLACES = places(FROZEN["ausgabe"])[1:]


def refused_or_read(text: str) -> None:
    """Read a text as an edition; only the library's own sentence may come of it."""
    try:
        from_text(text, "x.json")
    except EditionError as problem:
        assert str(problem).startswith("x.json ")


@settings(max_examples=10 * settings().max_examples)
@given(st.sampled_from(PLACES), JSON)
def test_other_values_with_a_fitting_checksum(place: tuple[Any, ...], value: Any) -> None:
    """Any value anywhere, as if the library had frozen it, gives no traceback."""
    content = json.loads(json.dumps(FROZEN["ausgabe"]))
    holder = content
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    data = FROZEN | {"ausgabe": content, "pruefsumme": _checksum(content)}
    refused_or_read(json.dumps(data))


@given(JSON, st.text(max_size=30))
def test_other_files(value: Any, text: str) -> None:
    """Neither any JSON nor any text gives a traceback."""
    refused_or_read(json.dumps(value))
    refused_or_read(text)
    refused_or_read(json.dumps(FROZEN | {"ausgabe": value, "pruefsumme": _checksum(value)}))
    refused_or_read(json.dumps(FROZEN)[: len(text) * 300])
