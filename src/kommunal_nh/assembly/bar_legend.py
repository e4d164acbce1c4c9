"""The legend of stacked bars: colour, symbol and name of each status, in the order of the bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kommunal_nh.document import StatusStyle
from kommunal_nh.fonts import FALLBACKS, FAMILY

WIDTH = 480
"""Width of a chart in CSS pixels."""
SWATCH = 18
"""Height of bars and of the samples in the legend."""
OUTLINE = "#5c6660"
"""Colour around the segments; it stands out from light and dark paper."""
_SAMPLE, _ROW, _LETTER, _GAP = 22, 24, 6.6, 20
_SIGNS = "\u2190"  # the family of texts has few of the signs that begin here
_SYMBOLS = FALLBACKS[2]


def symbol_font(symbol: str) -> str:
    """The family that has the symbol of a status.

    Args:
        symbol: The symbol.

    Returns:
        A family of `kommunal_nh.fonts`.
    """
    return _SYMBOLS if symbol >= _SIGNS else FAMILY


def legend_view(statuses: Sequence[StatusStyle], labels: Sequence[str]) -> dict[str, Any]:
    """The legend as a view of its own.

    Args:
        statuses: The statuses.

        labels: What they are called.

    Returns:
        A Vega-Lite view in pixels, as tall as its rows.
    """
    entries = list(_entries(statuses, labels))
    height = max(entry["bottom"] for entry in entries) + 1
    layers = [
        _samples(entries),
        *(_symbols(entries, font) for font in sorted({entry["font"] for entry in entries})),
        _words(entries, "right", "label", {"align": "left", "dx": 5}),
    ]
    return {"width": WIDTH, "height": height, "layer": layers}


def _entries(statuses: Sequence[StatusStyle], labels: Sequence[str]) -> Iterator[dict[str, Any]]:
    left, top = 0.0, 0
    for status, label in zip(statuses, labels, strict=True):
        width = _SAMPLE + _GAP + _LETTER * len(label)
        if left and left + width > WIDTH:
            left, top = 0.0, top + _ROW
        yield {
            "left": left, "right": left + _SAMPLE, "middle": left + _SAMPLE / 2,
            "top": top, "bottom": top + SWATCH, "centre": top + SWATCH / 2,
            "label": label, "symbol": status.symbol, "font": symbol_font(status.symbol),
            "colour": status.colour, "ink": status.text_colour,
        }  # fmt: skip
        left += width


def _samples(entries: Sequence[dict[str, Any]]) -> dict[str, Any]:
    encoding = {
        "x": _pixels("left"),
        "x2": {"field": "right"},
        "y": _pixels("top"),
        "y2": {"field": "bottom"},
        "color": {"field": "colour", "type": "nominal", "scale": None},
    }
    mark = {"type": "rect", "stroke": OUTLINE, "strokeWidth": 1}
    return {"data": {"values": list(entries)}, "mark": mark, "encoding": encoding}


def _symbols(entries: Sequence[dict[str, Any]], font: str) -> dict[str, Any]:
    own = [entry for entry in entries if entry["font"] == font]
    layer = _words(own, "middle", "symbol", {"align": "center", "font": font})
    layer["encoding"]["color"] = {"field": "ink", "type": "nominal", "scale": None}
    return layer


def _words(
    entries: Sequence[dict[str, Any]], place: str, field: str, mark: dict[str, Any]
) -> dict[str, Any]:
    return {
        "data": {"values": list(entries)},
        "mark": {"type": "text", "baseline": "middle", **mark},
        "encoding": {
            "x": _pixels(place),
            "y": _pixels("centre"),
            "text": {"field": field, "type": "nominal"},
        },
    }


def _pixels(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
