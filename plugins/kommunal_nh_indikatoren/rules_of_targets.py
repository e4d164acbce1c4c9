"""The rules about base year and targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from kommunal_nh import Finding, Report
from kommunal_nh_indikatoren.data import Direction, Indicator
from kommunal_nh_indikatoren.numbers import number
from kommunal_nh_indikatoren.placing import found
from kommunal_nh_indikatoren.series import base, is_better, targets_in_order
from kommunal_nh_indikatoren.texts import Texts

_TEXTS = Texts()


def _base_year(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rules `base-without-value` and `target-before-base`."""
    year = indicator.base_year
    if year is None:
        return
    if base(indicator) is None:
        message = f"Zum Basisjahr {year} gibt es keinen Wert: bitte ergänzen oder ändern."
        yield found("base-without-value", message, indicator, "basisjahr")
    for place, target in enumerate(indicator.targets):
        if target.year <= year:
            message = f"Das Zieljahr {target.year} liegt nicht nach dem Basisjahr {year}."
            yield found("target-before-base", message, indicator, f"zielwerte.{place}.jahr")


def _against_direction(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `target-against-direction`."""
    begin = base(indicator)
    if begin is None or begin.value is None or indicator.direction is Direction.HOLD:
        return
    for place, target in enumerate(indicator.targets):
        if target.year > begin.year and is_better(indicator.direction, begin.value, target.value):
            message = (
                f"Der Zielwert {number(target.value, _TEXTS)} ist schlechter als der Wert von "
                f"{begin.year} ({number(begin.value, _TEXTS)}), denn die Richtung ist "
                f"{indicator.direction.value}: bitte Zielwert oder richtung prüfen."
            )
            where = f"zielwerte.{place}.wert"
            yield found("target-against-direction", message, indicator, where)


def _targets_disagree(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `weaker-target`."""
    for before, after in pairwise(targets_in_order(indicator)):
        if is_better(indicator.direction, before.value, after.value):
            place = indicator.targets.index(after)
            message = (
                f"Der Zielwert für {after.year} ist schwächer als der für {before.year}: bitte "
                "prüfen, ob das gemeint ist."
            )
            where = f"zielwerte.{place}.wert"
            yield found("weaker-target", message, indicator, where)


def _no_target_left(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `targets-passed`."""
    last = max((target.year for target in indicator.targets), default=report.as_of.year)
    if last < report.as_of.year and indicator.direction is not Direction.HOLD:
        message = (
            f"Das letzte Zieljahr {last} ist vorbei; bewertet wird, ob das Ziel eingehalten ist. "
            "Gibt es ein neues Ziel, bitte unter zielwerte ergänzen."
        )
        yield found("targets-passed", message, indicator, "zielwerte")


TARGET_RULES: tuple[Callable[[Report, Indicator], Iterator[Finding]], ...] = (
    _base_year,
    _against_direction,
    _targets_disagree,
    _no_target_left,
)
"""Each of them looks at one indicator."""
