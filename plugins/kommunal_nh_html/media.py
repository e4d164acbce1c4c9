"""Pictures and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh.charts import chart_svg, is_drawn
from kommunal_nh.labels import fill
from kommunal_nh_html.escaping import attribute, text

if TYPE_CHECKING:
    from kommunal_nh.document import Chart, Figure
    from kommunal_nh_html.writer import Writer


def write_figure(figure: Figure, writer: Writer) -> None:
    """Write a picture.

    Args:
        figure: The picture.

        writer: Where to.
    """
    source = attribute(writer.setting.picture(figure))
    caption = f"<figcaption>{text(figure.caption)}</figcaption>\n" if figure.caption else ""
    image = f'<img src="{source}" alt="{attribute(figure.alt)}">'
    writer.put(f"<figure>\n{image}\n{caption}</figure>\n")


def write_chart(chart: Chart, writer: Writer) -> None:
    """Write the drawing of a chart, or its words if it has none, and its figures.

    Args:
        chart: The chart.

        writer: Where to.
    """
    writer.put('<figure class="chart">\n')
    if is_drawn(chart):
        label = attribute(fill(writer.document.labels.figure, alt=chart.table.caption))
        writer.put(f'<div class="chart-region" role="region" tabindex="0" aria-label="{label}">\n')
        writer.put(f"{_drawing(chart, writer)}\n</div>\n")
    else:
        writer.put(f"<figcaption>{text(chart.alt)}</figcaption>\n")
    writer.blocks((chart.table,))
    writer.put("</figure>\n")


def _drawing(chart: Chart, writer: Writer) -> str:
    name = f' role="img" aria-label="{attribute(chart.alt)}"'
    svg = chart_svg(chart, ink="currentColor", font="inherit", ids=_ids(writer))
    return svg.replace("<svg", f"<svg{name}", 1)


def _ids(writer: Writer) -> str:
    return f"diagramm__{next(writer.serial)}__"
