"""The rules of the module; docs/handbuch/modul-vorlage.md explains each with an example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from kommunal_nh import (
    Finding,
    KommunalNHError,
    Report,
    Severity,
    number,
    public_view,
)
from kommunal_nh_vorlage.data import Funding, PaperData
from kommunal_nh_vorlage.facts import Facts, facts_of
from kommunal_nh_vorlage.templates import BadTemplate, render
from kommunal_nh_vorlage.texts import TEMPLATES

KEY = "vorlage"


def findings(report: Report, data: PaperData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from _templates(report, data)
    yield from _stations(report, data)
    yield from _finances(data)


def _templates(report: Report, data: PaperData) -> Iterator[Finding]:
    facts = _facts(report, data)
    if facts is None:
        return
    for key, attribute in TEMPLATES.items():
        try:
            render(getattr(data.texts, attribute), facts)
        except BadTemplate as problem:
            message = (
                f"Der Text {key} lässt sich nicht verwenden: {problem.words}".rstrip(".")
                + ". Bitte berichtigen; was möglich ist, steht im Handbuch beim Modul Vorlage."
            )
            yield Finding(
                problem.rule, message, about=KEY, field=f"texte.{key}", offset=problem.line - 1
            )


def _facts(report: Report, data: PaperData) -> Facts | None:
    """What templates can speak of; nothing if the report itself can not be printed."""
    try:
        public = public_view(attrs.evolve(report, modules={}))
        return facts_of(public, number(public), data)
    except KommunalNHError:
        return None


def _stations(report: Report, data: PaperData) -> Iterator[Finding]:
    for place, (earlier, later) in enumerate(pairwise(data.stations), 1):
        if earlier.day and later.day and later.day < earlier.day:
            message = (
                f"„{later.body}“ tagt vor „{earlier.body}“, steht aber danach: bitte die Daten "
                "prüfen oder die Folge ändern."
            )
            field = f"beratungsfolge.{place}.datum"
            yield Finding(
                "stations-out-of-order", message, Severity.WARNING, about=KEY, field=field
            )
    for place, one in enumerate(data.stations):
        if one.day and one.day < report.as_of:
            message = (
                f"Die Sitzung von „{one.body}“ liegt vor dem Stand des Reports: bitte das Datum "
                "prüfen."
            )
            field = f"beratungsfolge.{place}.datum"
            yield Finding(
                "session-before-report", message, Severity.WARNING, about=KEY, field=field
            )
    if not data.stations and (report.council is None or not report.council.body):
        message = "Kein Gremium ist angegeben: bitte unter beratungsfolge ergänzen."
        yield Finding("no-station", message, Severity.WARNING, about=KEY, field="beratungsfolge")


def _finances(data: PaperData) -> Iterator[Finding]:
    finances, field = data.finances, "finanzen"
    if finances.funding is Funding.UNSAID:
        message = (
            "Welches der drei Kästchen gilt, ist nicht angegeben: bitte unter finanzen bei mittel "
            "eingeplant, teilweise oder nicht-eingeplant schreiben."
        )
        yield Finding("no-funding", message, Severity.WARNING, about=KEY, field=field)
    if finances.funding is Funding.PARTLY and not finances.cover:
        message = (
            "Die Mittel sind nur teilweise eingeplant, aber die Deckung fehlt: bitte unter "
            "finanzen bei deckung ergänzen."
        )
        yield Finding("no-cover", message, Severity.WARNING, about=KEY, field=f"{field}.mittel")
