"""Texts by example: what authors write and what becomes of it."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from kommunal_nh.document import (
    Code,
    Emphasis,
    Figure,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
)
from kommunal_nh.text import (
    ParsedHeading,
    Surroundings,
    Target,
    blocks_of,
    inlines_of,
    is_plain,
    problems_in,
)

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TARGETS = {
    "klima-allianz": Target("klima-allianz", "1.1.1.1", "Klima-Allianz", "Allianz"),
    "einleitung": Target("einleitung", "", "Einleitung"),
    "tückisch": Target("tückisch", "{titel}", "{nummer}"),
    "ohne": Target("ohne", "", "{nummer} {titel}"),
}
AROUND = Surroundings(TARGETS.get, {"bild.png": PIXEL, "plan.svg": b"<svg/>"}.get)


def read(source: str) -> list[Any]:
    """The blocks of a text."""
    return list(blocks_of(source, AROUND))


def inlines(source: str) -> tuple[Any, ...]:
    """The content of a text of one paragraph."""
    (paragraph,) = read(source)
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def test_stars_inside_words_are_letters() -> None:
    """Two words with a gender star in one paragraph stay as they are written."""
    source = "Bürger*innen und Hörer*innen, Kolleg**innen"

    assert inlines(source) == (Text(source),)


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("*betont*", (Emphasis((Text("betont"),)),)),
        ("**wichtig**", (Strong((Text("wichtig"),)),)),
        ("***beides***", (Emphasis((Strong((Text("beides"),)),)),)),
        ("**Bürger*innen**", (Strong((Text("Bürger*innen"),)),)),
        ("*Bürger*innen*", (Emphasis((Text("Bürger*innen"),)),)),
        ("(*so*)", (Text("("), Emphasis((Text("so"),)), Text(")"))),
        ("3 * 4 * 5", (Text("3 * 4 * 5"),)),
        ("2*3*4", (Text("2*3*4"),)),
        ("snake_case_name", (Text("snake_case_name"),)),
        ("\\*kein Stern\\*", (Text("*kein Stern*"),)),
        ("`Code *x*`", (Code("Code *x*"),)),
        ("&auml; &amp; &lt;b&gt;", (Text("ä & <b>"),)),
        ("weicher\nUmbruch", (Text("weicher Umbruch"),)),
        ("harter  \nUmbruch", (Text("harter"), LineBreak(), Text("Umbruch"))),
        ("harter\\\nUmbruch", (Text("harter"), LineBreak(), Text("Umbruch"))),
    ],
)
def test_inline_markup(source: str, content: tuple[Any, ...]) -> None:
    """Emphasis, code, escapes and line breaks are those of CommonMark."""
    assert inlines(source) == content


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("<https://example.org/a_b>", Link("https://example.org/a_b", (Text("https://example.org/a_b"),))),
        ("[Seite](https://example.org)", Link("https://example.org", (Text("Seite"),))),
        ("[](https://example.org)", Link("https://example.org", (Text("https://example.org"),))),
        ("[Amt](mailto:amt@example.org)", Link("mailto:amt@example.org", (Text("Amt"),))),
    ],
)  # fmt: skip
def test_links(source: str, link: Link) -> None:
    """Links keep their address and always show something."""
    assert inlines(source) == (link,)


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        ("[](#klima-allianz)", Reference("klima-allianz", (Text("1.1.1.1"),))),
        ("[P {nummer}](#klima-allianz)", Reference("klima-allianz", (Text("P 1.1.1.1"),))),
        ("[{titel}](#klima-allianz)", Reference("klima-allianz", (Text("Klima-Allianz"),))),
        ("[{kurztitel}](#klima-allianz)", Reference("klima-allianz", (Text("Allianz"),))),
        ("[](#ohne)", Reference("ohne", (Text("{nummer} {titel}"),))),
        ("[dort](#klima-allianz)", Reference("klima-allianz", (Text("dort"),))),
        (
            "[*{nummer}*](#klima-allianz)",
            Reference("klima-allianz", (Emphasis((Text("1.1.1.1"),)),)),
        ),
        ("[](#einleitung)", Reference("einleitung", (Text("Einleitung"),))),
        ("[{nummer}](#einleitung)", Reference("einleitung", (Text("Einleitung"),))),
        ("[{kurztitel}](#einleitung)", Reference("einleitung", (Text("Einleitung"),))),
        (
            "[{titel} {nummer} {x}](#t%C3%BCckisch)",
            Reference("tückisch", (Text("{nummer} {titel} {x}"),)),
        ),
    ],
)  # fmt: skip
def test_references(source: str, reference: Reference) -> None:
    """A reference prints number, title or words of one's own; what has no number, its title."""
    assert inlines(source) == (reference,)
    assert problems_in(source, AROUND) == []


def test_blocks() -> None:
    """Headings, lists, quotes, tables and code each become their block."""
    source = """## Ziele

- eins
- zwei

  mehr

3. drei

> Zitat

| Jahr | CO₂ |
| ---- | --: |
| 2023 | **5** |

    Zeile 1
    Zeile 2
"""

    assert read(source) == [
        ParsedHeading(2, (Text("Ziele"),)),
        List((
            (Paragraph((Text("eins"),)),),
            (Paragraph((Text("zwei"),)), Paragraph((Text("mehr"),))),
        )),
        List(((Paragraph((Text("drei"),)),),), ordered=True, start=3),
        Quote((Paragraph((Text("Zitat"),)),)),
        *[block for block in read(source) if isinstance(block, Table)],
        Paragraph((Code("Zeile 1"), LineBreak(), Code("Zeile 2"))),
    ]  # fmt: skip
    (table,) = (block for block in read(source) if isinstance(block, Table))
    assert [column.title for column in table.columns] == ["Jahr", "CO₂"]
    assert [row.cells for row in table.rows] == [((Text("2023"),), (Strong((Text("5"),)),))]


