"""Frozen editions from anywhere: each is read, or refused with a sentence; nothing else happens."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommunal_nh import EditionError, assemble, edition_of
from kommunal_nh.editions.frozen import _checksum, from_text, to_text
from kommunal_nh.numbering import numbering_of
from kommunal_nh.serial import to_json
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
    """Read a text as an edition and print it; only the library's own sentence may come of it."""
    try:
        edition = from_text(text, "x.json")
    except EditionError as problem:
        assert str(problem).startswith("x.json ")
        return
    assert to_json(assemble(edition.report, numbering_of(edition)))


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


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("report", "profil", "nummerierung", "projekt"), "ohne Platzhalter"),
        (("report", "profil", "teile"), ["titelseite", "gibtsnicht"]),
        (("report", "themen", 0, "ziele", 0, "projekte", 0, "status"), "gibtsnicht"),
        (("nummern", "klima"), 7),
        (("nummern", "klima"), {"a": "b"}),
    ],
)
def test_what_could_not_be_printed_is_refused(place: tuple[Any, ...], value: Any) -> None:
    """A file with a fitting checksum is refused when it is read, not in the middle of printing."""
    content = json.loads(json.dumps(FROZEN["ausgabe"]))
    holder = content
    for step in place[:-1]:
        holder = holder[step]
    assert place[-1] in holder
    holder[place[-1]] = value
    text = json.dumps(FROZEN | {"ausgabe": content, "pruefsumme": _checksum(content)})
    with pytest.raises(EditionError, match=r"x\.json ist keine vollständige Ausgabe"):
        from_text(text, "x.json")


@given(JSON, st.text(max_size=30))
def test_other_files(value: Any, text: str) -> None:
    """Neither any JSON nor any text gives a traceback."""
    refused_or_read(json.dumps(value))
    refused_or_read(text)
    refused_or_read(json.dumps(FROZEN | {"ausgabe": value, "pruefsumme": _checksum(value)}))
    refused_or_read(json.dumps(FROZEN)[: len(text) * 300])
