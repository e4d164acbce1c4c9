"""The file is built as Word wants it, and holds the whole document."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

import attrs
import docx
import pytest
from docx.enum.section import WD_ORIENT
from tests.plugins.docx_reading import (
    W,
    document_of,
    paragraphs,
    part,
    parts,
    read,
    style_names,
    words,
    written,
)
from tests.plugins.docx_rules import RULES, breaches, languages
from tests.plugins.docx_sample import STATUSES, paragraph, png, project_table, sample
from tests.plugins.docx_sample import words as texts

from kommunal_nh import Exporter, KommunalNHError
from kommunal_nh.document import (
    Column,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    Link,
    List,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Section,
    StatusStyle,
    Table,
    TableOfContents,
    TitlePage,
)
from kommunal_nh_docx import DocxExporter


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(sample(), tmp_path_factory.mktemp("docx"))


def test_it_is_an_exporter() -> None:
    """The class keeps the promise of the protocol."""
    assert isinstance(DocxExporter(), Exporter)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rules(rule, path: Path) -> None:
    """A document with everything in it keeps every rule."""
    assert list(rule(path)) == []


def test_empty_document(tmp_path: Path) -> None:
    """A document without any block is still a file that Word opens."""
    assert breaches(written(document_of(), tmp_path)) == []


def test_language(tmp_path: Path) -> None:
    """The language of the document is that of its text."""
    document = attrs.evolve(sample(), language="nds-DE")

    assert list(languages(written(document, tmp_path), "nds-DE")) == []


def test_headings(path: Path) -> None:
    """Headings have their number as text and the style of their level, the deepest that of nine."""
    found = [(style, text) for style, text in paragraphs(path) if style.startswith("heading ")]

    assert found == [
        ("heading 1", "Überblick"),
        ("heading 1", "1 Klima"),
        ("heading 2", "1.1 Ziel"),
        ("heading 3", "1.1.1 umgesetzte Projekte"),
        ("heading 4", "1.1.1.1 Klima-Allianz"),
        ("heading 4", "1.1.2.1 Wärme"),
        ("heading 1", "Projektlisten"),
        ("heading 1", "Besonderheiten"),
        ("heading 9", "1.2.3 Sehr tief"),
        ("heading 1", "Danach"),
    ]


def test_roles(path: Path) -> None:
    """What a paragraph is for shows in its style."""
    found = {text: style for style, text in paragraphs(path)}

    assert found["Weniger Energie."] == "Zielformulierung"
    assert found["Sachstand:"] == "Feldbezeichnung"
    assert found["Verantwortlich: 80.01"] == "Eckdaten"
    assert found["Derzeit keine Projekte."] == "Leerhinweis"
    assert found["Gesagt ist gesagt."] == "Quote"


def test_words_of_a_project(path: Path) -> None:
    """Signs that look like markup are words; breaks and tabs are kept where they are meant."""
    found = [text for _, text in paragraphs(path)]

    assert "Bürger*innen & Bürger <gemeinsam> sparen 80\u00a0% CO₂." in found
    assert "läuft\nx = 1\n\ty" in found


def test_sections(path: Path) -> None:
    """Lists and wide tables are on landscape pages, all else is upright."""
    sections = docx.Document(str(path)).sections

    wide = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert wide == [False, False, True, False, True, False]
    for section in sections:
        assert (section.page_width > section.page_height) == (
            section.orientation == WD_ORIENT.LANDSCAPE
        )


def test_header_and_footer(path: Path) -> None:
    """All pages but the title page name the report, its day and its publisher."""
    sections = docx.Document(str(path)).sections

    for section in sections:
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        assert header.text == "Nachhaltigkeitsreport <Muster> & Co\tStand: 01.10.2023"
        assert words(footer._p) == "Kreis Muster\tSeite 1 von 1"
        instructions = footer._p.xpath(".//w:fldSimple/@w:instr")
        assert instructions == [" PAGE ", " NUMPAGES "]
    firsts = [section.different_first_page_header_footer for section in sections]
    assert firsts == [True, False, False, False, False, False]
    assert sections[0].first_page_header.is_linked_to_previous


def test_tabs_end_where_the_text_ends(path: Path) -> None:
    """In landscape, date and page number stand at the right as well."""
    for section in docx.Document(str(path)).sections:
        width = section.page_width - section.left_margin - section.right_margin
        for line in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            assert [stop.position for stop in line.paragraph_format.tab_stops] == [width]


def test_table_of_contents(path: Path) -> None:
    """The contents hold the lines to their depth as live links, and no page numbers."""
    content = next(part(path).iter(f"{W}sdtContent"))
    lines = [(words(p), [a.get(f"{W}anchor") for a in p.iter(f"{W}hyperlink")]) for p in content]

    assert lines == [
        ("Inhaltsverzeichnis", []),
        ("1 Klima", ["klima"]),
        ("1.1.1 umgesetzte Projekte", []),
        ("1.1.1.1 Klima-Allianz", ["klima_allianz"]),
        ("", []),
    ]
    assert next(content.iter(f"{W}instrText")).text == r' TOC \o "1-4" \n \h \z '


def test_empty_contents(tmp_path: Path) -> None:
    """Contents without lines still are a whole field."""
    nothing = TableOfContents("Inhalt", ())

    assert breaches(written(document_of(nothing), tmp_path)) == []


def test_project_table(path: Path) -> None:
    """A table has its words in its cells, and its columns the widths that they ask for."""
    table = next(table for table in docx.Document(str(path)).tables if len(table.columns) == 6)

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [column.title for column in project_table().columns],
        ["1.1.1.1", "Klima-Allianz", "", "●\u00a0Umgesetzt", "Alle „Städte“", "80.01"],
        ["1.1.2.1", "Wärme", "►\u00a0Bearbeitung", "", "", ""],
    ]
    widths = [column.width for column in table.columns]
    page = docx.Document(str(path)).sections[2]
    room = page.page_width - page.left_margin - page.right_margin
    assert sum(widths) == pytest.approx(room, abs=1000)
    assert widths[1] / widths[0] == pytest.approx(26 / 7, rel=0.1)
    assert widths[2] == pytest.approx(widths[3], rel=0.01)
    assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val") == ["Projektliste „Klima“"]


def test_marks(path: Path) -> None:
    """A mark has symbol and words that do not part, the colour of its status, and contrast."""
    names = style_names(path)
    runs = {
        words(run): names[run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")]
        for run in part(path).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    }
    styles = docx.Document(str(path)).styles

    assert runs["\u00a0►\u00a0in\u00a0Bearbeitung\u00a0"] == "Status in-bearbeitung"
    fills = [styles[f"Status {s.id}"].element.xpath("w:rPr/w:shd/@w:fill")[0] for s in STATUSES]
    assert fills == [status.colour.lstrip("#").upper() for status in STATUSES]
    colours = [str(styles[f"Status {s.id}"].font.color.rgb) for s in STATUSES]
    assert colours == ["FFFFFF", "000000"]


def test_statuses_with_odd_ids(tmp_path: Path) -> None:
    """Statuses may be called anything, and have a colour that is none."""
    odd = ("a,b", "a;b", "", "A b", "a b", "\x00")
    statuses = tuple(StatusStyle(status, "x", "", "rot", "") for status in odd)
    document = attrs.evolve(document_of(paragraph("x")), statuses=statuses)

    assert breaches(written(document, tmp_path)) == []


def test_lists(path: Path) -> None:
    """Each numbered list begins anew with its own number, at its own level."""
    numbering = part(path, "word/numbering.xml")
    starts = [
        (o.get(f"{W}ilvl"), o.find(f"{W}startOverride").get(f"{W}val"))
        for o in numbering.iter(f"{W}lvlOverride")
    ]
    items = {
        words(p): (p.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"), style)
        for p, (style, _) in zip(part(path).iter(f"{W}p"), paragraphs(path), strict=True)
        if p.find(f"{W}pPr/{W}numPr") is not None
    }

    assert starts == [("1", "3"), ("1", "3")]
    assert items["Erstens"] == ("0", "List Bullet")
    assert items["zwei"] == ("1", "List Number")
    assert "noch dazu" not in items


def test_links(path: Path) -> None:
    """An address is listed once, without signs that Word refuses; others are just words."""
    links = [
        (link.address, link.text)
        for p in docx.Document(str(path)).paragraphs
        for link in p.hyperlinks
        if link.address
    ]

    assert links == [
        ("https://example.org/a%20b?x=%221%22&y=%3C2%3E", "Netz"),
        ("mailto:info@example.org", "Post"),
        ("https://example.org/a%20b?x=%221%22&y=%3C2%3E", "noch einmal"),
    ]
    assert b"javascript" not in parts(path)["word/_rels/document.xml.rels"]


def test_links_in_links() -> None:
    """A link inside a link is just words."""
    inner = Reference("x", texts("innen"))
    outer = Link("https://example.org", (inner, Link("https://example.com", texts("auch"))))
    word = read(Paragraph((outer,)), Paragraph((Reference("x", (outer,)),)))

    links = [[(link.address, link.text) for link in p.hyperlinks] for p in word.paragraphs]
    assert links == [[("https://example.org", "innenauch")], [("", "innenauch")]]


def test_pictures(path: Path) -> None:
    """Pictures are no wider than the text, kept once, and described."""
    word = docx.Document(str(path))
    section = word.sections[-2]
    shapes = word.inline_shapes
    room = word.sections[0].page_width - section.left_margin - section.right_margin

    assert shapes[1].width == pytest.approx(room, abs=1000)
    assert shapes[1].width / shapes[1].height == pytest.approx(4000 / 300, rel=0.01)
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [
        "Ein graues Feld",
        "Ein breites Feld",
        "Dasselbe „Feld“",
    ]
    assert sum(member.startswith("word/media/") for member in parts(path)) == 2


JPEG_WITHOUT_END = bytes.fromhex(
    "ffd8ffea00104a46494600010101004800480000ffdb004300080808080808080808080808ffc40014100100000000"
    "6e000000000000000000000000ffda000801010000c20054dfffd9"
)


@pytest.mark.parametrize(
    "data",
    [b"", b"kein Bild", png()[:20], b"\xff\xd8\xff\xe0\0\x10JFIF", JPEG_WITHOUT_END],
)
def test_broken_picture(data: bytes, tmp_path: Path) -> None:
    """A picture that can not be read is an error that names it."""
    figure = Figure("image/png", data, "Das Rathaus")

    with pytest.raises(KommunalNHError, match="Das Bild „Das Rathaus“ lässt sich nicht lesen"):
        written(document_of(figure), tmp_path)


def test_a_picture_that_says_it_is_as_large_as_a_field_fits_on_the_page(tmp_path: Path) -> None:
    """A picture of one dot to the metre is as large as its dots are on a screen."""
    chunk = b"pHYs" + struct.pack(">IIB", 1, 1, 1)
    size = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data = png()[:33] + size + png()[33:]
    path = written(document_of(Figure("image/png", data, "Feld")), tmp_path)
    (shape,) = docx.Document(str(path)).inline_shapes

    assert (shape.width.pt, shape.height.pt) == (40, 20)


def test_page_break() -> None:
    """The paragraph behind a page break begins a page, and only that."""
    word = read(paragraph("a"), PageBreak(), paragraph("b"), paragraph("c"))

    breaks = [bool(p.paragraph_format.page_break_before) for p in word.paragraphs]
    assert breaks == [False, True, False]


def test_what_belongs_together_stays_together(path: Path) -> None:
    """Captions, labels, headings and the status below a heading stay with what follows."""
    word = docx.Document(str(path))
    for p in word.paragraphs:
        if p.style.name in {"Feldbezeichnung", "Heading 1", "Heading 2", "Heading 3", "Heading 4"}:
            assert p.style.paragraph_format.keep_with_next
        if p.text.startswith(("Status:", "Projektliste „")):
            assert p.paragraph_format.keep_with_next


def test_properties(path: Path) -> None:
    """The file says what it is, of which day and from whom."""
    properties = docx.Document(str(path)).core_properties

    assert properties.title == "Nachhaltigkeitsreport <Muster> & Co"
    assert properties.author == properties.last_modified_by == "Kreis Muster"
    assert properties.subject == "Ziele und Projekte"
    assert properties.language == "de-DE"
    assert properties.created.date() == properties.modified.date() == date(2023, 10, 1)


def test_odd_properties(tmp_path: Path) -> None:
    """Endless and forbidden characters, and the earliest of all days, do no harm."""
    document = Document("x\x00" * 200, "\ud800", date(1, 1, 1), (), subject="&<>")
    properties = docx.Document(str(written(document, tmp_path))).core_properties

    assert properties.title == ("x\ufffd" * 200)[:255]
    assert properties.created.year == 1980


def test_source_date_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH sets the time stamp."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    properties = docx.Document(str(written(document_of(), tmp_path))).core_properties

    assert properties.created.isoformat()[:19] == "2023-11-14T22:13:20"


def test_bad_source_date_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no number is an error that names it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gestern")

    with pytest.raises(KommunalNHError, match="SOURCE_DATE_EPOCH=gestern"):
        written(document_of(), tmp_path)


def test_title_page_later(tmp_path: Path) -> None:
    """A title page in the middle is a page of its own."""
    document = document_of(paragraph("davor"), TitlePage("Mitte"), paragraph("danach"))
    sections = docx.Document(str(written(document, tmp_path))).sections

    assert [s.different_first_page_header_footer for s in sections] == [False, True, False]


def test_nothing_but_landscape(tmp_path: Path) -> None:
    """A document that is all landscape has no empty upright page."""
    wide = Section("lists", "", (paragraph("breit"),), landscape=True)

    assert len(docx.Document(str(written(document_of(wide, wide), tmp_path))).sections) == 1


def test_deep_lists(tmp_path: Path) -> None:
    """Lists deeper than Word can count still have room for their words."""
    block: List = List(((paragraph("unten"),),), ordered=True)
    for _ in range(30):
        block = List(((paragraph("x"), block),), ordered=True)

    assert breaches(written(document_of(block), tmp_path)) == []


def test_duplicate_free_bookmarks(tmp_path: Path) -> None:
    """Anchors that differ only in signs that bookmarks can not have stay apart."""
    anchors = ("a-b", "a_b", "a.b", "A-b", "a--b", "a-b-", "ä", "Ä", "1", "x" * 41, "x" * 42, " ")
    blocks = [Section("", anchor, (Heading(1, "", texts("x")),)) for anchor in anchors]
    references = [Paragraph((Reference(anchor, texts("x")),)) for anchor in anchors]

    assert breaches(written(document_of(*blocks, *references), tmp_path)) == []


def test_extreme_numbers(tmp_path: Path) -> None:
    """Numbers beyond what Word knows are brought within it."""
    blocks = (
        List(((paragraph("x"),),), ordered=True, start=10**9),
        Heading(0, "", texts("x")),
        TableOfContents("x", (ContentsEntry(0, "", "x", ""),), depth=99),
        Table("t", tuple(Column("x", 10**6 * (k == 0)) for k in range(40)), (Row(((),) * 40),)),
    )

    assert breaches(written(document_of(*blocks), tmp_path)) == []


def test_a_section_that_runs_on_begins_no_page() -> None:
    """Its heading says so against its style, which begins a page for each chapter."""
    chapters = [
        Section("theme", name, (Heading(1, "", texts(name)), paragraph("Text.")), runs_on=runs_on)
        for name, runs_on in (("eins", False), ("zwei", True))
    ]
    body = read(*chapters).element.body
    breaks = [element.get(f"{W}val") for element in body.iter(f"{W}pageBreakBefore")]

    assert breaks == ["0"]
