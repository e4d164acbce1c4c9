"""How an indicator is getting on: the rule of the German indicator reports.

The Federal Statistical Office (Destatis) publishes the rule by which the indicators of the German
Sustainable Development Strategy get one of four weather symbols (`SOURCE`). It is applied here as
it is described there; what it leaves open is said where it is decided:

- Values of single years may be missing: the change in a year is the change from the first to the
  last of the latest six values, divided by the years between them.
- A value that is to be held is turned into its distance from the target, which has to fall.

All calculations are exact, so that a value on a limit is on the same side everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

import attrs

from kommunal_nh_indikatoren.data import Direction, Indicator, Target
from kommunal_nh_indikatoren.series import FEWEST, Point, current_target, window

SOURCE = "https://dns-indikatoren.de/status/"
"""Where the rule is published."""
NEAR, FAR = Fraction(5, 100), Fraction(20, 100)
"""Shares of the way that is left."""


class Outlook(Enum):
    """What the rule says, from the best to the worst."""

    SUN = "sonne"
    SUN_AND_CLOUD = "leicht-bewoelkt"
    CLOUD = "wolke"
    STORM = "gewitter"
    UNKNOWN = "offen"


class Reason(Enum):
    """Which part of the rule was applied, or why none could be."""

    ON_THE_WAY = "weg"
    IN_FORCE = "geltend"
    NO_TARGET = "richtung"
    TOO_SHORT = "kurz"
    NO_VALUES = "leer"
    NOTHING_TO_HOLD = "ohne"


@attrs.frozen
class Evaluation:
    """What the rule says of an indicator, and from what.

    Attributes:
        outlook: The symbol.
        reason: The part of the rule.
        change: How much the value changes in a year, on average; None if that is not known.
        target: The target that counts; None without one.
        projected: What the value would be in the year of the target; None unless it is on the way.
        missed: The share of the way that would still be left; None unless it is on the way.
        reached: Whether a target that holds by now is kept.
    """

    outlook: Outlook
    reason: Reason
    change: Fraction | None = None
    target: Target | None = None
    projected: Fraction | None = None
    missed: Fraction | None = None
    reached: bool = False


def evaluate(indicator: Indicator) -> Evaluation:
    """Evaluate an indicator.

    Args:
        indicator: The indicator.

    Returns:
        What the rule says; with fewer than four values, that it says nothing.
    """
    points = window(indicator)
    if not points:
        return Evaluation(Outlook.UNKNOWN, Reason.NO_VALUES)
    target = current_target(indicator, points[-1].year)
    if len(points) < FEWEST:
        return Evaluation(Outlook.UNKNOWN, Reason.TOO_SHORT, target=target)
    if indicator.direction is Direction.HOLD:
        return _held(indicator, points, target)
    sign = 1 if indicator.direction is Direction.UP else -1
    change = average_change(points)
    if target is None:
        return Evaluation(_without_target(points, sign), Reason.NO_TARGET, change)
    gap = sign * (Fraction(target.value) - points[-1].value)
    if gap <= 0 or target.year <= points[-1].year:
        outlook = _in_force(reached=gap <= 0, towards=sign * change)
        return Evaluation(outlook, Reason.IN_FORCE, change, target, reached=gap <= 0)
    return _on_the_way(points[-1], change, target, sign)


def average_change(points: Sequence[Point]) -> Fraction:
    """The average change in a year.

    Args:
        points: At least two values, in order.

    Returns:
        The change from the first to the last, divided by the years between them.
    """
    return (points[-1].value - points[0].value) / (points[-1].year - points[0].year)


def _on_the_way(last: Point, change: Fraction, target: Target, sign: int) -> Evaluation:
    """The target lies ahead: what if it goes on like this?"""
    goal = Fraction(target.value)
    projected = last.value + change * (target.year - last.year)
    missed = (goal - projected) / (goal - last.value)
    outlook = Outlook.STORM if sign * change <= 0 else _by_what_is_missed(missed)
    return Evaluation(outlook, Reason.ON_THE_WAY, change, target, projected, missed)


def _by_what_is_missed(missed: Fraction) -> Outlook:
    if missed < NEAR:
        return Outlook.SUN
    return Outlook.SUN_AND_CLOUD if missed <= FAR else Outlook.CLOUD


def _in_force(*, reached: bool, towards: Fraction) -> Outlook:
    """The target holds by now, or is reached before its time."""
    if reached:
        return Outlook.SUN if towards >= 0 else Outlook.SUN_AND_CLOUD
    return Outlook.CLOUD if towards > 0 else Outlook.STORM


def _without_target(points: Sequence[Point], sign: int) -> Outlook:
    """Only a direction is given: the average counts, and then the latest change."""
    good = sign * average_change(points) > 0
    good_lately = sign * average_change(points[-2:]) > 0
    if good:
        return Outlook.SUN if good_lately else Outlook.SUN_AND_CLOUD
    return Outlook.CLOUD if good_lately else Outlook.STORM


def _held(indicator: Indicator, points: Sequence[Point], target: Target | None) -> Evaluation:
    if target is None:
        return Evaluation(Outlook.UNKNOWN, Reason.NOTHING_TO_HOLD)
    goal = Fraction(target.value)
    distances = [Point(point.year, abs(point.value - goal)) for point in points]
    reached = distances[-1].value <= Fraction(indicator.tolerance)
    outlook = _in_force(reached=reached, towards=-average_change(distances))
    change = average_change(points)
    return Evaluation(outlook, Reason.IN_FORCE, change, target, reached=reached)
