"""The values of an indicator in order, and which of them and of the targets count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from kommunal_nh_indikatoren.data import Direction, Indicator, Target, Value

WINDOW = 6
"""So many values at the end of a series tell how it develops."""
FEWEST = 4
"""With fewer values, nothing is said."""


@attrs.frozen
class Point:
    """A value that is there.

    Attributes:
        year: Its year.
        value: The value, exactly.
    """

    year: int
    value: Fraction


def in_order(values: Sequence[Value]) -> list[Value]:
    """The values by year.

    Args:
        values: In any order.

    Returns:
        One for each year; the first that is given.
    """
    by_year: dict[int, Value] = {}
    for value in values:
        by_year.setdefault(value.year, value)
    return [by_year[year] for year in sorted(by_year)]


def targets_in_order(indicator: Indicator) -> list[Target]:
    """The targets by year.

    Args:
        indicator: The indicator.

    Returns:
        One for each year; the first that is given.
    """
    by_year: dict[int, Target] = {}
    for target in indicator.targets:
        by_year.setdefault(target.year, target)
    return [by_year[year] for year in sorted(by_year)]


def latest(indicator: Indicator) -> Value | None:
    """The latest value that is there.

    Args:
        indicator: The indicator.

    Returns:
        The value; None if there is none.
    """
    known = [value for value in in_order(indicator.values) if value.value is not None]
    return known[-1] if known else None


def runs(values: Sequence[Value]) -> Iterator[list[Value]]:
    """The values that can be joined by a line.

    Args:
        values: In order.

    Yields:
        Runs that end where a value is missing, or can not be compared with the one before.
    """
    run: list[Value] = []
    for value in values:
        if run and (value.value is None or value.is_break):
            yield run
            run = []
        if value.value is not None:
            run.append(value)
    if run:
        yield run


def window(indicator: Indicator) -> list[Point]:
    """The values that tell how an indicator develops.

    Args:
        indicator: The indicator.

    Returns:
        The latest six, or as many as there are since the last break.
    """
    points: list[Point] = []
    for value in in_order(indicator.values):
        points = [] if value.is_break else points
        if value.value is not None:
            points.append(Point(value.year, Fraction(value.value)))
    return points[-WINDOW:]


def current_target(indicator: Indicator, year: int) -> Target | None:
    """The target that counts.

    Args:
        indicator: The indicator.

        year: That of its latest value.

    Returns:
        The next one in this year or later; if there is none, the last one; None without targets.
    """
    targets = targets_in_order(indicator)
    return next((one for one in targets if one.year >= year), targets[-1] if targets else None)


def base(indicator: Indicator) -> Value | None:
    """The value from which the way to the target is measured.

    Args:
        indicator: The indicator.

    Returns:
        That of the base year; without a base year the first value since the last break; None if
        there is none.
    """
    known = [value for value in in_order(indicator.values) if value.value is not None]
    if indicator.base_year is not None:
        return next((one for one in known if one.year == indicator.base_year), None)
    since = max((place for place, one in enumerate(known) if one.is_break), default=0)
    return known[since] if known else None


def is_all_examples(indicator: Indicator) -> bool:
    """Whether all values are made up.

    Args:
        indicator: The indicator.

    Returns:
        False if one was measured, or if there is none.
    """
    known = [value for value in indicator.values if value.value is not None]
    return bool(known) and all(value.example for value in known)


def is_better(direction: Direction, value: Decimal, than: Decimal) -> bool:
    """Whether a value is better than another.

    Args:
        direction: Where the values shall go.

        value: The one.

        than: The other.

    Returns:
        True if it is further in the direction; False for values that are to be held.
    """
    if direction is Direction.HOLD:
        return False
    return value > than if direction is Direction.UP else value < than
