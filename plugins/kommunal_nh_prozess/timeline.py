"""The timeline as a Vega-Lite specification: a row for each phase, bars for spans, numbered marks.

Resolutions are diamonds, other milestones circles; the numbers beside them are those of the table.
So nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import ceil, floor
from typing import Any

from kommunal_nh_prozess.course import current_phase, end_of, milestones_in_order, spans_of
from kommunal_nh_prozess.data import ProcessData
from kommunal_nh_prozess.phases import phases_of
from kommunal_nh_prozess.places import middle_of, year_of

_WIDTH, _ROW, _NAMES = 350, 38, 205
_CLOSE = 12  # numbers nearer to each other than this, in CSS pixels, are put together
_BAR, _NOW, _EDGE = "#b9cdd3", "#4f8391", "#1d5b6b"
_MARK, _PAPER, _INK = "#12404c", "#ffffff", "#1c2420"
Spec = dict[str, Any]


def timeline(data: ProcessData, as_of: date) -> Spec:
    """The specification.

    Args:
        data: The module's data; it has at least one milestone of a known phase.

        as_of: The day that the report speaks of; a line marks it.

    Returns:
        The specification, with all figures in it.
    """
    texts = data.texts
    marks = _marks(data)
    bars = _bars(data, as_of)
    years = [mark["jahr"] for mark in marks] + [year_of(as_of)]
    years += [bar[end] for bar in bars for end in ("von", "bis")]
    first, last = floor(min(years)), ceil(max(years) + 0.05)
    scale = {"domain": [first, last], "nice": False}
    layers = [_bar_layer(bars)] if bars else []
    layers += [*_as_of_layers(as_of, texts.as_of), _mark_layer(data, marks)]
    layers.append(_number_layer(_joined(marks, _WIDTH / (last - first))))
    x = {"type": "quantitative", "scale": scale, "title": None, "axis": _axis(first, last)}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": _WIDTH,
        "height": {"step": _ROW},
        "encoding": {"y": _y(data)},
        "layer": [_with_x(layer, x) for layer in layers],
    }


def _axis(first: int, last: int) -> Spec:
    step = max(1, ceil((last - first) / 8))
    return {"values": list(range(first, last + 1, step)), "format": "d", "orient": "bottom"}


def _with_x(layer: Spec, x: Spec) -> Spec:
    encoding = layer["encoding"]
    return {**layer, "encoding": {**encoding, "x": {**x, **encoding["x"]}}}


def _y(data: ProcessData) -> Spec:
    titles = [phase.title for phase in phases_of(data)]
    axis = {
        "title": None,
        "labelLimit": _NAMES,
        "ticks": False,
        "domain": False,
        "grid": True,
        "labelPadding": 8,
    }
    return {"field": "phase", "type": "nominal", "scale": {"domain": titles}, "axis": axis}


def _bars(data: ProcessData, as_of: date) -> list[Spec]:
    now = current_phase(data, as_of)
    bars = []
    for phase in phases_of(data):
        for cycle, span in spans_of(data, phase):
            if span.start is not None:
                last = end_of(cycle, span)
                end = last.last_day if last else max(as_of, span.start.last_day)
                colour = _NOW if phase == now and last is None else _BAR
                bars.append(
                    {"phase": phase.title, "von": year_of(span.start.first_day),
                     "bis": year_of(end), "farbe": colour}
                )  # fmt: skip
    return bars


def _bar_layer(bars: list[Spec]) -> Spec:
    return {
        "data": {"values": bars},
        "mark": {"type": "bar", "height": 12, "stroke": _EDGE, "strokeWidth": 0.75},
        "encoding": {
            "x": {"field": "von"},
            "x2": {"field": "bis"},
            "color": {"field": "farbe", "type": "nominal", "scale": None},
        },
    }


def _as_of_layers(as_of: date, words: str) -> Iterator[Spec]:
    values = {"values": [{"jahr": year_of(as_of), "wort": words}]}
    unplaced = {"y": None}
    rule = {"type": "rule", "strokeDash": [4, 3], "color": _INK}
    text = {"type": "text", "y": -7, "color": _INK, "fontSize": 11}
    yield {"data": values, "mark": rule, "encoding": {"x": {"field": "jahr"}, **unplaced}}
    words_shown = {"text": {"field": "wort", "type": "nominal"}}
    yield {
        "data": values,
        "mark": text,
        "encoding": {"x": {"field": "jahr"}, **words_shown, **unplaced},
    }


def _marks(data: ProcessData) -> list[Spec]:
    titles = {phase.id: phase.title for phase in phases_of(data)}
    return [
        {
            "phase": titles[one.phase],
            "jahr": middle_of(one.day),
            "nummer": number,
            "beschluss": one.is_resolution,
        }
        for number, (_, one) in enumerate(milestones_in_order(data), 1)
        if one.phase in titles
    ]


def _mark_layer(data: ProcessData, marks: list[Spec]) -> Spec:
    names = [data.texts.legend_milestone, data.texts.legend_resolution]
    values = [{**mark, "art": names[mark["beschluss"]]} for mark in marks]
    shape = {
        "field": "art",
        "type": "nominal",
        "scale": {"domain": names, "range": ["circle", "diamond"]},
        "legend": {
            "title": None,
            "orient": "top",
            "symbolFillColor": _MARK,
            "symbolStrokeWidth": 0,
        },
    }
    mark = {"type": "point", "filled": True, "size": 110, "opacity": 1, "fill": _MARK,
            "stroke": _PAPER, "strokeWidth": 1}  # fmt: skip
    return {
        "data": {"values": values},
        "mark": mark,
        "encoding": {"x": {"field": "jahr"}, "shape": shape},
    }


def _number_layer(numbers: list[Spec]) -> Spec:
    return {
        "data": {"values": numbers},
        "mark": {"type": "text", "dy": -13, "fontSize": 11, "fontWeight": "bold", "color": _INK},
        "encoding": {"x": {"field": "jahr"}, "text": {"field": "nummern", "type": "nominal"}},
    }


def _joined(marks: Sequence[Spec], pixels: float) -> list[Spec]:
    """Numbers that would lie on one another stand together, as 4–6."""
    joined = []
    for phase, row in groupby(sorted(marks, key=_by_row), key=lambda mark: mark["phase"]):
        group: list[Spec] = []
        for mark in row:
            if group and (mark["jahr"] - group[-1]["jahr"]) * pixels > _CLOSE:
                joined.append(_together(phase, group))
                group = []
            group.append(mark)
        joined.append(_together(phase, group))
    return joined


def _by_row(mark: Spec) -> tuple[str, float, int]:
    return mark["phase"], mark["jahr"], mark["nummer"]


def _together(phase: str, group: list[Spec]) -> Spec:
    numbers = [mark["nummer"] for mark in group]
    is_run = len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))
    words = f"{numbers[0]}–{numbers[-1]}" if is_run else ", ".join(map(str, numbers))
    middle = (group[0]["jahr"] + group[-1]["jahr"]) / 2
    return {"phase": phase, "jahr": round(middle, 4), "nummern": words}
