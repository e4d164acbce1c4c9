"""Charts that need no renderer: those of `kommunal_nh.charts.pixels`, as SVG.

Vega-Lite works out scales, axes and room for words, and its start takes half a second, more than
all the rest of most reports. A chart without any of that is drawn here, to the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from kommunal_nh.charts.look import SIZE
from kommunal_nh.charts.pixels import OUTLINE, Drawing, Rectangle, Words, pixel_spec
from kommunal_nh.charts.widths import surely_fits
from kommunal_nh.colours import is_colour
from kommunal_nh.fonts import FAMILY

_ANCHORS = {"left": "start", "center": "middle"}
_FAR = 1e6


def plain_svg(spec: Mapping[str, Any], ink: str, font: str) -> str:
    """A chart as SVG, if nothing has to be worked out for it.

    Args:
        spec: Any specification.

        ink: Colour of words that have none of their own.

        font: Family of words in `kommunal_nh.fonts.FAMILY`.

    Returns:
        The drawing; nothing if only Vega-Lite knows how it looks.
    """
    drawing = _drawing(spec)
    return "".join(_svg(drawing, ink, font)) if drawing else ""


# ------------------------------------------------------------------------------------- reading


def _drawing(spec: Mapping[str, Any]) -> Drawing | None:
    """What `pixel_spec` made the specification of; None if it is not from there or uncertain."""
    try:
        read = _read(spec)
        return read if pixel_spec(read) == spec and _is_certain(read) else None
    except (KeyError, TypeError, AttributeError):
        return None


def _read(spec: Mapping[str, Any]) -> Drawing:
    rectangles: list[Rectangle] = []
    words: list[Words] = []
    for layer in spec["layer"]:
        values, mark = layer["data"]["values"], layer["mark"]
        if mark["type"] == "rect":
            rectangles += [Rectangle(**value) for value in values]
        else:
            words += _words(values, mark)
    return Drawing(spec["width"], spec["height"], rectangles, words)


def _words(values: Sequence[Mapping[str, Any]], mark: Mapping[str, Any]) -> list[Words]:
    bold, limit = mark.get("fontWeight") == "bold", mark.get("limit", 0)
    look = {"align": mark["align"], "font": mark["font"], "bold": bold, "limit": limit}
    return [Words(**value, **look) for value in values]


def _is_certain(drawing: Drawing) -> bool:
    """Whether all values are of their kinds, areas have a size, and no words have to be cut."""
    numbers: list[float] = [drawing.width, drawing.height]
    for area in drawing.rectangles:
        numbers += (area.x, area.x2, area.y, area.y2)
    for line in drawing.words:
        numbers += (line.x, line.y, line.limit)
    return (
        all(type(number) in (int, float) and abs(number) < _FAR for number in numbers)
        and all(area.x < area.x2 and area.y < area.y2 for area in drawing.rectangles)
        and all(is_colour(area.colour) for area in drawing.rectangles)
        and all(_is_certain_line(line) for line in drawing.words)
    )


def _is_certain_line(line: Words) -> bool:
    coloured = line.colour == "" or is_colour(line.colour)
    fits = not line.limit or surely_fits(line.text, SIZE, line.limit)
    are_words = {type(line.text), type(line.font)} == {str}
    return are_words and coloured and line.align in _ANCHORS and fits


# ------------------------------------------------------------------------------------- drawing


def _svg(drawing: Drawing, ink: str, font: str) -> Iterator[str]:
    width, height = drawing.width, drawing.height
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">'
    )
    yield f'<g fill="none" stroke="{OUTLINE}" stroke-width="1">'
    yield from map(_area, drawing.rectangles)
    yield f'</g><g font-size="{SIZE}px">'
    yield from (_line(line, ink, font) for line in drawing.words)
    yield "</g></svg>"


def _area(one: Rectangle) -> str:
    return (
        f'<rect x="{one.x}" y="{one.y}" width="{one.x2 - one.x}" height="{one.y2 - one.y}" '
        f'fill="{one.colour}"/>'
    )


def _line(one: Words, ink: str, font: str) -> str:
    family = escape(font if one.font == FAMILY else one.font)
    weight = ' font-weight="bold"' if one.bold else ""
    return (
        f'<text x="{one.x}" y="{one.y}" text-anchor="{_ANCHORS[one.align]}" '
        f'font-family="{family}"{weight} fill="{escape(one.colour or ink)}">'
        f"{escape(one.text.strip(), quote=False)}</text>"
    )
