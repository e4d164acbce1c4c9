"""Colours: everything that stands on a status's colour, or is drawn in it, can be seen."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from importlib.resources import files
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kommunal_nh.colours import contrast, known_colour, text_on
from kommunal_nh.document import Document, StatusStyle
from kommunal_nh_html.colours import visible_on
from kommunal_nh_html.page import write_page

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        # Pairs whose ratios are printed in the W3C's own explanations of the contrast criteria.
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    """The contrast is the ratio that WCAG 2 defines, either way round."""
    assert contrast(first, second) == pytest.approx(ratio, abs=0.006)
    assert contrast(second, first) == contrast(first, second)


@given(colours)
@example("#757575")
def test_text_can_be_read_on_any_colour(colour: str) -> None:
    """Black or white text on any colour has the contrast of level AA, and is the better of both."""
    chosen, other = text_on(colour), {"#000000": "#ffffff", "#ffffff": "#000000"}[text_on(colour)]

    assert contrast(chosen, colour) >= 4.5
    assert contrast(chosen, colour) >= contrast(other, colour)


@given(colours, st.sampled_from(["#ffffff", "#1b221e", "#000000"]))
def test_edges_can_be_seen(colour: str, paper: str) -> None:
    """An edge stands out from the paper with 3:1; a colour that does so already is not changed."""
    edge = visible_on(colour, paper)

    assert contrast(edge, paper) >= 3
    assert edge == colour or contrast(colour, paper) < 3


@given(st.text())
def test_only_colours_reach_the_style_sheet(text: str) -> None:
    """Whatever a status gives as its colour, the style sheet gets a colour."""
    assert re.fullmatch(r"#[0-9a-f]{6}", known_colour(text))


def test_known_colours_stay() -> None:
    """A colour that is one is taken as it is."""
    assert known_colour("#C9E7CF") == "#c9e7cf"


def sheet(name: str) -> str:
    return files("kommunal_nh_html").joinpath("look", f"{name}.css").read_text(encoding="utf-8")


def tokens() -> dict[str, tuple[str, str]]:
    """The colours of the page by their names, each for light and for dark."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", sheet("tokens"))
    return {name: (light, dark) for name, light, dark in pairs}


def test_style_sheet_knows_the_papers() -> None:
    """The edges are made for the papers that the style sheet draws them on."""
    assert tokens()["paper"] == ("#ffffff", "#1b221e")


GROUNDS = ("paper", "ground", "accent-soft")
WORDS = ("ink", "quiet", "accent", "link")
LINES = [("focus", ground) for ground in GROUNDS] + [
    ("field", "paper"),
    ("field", "accent-soft"),
    ("on-banner-focus", "banner"),
]


@pytest.mark.parametrize(
    ("words", "ground"),
    [(words, ground) for words in WORDS for ground in GROUNDS] + [("on-banner", "banner")],
)
def test_words_can_be_read(words: str, ground: str) -> None:
    """In light and in dark, words have the contrast of level AA on whatever they stand on."""
    pairs = zip(tokens()[words], tokens()[ground], strict=True)

    assert all(contrast(one, other) >= 4.5 for one, other in pairs)


@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_can_be_seen(line: str, ground: str) -> None:
    """In light and in dark, edges of fields and of what has the focus stand out with 3:1."""
    pairs = zip(tokens()[line], tokens()[ground], strict=True)

    assert all(contrast(one, other) >= 3 for one, other in pairs)


@pytest.mark.parametrize("change", ["inserted", "deleted"])
def test_changes_can_be_read(change: str) -> None:
    """In light and in dark, changed words have the contrast of level AA; paper is light."""
    pairs = zip(tokens()[f"on-{change}"], tokens()[change], strict=True)

    assert all(contrast(words, ground) >= 4.5 for words, ground in pairs)
    assert f"--{change}" not in sheet("print")


def test_changes_are_not_told_by_colour_alone() -> None:
    """What is inserted is underlined twice, what is deleted is struck, also marks and links."""
    style = sheet("changes")
    decorated = r"^((?:ins|del)[^{]*) \{\s*text-decoration: (.*?);\s*\}"
    rules = dict(re.findall(decorated, style, re.MULTILINE))

    assert rules == {
        "ins,\nins :is(a, .mark)": "underline double",
        "del,\ndel .mark": "line-through",
        "del a": "underline line-through",
    }


@given(st.text(min_size=1, max_size=3))
def test_symbols_are_harmless(symbol: str) -> None:
    """A symbol stands in the style sheet as letters and escapes, so it can not end the string."""
    status = StatusStyle("a", "a", "", "#c9e7cf", symbol)
    out = BytesIO()
    write_page(Document("T", "P", date(2023, 1, 1), (), statuses=(status,)), out)
    (rule,) = re.findall(r"\.mark\.status-1::before \{(.*)\}", out.getvalue().decode())
    strings = re.fullmatch(r' content: "(.*)"; content: "(.*)" / ""; ', rule)

    assert strings
    assert strings[1] == strings[2]
    assert re.fullmatch(r"([A-Za-z0-9 .,/-]|\\[0-9a-f]{6})+", strings[1])
    assert unescaped(strings[1]) == replaced(symbol) + "\u00a0"


def unescaped(words: str) -> str:
    return re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), words)


def replaced(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if forbidden(one) else one for one in lines)


def forbidden(one: str) -> bool:
    control = unicodedata.category(one) in {"Cc", "Cs"} and one not in "\t\n\f"
    return control or "\ufdd0" <= one <= "\ufdef" or ord(one) % 0x10000 >= 0xFFFE
