"""Which phase is the current one, and which comes next; derived from dates, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommunal_nh import PartialDate
from kommunal_nh_prozess.data import Cycle, Milestone, Phase, ProcessData, Span
from kommunal_nh_prozess.phases import phases_of


def current_phase(data: ProcessData, as_of: date) -> Phase | None:
    """The phase of a day.

    Args:
        data: The module's data.

        as_of: The day.

    Returns:
        The one that the data names; else that of the span with the day in it that began last;
        None if there is none.
    """
    known = {phase.id: phase for phase in phases_of(data)}
    if data.current:
        return known.get(data.current)
    running = running_spans(data, as_of)
    if not running:
        return None
    order = {phase_id: place for place, phase_id in enumerate(known)}
    latest = max(running, key=lambda span: (_first(span), order.get(span.phase, -1)))
    return known.get(latest.phase)


def running_spans(data: ProcessData, as_of: date) -> list[Span]:
    """The spans that a day is in.

    Args:
        data: The module's data.

        as_of: The day.

    Returns:
        The spans; one without a beginning has no day in it.
    """
    return [
        span
        for cycle in data.cycles
        for span in cycle.spans
        if span.start is not None and _has_day(span.start, end_of(cycle, span), as_of)
    ]


def end_of(cycle: Cycle, span: Span) -> PartialDate | None:
    """When a span ends.

    Args:
        cycle: The cycle that it is in.

        span: The span.

    Returns:
        Its end, or that of the cycle; None if it still goes on.
    """
    return span.end or cycle.end


def next_phase(data: ProcessData, phase: Phase) -> Phase:
    """The phase that follows.

    Args:
        data: The module's data.

        phase: One of its phases.

    Returns:
        The next one; after the last the first.
    """
    phases = phases_of(data)
    return phases[(phases.index(phase) + 1) % len(phases)]


def milestones_in_order(data: ProcessData) -> list[tuple[Cycle, Milestone]]:
    """All milestones with their cycles.

    Args:
        data: The module's data.

    Returns:
        The earliest first; those of the same day as they are written.
    """
    every = [(cycle, one) for cycle in data.cycles for one in cycle.milestones]
    return sorted(every, key=lambda pair: (pair[1].day.first_day, pair[1].day.last_day))


def spans_of(data: ProcessData, phase: Phase) -> Iterator[tuple[Cycle, Span]]:
    """When the cycles were in a phase.

    Args:
        data: The module's data.

        phase: The phase.

    Yields:
        Each span with its cycle.
    """
    for cycle in data.cycles:
        yield from ((cycle, span) for span in cycle.spans if span.phase == phase.id)


def _first(span: Span) -> date:
    return span.start.first_day if span.start else date.min


def _has_day(start: PartialDate, end: PartialDate | None, as_of: date) -> bool:
    return start.first_day <= as_of and (end is None or as_of <= end.last_day)
