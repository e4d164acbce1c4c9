"""The legend of stacked bars: colour, symbol and name of each status, in the order of the bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from kommunal_nh.charts.look import SIZE
from kommunal_nh.charts.pixels import Rectangle, Words
from kommunal_nh.charts.widths import widest
from kommunal_nh.colours import known_colour
from kommunal_nh.document import StatusStyle
from kommunal_nh.fonts import FALLBACKS, FAMILY

WIDTH = 482
"""Width of a chart in CSS pixels."""
EDGE = 1
"""Room around everything, for the outlines of bars and samples."""
TALL = 18
"""Height of bars and of the samples in the legend."""
LINE = 13
"""From the upper edge of a bar to the line that its words stand on."""
BESIDE = 5
"""Between a bar or a sample and the words beside it."""
_SAMPLE, _ROW, _GAP = 22, 24, 14
_SIGNS = "\u2190"  # the family of texts has few of the signs that begin here
_SYMBOLS = FALLBACKS[2]


@attrs.frozen
class Entry:
    """One status in the legend.

    Attributes:
        status: The status.
        label: What it is called.
        left: Left edge of its sample.
        top: Upper edge of its sample.
    """

    status: StatusStyle
    label: str
    left: float
    top: int


def symbol_font(symbol: str) -> str:
    """The family that has the symbol of a status.

    Args:
        symbol: The symbol.

    Returns:
        A family of `kommunal_nh.fonts`.
    """
    return _SYMBOLS if symbol >= _SIGNS else FAMILY


def entries(statuses: Sequence[StatusStyle], labels: Sequence[str]) -> Iterator[Entry]:
    """Where statuses stand in the legend.

    Args:
        statuses: The statuses.

        labels: What they are called.

    Yields:
        As many in a row as there is room for.
    """
    left, top = float(EDGE), EDGE
    for status, label in zip(statuses, labels, strict=True):
        width = _SAMPLE + BESIDE + widest(label, SIZE)
        if left > EDGE and left + width > WIDTH:
            left, top = float(EDGE), top + _ROW
        yield Entry(status, label, round(left, 1), top)
        left += width + _GAP


def samples(legend: Sequence[Entry]) -> Iterator[Rectangle]:
    """The colours of a legend.

    Args:
        legend: Its entries.

    Yields:
        One rectangle for each.
    """
    for one in legend:
        colour = known_colour(one.status.colour)
        yield Rectangle(one.left, one.left + _SAMPLE, one.top, one.top + TALL, colour)


def inscriptions(legend: Sequence[Entry]) -> Iterator[Words]:
    """The words of a legend.

    Args:
        legend: Its entries.

    Yields:
        Symbols in the samples, names beside them.
    """
    for one in legend:
        middle, ink = one.left + _SAMPLE / 2, known_colour(one.status.text_colour)
        symbol = one.status.symbol
        yield Words(middle, one.top + LINE, symbol, ink, "center", symbol_font(symbol))
    for one in legend:
        right = one.left + _SAMPLE + BESIDE
        limit = WIDTH - EDGE - _SAMPLE - BESIDE
        yield Words(round(right, 1), one.top + LINE, one.label, limit=limit)
