"""Stacked bars as a Vega-Lite specification: one bar for each row, one segment for each status.

A status is told by its place, its symbol and its number as well as by its colour. Every place is
known in pixels, so that the bars can be drawn without a renderer (`kommunal_nh.charts.plain`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from kommunal_nh.assembly.bar_legend import (
    BESIDE,
    EDGE,
    LINE,
    TALL,
    WIDTH,
    entries,
    inscriptions,
    samples,
    symbol_font,
)
from kommunal_nh.charts.pixels import Drawing, Rectangle, Words, pixel_spec
from kommunal_nh.colours import known_colour
from kommunal_nh.document import StatusStyle
from kommunal_nh.fonts import FAMILY

_ROOM = 440  # for the longest bar; its number stands behind it
_STEP, _STEP_WITH_NAME, _NAME = 24, 44, 6
_BELOW_LEGEND = 11
_DIGIT, _SIGN, _MARGIN = 7, 17, 6


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


@attrs.frozen
class _Segment:
    """The part of a bar that stands for one status; where it is in pixels."""

    status: StatusStyle
    count: int
    left: float
    right: float
    top: float

    @property
    def ink(self) -> str:
        return known_colour(self.status.text_colour)


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
    legend = list(entries(statuses, labels)) if labels else []
    begin = legend[-1].top + TALL + _BELOW_LEGEND if legend else EDGE
    step = _STEP_WITH_NAME if any(bar.name for bar in bars) else _STEP
    tops = [begin + step * (place + 1) - TALL - (_STEP - TALL) / 2 for place in range(len(bars))]
    scale = _ROOM / max(sum(bar.counts) for bar in bars)
    segments = [
        segment
        for bar, top in zip(bars, tops, strict=True)
        for segment in _segments(bar, statuses, scale, top)
    ]
    areas = [*samples(legend), *map(_area, segments)]
    words = [*inscriptions(legend), *_numbers(segments), *_beside(bars, tops, scale)]
    return pixel_spec(Drawing(WIDTH, begin + step * len(bars) + EDGE, areas, words))


def _segments(
    bar: Bar, statuses: Sequence[StatusStyle], scale: float, top: float
) -> Iterator[_Segment]:
    start = 0
    for status, count in zip(statuses, bar.counts, strict=True):
        if count:
            yield _Segment(status, count, _place(start, scale), _place(start + count, scale), top)
        start += count


def _place(count: int, scale: float) -> float:
    return round(EDGE + scale * count, 2)


def _area(one: _Segment) -> Rectangle:
    colour = known_colour(one.status.colour)
    return Rectangle(one.left, one.right, one.top, one.top + TALL, colour)


def _numbers(segments: Sequence[_Segment]) -> Iterator[Words]:
    """Symbol and number in each segment, as far as there is room for them."""
    wide = [one for one in segments if _has_room(one, _SIGN) and one.status.symbol]
    for font in sorted({symbol_font(one.status.symbol) for one in wide}):
        for one in wide:
            if symbol_font(one.status.symbol) == font:
                before = _DIGIT * len(str(one.count)) / 2 + 3
                yield _inside(one, -before, one.status.symbol, font)
    for one in segments:
        if _has_room(one, 0):
            yield _inside(one, _DIGIT if one in wide else 0, str(one.count))


def _has_room(one: _Segment, more: float) -> bool:
    return one.right - one.left >= _DIGIT * len(str(one.count)) + _MARGIN + more


def _inside(one: _Segment, shift: float, text: str, font: str = FAMILY) -> Words:
    middle = round((one.left + one.right) / 2 + shift, 2)
    return Words(middle, one.top + LINE, text, one.ink, "center", font)


def _beside(bars: Sequence[Bar], tops: Sequence[float], scale: float) -> Iterator[Words]:
    """The total behind each bar, and its name above it."""
    for bar, top in zip(bars, tops, strict=True):
        total = sum(bar.counts)
        yield Words(_place(total, scale) + BESIDE, top + LINE, str(total), bold=True)
    for bar, top in zip(bars, tops, strict=True):
        if bar.name:
            yield Words(EDGE, top - _NAME, bar.name, limit=WIDTH - 2 * EDGE)
