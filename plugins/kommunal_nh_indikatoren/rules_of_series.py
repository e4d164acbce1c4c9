"""The rules about years, values and targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kommunal_nh import Finding, Report
from kommunal_nh_indikatoren.data import Direction, Indicator, Target, Value
from kommunal_nh_indikatoren.numbers import number
from kommunal_nh_indikatoren.placing import found
from kommunal_nh_indikatoren.series import (
    FEWEST,
    base,
    is_better,
    latest,
    targets_in_order,
    window,
)
from kommunal_nh_indikatoren.texts import Texts

_EARLIEST, _LATEST = 1900, 2150
_TEXTS = Texts()


def _years(report: Report, indicator: Indicator) -> Iterator[Finding]:
    for key, rows in (("werte", indicator.values), ("zielwerte", indicator.targets)):
        yield from _implausible(indicator, key, rows)
        yield from _twice(indicator, key, rows)
        yield from _unsorted(indicator, key, rows)


def _implausible(
    indicator: Indicator, key: str, rows: Sequence[Value | Target]
) -> Iterator[Finding]:
    """Rule `implausible-year`."""
    for place, row in enumerate(rows):
        if not _EARLIEST <= row.year <= _LATEST:
            message = (
                f"{row.year} ist kein glaubhaftes Jahr: erwartet wird eines von {_EARLIEST} bis "
                f"{_LATEST}."
            )
            yield found("implausible-year", message, indicator, f"{key}.{place}.jahr")


def _twice(indicator: Indicator, key: str, rows: Sequence[Value | Target]) -> Iterator[Finding]:
    """Rule `year-given-twice`."""
    seen: set[int] = set()
    for place, row in enumerate(rows):
        if row.year in seen:
            message = f"Für das Jahr {row.year} steht schon etwas da: bitte eine Zeile löschen."
            yield found("year-given-twice", message, indicator, f"{key}.{place}.jahr")
        seen.add(row.year)


def _unsorted(indicator: Indicator, key: str, rows: Sequence[Value | Target]) -> Iterator[Finding]:
    """Rule `unsorted-years`."""
    for place, (before, row) in enumerate(pairwise(rows), start=1):
        if row.year < before.year:
            message = (
                f"Das Jahr {row.year} steht hinter {before.year}: der Report ordnet die Jahre; "
                "geordnet ist die Liste auch hier leichter zu lesen."
            )
            yield found("unsorted-years", message, indicator, f"{key}.{place}.jahr")
            return


def _future(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `future-value`."""
    for place, value in enumerate(indicator.values):
        if value.year > report.as_of.year and value.value is not None:
            message = (
                f"{value.year} liegt nach dem Stand des Reports ({report.as_of.year}): Werte sind "
                "gemessen; was werden soll, gehört unter zielwerte."
            )
            yield found("future-value", message, indicator, f"werte.{place}.jahr")


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


def _short(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `short-series`."""
    count = len(window(indicator))
    if count < FEWEST:
        message = (
            f"Vergleichbare Werte von „{indicator.title}“: {count}. Bewertet wird der Indikator "
            f"erst ab {FEWEST}."
        )
        yield found("short-series", message, indicator, "werte")


def _stale(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `old-values`."""
    last = latest(indicator)
    if last is not None and report.as_of.year - last.year > _OLD:
        message = (
            f"Der letzte Wert von „{indicator.title}“ ist von {last.year}: gibt es einen neueren?"
        )
        yield found("old-values", message, indicator, "werte")


def _examples(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `example-values`."""
    if any(value.example for value in indicator.values):
        message = (
            f"„{indicator.title}“ hat erfundene Beispielwerte; der Report sagt das dazu. Vor dem "
            "Veröffentlichen bitte durch gemessene ersetzen."
        )
        yield found("example-values", message, indicator, "werte")


_OLD = 5
SERIES_RULES: tuple[Callable[[Report, Indicator], Iterator[Finding]], ...] = (
    _years,
    _future,
    _base_year,
    _against_direction,
    _targets_disagree,
    _no_target_left,
    _short,
    _stale,
    _examples,
)
"""Each of them looks at one indicator."""
