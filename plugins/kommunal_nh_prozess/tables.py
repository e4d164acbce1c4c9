"""The tables of the chapter."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh import Labels
from kommunal_nh.document import Column, Inline, LineBreak, Row, Table, Text
from kommunal_nh.labels import fill
from kommunal_nh_prozess.course import end_of, milestones_in_order, spans_of
from kommunal_nh_prozess.data import Cycle, Element, Phase, ProcessData, Span
from kommunal_nh_prozess.phases import phases_of


def words(text: str) -> tuple[Inline, ...]:
    """Text as the content of a cell or paragraph.

    Args:
        text: The text.

    Returns:
        One inline, or nothing for no text.
    """
    return (Text(text),) if text else ()


def milestones_table(data: ProcessData, labels: Labels) -> Table:
    """All milestones, the earliest first.

    Args:
        data: The module's data.

        labels: How dates are written.

    Returns:
        The table.
    """
    texts = data.texts
    titles = {phase.id: phase.title for phase in phases_of(data)}
    rows = []
    for number, (_, one) in enumerate(milestones_in_order(data), 1):
        title = fill(texts.resolution, titel=one.title) if one.is_resolution else one.title
        cells = (str(number), labels.partial_date(one.day), title, one.body,
                 titles.get(one.phase, one.phase), one.source)  # fmt: skip
        rows.append(Row(tuple(map(words, cells))))
    columns = (
        Column(texts.column_number, 7, "end"),
        Column(texts.column_day, 14),
        Column(texts.column_milestone, 33, header=True),
        Column(texts.column_body, 16),
        Column(texts.column_phase, 17),
        Column(texts.column_source, 13),
    )
    return Table(texts.milestones, columns, tuple(rows))


def phases_table(data: ProcessData, labels: Labels) -> Table:
    """All phases with their dates.

    Args:
        data: The module's data.

        labels: How dates are written.

    Returns:
        The table.
    """
    texts = data.texts
    columns = (
        Column(texts.column_phase, 26, header=True),
        Column(texts.column_text, 48),
        Column(texts.column_when, 26),
    )
    rows = tuple(
        Row((words(phase.title), words(phase.text), _when(data, phase, labels)))
        for phase in phases_of(data)
    )
    return Table(texts.phases_caption, columns, rows)


def steering_tables(data: ProcessData) -> Iterator[Table]:
    """Actors, structures and instruments.

    Args:
        data: The module's data.

    Yields:
        A table for each kind that there is.
    """
    texts = data.texts
    kinds = (
        (texts.actors, data.actors),
        (texts.structures, data.structures),
        (texts.instruments, data.instruments),
    )
    columns = (
        Column(texts.column_name, 30, header=True),
        Column(texts.column_task, 44),
        Column(texts.column_phases, 26),
    )
    for caption, elements in kinds:
        if elements:
            rows = tuple(_element(data, element) for element in elements)
            yield Table(caption, columns, rows)


def _element(data: ProcessData, element: Element) -> Row:
    titles = [phase.title for phase in phases_of(data) if phase.id in element.phases]
    phases = ", ".join(titles) if element.phases else data.texts.every_phase
    return Row((words(element.title), words(element.task), words(phases)))


def _when(data: ProcessData, phase: Phase, labels: Labels) -> tuple[Inline, ...]:
    lines = [words(_time(data, cycle, span, labels)) for cycle, span in spans_of(data, phase)]
    return tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]


def _time(data: ProcessData, cycle: Cycle, span: Span, labels: Labels) -> str:
    texts = data.texts
    start = labels.partial_date(span.start) if span.start else ""
    last = end_of(cycle, span)
    end = labels.partial_date(last) if last else ""
    if not start:
        time = texts.no_dates
    elif not end:
        time = fill(texts.open_span, beginn=start)
    else:
        time = start if start == end else fill(texts.span, beginn=start, ende=end)
    return fill(texts.in_cycle, zeit=time, zyklus=cycle.title) if len(data.cycles) > 1 else time
