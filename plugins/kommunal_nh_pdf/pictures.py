"""The files of pictures, which Typst reads from its folder."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.document import Chart, Figure
from kommunal_nh_pdf.drawings import drawable

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


class Pictures:
    """Collects pictures while the data is made; equal ones are kept once.

    Attributes:
        described: The alternative text of each file by its name.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[str, bytes], str] = {}
        self.described: dict[str, str] = {}

    def add(self, media_type: str, data: bytes, alt: str) -> str:
        """Take a picture.

        Args:
            media_type: What it is.

            data: The bytes of the file.

            alt: What it shows.

        Returns:
            The name of its file.
        """
        ending = _ENDINGS.get(media_type, "png")
        name = self._names.setdefault((ending, data), f"bild-{len(self._names) + 1}.{ending}")
        self.described.setdefault(name, alt)
        return name

    def add_figure(self, figure: Figure) -> str:
        """Take the picture of a figure.

        Args:
            figure: The figure.

        Returns:
            The name of its file.
        """
        return self.add(figure.media_type, figure.data, figure.alt)

    def add_chart(self, chart: Chart) -> str:
        """Take the drawing of a chart.

        Args:
            chart: The chart.

        Returns:
            The name of its file; nothing if it has no drawing.
        """
        from kommunal_nh.charts import chart_svg, is_drawn

        if not is_drawn(chart):
            return ""
        return self.add("image/svg+xml", chart_svg(chart).encode(), chart.alt)

    def write(self, folder: Path) -> None:
        """Write the files.

        Args:
            folder: Where to.
        """
        for (ending, data), name in self._names.items():
            shown = drawable(data.decode()).encode() if ending == "svg" else data
            (folder / name).write_bytes(shown)
