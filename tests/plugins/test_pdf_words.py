"""The words of a PDF: what is shown, what is said, and what no font can show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.plugins.pdf_facts import bookmarks
from tests.plugins.pdf_reading import Tag, tag_tree

from kommunal_nh.document import (
    Block,
    Chart,
    Column,
    Deleted,
    Document,
    Figure,
    Heading,
    Inline,
    Inserted,
    Link,
    List,
    Paragraph,
    Reference,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Table,
    Text,
)
from kommunal_nh.errors import KommunalNHError
from kommunal_nh.fonts import font_folder, has_sign, spans_of
from kommunal_nh.testing.picture import PIXEL
from kommunal_nh_pdf import PdfExporter
from kommunal_nh_pdf.signs import _ALWAYS_THERE, readable_text


def said(*blocks: Block, language: str = "de-DE") -> Tag:
    """The tags of a document with some blocks."""
    status = StatusStyle("fertig", "fertig", "", "#c5e8cd", "●")
    document = Document(
        "Titel", "Kreis Muster", date(2023, 10, 1), blocks, language=language, statuses=(status,)
    )
    file = Path.cwd() / "probe.pdf"
    PdfExporter().write(document, file, {})
    with pikepdf.open(file) as pdf:
        return tag_tree(pdf)


def paragraph(*content: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in content))


def heading(level: int, words: str) -> Heading:
    return Heading(level, "", (Text(words),))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("mit 😀 ins Amt", "mit [U+1F600] ins Amt"),
        ("Hofladen 👩\u200d🌾!", "Hofladen [U+1F469 U+200D U+1F33E]!"),
        ("Partnerstadt 北京", "Partnerstadt [U+5317 U+4EAC]"),
        ("\ud800", "[U+D800]"),
        ("a\x01b", "a[U+0001]b"),
    ],
)
def test_what_no_font_has_is_shown_as_its_code(words: str, shown: str) -> None:
    """A sign that can not be shown is neither lost nor a box, and stops nothing."""
    assert said(paragraph(words)).words().strip() == shown


@pytest.mark.parametrize("words", ["שלום", "مرحبا", "Ελλάδα", "ภาษา", "H₂O – „ß“ ≥ 5 €", "𝟙", "🚲"])
def test_many_scripts_can_be_shown(words: str) -> None:
    """What the fonts have is shown as it is."""
    assert readable_text(words, _in_fonts) == words
    said(paragraph(words))


def test_line_feeds_and_tabs_are_spaces() -> None:
    """White space inside of a text breaks no line."""
    assert said(paragraph("eins\nzwei\tdrei\u2028vier")).words().strip() == "eins zwei drei vier"


def _in_fonts(sign: str) -> bool:
    return any(has_sign(spans_of(file), sign) for file in font_folder().rglob("*.ttf"))


def test_common_letters_are_in_the_first_font() -> None:
    """What is taken for granted without looking is there in every face."""
    common = [chr(code) for code in range(0x3000) if _ALWAYS_THERE.fullmatch(chr(code))]
    for file in font_folder().glob("fig*"):
        spans = spans_of(file)
        assert [sign for sign in common if not has_sign(spans, sign) and sign != "\u00ad"] == []


@pytest.mark.parametrize("file", sorted(font_folder().rglob("*.ttf")), ids=lambda file: file.stem)
def test_a_font_has_what_fonttools_finds(file: Path) -> None:
    """Our reading of a font's table of signs agrees with that of fontTools."""
    known = set(TTFont(file).getBestCmap())
    found = {code for first, last in spans_of(file) for code in range(first, last + 1)}
    assert known <= found
    assert found - known <= {0xFFFF}


@given(st.binary(max_size=200))
def test_a_broken_font_has_no_signs(data: bytes) -> None:
    """Bytes that are no font give no signs, and no error."""
    file = Path.cwd() / "kaputt.ttf"
    file.write_bytes(data)
    assert isinstance(spans_of(file), list)


def test_changes_are_said_in_words() -> None:
    """Who listens hears what was inserted and what was deleted."""
    tags = said(paragraph("Es ", Deleted((Text("war"),)), Inserted((Text("wird"),)), " gut."))
    assert " ".join(tags.words().split()) == (
        "Es gelöscht: war (Ende der Änderung) eingefügt: wird (Ende der Änderung) gut."
    )


def test_the_symbol_of_a_status_is_not_said() -> None:
    """A symbol repeats what the words say, so it is for the eye only."""
    assert said(paragraph(StatusMark("fertig", "Fertig"))).words().strip() == "Fertig"


def test_levels_are_not_left_out() -> None:
    """Headings that skip levels become headings that do not, since PDF/UA refuses them."""
    tags = said(heading(3, "drei"), heading(5, "fünf"), heading(4, "vier"), heading(1, "eins"))
    found = [(one.name, one.words().strip()) for one in tags.every("/H1", "/H2", "/H3")]
    assert found == [("/H1", "drei"), ("/H2", "fünf"), ("/H2", "vier"), ("/H1", "eins")]


