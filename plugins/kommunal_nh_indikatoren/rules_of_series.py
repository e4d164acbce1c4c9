"""The rules about years and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kommunal_nh import Finding, Report
from kommunal_nh_indikatoren.data import Indicator, Target, Value
from kommunal_nh_indikatoren.placing import found
from kommunal_nh_indikatoren.series import FEWEST, latest, window

_EARLIEST, _LATEST = 1900, 2150
_OLD = 5


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


SERIES_RULES: tuple[Callable[[Report, Indicator], Iterator[Finding]], ...] = (
    _years,
    _future,
    _short,
    _stale,
    _examples,
)
"""Each of them looks at one indicator."""
