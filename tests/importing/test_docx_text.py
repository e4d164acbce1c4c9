"""What the importer of Word files makes of paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importing.word import STYLES, cells, lines, num, p, r, read, words

from kommunal_nh.importers import Grid

_BULLET = """<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"""
_BASED = """<w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Eigene Überschrift"/>
<w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Gliedernd"><w:name w:val="Gliedernd"/>
<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis"/>
<w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="InhaltKopf"><w:name w:val="TOC Heading"/>
<w:basedOn w:val="berschrift1"/></w:style>"""
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(instruction: str, shown: str) -> str:
    """A field with its instruction and what it shows."""
    return (
        _FIELD.format("begin")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + _FIELD.format("separate")
        + shown
        + _FIELD.format("end")
    )


@pytest.mark.parametrize(
    ("style", "properties", "level"),
    [
        ("berschrift1", "", 1),
        ("berschrift2", "", 2),
        ("Eigene", "", 2),
        ("Gliedernd", "", 4),
        ("", '<w:outlineLvl w:val="2"/>', 3),
        ("berschrift1", '<w:outlineLvl w:val="9"/>', 0),
        ("Titel", "", 0),
        ("InhaltKopf", "", 0),
        ("Kreis", "", 0),
        ("Heading3", "", 3),
        ("", "", 0),
    ],
)
def test_a_heading_is_known_by_its_style(
    tmp_path: Path, style: str, properties: str, level: int
) -> None:
    """Name, base and outline level of a style make a heading, also in German; a title is none."""
    (line,) = lines(tmp_path, p("Klima", style, properties), styles=STYLES + _BASED)
    assert line.level == level


def test_line_breaks_in_a_heading_are_spaces(tmp_path: Path) -> None:
    """A heading is one line, wherever it is broken."""
    body = p(
        style="berschrift1",
        inner=f"{r('1.1')}<w:r><w:tab/></w:r>{r('Ziel')}<w:r><w:br/></w:r>{r('1')}",
    )
    assert words(tmp_path, body) == ["1.1 Ziel 1"]


def test_line_breaks_divide_a_paragraph(tmp_path: Path) -> None:
    """Each line of a paragraph is a line; all but the first one go on."""
    body = p(inner=f"{r('eins')}<w:r><w:br/></w:r>{r('zwei')}<w:r><w:cr/></w:r>")
    assert [(one.words, one.continues) for one in lines(tmp_path, body)] == [
        ("eins", False),
        ("zwei", True),
    ]


def test_what_is_deleted_is_gone_and_what_is_inserted_counts(tmp_path: Path) -> None:
    """Tracked changes are read as if all were accepted."""
    body = p(
        inner=f"{r('alt ')}<w:del>{r('weg')}<w:r><w:delText>fort</w:delText></w:r></w:del>"
        f"<w:ins>{r('neu')}</w:ins><w:moveFrom>{r('von')}</w:moveFrom>"
        f"<w:moveTo>{r(' nach')}</w:moveTo>"
    )
    assert words(tmp_path, body) == ["alt neu nach"]


def test_a_deleted_end_joins_two_paragraphs(tmp_path: Path) -> None:
    """Where the mark between two paragraphs is deleted, they are one."""
    gone = "<w:rPr><w:del/></w:rPr>"
    assert words(tmp_path, p("eins ", properties=gone) + p("zwei")) == ["eins zwei"]
    assert words(tmp_path, p("eins ", properties=gone)) == ["eins"]


def test_content_controls_links_and_fields_are_text(tmp_path: Path) -> None:
    """What stands in controls, links, insertions between paragraphs and results is read once."""
    body = (
        "<w:sdt><w:sdtPr><w:alias w:val='nein'/></w:sdtPr>"
        f"<w:sdtContent>{p('Block')}</w:sdtContent></w:sdt>"
        + p(
            inner=f"<w:sdt><w:sdtContent>{r('Stand: ')}</w:sdtContent></w:sdt>"
            f'<w:hyperlink w:anchor="x">{r("hier")}</w:hyperlink>'
            + field(" DATE ", r(" heute"))
            + f'<w:fldSimple w:instr="PAGE">{r(" 7")}</w:fldSimple>'
        )
        + f"<w:ins>{p('Neu')}</w:ins>"
    )
    assert words(tmp_path, body) == ["Block", "Stand: hier heute 7", "Neu"]


def test_words_in_instructions_are_no_text(tmp_path: Path) -> None:
    """A field within the instruction of another one shows nothing."""
    inner = (
        _FIELD.format("begin")
        + field("DOCPROPERTY x", r("geheim"))
        + _FIELD.format("separate")
        + r("sichtbar")
        + _FIELD.format("end")
    )
    assert words(tmp_path, p(inner=inner)) == ["sichtbar"]


def test_hidden_words_are_no_text(tmp_path: Path) -> None:
    """What Word does not print is not read."""
    assert words(tmp_path, p(inner=r("da") + r("weg", "<w:vanish/>"))) == ["da"]


def test_soft_hyphens_go_and_fixed_ones_stay(tmp_path: Path) -> None:
    """A place to break is no character; a hyphen that must not break is one."""
    inner = (
        f"{r('Nach')}<w:r><w:softHyphen/></w:r>{r('haltig')}<w:r><w:noBreakHyphen/></w:r>{r('gut')}"
    )
    assert words(tmp_path, p(inner=inner)) == ["Nachhaltig\u2011gut"]


def test_a_fixed_space_is_a_space_in_words(tmp_path: Path) -> None:
    """Titles and numbers are compared with ordinary spaces."""
    assert words(tmp_path, p("1.1\u00a0Ziel", "berschrift1")) == ["1.1 Ziel"]


def test_signs_of_fonts_are_characters(tmp_path: Path) -> None:
    """A tick from Wingdings is a tick; an unknown sign is seen to be missing."""
    inner = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        '<w:r><w:sym w:font="Webdings" w:char="F055"/></w:r>'
        '<w:r><w:sym w:font="Arial" w:char="2192"/></w:r>'
    )
    assert words(tmp_path, p(inner=inner)) == ["✓\ufffd→"]


def test_bullets_have_marker_and_depth(tmp_path: Path) -> None:
    """Items of lists say how deep they are; a bullet is a hyphen."""
    body = p("außen", properties=num(1)) + p("innen", properties=num(1, 1))
    found = lines(tmp_path, body, parts={"numbering": _BULLET})
    assert [(one.marker, one.depth, one.words) for one in found] == [
        ("-", 1, "außen"),
        ("-", 2, "innen"),
    ]


def test_typed_bullets_are_bullets(tmp_path: Path) -> None:
    """Who types a hyphen or a bullet and a tab or space means a list."""
    body = p(inner=f"{r('•')}<w:r><w:tab/></w:r>{r('eins')}") + p("- zwei") + p("1. drei")
    found = lines(tmp_path, body)
    assert [(one.marker, one.words) for one in found] == [
        ("•", "eins"),
        ("-", "zwei"),
        ("1.", "drei"),
    ]


def test_emphasis_and_links_become_markdown(tmp_path: Path) -> None:
    """Bold, italics and addresses are kept, without the space at their edges."""
    body = p(
        inner=r("Das ")
        + r("ist ", "<w:b/>")
        + r("wichtig", "<w:b/>")
        + r(" und ")
        + r("neu", "<w:i/>")
        + r(": ")
        + f'<w:hyperlink r:id="web">{r("Seite")}</w:hyperlink>'
        + field(' HYPERLINK "javascript:x" ', r(", kaputt"))
    )
    (line,) = lines(tmp_path, body, links={"web": "https://example.org/"})
    assert line.words == "Das ist wichtig und neu: Seite, kaputt"
    assert line.text == "Das **ist wichtig** und *neu*: [Seite](<https://example.org/>), kaputt"


def test_a_bold_paragraph_is_no_emphasis(tmp_path: Path) -> None:
    """A label in bold is a label, and needs no Markdown."""
    (line,) = lines(tmp_path, p(inner=r("Projektbeschreibung:", "<w:b/>") + r(" ")))
    assert (line.words, line.text) == ("Projektbeschreibung:", "")


def test_emphasis_inside_a_word_is_left_out(tmp_path: Path) -> None:
    """An asterisk inside a word would be a letter."""
    (line,) = lines(tmp_path, p(inner=r("Bürger") + r("innen", "<w:b/>") + r(" * hier")))
    assert line.text in {"", r"Bürgerinnen \* hier"}
    assert line.words == "Bürgerinnen * hier"


def test_a_link_to_elsewhere_than_the_web_is_only_words(tmp_path: Path) -> None:
    """Addresses of files and scripts do not come into the data."""
    body = p(inner=f'<w:hyperlink r:id="f">{r("Datei")}</w:hyperlink>{r(" hier")}')
    (line,) = lines(tmp_path, body, links={"f": "file:///C:/x.docx"})
    assert (line.words, line.text) == ("Datei hier", "")


def test_notes_stand_in_brackets(tmp_path: Path) -> None:
    """A footnote stands where it is referred to."""
    body = p(inner=f'{r("Satz.")}<w:r><w:footnoteReference w:id="2"/></w:r>')
    separator = f'<w:footnote w:type="separator" w:id="2">{p("nein")}</w:footnote>'
    notes = f'<w:footnote w:id="2">{p("Quelle: Amt")}</w:footnote>{separator}'
    assert words(tmp_path, body, parts={"footnotes": notes}) == ["Satz. [Quelle: Amt]"]


def test_text_boxes_follow_their_paragraph(tmp_path: Path) -> None:
    """What stands in a box is read once, although the file has it twice for old programs."""
    box = f"<w:txbxContent>{p('Im Kasten')}</w:txbxContent>"
    body = p(
        inner=r("Davor")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{box}"
        + "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert words(tmp_path, body) == ["Davor", "Im Kasten"]


def test_descriptions_of_pictures_are_asides(tmp_path: Path) -> None:
    """What a picture shows is kept, and is no part of the text."""
    body = p(
        inner=r("Text") + '<w:r><w:drawing><wp:docPr id="1" descr="Ein Hof"/></w:drawing></w:r>'
    )
    assert [(one.words, one.aside) for one in lines(tmp_path, body)] == [
        ("Text", False),
        ("Bild: Ein Hof", True),
    ]


def test_headers_footers_and_comments_are_asides_at_the_end(tmp_path: Path) -> None:
    """What stands beside the text comes last, each text once; bare page numbers do not."""
    parts = {
        "header": p("Kreis Soest") + p("Kreis Soest"),
        "footer": p("17"),
        "comments": f"<w:comment>{p('Bitte prüfen')}</w:comment>",
    }
    found = lines(tmp_path, p("Text"), parts=parts)
    assert [(one.words, one.aside) for one in found] == [
        ("Text", False),
        ("Kopfzeile: Kreis Soest", True),
        ("Kommentar: Bitte prüfen", True),
    ]


def test_bookmarks_are_ids(tmp_path: Path) -> None:
    """In files of this library bookmarks name a heading, but not those that Word makes."""
    body = "".join(
        p(words, "berschrift1", inner=f'<w:bookmarkStart w:id="1" w:name="{mark}"/>')
        for words, mark in (("a", "klima_allianz"), ("b", "_Toc123"), ("c", "OLE_LINK1"))
    )
    body += '<w:bookmarkStart w:id="2" w:name="davor"/>' + p("d", "berschrift1")
    ours = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{label}"><w:name w:val="{label}"/></w:style>'
        for label in ("Feldbezeichnung", "Eckdaten", "Leerhinweis", "Zielformulierung")
    )
    found = lines(tmp_path, body, styles=STYLES + ours)
    assert [one.anchor for one in found] == ["klima-allianz", "", "", "davor"]
    assert {one.anchor for one in lines(tmp_path, body)} == {""}


def test_contents_are_contents(tmp_path: Path) -> None:
    """The entries of a table of contents have words and page, and are no headings."""
    begin = _FIELD.format("begin") + r' <w:r><w:instrText>TOC \o "1-3"</w:instrText></w:r>'
    tab = "<w:r><w:tab/></w:r>"
    body = (
        p(inner=f"{begin}{_FIELD.format('separate')}{r('1')}{tab}{r('Klima')}{tab}{r('9')}")
        + p("2 Mobilität")
        + p(inner=_FIELD.format("end"))
        + p("Danach")
    )
    grid, line = read(tmp_path, body)
    assert isinstance(grid, Grid)
    assert grid.contents
    assert cells(grid) == [("1 Klima", "9"), ("2 Mobilität", "")]
    assert not isinstance(line, Grid)
    assert line.words == "Danach"


def test_paragraphs_with_tabs_are_rows(tmp_path: Path) -> None:
    """Lines with tabs are a table; a tab behind a number, or alone, makes none."""
    tab = "<w:r><w:tab/></w:r>"
    row = p(inner=f"{r('1.1.1.1')}{tab}{r('Klima-Allianz')}{tab}{tab}{r('x')}")
    (grid,) = read(tmp_path, row + row)
    assert cells(grid) == [("1.1.1.1", "Klima-Allianz", "", "x")] * 2
    body = p(inner=f"{r('1.1')}{tab}{r('Ziel')}") + p(inner=f"{r('Stand:')}{tab}{r('heute')}")
    assert words(tmp_path, body) == ["1.1 Ziel", "Stand: heute"]


def test_preformatted_paragraphs_are_plain_text(tmp_path: Path) -> None:
    """A text file that was opened and saved as DOCX reads as the text file does."""
    plain = '<w:style w:type="paragraph" w:styleId="NurText"><w:name w:val="Plain Text"/></w:style>'
    body = p("1.1.1 umgesetzte**1.1.1.1 Allianz**", "NurText") + p("", "NurText")
    assert words(tmp_path, body, styles=STYLES + plain) == ["1.1.1 umgesetzte", "1.1.1.1 Allianz"]


def test_places_count_what_is_seen(tmp_path: Path) -> None:
    """Paragraphs are counted without the empty ones, so that people can find them."""
    body = p("eins") + p() + p(" ") + p("zwei")
    assert [one.at for one in lines(tmp_path, body)] == [1, 2]