def test_an_image_alone_is_a_figure() -> None:
    """An image of the folder in a paragraph of its own becomes a figure with its text."""
    assert read('![Ein Punkt](bild.png "Unterschrift")') == [
        Figure("image/png", PIXEL, "Ein Punkt", "Unterschrift")
    ]


@pytest.mark.parametrize(
    ("source", "rule", "line"),
    [
        ("gut\n\n[](#nix)", "dangling-reference", 2),
        ("[x](javascript:alert(1))", "link-scheme", 0),
        ("[x](seite.html)", "link-scheme", 0),
        ("[x](//example.org)", "link-scheme", 0),
        ("eins\nzwei <b>drei</b>", "raw-html", 1),
        ("<div>\nBlock\n</div>", "raw-html", 0),
        ("<!-- Notiz -->", "raw-html", 0),
        ("![](bild.png)", "missing-alt-text", 0),
        ("![Foto](foto.png)", "missing-image", 0),
        ("![Plan](plan.svg)", "image-format", 0),
        ("Satz mit ![Bild](bild.png) darin", "image-inline", 0),
        ("- a\n- b [](#nix)", "dangling-reference", 1),
        ("| a |\n| - |\n| [](#nix) |", "dangling-reference", 2),
    ],
)
def test_what_is_not_allowed_is_a_problem(source: str, rule: str, line: int) -> None:
    """Each thing that is not allowed is found, with the line in which it stands."""
    assert (rule, line) in [(problem.rule, problem.line) for problem in problems_in(source, AROUND)]


def test_what_is_not_allowed_keeps_its_words() -> None:
    """Words inside forbidden markup are printed all the same; nothing is lost in silence."""
    assert inlines("vor [Text](javascript:x) nach") == (Text("vor Text nach"),)
    assert inlines("vor <b>fett</b> nach") == (Text("vor <b>fett</b> nach"),)


@pytest.mark.parametrize(
    "source", ["", "Nur Worte.", "Zwei\n\nAbsätze (2024): „so“", "50 % + 3 = x", "a - b"]
)
def test_words_alone_are_plain(source: str) -> None:
    """A text of words needs no Markdown parser."""
    assert is_plain(source)


@pytest.mark.parametrize(
    "source",
    ["- x", "a\n+ b", "1. x", "# x", "a\n===", "    x", "a  \nb", "a*b",
     "a_b", "<", "[x]", "a|b", "&amp;", "\\", "`x`"],
)  # fmt: skip
def test_anything_like_markup_is_not_plain(source: str) -> None:
    """A text with a sign that could be markup is read by the Markdown parser."""
    assert not is_plain(source)


def test_one_line_joins_blocks_with_line_breaks() -> None:
    """Where only one paragraph fits, paragraphs and items become lines."""
    assert inlines_of("eins\n\n- zwei\n- **drei**", AROUND) == (
        Text("eins"),
        LineBreak(),
        Text("zwei"),
        LineBreak(),
        Strong((Text("drei"),)),
    )


def test_columns_are_as_wide_and_aligned_as_what_stands_in_them() -> None:
    """A column's share is its longest text, within bounds; the row of dashes says how it aligns."""
    source = f"| Nr | Was | Wert |\n| :-: | --- | ---: |\n| 1 | {'lang ' * 30} | 1.000.000 Euro |"
    (table,) = read(source)

    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == ["center", "start", "end"]
    assert [column.width for column in table.columns] == [8, 60, 14]


TABLE = "| Jahr | Anlagen |\n| --- | ---: |\n| 2022 | 3 |"


@pytest.mark.parametrize("word", ["Tabelle", "Table"])
def test_a_paragraph_above_is_the_caption(word: str) -> None:
    """What begins with the word for a table and stands above one is its caption."""
    (table,) = read(f"{word}: Neue\nAnlagen\n\n{TABLE}")

    assert isinstance(table, Table)
    assert table.caption == "Neue Anlagen"


@pytest.mark.parametrize(
    "above",
    [
        "Tabelle 1: Anlagen",
        "Tabelle:",
        "Tabelle: **Anlagen**",
        "Die Tabelle: Anlagen",
        "# Tabelle:",
    ],
)
def test_other_paragraphs_are_no_captions(above: str) -> None:
    """Other words above a table stay what they are, and its caption names the columns."""
    first, table = read(f"{above}\n\n{TABLE}")

    assert not isinstance(first, Table)
    assert isinstance(table, Table)
    assert table.caption == "Jahr, Anlagen"


def test_a_caption_without_table_is_a_paragraph() -> None:
    """A caption is for the table right behind it; all others are printed as they are."""
    blocks = read(f"Tabelle: eins\n\nTabelle: zwei\n\n{TABLE}\n\n{TABLE}\n\nTabelle: drei")

    assert [one.caption if isinstance(one, Table) else one for one in blocks] == [
        Paragraph((Text("Tabelle: eins"),)), "zwei", "Jahr, Anlagen",
        Paragraph((Text("Tabelle: drei"),)),
    ]  # fmt: skip


def test_a_cell_says_the_caption_too() -> None:
    """Where there is room for words only, the caption is among them."""
    assert inlines_of(f"Tabelle: Anlagen\n\n{TABLE}", AROUND)[0] == Text("Anlagen")
