"""Spaces at which no line should end: in abbreviations, before units and in dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from kommunal_nh.model import Edition, Project, Report
from kommunal_nh.profile import FieldKind
from kommunal_nh.value import Value

FIXED = "\N{NO-BREAK SPACE}"
_SHORT = ("z. B.", "u. a.", "d. h.", "i. d. R.", "o. ä.", "o. Ä.", "u. Ä.", "i. S.", "v. a.",
          "s. o.", "s. u.", "z. T.", "i. V.", "u. U.", "e. V.")  # fmt: skip
_SIGNS = ("§", "Art.", "Nr.", "Abs.", "Kap.", "Ziff.", "S.", "Seite")
_UNITS = (
    r"(?:%|‰|€|Euro|Mio\.|Mrd\.|km²?|m[²³]?|cm|mm|ha|kg|g|t|l|h|min|°C|kWp?|kWh|MWh?|GWh?|TWh|CO₂)"
    r"(?!\w)"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# At the beginning of a line a number with a full stop is a list.
_DAYS = (r"[\w,;:] \d\. ", r"[\w,;:] \d\d\. ", r"[(„]\d\. ", r"[(„]\d\d\. ")


def _after_one_of(patterns: Iterable[str]) -> str:
    return "|".join(f"(?<={pattern})" for pattern in patterns)


def _inside(short: str) -> Iterator[str]:
    """A pattern for each space of an abbreviation."""
    words = [re.escape(word) for word in short.split(" ")]
    for place in range(1, len(words)):
        before, after = " ".join(words[:place]), " ".join(words[place:])
        yield rf"(?<=(?<!\w){before} )(?={after})"


# Spaces are quick to find, so each alternative looks around from behind one.
_PLACES = re.compile(
    rf" (?:(?<=\. )(?:{'|'.join(one for short in _SHORT for one in _inside(short))})"
    rf"|(?=\d)(?:{_after_one_of(f'{re.escape(sign)} ' for sign in _SIGNS)})"
    rf"|(?<=\d )(?={_UNITS})"
    rf"|(?<=\d\. )(?={_MONTHS})(?:{_after_one_of(_DAYS)}))"
)
_TEXTS = frozenset(
    {"title", "short_title", "text", "description", "progress", "introduction", "statement", "lead",
     "reason", "theme", "project"}
)  # fmt: skip
_V = TypeVar("_V", bound=Value)


def breaking_spaces(text: str) -> list[re.Match[str]]:
    """Where a text has a space at which a line could end and should not.

    Args:
        text: A text of the data, Markdown or not.

    Returns:
        The places, each one space.
    """
    return list(_PLACES.finditer(text))


def fixed_text(text: str) -> str:
    """A text in which no line ends at such a place.

    Args:
        text: A text of the data.

    Returns:
        The same words, with no-break spaces there.
    """
    return _PLACES.sub(FIXED, text)


def with_fixed_spaces(report: Report) -> Report:
    """A report whose texts have no-break spaces where they should.

    Args:
        report: The report; earlier editions in it are treated alike, so that they can be compared.

    Returns:
        A new report. Its title and its names of units and places stay as they are.
    """
    kinds = {field.key: field.kind for field in report.profile.fields}
    worded = {key for key, kind in kinds.items() if kind in (FieldKind.TEXT, FieldKind.MARKDOWN)}
    parts = ("chapters", "themes", "archive", "withdrawn", "past")
    return attrs.evolve(report, **{name: _fixed(getattr(report, name), worded) for name in parts})


def _fixed(value: Any, worded: set[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_fixed(item, worded) for item in value)
    if isinstance(value, Edition):
        return attrs.evolve(value, report=with_fixed_spaces(value.report))
    return _fixed_value(value, worded) if isinstance(value, Value) else value


def _fixed_value(value: _V, worded: set[str]) -> _V:
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):  # type: ignore[arg-type]
        old = getattr(value, field.name)
        if isinstance(old, str) and field.name in _TEXTS:
            changes[field.name] = fixed_text(old)
        elif isinstance(old, tuple | Value):
            changes[field.name] = _fixed(old, worded)
    if isinstance(value, Project):
        changes["extra"] = {
            key: fixed_text(text) if key in worded else text for key, text in value.extra.items()
        }
    return attrs.evolve(value, **changes)  # type: ignore[misc]
