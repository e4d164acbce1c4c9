"""The lines of an indicator's chart, and the words beside their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs

from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.data import Direction, Indicator
from kommunal_nh_indikatoren.numbers import digits, number, rounded
from kommunal_nh_indikatoren.rule import Evaluation
from kommunal_nh_indikatoren.series import base, in_order, targets_in_order
from kommunal_nh_indikatoren.texts import Texts

Dot = tuple[int, Decimal]
"""Year and value."""


@attrs.frozen
class Label:
    """Words beside a dot.

    Attributes:
        dot: Where.
        text: The words.
        right: On its right, not on its left.
        above: Above it; None for beside it.
    """

    dot: Dot
    text: str
    right: bool
    above: bool | None


def values_of(indicator: Indicator) -> list[Dot]:
    """The values that are there.

    Args:
        indicator: The indicator.

    Returns:
        In order.
    """
    values = in_order(indicator.values)
    return [(one.year, one.value) for one in values if one.value is not None]


def aims_of(indicator: Indicator) -> list[Dot]:
    """The targets.

    Args:
        indicator: The indicator.

    Returns:
        In order.
    """
    return [(target.year, target.value) for target in targets_in_order(indicator)]


def path(indicator: Indicator) -> list[Dot]:
    """The way to the targets, and on from the last of them.

    Args:
        indicator: The indicator; it has a value.

    Returns:
        From the base through each target; what is to be held does not begin at the base.
    """
    aims, begin = aims_of(indicator), base(indicator)
    years = [year for year, _ in values_of(indicator)]
    if not aims:
        return []
    if indicator.direction is Direction.HOLD:
        return list(_steps(aims, [*years, aims[0][0] + 1]))
    if begin is not None and begin.value is not None:
        aims = [(begin.year, begin.value), *(aim for aim in aims if aim[0] > begin.year)]
    if years[-1] > aims[-1][0]:
        aims.append((years[-1], aims[-1][1]))
    return aims if len(aims) > 1 else []


def _steps(aims: Sequence[Dot], years: Sequence[int]) -> Iterator[Dot]:
    """Level from each target to the next."""
    for (year, value), (until, _) in pairwise([*aims, (max(*years, aims[-1][0]), Decimal())]):
        yield year, value
        yield until, value


def projection(indicator: Indicator, evaluation: Evaluation) -> list[Dot]:
    """What the values would become.

    Args:
        indicator: The indicator.

        evaluation: What the rule says of it.

    Returns:
        The last value and the projected one; nothing if nothing is projected.
    """
    target = evaluation.target
    if evaluation.projected is None or target is None:
        return []
    then = rounded(evaluation.projected, digits(indicator) + 2)
    return [values_of(indicator)[-1], (target.year, then)]


def labels(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> Iterator[Label]:
    """The last value and the targets in words, on the side where no line is.

    Args:
        indicator: The indicator; it has a value.

        evaluation: What the rule says of it.

        texts: The words of the module.

    Yields:
        One label for each.
    """
    values, way = values_of(indicator), path(indicator)
    begin, end = values[0][0], max(year for year, _ in (*values, *way))
    yield _value_label(values, way, end, texts)
    back = {later: earlier for earlier, later in pairwise(way)}
    for dot in aims_of(indicator):
        words = fill(texts.chart_target, wert=number(dot[1], texts))
        falls = back.get(dot, dot)[1] > dot[1]
        if dot[0] == end > values[-1][0]:
            yield Label(dot, words, right=True, above=None)
        elif dot in way:
            yield Label(dot, words, right=falls or dot[0] <= begin, above=dot[0] > begin)


def _value_label(values: Sequence[Dot], way: Sequence[Dot], end: int, texts: Texts) -> Label:
    last = values[-1]
    words = number(last[1], texts)
    if last[0] == end:
        return Label(last, words, right=True, above=None)
    falls = len(values) > 1 and values[-2][1] > last[1]
    aim = _at(way, last[0])
    if falls:
        behind = aim is not None and aim < last[1]
        return Label(last, words, right=behind, above=behind)
    behind = aim is not None and aim > last[1]
    return Label(last, words, right=behind, above=not behind)


def _at(way: Sequence[Dot], year: int) -> Fraction | None:
    """Where the way is in a year."""
    for (begin, start), (end, stop) in pairwise(way):
        if begin <= year <= end and begin < end:
            share = Fraction(year - begin, end - begin)
            return Fraction(start) + (Fraction(stop) - Fraction(start)) * share
    return None
