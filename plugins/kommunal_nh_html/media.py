"""Pictures and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """Write the words and the figures of a chart.

    Args:
        chart: The chart.

        writer: Where to.
    """
    writer.put(f'<figure class="chart">\n<figcaption>{text(chart.alt)}</figcaption>\n')
    writer.blocks((chart.table,))
    writer.put("</figure>\n")
