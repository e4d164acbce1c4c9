"""Stacked bars as a Vega-Lite specification: one bar for each row, one segment for each status.

A status is told by its place, its symbol and its number as well as by its colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from kommunal_nh.assembly.bar_legend import OUTLINE, SWATCH, WIDTH, legend_view, symbol_font
from kommunal_nh.document import StatusStyle

_ROOM = 440  # for the longest bar; its number stands behind it
_HEIGHT, _STEP, _STEP_WITH_NAME = SWATCH, 24, 44
_DIGIT, _BESIDE, _MARGIN = 7, 17, 6
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_Values: TypeAlias = list[dict[str, Any]]


@attrs.frozen
class Bar:
    """One bar.

    Attributes:
        key: Tells it from the others.
        name: Stands above it; may be empty.
        counts: How many there are of each status.
    """

    key: str
    name: str
    counts: Sequence[int]


def stacked_bars(
    bars: Sequence[Bar], statuses: Sequence[StatusStyle], labels: Sequence[str]
) -> Mapping[str, Any]:
    """The specification of stacked bars.

    Args:
        bars: The bars from top to bottom; at least one of them is not empty.

        statuses: What the segments stand for, from left to right.

        labels: What the statuses are called in the legend; none for bars without a legend.

    Returns:
        The specification, with all figures in it.
    """
    views = [_bars_view(bars, statuses)]
    if labels:
        views.insert(0, legend_view(statuses, labels))
    return {"$schema": _SCHEMA, "vconcat": views, "spacing": 10}


def _bars_view(bars: Sequence[Bar], statuses: Sequence[StatusStyle]) -> dict[str, Any]:
    longest = max(sum(bar.counts) for bar in bars)
    named = any(bar.name for bar in bars)
    segments = [segment for bar in bars for segment in _segments(bar, statuses)]
    for segment in segments:
        segment["room"] = _ROOM * segment["count"] / longest
        letters = _DIGIT * len(str(segment["count"]))
        segment["before"] = segment["middle"] - (letters / 2 + 3) * longest / _ROOM
        segment["after"] = segment["middle"] + _DIGIT * longest / _ROOM
    totals = [{"key": bar.key, "total": sum(bar.counts)} for bar in bars]
    names = [{"key": bar.key, "from": 0, "name": bar.name} for bar in bars if bar.name]
    down = (_STEP_WITH_NAME - _HEIGHT) / 2 - 1 if named else 0
    layers = [
        _rectangles(segments, down),
        *_inscriptions(segments, down),
        _words(totals, "total", "total", down, dx=5, align="left", fontWeight="bold"),
        _words(names, "from", "name", down - _HEIGHT - 1, align="left", limit=WIDTH),
    ]
    x = {"scale": {"domain": [0, longest], "range": [0, _ROOM], "nice": False}, "axis": None}
    y = {"field": "key", "type": "nominal", "sort": [bar.key for bar in bars], "axis": None}
    for layer in layers:
        layer["encoding"]["x"] |= x
        layer["encoding"]["y"] = y
    step = _STEP_WITH_NAME if named else _STEP
    return {"width": WIDTH, "height": {"step": step}, "layer": [one for one in layers if _has(one)]}


def _has(layer: Mapping[str, Any]) -> bool:
    return bool(layer["data"]["values"])


def _segments(bar: Bar, statuses: Sequence[StatusStyle]) -> Iterator[dict[str, Any]]:
    start = 0
    for status, count in zip(statuses, bar.counts, strict=True):
        if count:
            yield {
                "key": bar.key, "status": status.id, "count": count,
                "from": start, "to": start + count, "middle": start + count / 2,
                "colour": status.colour, "ink": status.text_colour, "symbol": status.symbol,
            }  # fmt: skip
        start += count


def _rectangles(segments: _Values, down: float) -> dict[str, Any]:
    return {
        "data": {"values": segments},
        "mark": {"type": "bar", "height": _HEIGHT, "yOffset": down, "stroke": OUTLINE,
                 "strokeWidth": 1},
        "encoding": {
            "x": {"field": "from", "type": "quantitative"},
            "x2": {"field": "to"},
            "color": {"field": "colour", "type": "nominal", "scale": None},
        },
    }  # fmt: skip


def _inscriptions(segments: _Values, down: float) -> Iterator[dict[str, Any]]:
    """Symbol and number in each segment, as far as there is room for them."""
    wide, narrow = [], []
    for segment in segments:
        needed = _DIGIT * len(str(segment["count"])) + _MARGIN
        if segment["symbol"] and segment["room"] >= needed + _BESIDE:
            wide.append(segment)
        elif segment["room"] >= needed:
            narrow.append(segment)
    for font in sorted({symbol_font(segment["symbol"]) for segment in wide}):
        values = [one for one in wide if symbol_font(one["symbol"]) == font]
        yield _inked(_words(values, "before", "symbol", down, font=font))
    yield _inked(_words(wide, "after", "count", down))
    yield _inked(_words(narrow, "middle", "count", down))


def _inked(layer: dict[str, Any]) -> dict[str, Any]:
    layer["encoding"]["color"] = {"field": "ink", "type": "nominal", "scale": None}
    return layer


def _words(values: _Values, place: str, field: str, down: float, **mark: Any) -> dict[str, Any]:
    return {
        "data": {"values": values},
        "mark": {"type": "text", "baseline": "middle", "dy": down, **mark},
        "encoding": {
            "x": {"field": place, "type": "quantitative"},
            "text": {"field": field, "type": "nominal"},
        },
    }
