"""The curves of the bench as a figure: time and memory of each format, ours and those of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log10
from typing import Any, NamedTuple

from kommunal_nh.charts import chart_svg
from kommunal_nh.document import Chart, Table

Curve = Mapping[str, Any]
ALT = (
    "Six diagrams with logarithmic axes: CPU time and peak memory for DOCX, HTML and PDF against "
    "the number of projects, of kommunal_nh and of other tools; a dotted line grows in step with "
    "the projects. The table below has the figures."
)
_FORMATS = {"docx": "DOCX", "html": "HTML", "pdf": "PDF"}
_TOOLS = {"": "kommunal_nh", "python-docx given lines": "python-docx", "docxtpl given lines": ""}
_OURS, _OTHERS = "#146c43", "#5c6670"
_WIDTH, _HEIGHT, _LINE = 185, 190, 11  # pixels
_SIZES = (100, 1_000, 10_000, 100_000)
_NAME = 1.3  # decades of projects that a name covers
_RANGE = (22, 2_500_000)  # projects: there is room for names at both ends


class _Measure(NamedTuple):
    key: str
    title: str
    lowest: float
    highest: float

    def ticks(self) -> list[float]:
        first, last = round(log10(self.lowest)), round(log10(self.highest))
        return [10.0**power for power in range(first, last + 1)]


_MEASURES = (
    _Measure("cpu", "CPU seconds", 0.1, 1_000),
    _Measure("peak", "peak memory, MB", 10, 10_000),
)


def figure(curves: Iterable[Curve]) -> str:
    """Draw the figure.

    Args:
        curves: Points: `name` as the bench names it, `projects`, `cpu` and `peak`.

    Returns:
        An SVG file, a line for each element.
    """
    points = [*_points(curves)]
    rows = [
        {"hconcat": [_panel(points, name, measure) for name in _FORMATS.values()], "spacing": 12}
        for measure in _MEASURES
    ]
    spec = {"background": "#ffffff", "padding": 10, "vconcat": rows, "spacing": 22}
    chart = Chart(spec, ALT, Table(caption="", columns=(), rows=()))
    return chart_svg(chart, font="system-ui, sans-serif").replace("><", ">\n<") + "\n"


def _points(curves: Iterable[Curve]) -> Iterator[dict[str, Any]]:
    """The points of the three formats that others write, too."""
    for curve in curves:
        name, _, tool = curve["name"].partition(" by ")
        shown = _TOOLS.get(tool, tool)
        if name in _FORMATS and shown:
            values = {key: curve[key] for key in ("projects", "cpu", "peak")}
            yield values | {"format": _FORMATS[name], "tool": shown, "ours": not tool}


def _panel(points: Sequence[Mapping[str, Any]], name: str, measure: _Measure) -> dict[str, Any]:
    own = [point for point in points if point["format"] == name]
    ends = _ends(own, measure)
    ours = [end for end in ends if end["ours"]]
    early = [end for end in ends if end not in ours and end["projects"] < _SIZES[1]]
    others = [end for end in ends if end not in ours and end not in early]
    return {
        "title": {"text": f"{name}: {measure.title}", "anchor": "start", "fontSize": 12},
        "width": _WIDTH,
        "height": _HEIGHT,
        "layer": [
            _layer(_in_step(measure), measure, {"type": "line", "strokeDash": [2, 4]}),
            _layer(own, measure, {"type": "line", "point": {"size": 14, "opacity": 1}}),
            _layer(ours, measure, _words(align="left", dx=5)),
            _layer(early, measure, _words(align="center", dy=-8)),
            _layer(others, measure, _words(align="right", dx=3, dy=-8)),
        ],
    }


def _words(**place: Any) -> dict[str, Any]:
    return {"type": "text", "fontSize": 10, "text": {"expr": "datum.tool"}} | place


def _in_step(measure: _Measure) -> list[dict[str, Any]]:
    """A line that shows what growing in step with the projects looks like."""
    first, last = _SIZES[0], _SIZES[-1]
    return [
        {"projects": size, measure.key: measure.lowest * size / first, "tool": "", "ours": False}
        for size in (first, last)
    ]


def _ends(points: Sequence[Mapping[str, Any]], measure: _Measure) -> list[dict[str, Any]]:
    """The last point of each line, moved up where its name would stand on another."""
    last = {point["tool"]: dict(point) for point in points}
    ends = sorted(last.values(), key=lambda point: point[measure.key])
    apart = (measure.highest / measure.lowest) ** (_LINE / _HEIGHT)
    for place, upper in enumerate(ends):
        for lower in ends[:place]:
            if _meet(lower, upper):
                upper[measure.key] = max(upper[measure.key], lower[measure.key] * apart)
    return ends


def _meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two names have a place on the horizontal axis in common."""
    same_side = one["ours"] == other["ours"]
    return same_side and abs(log10(one["projects"] / other["projects"])) < _NAME


def _layer(
    values: Sequence[Mapping[str, Any]], measure: _Measure, mark: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "data": {"values": values},
        "mark": mark,
        "encoding": {
            "x": _axis("projects", _RANGE, _SIZES, "~s"),
            "y": _axis(measure.key, (measure.lowest, measure.highest), measure.ticks(), ",~g"),
            "detail": {"field": "tool"},
            "color": {"condition": {"test": "datum.ours", "value": _OURS}, "value": _OTHERS},
            "strokeWidth": {"condition": {"test": "datum.ours", "value": 2.5}, "value": 1.2},
        },
    }


def _axis(
    field: str, domain: tuple[float, float], ticks: Sequence[float], form: str
) -> dict[str, Any]:
    scale = {"type": "log", "domain": domain, "nice": False}
    axis = {"values": ticks, "format": form, "title": None, "labelFontSize": 10}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}
