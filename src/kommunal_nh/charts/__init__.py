"""Charts of a document as pictures, the same on every machine.

`chart_svg` and `chart_png` draw a `Chart` of the document tree. Text is set in the fonts of
`kommunal_nh.fonts`; nothing is loaded from anywhere.
"""

from __future__ import annotations

from kommunal_nh.charts.drawing import chart_png, chart_svg, is_drawn

__all__ = ["chart_png", "chart_svg", "is_drawn"]
