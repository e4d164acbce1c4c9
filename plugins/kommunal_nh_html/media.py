"""Pictures and charts, carried inside the page."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from kommunal_nh.charts import chart_svg, is_drawn
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
    source = f"data:{attribute(figure.media_type)};base64,{b64encode(figure.data).decode()}"
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
        name = f' role="img" aria-label="{attribute(chart.alt)}"'
        svg = chart_svg(chart, ink="currentColor", font="inherit", ids=_ids(writer))
        writer.put(svg.replace("<svg", f"<svg{name}", 1) + "\n")
    else:
        writer.put(f"<figcaption>{text(chart.alt)}</figcaption>\n")
    writer.blocks((chart.table,))
    writer.put("</figure>\n")


def _ids(writer: Writer) -> str:
    return f"diagramm__{next(writer.serial)}__"
