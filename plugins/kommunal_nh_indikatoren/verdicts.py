"""The evaluation in sentences: what was calculated, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kommunal_nh.labels import fill
from kommunal_nh_indikatoren.data import Direction, Indicator, Target
from kommunal_nh_indikatoren.numbers import digits, number, quantity, rounded, significant
from kommunal_nh_indikatoren.rule import Evaluation, Reason
from kommunal_nh_indikatoren.series import WINDOW, window
from kommunal_nh_indikatoren.texts import Texts


def verdict(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> str:
    """What there is to say about the evaluation of an indicator.

    Args:
        indicator: The indicator.

        evaluation: What the rule says of it.

        texts: The words of the module.

    Returns:
        A few sentences.
    """
    return " ".join(_sentences(indicator, evaluation, texts))


def direction_words(indicator: Indicator, texts: Texts) -> str:
    """Where the values shall go, in words.

    Args:
        indicator: The indicator.

        texts: The words of the module.

    Returns:
        Such as `soll steigen`; with the tolerance where there is one.
    """
    words = {Direction.UP: texts.up, Direction.DOWN: texts.down, Direction.HOLD: texts.hold}
    direction = words[indicator.direction]
    if not indicator.tolerance:
        return direction
    tolerance = quantity(indicator.tolerance, indicator.unit, texts)
    return fill(texts.tolerance, richtung=direction, wert=tolerance)


def target_words(indicator: Indicator, target: Target, texts: Texts) -> str:
    """A target with its year, and with the tolerance where there is one.

    Args:
        indicator: The indicator.

        target: One of its targets.

        texts: The words of the module.

    Returns:
        Such as `65 % (2030)`; what is to be held is so since its year.
    """
    held = indicator.direction is Direction.HOLD
    value = quantity(target.value, indicator.unit, texts)
    words = fill(texts.since_year if held else texts.with_year, wert=value, jahr=target.year)
    if not indicator.tolerance:
        return words
    tolerance = quantity(indicator.tolerance, indicator.unit, texts)
    return fill(texts.target_tolerance, ziel=words, wert=tolerance)


def _sentences(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> Iterator[str]:
    match evaluation.reason:
        case Reason.NO_VALUES:
            yield texts.no_values
        case Reason.TOO_SHORT:
            yield _too_short(len(window(indicator)), texts)
        case Reason.NOTHING_TO_HOLD:
            yield texts.nothing_to_hold
        case _:
            yield _trend(indicator, evaluation, texts)
            yield from _consequence(indicator, evaluation, texts)
            yield from _basis(len(window(indicator)), texts)


def _too_short(count: int, texts: Texts) -> str:
    return texts.too_short_one if count == 1 else fill(texts.too_short, anzahl=count)


def _basis(count: int, texts: Texts) -> Iterator[str]:
    if count < WINDOW:
        yield fill(texts.fewer_values, anzahl=count)


def _trend(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> str:
    change = evaluation.change or Fraction(0)
    if not change:
        return texts.trend_flat
    value = significant(abs(change), digits(indicator))
    words = texts.trend_up if change > 0 else texts.trend_down
    unit = texts.percentage_points if indicator.unit == "%" else indicator.unit
    return fill(words, wert=quantity(value, unit, texts))


def _consequence(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> Iterator[str]:
    target = evaluation.target
    if target is None:
        yield fill(texts.only_direction, richtung=direction_words(indicator, texts))
    elif evaluation.reason is Reason.ON_THE_WAY:
        yield from _projection(indicator, evaluation, target, texts)
    else:
        yield fill(
            _in_force(indicator, evaluation, texts), ziel=target_words(indicator, target, texts)
        )


def _in_force(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> str:
    if indicator.direction is Direction.HOLD:
        return texts.held if evaluation.reached else texts.not_held
    return texts.kept if evaluation.reached else texts.not_kept


def _projection(
    indicator: Indicator, evaluation: Evaluation, target: Target, texts: Texts
) -> Iterator[str]:
    if evaluation.projected is None or evaluation.missed is None:
        return
    projected = rounded(evaluation.projected, digits(indicator))
    forecast = quantity(projected, indicator.unit, texts)
    aim = quantity(target.value, indicator.unit, texts)
    yield fill(texts.projected, jahr=target.year, prognose=forecast, ziel=aim)
    if evaluation.missed <= 0:
        yield texts.reached_then
    elif evaluation.missed >= 1:
        yield texts.same_then if evaluation.missed == 1 else texts.farther_then
    else:
        share = significant(evaluation.missed * 100, 0)
        yield fill(texts.missed_then, anteil=number(share, texts))