def test_headings_without_words_are_left_out() -> None:
    """An empty heading would name nothing."""
    assert said(heading(1, "eins"), heading(2, "")).every("/H2") == []


def test_references_to_nothing_and_forbidden_links_are_words() -> None:
    """A link that leads nowhere, or where it must not, is printed without being one."""
    tags = said(paragraph(Reference("weg", (Text("dort"),)), Link("file:///x", (Text("da"),))))
    assert tags.every("/Link") == []
    assert tags.words().strip() == "dortda"


def test_a_name_stands_for_one_place() -> None:
    """If two sections have one anchor, links lead to the first, and nothing breaks."""
    section = Section("project", "p", (heading(1, "Projekt"),))
    tags = said(section, section, paragraph(Reference("p", (Text("dort"),))))
    assert len(tags.every("/Link")) == 1


def test_the_anchor_is_the_name_of_the_place() -> None:
    """A page address such as `report.pdf#klima-allianz` leads to the project."""
    said(Section("project", "klima-allianz", (heading(1, "Klima-Allianz"),)),
         paragraph(Reference("klima-allianz", (Text("dort"),))))  # fmt: skip
    with pikepdf.open("probe.pdf") as pdf:
        assert "klima-allianz" in {str(name) for name in pdf.Root.Names.Dests.Names[::2]}


def test_lists_keep_their_own_numbers() -> None:
    """A numbered list inside of a numbered list begins with its own number."""
    inner = List(((paragraph("innen"),),), ordered=True, start=4)
    tags = said(List(((paragraph("außen"), inner), (paragraph("weiter"),)), ordered=True, start=2))
    labels = [one.words().strip() for one in tags.every("/Lbl")]
    assert labels == ["2.", "4.", "3."]


def test_numbers_are_in_the_bookmarks() -> None:
    """Number and title of a heading are its bookmark."""
    said(Heading(1, "1.1", (Text("Energie"),)))
    with pikepdf.open("probe.pdf") as pdf:
        assert list(bookmarks(pdf)) == ["1.1 Energie"]


def test_a_picture_has_its_alternative_text() -> None:
    """What a picture shows is told to those who do not see it."""
    (figure,) = said(Figure("image/png", PIXEL, "Ein Turm", "Bildunterschrift")).every("/Figure")
    assert figure.alt == "Ein Turm"


def test_a_broken_picture_is_named_in_german() -> None:
    """A picture that can not be read ends the build with a sentence that names it."""
    broken = Figure("image/png", b"\x89PNG\r\n\x1a\nkaputt", "Ein Turm")
    with pytest.raises(KommunalNHError, match="Das Bild „Ein Turm“ lässt sich nicht lesen"):
        said(Figure("image/png", PIXEL, "Ein Punkt"), broken)


def test_a_word_that_pdf_can_not_hold_is_explained_in_german() -> None:
    """A word without any space that is longer than PDF/A allows ends the build with a remedy."""
    with pytest.raises(KommunalNHError, match=r"länger als 32\.767 Zeichen.*Bitte kürzen"):
        said(paragraph("x" * 40_000))


@pytest.mark.parametrize("language", ["", "de", "en-GB", "zh-Hant-TW", "x-klingon", "de-DE-1996"])
def test_every_language_tag_can_be_written(language: str) -> None:
    """Language tags of every kind give a file; what Typst does not know is left out."""
    said(paragraph("Text"), language=language)


def test_a_strange_time_is_refused_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time stamp that is none ends the build with a sentence."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gestern")
    with pytest.raises(KommunalNHError, match="SOURCE_DATE_EPOCH ist „gestern“"):
        said(paragraph("Text"))


@settings(max_examples=15)
@given(words=st.text(min_size=1, max_size=6))
@example(words="x\u0301")
@example(words="schifff 🌍")
@example(words="\u0e33")
@example(words="ɨ")
@example(words="\u0338")
@example(words="\u0661\u200d")
@pytest.mark.parametrize("font", ["FiraGO", "Noto Sans Symbols2"])
def test_whatever_stands_in_a_drawing_the_pdf_is_made(font: str, words: str) -> None:
    """Typst refuses some signs that another font has; drawings do without them."""
    text = {"text": {"value": words}, "x": {"value": 9}, "y": {"value": 9}}
    mark = {"type": "text", "font": font}
    spec = {"data": {"values": [{}]}, "mark": mark, "encoding": text}
    table = Table("Zahlen", (Column("Jahr"),), (Row(((Text(words),),)),))

    (figure,) = said(Chart(spec, "Was es zeigt", table)).every("/Figure")

    assert figure.alt == "Was es zeigt"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rat\u00adhaus", "Rat\u00adhaus"),
        ("Rathaus\u00ad", "Rathaus"),
        ("\u00ad\u00ad 1\u00ad.", " 1."),
    ],
)
def test_soft_hyphens_stand_only_inside_words(text: str, shown: str) -> None:
    """Typst stops where a link ends with a soft hyphen, and there it divides nothing."""
    assert readable_text(text, lambda sign: True) == shown
