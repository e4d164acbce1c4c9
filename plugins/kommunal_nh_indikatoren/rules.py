"""The rules of the module; docs/handbuch/modul-indikatoren.md explains each with an example."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kommunal_nh import Finding, Report
from kommunal_nh.fields import MISSING
from kommunal_nh.findings import suggestion
from kommunal_nh.wordings import wrong_texts
from kommunal_nh_indikatoren.data import Direction, Indicator, Indicators
from kommunal_nh_indikatoren.placing import KEY, RULES, found, ids_of
from kommunal_nh_indikatoren.rules_of_series import SERIES_RULES
from kommunal_nh_indikatoren.rules_of_targets import TARGET_RULES

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_LONGEST = 100
_MAY_BE_EMPTY = (
    "einleitung",
    "zeichen_sonne",
    "zeichen_leicht_bewoelkt",
    "zeichen_wolke",
    "zeichen_gewitter",
    "zeichen_offen",
)
_SDG_TARGET = re.compile(r"(?:[1-9]|1[0-7])\.(?:[1-9]|1[0-9]|[a-d])(?:\.[1-9])?")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_UNITS = {
    "prozent": "%",
    "percent": "%",
    "v.h.": "%",
    "qm": "m²",
    "m2": "m²",
    "cbm": "m³",
    "m3": "m³",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "to": "t",
    "tonnen": "t",
    "euro": "€",
    "eur": "€",
    "stk": "Anzahl",
    "stck.": "Anzahl",
    "co2": "t CO₂",
    "t co2": "t CO₂",
}
"""Ways to write a unit that have a usual one; every other unit is taken as it is."""


__all__ = ["RULES", "findings"]


def findings(report: Report, data: Indicators) -> Iterator[Finding]:
    """Check the data of the module.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from wrong_texts(data.texts, KEY, may_be_empty=_MAY_BE_EMPTY)
    yield from _ids(data)
    known = ids_of(report)
    for indicator in data.indicators:
        if indicator.id != MISSING:
            yield from _things(indicator, known)
            for rule in _RULES:
                yield from rule(report, indicator)


def _ids(data: Indicators) -> Iterator[Finding]:
    for name, times in Counter(indicator.id for indicator in data.indicators).items():
        if name == MISSING:
            continue
        if not _ID.fullmatch(name) or len(name) > _LONGEST:
            message = (
                f"„{name}“ ist keine gültige Kennung: bitte nur a-z, 0-9 und dazwischen - _ . "
                f"verwenden, höchstens {_LONGEST} Zeichen."
            )
            yield Finding("invalid-id", message, about=f"{KEY}/{name}", field="id")
        if times > 1:
            message = (
                f"Die Kennung „{name}“ haben {times} Indikatoren: jede darf es nur einmal geben."
            )
            yield Finding("duplicate-id", message, about=f"{KEY}/{name}", field="id")


def _things(indicator: Indicator, known: Sequence[str]) -> Iterator[Finding]:
    """Rules `unknown-attachment` and `unattached-indicator`."""
    for place, name in enumerate(indicator.things):
        if name not in known:
            message = (
                f"Ein Thema, Ziel oder Projekt „{name}“ gibt es nicht: bitte die Kennung prüfen."
                f"{suggestion(name, known)}"
            )
            yield found("unknown-attachment", message, indicator, f"zu.{place}")
    if not indicator.things:
        message = (
            f"Der Indikator „{indicator.title}“ gehört zu keinem Ziel: bitte unter zu die Kennung "
            "eines Themas, Ziels oder Projekts nennen."
        )
        yield found("unattached-indicator", message, indicator, "zu")


def _sdgs(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `sdg-target-form`."""
    for place, name in enumerate(indicator.sdgs):
        if not _SDG_TARGET.fullmatch(name):
            message = (
                f"„{name}“ ist kein Unterziel der Agenda 2030: erwartet wird die Nummer des Ziels "
                "von 1 bis 17, ein Punkt und das Unterziel, etwa 7.2 oder 11.a."
            )
            yield found("sdg-target-form", message, indicator, f"sdg.{place}")


def _unit(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rule `unusual-unit`."""
    usual = _UNITS.get(indicator.unit.strip().casefold())
    if usual and usual != indicator.unit:
        message = f"Die Einheit „{indicator.unit}“ schreibt man üblicherweise {usual}."
        yield found("unusual-unit", message, indicator, "einheit")


def _source(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rules `unsourced-values` and `wrong-source-address`."""
    source = indicator.source
    measured = any(one.value is not None and not one.example for one in indicator.values)
    if measured and not (source.name and source.as_of):
        message = (
            f"Woher die Werte von „{indicator.title}“ kommen, ist nicht vollständig gesagt: bitte "
            "unter quelle name und stand nennen; erfundene Werte mit beispiel: ja kennzeichnen."
        )
        yield found("unsourced-values", message, indicator, "quelle")
    if source.url and not _ADDRESS.fullmatch(source.url):
        message = (
            f"„{source.url}“ ist keine Adresse im Internet: sie beginnt mit https:// und hat keine "
            "Leerzeichen."
        )
        yield found("wrong-source-address", message, indicator, "quelle.url")


def _tolerance(report: Report, indicator: Indicator) -> Iterator[Finding]:
    """Rules `hold-without-target` and `wrong-tolerance`."""
    held = indicator.direction is Direction.HOLD
    if held and not indicator.targets:
        message = (
            f"„{indicator.title}“ soll gehalten werden, aber ein Zielwert fehlt: bitte unter "
            "zielwerte nennen, was zu halten ist."
        )
        yield found("hold-without-target", message, indicator, "richtung")
    if indicator.tolerance < 0 or (indicator.tolerance and not held):
        message = (
            "Einen Spielraum gibt es nur bei richtung: halten, und er ist nicht negativ: bitte "
            "ändern oder löschen."
        )
        yield found("wrong-tolerance", message, indicator, "spielraum")


_RULES: tuple[Callable[[Report, Indicator], Iterator[Finding]], ...] = (
    _sdgs,
    _unit,
    _source,
    _tolerance,
    *SERIES_RULES,
    *TARGET_RULES,
)
