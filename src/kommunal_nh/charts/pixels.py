"""Charts of which every place is known: rectangles and words, as Vega-Lite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import attrs

from kommunal_nh.fonts import FAMILY

OUTLINE = "#5c6660"
"""Colour around rectangles; it stands out from light and dark paper."""
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_BARE = {"type": "quantitative", "scale": None, "axis": None}
_COLOUR = {"field": "colour", "type": "nominal", "scale": None}
_RECTANGLE = {"type": "rect", "stroke": OUTLINE, "strokeWidth": 1}


@attrs.frozen
class Rectangle:
    """A coloured area.

    Attributes:
        x: Left edge, in CSS pixels.
        x2: Right edge.
        y: Upper edge.
        y2: Lower edge.
        colour: Of the area, as `#rrggbb`.
    """

    x: float
    x2: float
    y: float
    y2: float
    colour: str


@attrs.frozen
class Words:
    """One line of words.

    Attributes:
        x: Where they begin, or their middle, in CSS pixels.
        y: The line that they stand on.
        text: The words.
        colour: As `#rrggbb`; that of the ink if empty.
        align: `left` or `center`.
        font: Family of the font.
        bold: Whether they are bold.
        limit: What is longer is cut, in CSS pixels; 0 for as long as it is.
    """

    x: float
    y: float
    text: str
    colour: str = ""
    align: str = "left"
    font: str = FAMILY
    bold: bool = False
    limit: float = 0


@attrs.frozen
class Drawing:
    """Rectangles and words upon them.

    Attributes:
        width: In CSS pixels.
        height: In CSS pixels.
        rectangles: The areas.
        words: The words; those that look the same stand one after another.
    """

    width: int
    height: int
    rectangles: Sequence[Rectangle]
    words: Sequence[Words]


def pixel_spec(drawing: Drawing) -> dict[str, Any]:
    """A drawing as Vega-Lite.

    Args:
        drawing: The drawing.

    Returns:
        A specification that Vega-Lite draws the same way as `pixel_svg`.
    """
    layers = [_rectangles_layer(drawing.rectangles)] if drawing.rectangles else []
    layers += [_words_layer(list(group)) for _, group in groupby(drawing.words, _style)]
    return {
        "$schema": _SCHEMA,
        "width": drawing.width,
        "height": drawing.height,
        "padding": 0,
        "autosize": {"type": "none"},
        "layer": layers,
    }


def _rectangles_layer(rectangles: Iterable[Rectangle]) -> dict[str, Any]:
    places = {"x": _bare("x"), "x2": {"field": "x2"}, "y": _bare("y"), "y2": {"field": "y2"}}
    return {
        "data": {"values": [attrs.asdict(one) for one in rectangles]},
        "mark": _RECTANGLE,
        "encoding": {**places, "color": _COLOUR},
    }


def _words_layer(group: Sequence[Words]) -> dict[str, Any]:
    first = group[0]
    mark: dict[str, Any] = {
        "type": "text",
        "baseline": "alphabetic",
        "align": first.align,
        "font": first.font,
    }
    mark |= {"fontWeight": "bold"} if first.bold else {}
    mark |= {"limit": first.limit} if first.limit else {}
    encoding = {"x": _bare("x"), "y": _bare("y"), "text": {"field": "text", "type": "nominal"}}
    values = [{"x": one.x, "y": one.y, "text": one.text} for one in group]
    if first.colour:
        values = [{**value, "colour": one.colour} for value, one in zip(values, group, strict=True)]
        encoding["color"] = _COLOUR
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _style(words: Words) -> tuple[object, ...]:
    return words.align, words.font, words.bold, words.limit, bool(words.colour)


def _bare(field: str) -> dict[str, Any]:
    return {"field": field, **_BARE}
