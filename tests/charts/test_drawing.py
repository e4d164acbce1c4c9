"""Charts become pictures that are the same everywhere and harmless inside a page."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kommunal_nh import UsageError
from kommunal_nh.charts import chart_png, chart_svg, is_drawn
from kommunal_nh.document import Chart, Column, Table

SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {"svg", "g", "path", "line", "rect", "text", "tspan", "defs", "clipPath"}
HARMLESS |= {"linearGradient", "stop", "circle"}


def chart(spec: dict[str, Any]) -> Chart:
    """A chart with a specification."""
    return Chart(spec, "Was es zeigt", Table("Zahlen", (Column("Jahr"),), ()))


def bars(*names: str, **more: Any) -> Chart:
    """A chart with one bar for each name."""
    values = [{"name": name, "count": place} for place, name in enumerate(names, 1)]
    encoding = {
        "x": {"field": "count", "type": "quantitative", "title": "Zahl"},
        "y": {"field": "name", "type": "nominal"},
    }
    spec: dict[str, Any] = {"data": {"values": values}, "mark": {"type": "bar", "clip": True}}
    return chart(spec | {"encoding": encoding} | more)


def elements(svg: str) -> list[etree._Element]:
    """Every element of a drawing."""
    return list(etree.fromstring(svg.encode()).iter())


def test_words_are_text() -> None:
    """What a chart says can be found and read aloud: its words are text, not outlines."""
    said = {
        text for element in elements(chart_svg(bars("Ämter", "Höfe"))) for text in [element.text]
    }

    assert {"Ämter", "Höfe", "Zahl"} <= said


@given(st.text(max_size=20))
def test_words_stay_words(name: str) -> None:
    """No word of the data becomes an element, an attribute or a reference of the drawing."""
    found = elements(chart_svg(bars(name, "<script>alert(1)</script>", "url(#a) onload=x")))

    assert {str(element.tag).removeprefix(SVG) for element in found} <= HARMLESS
    for element in found:
        assert not [key for key in element.attrib if key.startswith(("on", "{", "aria"))]
        assert not {"class", "style", "role", "href"} & set(element.attrib)


def test_ids_can_be_made_different() -> None:
    """Two drawings in one page have no id in common, and each refers to its own."""
    for prefix in ("a-", "b-"):
        found = elements(chart_svg(bars("x"), ids=prefix))
        ids = {value for element in found if (value := element.get("id"))}
        used = {value for element in found if (value := element.get("clip-path"))}

        assert ids and all(value.startswith(prefix) for value in ids)
        assert used == {f"url(#{value})" for value in ids}


def test_ink_and_font_are_those_of_the_page() -> None:
    """Words take colour and family of the page if it asks for that."""
    words = [
        element
        for element in elements(chart_svg(bars("x"), ink="currentColor", font="inherit"))
        if element.tag == f"{SVG}text"
    ]

    assert {word.get("font-family") for word in words} == {"inherit"}
    assert {word.get("fill") for word in words} == {"currentColor"}


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_picture_has_its_size_in_any_resolution(scale: int) -> None:
    """A PNG has the dots asked for, and says how large it is on paper."""
    root = elements(chart_svg(bars("x")))[0]
    picture = chart_png(bars("x"), scale=scale)
    width, height = struct.unpack(">II", picture[16:24])
    place = picture.index(b"pHYs") + 4
    dots, _, unit = struct.unpack(">IIB", picture[place : place + 9])

    assert (width, height) == (int(root.get("width")) * scale, int(root.get("height")) * scale)
    assert (round(dots * 0.0254), unit) == (96 * scale, 1)


WRONG: dict[str, dict[str, Any]] = {
    "no specification": {"nichts": "hier"},
    "unknown mark": {"data": {"values": [{}]}, "mark": "kuchen"},
    "data from outside": {
        "data": {"url": "https://example.org/x.csv"},
        "mark": "bar",
        "encoding": {"x": {"field": "a", "type": "quantitative"}},
    },
    "picture from outside": {
        "data": {"values": [{"u": "https://example.org/x.png"}]},
        "mark": {"type": "image", "width": 9, "height": 9},
        "encoding": {"url": {"field": "u", "type": "nominal"}},
    },
}


@pytest.mark.parametrize("name", WRONG)
def test_what_can_not_be_drawn_is_explained(name: str) -> None:
    """A chart that is none, or that would load something, is an error that names it."""
    for draw in (chart_svg, chart_png):
        with pytest.raises(UsageError, match=r"Das Diagramm „Was es zeigt“ lässt sich nicht"):
            draw(chart(WRONG[name]))


def test_a_chart_can_do_without_a_drawing() -> None:
    """A chart without specification is not drawn at all."""
    assert (is_drawn(chart({})), is_drawn(bars("x"))) == (False, True)


PROGRAM = """
import hashlib
from test_drawing import bars
from kommunal_nh.charts import chart_png, chart_svg
both = chart_svg(bars("Äpfel", "Birnen ○")).encode() + chart_png(bars("Äpfel", "Birnen ○"))
print(hashlib.sha256(both).hexdigest())
"""


def test_another_process_draws_the_same() -> None:
    """Neither time zone nor hash seed changes a byte of a drawing."""
    runs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=Path(__file__).parent,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    }

    assert len(runs) == 1
