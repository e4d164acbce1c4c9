"""The rules of the module; docs/handbuch/modul-bnk.md explains each with an example."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh import Finding, Report, Severity, all_projects, public_view
from kommunal_nh.findings import suggestion
from kommunal_nh.wordings import wrong_texts
from kommunal_nh_bnk.catalogue import NEWEST, criteria_of, plain, versions
from kommunal_nh_bnk.coverage import State, coverage, ids_of
from kommunal_nh_bnk.data import BnkData

KEY = "bnk"
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
RULES = {
    "unknown-bnk-version": _E,
    "newer-bnk-version": _I,
    "criterion-twice": _E,
    "unknown-criterion": _E,
    "covered-by-nothing": _E,
    "open-criterion": _I,
}
"""All rules of the module with their severity."""
_MAY_BE_EMPTY = ("einleitung", "summen", "querverweise_hinweis")


def findings(report: Report, data: BnkData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from wrong_texts(data.texts, KEY, may_be_empty=_MAY_BE_EMPTY)
    yield from _version(data)
    yield from _catalogue(data)
    if criteria_of(data):
        yield from _answers(report, data)
        yield from _projects(report, data)
        yield from _open(report, data)


def _version(data: BnkData) -> Iterator[Finding]:
    if data.version not in versions() and not data.catalogue:
        message = (
            f"Die Kriterien der Fassung „{data.version}“ bringt das Programm nicht mit: bitte "
            f"unter katalog angeben, oder eine von diesen nehmen: {', '.join(versions())}."
        )
        yield _found("unknown-bnk-version", message, KEY, "fassung")
    elif not data.catalogue and data.version < NEWEST:
        message = (
            f"Vom Berichtsrahmen gibt es eine neuere Fassung ({NEWEST}). Wer nach ihr berichten "
            "will, gibt ihre Kriterien unter katalog an."
        )
        yield _found("newer-bnk-version", message, KEY, "fassung")


def _catalogue(data: BnkData) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, criterion in enumerate(data.catalogue):
        if plain(criterion.number) in seen:
            message = (
                f"Das Kriterium „{criterion.number}“ steht zweimal im Katalog: bitte eines "
                "löschen oder anders nummerieren."
            )
            yield _found("criterion-twice", message, KEY, f"katalog.{place}.nummer")
        seen.add(plain(criterion.number))


def _answers(report: Report, data: BnkData) -> Iterator[Finding]:
    known, seen = dict.fromkeys(ids_of(report)), set[str]()
    for place, answer in enumerate(data.answers):
        field = f"kriterien.{place}"
        yield from _unknown(answer.criterion, data, KEY, f"{field}.kriterium")
        if plain(answer.criterion) in seen:
            message = (
                f"Zum Kriterium „{answer.criterion}“ gibt es schon einen Eintrag: bitte beide "
                "zusammenfassen."
            )
            yield _found("criterion-twice", message, KEY, f"{field}.kriterium")
        seen.add(plain(answer.criterion))
        for thing_id in answer.covered_by:
            if thing_id not in known:
                message = (
                    f"Ein Thema, Ziel, Projekt oder Kapitel „{thing_id}“ gibt es nicht."
                    f"{suggestion(thing_id, known) or ' Bitte die Kennung prüfen.'}"
                )
                yield _found("covered-by-nothing", message, KEY, f"{field}.durch")


def _projects(report: Report, data: BnkData) -> Iterator[Finding]:
    for project in all_projects(report):
        for name in data.frameworks:
            for number in project.frameworks.get(name, ()):
                yield from _unknown(number, data, project.id, "bezuege")


def _unknown(number: str, data: BnkData, about: str, field: str) -> Iterator[Finding]:
    known = [criterion.number for criterion in criteria_of(data)]
    if plain(number) not in map(plain, known):
        hint = suggestion(number, known) or f" Sie reichen von {known[0]} bis {known[-1]}."
        message = f"Ein Kriterium „{number}“ hat die Fassung {data.version} des BNK nicht.{hint}"
        yield _found("unknown-criterion", message, about, field)


def _open(report: Report, data: BnkData) -> Iterator[Finding]:
    """What readers of the published report find open; drafts cover nothing."""
    public = public_view(attrs.evolve(report, modules={}))
    for one in coverage(public, data):
        if one.state is State.OPEN:
            message = (
                f"Zum Kriterium {one.criterion.number} {one.criterion.title} sagt der Report "
                "nichts: bitte unter durch eine Fundstelle oder eine erklaerung angeben."
            )
            yield _found("open-criterion", message, KEY, "kriterien")


def _found(rule: str, message: str, about: str, field: str = "") -> Finding:
    return Finding(rule, message, RULES[rule], about=about, field=field)
