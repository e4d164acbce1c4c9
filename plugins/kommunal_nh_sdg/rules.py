"""The rules of the module; docs/handbuch/modul-sdg.md explains each with an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kommunal_nh import Finding, Report, Severity, all_projects, public_view
from kommunal_nh.findings import suggestion
from kommunal_nh.sdgs import SDGS, assigned_sdgs
from kommunal_nh.wordings import wrong_texts
from kommunal_nh_sdg.data import SdgData

KEY = "sdg"
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
RULES = {
    "unknown-sdg": _E,
    "sdg-columns": _E,
    "sdg-of-nothing": _E,
    "sdg-twice": _W,
    "chosen-sdg-unused": _W,
    "theme-without-sdg": _I,
}
"""All rules of the module with their severity."""
_MAY_BE_EMPTY = ("einleitung", "vererbung", "matrix_hinweis")
_NUMBERS = {sdg.number for sdg in SDGS}
_MOST_COLUMNS = 20


def findings(report: Report, data: SdgData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from wrong_texts(
        data.texts, KEY, may_be_empty=("einleitung", "vererbung", "matrix_hinweis")
    )
    yield from _numbers(data)
    yield from _columns(data)
    yield from _assignments(report, data)
    yield from _gaps(report, data)


def _numbers(data: SdgData) -> Iterator[Finding]:
    yield from _unknown(map(str, data.chosen), KEY, "schwerpunkte")
    yield from _unknown(data.titles, KEY, "titel")
    for place, one in enumerate(data.assignments):
        yield from _unknown(map(str, one.sdgs), KEY, f"zuordnungen.{place}.sdgs")


def _unknown(numbers: Iterable[str], about: str, field: str) -> Iterator[Finding]:
    for number in numbers:
        if number not in map(str, _NUMBERS):
            message = f"Ein SDG „{number}“ gibt es nicht: bitte eine Zahl von 1 bis 17 angeben."
            yield _found("unknown-sdg", message, about, field)


def _columns(data: SdgData) -> Iterator[Finding]:
    if not 1 <= data.columns <= _MOST_COLUMNS:
        message = (
            f"{data.columns} Spalten passen nicht auf eine Seite: bitte eine Zahl von 1 bis "
            f"{_MOST_COLUMNS} angeben."
        )
        yield _found("sdg-columns", message, KEY, "spalten")


def _assignments(report: Report, data: SdgData) -> Iterator[Finding]:
    known = assigned_sdgs(report)
    seen: set[str] = set()
    for place, one in enumerate(data.assignments):
        field = f"zuordnungen.{place}.id"
        if one.id not in known:
            message = (
                f"Ein Thema, Ziel oder Projekt „{one.id}“ gibt es nicht."
                f"{suggestion(one.id, known) or ' Bitte die Kennung prüfen.'}"
            )
            yield _found("sdg-of-nothing", message, KEY, field)
        if one.id in seen:
            message = (
                f"„{one.id}“ ist ein zweites Mal zugeordnet: bitte die SDG in einer Zeile "
                "zusammenfassen."
            )
            yield _found("sdg-twice", message, KEY, field)
        seen.add(one.id)


def _gaps(report: Report, data: SdgData) -> Iterator[Finding]:
    """What readers of the published report would miss."""
    public = public_view(attrs.evolve(report, modules={}))
    assigned = assigned_sdgs(public, data.further, inherit=data.inherited)
    served = {number for one in all_projects(public) for number in assigned[one.id].all}
    for number in dict.fromkeys(data.chosen):
        if number in _NUMBERS and number not in served:
            message = (
                f"Zum Schwerpunkt SDG {number} trägt kein veröffentlichtes Projekt bei: bitte "
                "zuordnen oder den Schwerpunkt streichen."
            )
            yield _found("chosen-sdg-unused", message, KEY, "schwerpunkte")
    for theme in public.themes:
        if not assigned[theme.id].own:
            message = (
                f"Dem Thema „{theme.title}“ ist kein SDG zugeordnet: bitte beim Thema unter sdgs "
                "oder hier unter zuordnungen angeben."
            )
            yield _found("theme-without-sdg", message, theme.id)


def _found(rule: str, message: str, about: str, field: str = "") -> Finding:
    return Finding(rule, message, RULES[rule], about=about, field=field)
