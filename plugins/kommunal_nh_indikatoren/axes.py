"""The axes of an indicator's chart: whole years, and numbers as the report prints them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from kommunal_nh_indikatoren.texts import Texts

WIDTH, HEIGHT = 450, 180
"""Of the room for the lines, in CSS pixels."""
_ROOM = 0.14
"""Share of the height that is left free above and below the lines, for words."""
_TICKS = 8


def axes(dots: Iterable[tuple[int, float]], unit: str, texts: Texts) -> dict[str, Any]:
    """Where years and values are.

    Args:
        dots: All years and values that are drawn; at least one.

        unit: The unit of the values.

        texts: The signs for fractions and thousands.

    Returns:
        The encoding of both places.
    """
    years, values = zip(*dots, strict=True)
    first, last = min(years), max(years)
    return {
        "x": {
            "field": "year",
            "type": "quantitative",
            "scale": {"domain": _wide(first, last), "nice": False, "padding": 10},
            "axis": {"title": None, "format": "d", "values": _ticks(first, last), "grid": False},
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "scale": {"domain": _span(values), "nice": True},
            "axis": {"tickCount": 5, "labelExpr": _number_expression(texts), **_title(unit)},
        },
    }


def _title(unit: str) -> dict[str, Any]:
    """The unit, at the upper end of the axis."""
    place = {"titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -12}
    return {"title": unit, "titleFontWeight": "normal", "titleLimit": WIDTH, **place}


def _wide(first: int, last: int) -> list[int]:
    return [first, last] if first < last else [first - 1, last + 1]


def _ticks(first: int, last: int) -> list[int]:
    """Whole years, so few that their names stand apart, and the last one in any case."""
    step = max(1, -(-(last - first) // _TICKS))
    return sorted(range(last, first - 1, -step))


def _span(values: Sequence[float]) -> list[float]:
    """From zero if that is not far away, and with room for words."""
    low, high = min(values), max(values)
    room = (high - low) * _ROOM or abs(high) * _ROOM or 1.0
    lowest = 0.0 if 0 <= low < (high - low) else low - room
    return [lowest, high + room]


def _number_expression(texts: Texts) -> str:
    decimal, thousands = json.dumps(texts.decimal_mark), json.dumps(texts.thousands_mark)
    grouped = "format(datum.value, abs(datum.value) >= 10000 ? ',.6~f' : '.6~f')"
    swapped = f"replace(replace({grouped}, /,/g, '_'), '.', {decimal})"
    return f"replace({swapped}, /_/g, {thousands})"
