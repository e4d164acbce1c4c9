"""The rules of the module; docs/handbuch/modul-register.md explains each with an example."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh import Finding, Report, Severity, all_projects, public_view
from kommunal_nh.wordings import wrong_texts
from kommunal_nh_register.data import Kind, RegisterData
from kommunal_nh_register.entries import sdgs_of

KEY = "register"
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
RULES = {
    "register-columns": _E,
    "register-twice": _W,
    "empty-register": _I,
    "unit-without-project": _I,
}
"""All rules of the module with their severity."""
_MAY_BE_EMPTY = ("einleitung",)
_MOST_COLUMNS = 15
_WHERE = {
    Kind.UNITS: "verantwortlich",
    Kind.MUNICIPALITIES: "zusammenarbeit mit kommunen",
    Kind.SDGS: "sdgs",
    Kind.MATRIX: "zusammenarbeit mit kommunen",
}


def findings(report: Report, data: RegisterData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from wrong_texts(data.texts, KEY, may_be_empty=_MAY_BE_EMPTY)
    if not 1 <= data.columns <= _MOST_COLUMNS:
        message = (
            f"{data.columns} Spalten passen nicht auf eine Seite: bitte eine Zahl von 1 bis "
            f"{_MOST_COLUMNS} angeben."
        )
        yield _found("register-columns", message, KEY, "spalten")
    yield from _twice(data)
    public = public_view(attrs.evolve(report, modules={}))
    yield from _empty(public, report, data)
    if Kind.UNITS in data.registers:
        yield from _unused_units(public)


def _twice(data: RegisterData) -> Iterator[Finding]:
    for place, kind in enumerate(data.registers):
        if kind in data.registers[:place]:
            message = f"Das Register „{kind.value}“ steht zweimal da: bitte eine Zeile löschen."
            field = f"register.{place}"
            yield _found("register-twice", message, KEY, field)


def _empty(public: Report, report: Report, data: RegisterData) -> Iterator[Finding]:
    """Registers in which readers of the published report find nothing."""
    projects = list(all_projects(public))
    served = sdgs_of(public, report.modules)
    taking_part = any(project.cooperation.municipalities for project in projects)
    filled = {
        Kind.UNITS: any(project.responsible for project in projects),
        Kind.MUNICIPALITIES: taking_part,
        Kind.MATRIX: taking_part,
        Kind.SDGS: any(served[project.id].all for project in projects),
    }
    for kind in dict.fromkeys(data.registers):
        if not filled[kind]:
            message = (
                f"Im Register „{kind.value}“ steht nichts: bitte {_WHERE[kind]} bei den Projekten "
                "angeben, oder das Register streichen."
            )
            yield _found("empty-register", message, KEY, "register")


def _unused_units(public: Report) -> Iterator[Finding]:
    used = {unit for project in all_projects(public) for unit in project.responsible}
    if unused := [unit for unit in public.units if unit not in used]:
        message = (
            f"Für kein veröffentlichtes Projekt verantwortlich: {', '.join(unused)}. Im Register "
            "fehlen diese Einheiten; bitte prüfen, ob das stimmt."
        )
        yield _found("unit-without-project", message, KEY)


def _found(rule: str, message: str, about: str, field: str = "") -> Finding:
    return Finding(rule, message, RULES[rule], about=about, field=field)
