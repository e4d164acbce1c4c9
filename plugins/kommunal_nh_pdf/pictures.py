"""The files of pictures, which Typst reads from its folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

from kommunal_nh.document import Chart, Figure
from kommunal_nh.fonts import FAMILY, font_files
from kommunal_nh_pdf.coverage import Span, spans_of
from kommunal_nh_pdf.coverage import has_sign as has_sign_in
from kommunal_nh_pdf.signs import readable_text

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_WORDS = re.compile(rf'<text[^>]*font-family="{FAMILY}"[^>]*>[^<]*')


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

    def write(self, folder: Path, has_sign: Callable[[str], bool]) -> None:
        """Write the files.

        Args:
            folder: Where to.

            has_sign: Whether one of the fonts has a sign; drawings have words, too.
        """
        for (ending, data), name in self._names.items():
            shown = _drawable(data.decode(), has_sign).encode() if ending == "svg" else data
            (folder / name).write_bytes(shown)


def _drawable(svg: str, has_sign: Callable[[str], bool]) -> str:
    """A drawing whose words Typst can set.

    In drawings it does not always find another font for a sign, nor joins marks to letters of one,
    and then refuses the whole file. The table beside the drawing has all words as they are.
    """
    whole = normalize("NFC", svg)
    plain = "".join(sign for sign in whole if not category(sign).startswith("M"))
    in_family = _WORDS.sub(lambda found: readable_text(found[0], _is_in_family), plain)
    return readable_text(in_family, has_sign)


@cache
def _family() -> tuple[Span, ...]:
    return tuple(spans_of(font_files(FAMILY)[0]))


def _is_in_family(sign: str) -> bool:
    return has_sign_in(_family(), sign)
