"""From the specification of a chart to a picture of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.charts.look import look
from kommunal_nh.charts.plain import plain_svg
from kommunal_nh.charts.typefaces import FAMILIES, needed_families
from kommunal_nh.errors import UsageError
from kommunal_nh.fonts import FAMILY, font_files

if TYPE_CHECKING:
    from kommunal_nh.document import Chart

INK = "#1c2420"
"""The colour of words and lines that stand on the paper."""
_CSS_PIXELS, _POINTS = 96, 72  # in an inch
_KEPT = 64


def is_drawn(chart: Chart) -> bool:
    """Whether a chart has a drawing at all.

    Args:
        chart: The chart.

    Returns:
        False for one without a specification: its words and its table are all there is.
    """
    return bool(chart.spec)


def chart_svg(chart: Chart, *, ink: str = INK, font: str = FAMILY, ids: str = "") -> str:
    """A chart as SVG that can stand alone or inside a page.

    It has no script, no style sheet, no classes and no references to anything outside. Its text is
    text. Every element is decoration to a screen reader: whoever places it says what it shows
    (`chart.alt`).

    Args:
        chart: The chart; `is_drawn` holds for it.

        ink: Colour of words and lines on the paper; `currentColor` takes that of the page.

        font: Family of the words; `inherit` takes that of the page. Room is made for
            `kommunal_nh.fonts.FAMILY` in any case.

        ids: What the ids in it begin with, so that several drawings can stand in one page.

    Returns:
        One `svg` element with its size in CSS pixels; the same chart gives the same text.

    Raises:
        UsageError: The specification can not be drawn.
        ModuleNotFoundError: A package that draws is not installed.
    """
    spec = _permitted(chart.spec)
    return plain_svg(spec, ink, font) or _svg(_source(spec), chart.alt, ink, font, ids)


def chart_png(chart: Chart, *, scale: float = 2) -> bytes:
    """A chart as PNG.

    Args:
        chart: The chart; `is_drawn` holds for it.

        scale: Dots for each CSS pixel; the file says so, and is shown in the same size with any.

    Returns:
        The bytes of the file; the same chart gives the same bytes.

    Raises:
        UsageError: The specification can not be drawn.
        ModuleNotFoundError: A package that draws is not installed.
    """
    return _png(chart_svg(chart), chart.alt, scale)


def _source(spec: Any) -> str:
    return json.dumps(spec, ensure_ascii=False)


def _permitted(value: Any) -> Any:
    """The same without characters that XML forbids: they would end the process, not the drawing."""
    if isinstance(value, str):
        return ILLEGAL.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {_permitted(key): _permitted(item) for key, item in value.items()}
    return [_permitted(item) for item in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=_KEPT)
def _svg(source: str, alt: str, ink: str, font: str, ids: str) -> str:
    from kommunal_nh.charts.cleaning import cleaned

    renderer = _renderer(FAMILIES, italic=True)
    with _explained(alt):
        drawn = renderer.vegalite_to_svg(source, config=look(ink), allowed_base_urls=[])
        return cleaned(drawn, font, ids)


@lru_cache(maxsize=_KEPT)
def _png(svg: str, alt: str, scale: float) -> bytes:
    renderer = _renderer(needed_families(svg), italic="font-style" in svg)
    with _explained(alt):
        picture: bytes = renderer.svg_to_png(
            svg, scale=_POINTS / _CSS_PIXELS, ppi=_CSS_PIXELS * scale
        )
    return picture


def _renderer(families: Sequence[str], *, italic: bool) -> ModuleType:
    """What draws, with at least these families."""
    import vl_convert

    for family in families:
        _register(vl_convert, family, italic)
    return vl_convert


@cache
def _register(renderer: ModuleType, family: str, italic: bool) -> None:
    renderer.register_font_directory(str(font_files(family, italic=italic)[0].parent))


@contextmanager
def _explained(alt: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, SyntaxError) as problem:  # the latter from the parser of XML
        raise UsageError(
            f"Das Diagramm „{alt[:200]}“ lässt sich nicht zeichnen: seine Beschreibung ist kein "
            "gültiges Vega-Lite oder braucht Daten von außerhalb. Bitte das Modul prüfen, von dem "
            "es kommt."
        ) from problem
