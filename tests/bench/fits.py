"""How something grows: the exponent of a power law through measured points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from statistics import linear_regression

Points = Sequence[tuple[float, float]]


def exponent(points: Points) -> float:
    """The slope of the straight line through points on logarithmic axes, by least squares.

    Args:
        points: Sizes and amounts, at least two, none of them zero.

    Returns:
        1 for what grows in step with the size, 2 for its square.
    """
    return linear_regression([log(x) for x, _ in points], [log(y) for _, y in points]).slope


def steepest(points: Points) -> float:
    """The greatest exponent between two points that follow each other.

    Args:
        points: Sizes, rising, and amounts, at least two.

    Returns:
        Its value; it shows what a line through all points may hide.
    """
    return max(exponent(pair) for pair in pairwise(points))
