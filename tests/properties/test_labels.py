"""The properties of labels: placeholders are filled in once, and nothing else changes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh.labels import fill

names = st.sampled_from(("stand", "projekte", "titel", "x"))
pieces = st.one_of(
    names.map("{{{}}}".format), st.sampled_from(("{", "}", "{}", "{{", "}}")), st.text(max_size=3)
)
labels = st.lists(pieces, max_size=6).map("".join)


@given(labels, st.dictionaries(names, labels))
def test_fill_replaces_each_placeholder_once(label: str, values: dict[str, str]) -> None:
    """What is filled in is printed as it is, even if it looks like a placeholder itself."""

    def value(match: re.Match[str]) -> str:
        return values.get(match[1], match[0])

    assert fill(label, **values) == re.sub(r"\{([^{}]*)\}", value, label)


@given(labels)
def test_fill_without_values_changes_nothing(label: str) -> None:
    """A label whose placeholders are unknown stays as it is."""
    assert fill(label) == label
