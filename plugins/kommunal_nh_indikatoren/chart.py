"""The chart of an indicator, as a Vega-Lite specification.

Values are a line with dots, the way to the target is dashed with diamonds, what would follow if it
went on like this is dotted; the last value and the targets are written beside their signs. So no
series is told by its colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs

from kommunal_nh_indikatoren.axes import HEIGHT, WIDTH, axes
from kommunal_nh_indikatoren.data import Indicator
from kommunal_nh_indikatoren.lines import Dot, Label, aims_of, labels, path, projection, values_of
from kommunal_nh_indikatoren.rule import Evaluation
from kommunal_nh_indikatoren.series import in_order, is_all_examples, runs
from kommunal_nh_indikatoren.texts import Texts

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_COLOURS = ("#2878a8", "#bf6317", "#7b7f86")
"""Of values, path and projection; each stands out from white and from dark paper by 3 to 1."""
_DASHES = ([1, 0], [7, 4], [2, 4])

Rows = list[dict[str, Any]]


def chart_spec(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> dict[str, Any]:
    """Draw an indicator.

    Args:
        indicator: The indicator.

        evaluation: What the rule says of it.

        texts: The words of the module.

    Returns:
        The specification, with all figures in it; nothing if there is no value to draw.
    """
    values, aims = values_of(indicator), aims_of(indicator)
    if not values:
        return {}
    if is_all_examples(indicator):
        texts = attrs.evolve(texts, series_values=texts.series_examples)
    rows = list(_rows(indicator, evaluation, texts))
    dots = [(row["year"], row["value"]) for row in rows] + [
        (year, float(aim)) for year, aim in aims
    ]
    return {
        "$schema": _SCHEMA,
        "width": WIDTH,
        "height": HEIGHT,
        "padding": {"left": 1, "right": 1, "top": 1, "bottom": 1},
        "encoding": axes(dots, indicator.unit, texts),
        "layer": [
            _line_layer(rows, texts),
            _sign_layer(values, _COLOURS[0], "circle"),
            *([_sign_layer(aims, _COLOURS[1], "diamond")] if aims else ()),
            *map(_word_layer, labels(indicator, evaluation, texts)),
        ],
    }


# --------------------------------------------------------------------------------------- figures


def _rows(indicator: Indicator, evaluation: Evaluation, texts: Texts) -> Iterator[dict[str, Any]]:
    for place, run in enumerate(runs(in_order(indicator.values))):
        dots = [(value.year, value.value or Decimal()) for value in run]
        yield from _series(dots, texts.series_values, place)
    yield from _series(path(indicator), texts.series_path)
    yield from _series(projection(indicator, evaluation), texts.series_projected)


def _series(dots: Iterable[Dot], name: str, run: int = 0) -> Iterator[dict[str, Any]]:
    for year, value in dots:
        yield {"year": year, "value": float(value), "series": name, "run": run}


# ---------------------------------------------------------------------------------------- layers


def _line_layer(rows: Rows, texts: Texts) -> dict[str, Any]:
    legend = {
        "orient": "top",
        "offset": 26,
        "title": None,
        "symbolType": "stroke",
        "symbolSize": 700,
        "symbolStrokeWidth": 2,
        "columnPadding": 18,
    }
    return {
        "data": {"values": rows},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": {
            "color": _by_series(rows, texts, _COLOURS, legend),
            "strokeDash": _by_series(rows, texts, _DASHES, legend),
            "detail": {"field": "run", "type": "nominal"},
        },
    }


def _sign_layer(dots: Iterable[Dot], colour: str, shape: str) -> dict[str, Any]:
    return {
        "data": {"values": [{"year": year, "value": float(value)} for year, value in dots]},
        "mark": {"type": "point", "filled": True, "size": 55, "opacity": 1, "shape": shape,
                 "color": colour},
    }  # fmt: skip


def _word_layer(label: Label) -> dict[str, Any]:
    year, value = label.dot
    rise = 4 if label.above is None else -8 if label.above else 16
    return {
        "data": {"values": [{"year": year, "value": float(value), "text": label.text}]},
        "mark": {
            "type": "text",
            "align": "left" if label.right else "right",
            "baseline": "alphabetic",
            "dx": 8 if label.right else -4,
            "dy": rise,
        },
        "encoding": {"text": {"field": "text", "type": "nominal"}},
    }


def _by_series(rows: Rows, texts: Texts, looks: Iterable[Any], legend: Any) -> dict[str, Any]:
    """How each series looks; only those that are drawn stand in the legend."""
    names = (texts.series_values, texts.series_path, texts.series_projected)
    drawn = {row["series"] for row in rows}
    pairs = [(name, look) for name, look in zip(names, looks, strict=True) if name in drawn]
    scale = {"domain": [name for name, _ in pairs], "range": [look for _, look in pairs]}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}
