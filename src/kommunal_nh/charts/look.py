"""How charts look unless their specification says otherwise."""

from __future__ import annotations

from typing import Any

from kommunal_nh.fonts import FAMILY

SIZE = 12
"""Size of words, in CSS pixels."""
_LINES = "#8a938d"


def look(ink: str) -> dict[str, Any]:
    """The configuration of Vega-Lite.

    Args:
        ink: Colour of words and lines on the paper.

    Returns:
        The configuration; the paper shows through, so that a drawing can stand on any page.
    """
    words = {"labelColor": ink, "titleColor": ink, "labelFontSize": SIZE, "titleFontSize": SIZE}
    return {
        "font": FAMILY,
        "background": None,
        "aria": False,
        "padding": 1,
        "view": {"stroke": None},
        "axis": {**words, "domainColor": _LINES, "tickColor": _LINES, "gridColor": _LINES,
                 "gridOpacity": 0.4},
        "legend": words,
        "header": words,
        "title": {"color": ink, "fontSize": SIZE},
        "text": {"color": ink, "fontSize": SIZE},
        "rule": {"color": ink},
    }  # fmt: skip
