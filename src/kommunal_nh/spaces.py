"""Spaces at which no line should end: in abbreviations, before units and in dates."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import attrs

from kommunal_nh.model import Edition, Project, Report
from kommunal_nh.profile import FieldKind
from kommunal_nh.value import Value

FIXED = "\N{NO-BREAK SPACE}"
_SHORT = ("z. B.", "u. a.", "d. h.", "i. d. R.", "o. ä.", "o. Ä.", "u. Ä.", "i. S.", "v. a.",
          "s. o.", "s. u.", "z. T.", "i. V.", "u. U.", "e. V.")  # fmt: skip
_SIGNS = r"(?:§§?|Art\.|Nr\.|Abs\.|Kap\.|Ziff\.|S\.|Seite) (?=\d)"
_UNITS = (
    r"(?<=\d) (?=(?:%|‰|€|Euro|Mio\.|Mrd\.|km²?|m[²³]?|cm|mm|ha|kg|g|t|l|h|min|°C|kWp?|kWh"
    r"|MWh?|GWh?|TWh|CO₂)(?!\w))"
)
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# At the beginning of a line a number with a full stop is a list.
_DAYS = rf"(?:(?<=[\w,;:] )|(?<=[(„]))\d{{1,2}}\. (?={_MONTHS})"
_PLACES = re.compile(
    "|".join((rf"(?<!\w)(?:{'|'.join(map(re.escape, _SHORT))})", _SIGNS, _UNITS, _DAYS))
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
        The places; each has at least one space.
    """
    return list(_PLACES.finditer(text))


def fixed_text(text: str) -> str:
    """A text in which no line ends at such a place.

    Args:
        text: A text of the data.

    Returns:
        The same words, with no-break spaces there.
    """
    return _PLACES.sub(lambda found: found[0].replace(" ", FIXED), text)


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
