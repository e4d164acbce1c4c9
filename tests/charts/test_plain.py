"""What is drawn without a renderer looks as the renderer draws it."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh.charts import chart_png, chart_svg
from kommunal_nh.charts import drawing as renderer
from kommunal_nh.charts.pixels import Drawing, Rectangle, Words, pixel_spec
from kommunal_nh.charts.plain import plain_svg
from kommunal_nh.charts.widths import surely_fits, widest
from kommunal_nh.document import Chart, Column, Table
from kommunal_nh.fonts import FALLBACKS, FAMILY, font_files

TABLE = Table("Zahlen", (Column("Jahr"),), ())
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SIZES = st.integers(1, 1000).map(lambda tenths: tenths / 10)
PLACES = st.integers(0, 1000).map(lambda tenths: tenths / 10)
TEXTS = st.text("abcxyzÄß 0123456789<&>\"'", max_size=12)
WORDS = st.builds(
    Words,
    PLACES,
    PLACES,
    TEXTS,
    st.one_of(st.just(""), COLOURS),
    st.sampled_from(["left", "center"]),
    st.sampled_from([FAMILY, FALLBACKS[2]]),
    st.booleans(),
    st.sampled_from([0, 200]),
)


@st.composite
def rectangles(draw: st.DrawFn) -> Rectangle:
    """A rectangle with some area."""
    x, y, width, height = draw(PLACES), draw(PLACES), draw(SIZES), draw(SIZES)
    return Rectangle(x, x + width, y, y + height, draw(COLOURS))


DRAWINGS = st.builds(
    Drawing,
    st.integers(1, 120),
    st.integers(1, 120),
    st.lists(rectangles(), max_size=3),
    st.lists(WORDS, min_size=1, max_size=4),
)
SIMPLE = Drawing(100, 30, [Rectangle(1, 50, 1, 20, "#c5e8cd")], [Words(1, 14, "Wald", limit=90)])


def rendered(spec: Any) -> bytes:
    """The picture that Vega-Lite makes."""
    svg = renderer._svg(json.dumps(spec), "", renderer.INK, FAMILY, "")
    return renderer._png(svg, "", 2)


@given(DRAWINGS)
def test_the_picture_is_that_of_the_renderer(drawing: Drawing) -> None:
    """Dot for dot, the picture is the one that Vega-Lite makes of the same specification."""
    spec = pixel_spec(drawing)

    assert plain_svg(spec, renderer.INK, FAMILY)
    assert chart_png(Chart(spec, "x", TABLE)) == rendered(spec)


@pytest.mark.parametrize("area", [(5, 5, 1, 9), (1, 9, 5, 5), (9, 1, 1, 9)])
def test_what_has_no_area_is_left_to_the_renderer(area: tuple[int, int, int, int]) -> None:
    """How a rectangle without width or height looks is not worked out here."""
    spec = pixel_spec(Drawing(20, 20, [Rectangle(*area, "#c5e8cd")], []))

    assert plain_svg(spec, renderer.INK, FAMILY) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Wald"},
        {"width": "container"},
        {"width": True},
        {"padding": 5},
        {"layer": [{"mark": "bar"}]},
        {"layer": 7},
        {"layer": [pixel_spec(SIMPLE)["layer"][0] | {"transform": []}]},
    ],
)
def test_everything_else_is_left_to_the_renderer(change: dict[str, Any]) -> None:
    """A specification that says anything more, or anything else, is not drawn here."""
    assert plain_svg(pixel_spec(SIMPLE) | change, renderer.INK, FAMILY) == ""


@pytest.mark.parametrize(
    "line",
    [
        Words(1, 14, "W" * 40, limit=90),
        Words(1, 14, "木", limit=90),
        Words(1, 14, "Wald", colour="green"),
        Words(1, 14, "Wald", align="right"),
        Words(float("inf"), 14, "Wald"),
        Words(1, 14, 5),  # type: ignore[arg-type]
        Words(1, 14, "Wald", colour=5),  # type: ignore[arg-type]
        Words("1", 14, "Wald"),  # type: ignore[arg-type]
    ],
)
def test_uncertain_words_are_left_to_the_renderer(line: Words) -> None:
    """Words that may have to be cut, and values of other kinds, are not drawn here."""
    spec = pixel_spec(attrs.evolve(SIMPLE, words=[line]))

    assert plain_svg(spec, renderer.INK, FAMILY) == ""


def test_a_plain_drawing_takes_the_look_of_the_page() -> None:
    """Words without a colour take the ink, words of the family the font that is asked for."""
    symbol = Words(1, 14, "●", "#000000", font=FALLBACKS[2])
    drawing = attrs.evolve(SIMPLE, words=[*SIMPLE.words, symbol])
    svg = chart_svg(Chart(pixel_spec(drawing), "x", TABLE), ink="currentColor", font="inherit")

    assert 'font-family="inherit" fill="currentColor">Wald<' in svg
    assert 'font-family="Noto Sans Symbols2" fill="#000000">●<' in svg


def test_no_sign_is_wider_than_said() -> None:
    """What is certain to fit does: in no style is a sign wider than it is taken to be."""
    for file in font_files(FAMILY):
        font = TTFont(file)
        widths, signs = font["hmtx"], font.getBestCmap()
        for code, glyph in signs.items():
            sign = chr(code)
            if surely_fits(sign, 1, 9):
                assert widths[glyph][0] / font["head"].unitsPerEm <= widest(sign, 1), sign
