"""The numbers that Word prints and a file does not contain."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.word import STYLES, lines, num, p, words

from kommunal_nh_readers.docx_counting import formatted


def level(depth: int, text: str, more: str = "") -> str:
    """One level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def pattern(pattern_id: int, *levels: str) -> str:
    """A pattern."""
    inner = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{pattern_id}">{inner}</w:abstractNum>'


def listed(list_id: int, pattern_id: int, more: str = "") -> str:
    """A list with a pattern."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{pattern_id}"/>{more}</w:num>'


def start(count: int) -> str:
    """Where a level starts."""
    return f'<w:start w:val="{count}"/>'


ONE = start(1)
DEEP = pattern(7, level(0, "%1", ONE), level(1, "%1.%2", ONE), level(2, "%1.%2.%3", ONE))


def printed(folder: Path, numbering: str, *places: tuple[int, int]) -> list[str]:
    """What stands before paragraphs in lists at levels."""
    body = "".join(p("x", properties=num(*place)) for place in places)
    found = lines(folder, body, parts={"numbering": numbering})
    return [f"{one.marker} {one.words}".strip().removesuffix(" x") for one in found]


def test_numbers_of_several_levels_begin_the_words(tmp_path: Path) -> None:
    """Deeper levels begin anew after a higher one."""
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert printed(tmp_path, DEEP + listed(1, 7), *places) == [
        "1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2", "2.1",
    ]  # fmt: skip


def test_a_style_can_have_the_number(tmp_path: Path) -> None:
    """Headings are numbered by their styles, and by the level that the style names."""
    styles = STYLES + (
        f'<w:style w:type="paragraph" w:styleId="K1"><w:name w:val="heading 3"/>'
        f'<w:pPr>{num(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="K2">'
        '<w:name w:val="heading 4"/><w:basedOn w:val="K1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("Klima", "K1") + p("Ziel", "K2") + p("frei", "K2", off) + p("Ziel", "K2")
    numbering = {"numbering": DEEP + listed(1, 7)}
    assert words(tmp_path, body, parts=numbering, styles=styles) == [
        "1 Klima", "1.1 Ziel", "frei", "1.2 Ziel",
    ]  # fmt: skip


def test_a_list_can_start_elsewhere(tmp_path: Path) -> None:
    """A list that restarts does so once; another one with the same pattern goes on."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = DEEP + listed(1, 7) + listed(2, 7, override) + listed(3, 7)
    places = [(1, 0), (1, 0), (2, 0), (2, 0), (3, 0)]
    assert printed(tmp_path, numbering, *places) == ["1", "2", "5", "6", "7"]


def test_a_list_can_have_a_level_of_its_own(tmp_path: Path) -> None:
    """A level that the list itself defines goes before that of the pattern."""
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Z%1", start(3))}</w:lvlOverride>'
    assert printed(tmp_path, DEEP + listed(1, 7, own), (1, 0), (1, 0)) == ["Z3", "Z4"]


def test_levels_that_never_begin_anew(tmp_path: Path) -> None:
    """`lvlRestart` says after which level one begins anew, if at all."""
    never, after_first = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
    numbering = pattern(
        7, level(0, "%1", ONE), level(1, "%1.%2", ONE + never), level(2, "%3", ONE + after_first)
    ) + listed(1, 7)
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert printed(tmp_path, numbering, *places) == ["1", "1.1", "1", "1.2", "2", "2", "2.3", "1"]


def test_legal_numbers_are_all_decimal(tmp_path: Path) -> None:
    """Below Roman chapters stand decimal numbers, where the list says so."""
    roman = '<w:numFmt w:val="upperRoman"/>'
    numbering = pattern(
        7, level(0, "%1.", ONE + roman), level(1, "%1.%2", ONE + "<w:isLgl/>")
    ) + listed(1, 7)
    assert printed(tmp_path, numbering, (1, 0), (1, 0), (1, 1)) == ["I.", "II.", "2.1"]


def test_a_list_can_have_the_pattern_of_a_style(tmp_path: Path) -> None:
    """Styles of lists lead to the pattern that they stand for."""
    styles = STYLES + (
        '<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Liste"/></w:abstractNum>'
    numbering = DEEP + link + listed(1, 7) + listed(2, 8)
    body = p("a", properties=num(2)) + p("b", properties=num(2, 1))
    found = words(tmp_path, body, parts={"numbering": numbering}, styles=styles)
    assert found == ["1 a", "1.1 b"]


def test_a_number_of_one_part_is_a_marker(tmp_path: Path) -> None:
    """Items of numbered lists keep their number as marker, and their depth."""
    body = p("eins", properties=num(1)) + p("zwei", properties=num(1))
    numbering = pattern(7, level(0, "%1.", ONE)) + listed(1, 7)
    found = lines(tmp_path, body, parts={"numbering": numbering})
    assert [(one.marker, one.depth, one.words) for one in found] == [
        ("1.", 1, "eins"),
        ("2.", 1, "zwei"),
    ]


@pytest.mark.parametrize("numbering", ["", listed(1, 99), pattern(7) + listed(1, 7)])
def test_a_list_that_is_not_there_prints_nothing(tmp_path: Path, numbering: str) -> None:
    """Damaged lists lose their numbers and no words."""
    assert printed(tmp_path, numbering, (1, 0)) == ["x"]


@pytest.mark.parametrize(
    ("count", "form", "said"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (1994, "lowerRoman", "mcmxciv"),
        (4, "upperRoman", "IV"),
        (3, "ordinal", "3."),
        (3, "none", ""),
        (0, "upperRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (3, "chicago", "3"),
    ],
)
def test_forms_of_numbers(count: int, form: str, said: str) -> None:
    """Letters double after z as in Word; what has no such form stays decimal."""
    assert formatted(count, form) == said
