"""The rules of the module; docs/handbuch/modul-prozess.md explains each with an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kommunal_nh import Finding, PartialDate, Report, Severity
from kommunal_nh.findings import suggestion
from kommunal_nh_prozess.course import running_spans
from kommunal_nh_prozess.data import Cycle, Milestone, ProcessData
from kommunal_nh_prozess.phases import phases_of

KEY = "prozess"


def findings(report: Report, data: ProcessData) -> Iterator[Finding]:
    """Check the module's data.

    Args:
        report: The whole report.

        data: The data.

    Yields:
        What was found.
    """
    yield from _twice(data)
    yield from _phases(data)
    for cycle in data.cycles:
        yield from _dates(cycle)
        yield from _outside(cycle)
        yield from _milestones(cycle, report.as_of)
    yield from _cycles(data)
    yield from _current(report, data)


def _twice(data: ProcessData) -> Iterator[Finding]:
    ids = [phase.id for phase in data.phases]
    for cycle in data.cycles:
        ids += [cycle.id, *(one.id for one in cycle.milestones)]
    ids += [one.id for one in (*data.actors, *data.structures, *data.instruments)]
    for thing_id, count in Counter(ids).items():
        if count > 1:
            message = (
                f"Die Kennung „{thing_id}“ gibt es im Modul Prozess {count}-mal: bitte jede "
                "Kennung nur einmal vergeben."
            )
            yield Finding("process-id-twice", message, about=f"{KEY}/{thing_id}", field="id")


def _phases(data: ProcessData) -> Iterator[Finding]:
    """What names a phase that there is not."""
    known = [phase.id for phase in phases_of(data)]
    for name, about, field in _named_phases(data):
        if name not in known:
            hint = suggestion(name, known) or " Bitte unter phasen ergänzen."
            message = f"Eine Phase „{name}“ gibt es nicht.{hint}"
            yield Finding("unknown-phase", message, about=about, field=field)


def _named_phases(data: ProcessData) -> Iterator[tuple[str, str, str]]:
    """Each id of a phase, where it is named, and in which field."""
    if data.current:
        yield data.current, KEY, "aktuelle_phase"
    for cycle in data.cycles:
        for place, span in enumerate(cycle.spans):
            yield span.phase, f"{KEY}/{cycle.id}", f"phasen.{place}.phase"
        for place, one in enumerate(cycle.milestones):
            yield one.phase, f"{KEY}/{cycle.id}", f"meilensteine.{place}.phase"
    groups = {
        "akteure": data.actors,
        "strukturen": data.structures,
        "instrumente": data.instruments,
    }
    for group, elements in groups.items():
        for place, element in enumerate(elements):
            for phase in element.phases:
                yield phase, KEY, f"{group}.{place}.phasen"


def _dates(cycle: Cycle) -> Iterator[Finding]:
    about = f"{KEY}/{cycle.id}"
    if _ends_before(cycle.start, cycle.end):
        yield _wrong_order(f"Der Zyklus „{cycle.title}“", about, "ende")
    for place, span in enumerate(cycle.spans):
        if _ends_before(span.start, span.end):
            yield _wrong_order(f"Die Phase „{span.phase}“", about, f"phasen.{place}.ende")


def _ends_before(start: PartialDate | None, end: PartialDate | None) -> bool:
    return start is not None and end is not None and end.last_day < start.first_day


def _wrong_order(what: str, about: str, field: str) -> Finding:
    message = f"{what} endet, bevor sie oder er beginnt: bitte beginn und ende prüfen."
    return Finding("dates-in-wrong-order", message, about=about, field=field)


def _outside(cycle: Cycle) -> Iterator[Finding]:
    about = f"{KEY}/{cycle.id}"
    for place, span in enumerate(cycle.spans):
        if any(day is not None and not _is_in(day, cycle) for day in (span.start, span.end)):
            message = (
                f"Die Phase „{span.phase}“ liegt nicht ganz im Zyklus „{cycle.title}“: bitte die "
                "Daten prüfen oder den Zyklus verlängern."
            )
            field = f"phasen.{place}.beginn"
            yield Finding(
                "phase-outside-cycle", message, Severity.WARNING, about=about, field=field
            )


def _milestones(cycle: Cycle, as_of: date) -> Iterator[Finding]:
    for place, one in enumerate(cycle.milestones):
        for rule, message, key in _faults(one, cycle, as_of):
            field = f"meilensteine.{place}.{key}"
            yield Finding(rule, message, Severity.WARNING, about=f"{KEY}/{cycle.id}", field=field)


def _faults(one: Milestone, cycle: Cycle, as_of: date) -> Iterator[tuple[str, str, str]]:
    name = f"Der Meilenstein „{one.title}“"
    if not _is_in(one.day, cycle):
        message = (
            f"{name} ({one.day.german}) liegt nicht im Zyklus „{cycle.title}“: bitte das Datum "
            "prüfen oder ihn in einen anderen Zyklus setzen."
        )
        yield "milestone-outside-cycle", message, "datum"
    if one.is_resolution and not one.body:
        message = f"{name} ist ein Beschluss, aber ohne gremium: bitte ergänzen, wer ihn fasste."
        yield "resolution-without-body", message, "titel"
    if one.is_resolution and one.day.first_day > as_of:
        message = (
            f"{name} soll ein Beschluss sein, liegt aber nach dem Stand des Reports: bitte das "
            "Datum prüfen, oder beschluss weglassen, solange er nicht gefasst ist."
        )
        yield "resolution-in-future", message, "datum"


def _is_in(day: PartialDate, cycle: Cycle) -> bool:
    """Whether a date can be in a cycle, as far as both are known."""
    ends = cycle.end is None or day.first_day <= cycle.end.last_day
    return ends and day.last_day >= cycle.start.first_day


def _cycles(data: ProcessData) -> Iterator[Finding]:
    for earlier, later in pairwise(data.cycles):
        if earlier.end is None or later.start.last_day < earlier.start.first_day:
            message = (
                f"Der Zyklus „{later.title}“ folgt auf „{earlier.title}“, der nicht endet oder "
                "später beginnt: bitte ende ergänzen, oder die ältesten zuerst nennen."
            )
            about = f"{KEY}/{later.id}"
            yield Finding(
                "cycles-out-of-order", message, Severity.WARNING, about=about, field="beginn"
            )


def _current(report: Report, data: ProcessData) -> Iterator[Finding]:
    if not data.current and not running_spans(data, report.as_of):
        message = (
            f"Am {report.as_of:%d.%m.%Y} läuft keine Phase: bitte bei einem Zyklus unter phasen "
            "eine eintragen, oder aktuelle_phase angeben."
        )
        yield Finding("no-current-phase", message, Severity.WARNING, about=KEY, field="zyklen")
