"""A municipality's template keeps its looks, and the report stays whole in it."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.shared import Cm, RGBColor
from lxml import etree
from tests.plugins.docx_reading import (
    W,
    document_of,
    libreoffice,
    paragraphs,
    part,
    parts,
    words,
    written,
)
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph, png, sample
from tests.plugins.docx_templates import (
    GERMAN_IDS,
    Edit,
    changed,
    german,
    numbering_headings,
    with_number,
)

from kommunal_nh import KommunalNHError, UsageError
from kommunal_nh.document import Heading, Text, TitlePage


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of ours, as the start of a template."""
    folder = tmp_path / "own"
    folder.mkdir()
    return written(document_of(paragraph("Alter Inhalt")), folder)


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    """A template as python-docx makes it: Letter, a logo in the header, few styles, old content."""
    word = docx.Document()
    section = word.sections[0]
    section.left_margin = Cm(4)
    (tmp_path / "logo.png").write_bytes(png())
    section.header.paragraphs[0].add_run().add_picture(str(tmp_path / "logo.png"))
    section.footer.paragraphs[0].text = "Postfach 1"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    word.add_paragraph("Alter Inhalt")
    word.add_picture(str(tmp_path / "logo.png"))
    word.add_section()
    word.save(str(tmp_path / "vorlage.docx"))
    return tmp_path / "vorlage.docx"


def texts(path: Path) -> list[str]:
    """The words of all paragraphs."""
    return [text for _, text in paragraphs(path)]


def body_words(path: Path) -> str:
    """All words of the body."""
    return words(part(path))


def test_looks_are_kept(letterhead: Path, tmp_path: Path) -> None:
    """Styles, header, footer, logo and page size are those of the template; its content is not."""
    path = written(sample(), tmp_path, letterhead)
    word = docx.Document(str(path))

    assert breaches(path) == []
    assert "Alter Inhalt" not in texts(path)
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0, 0)
    for section in word.sections:
        assert section.footer.paragraphs[0].text == "Postfach 1"
        assert section.header._element.xpath(".//pic:pic")
        assert section.left_margin == pytest.approx(Cm(4), abs=1000)
    assert word.sections[0].first_page_footer.paragraphs[0].text == "Postfach 1"
    assert word.sections[0].page_width == docx.Document(str(letterhead)).sections[0].page_width


def test_words_are_the_same(letterhead: Path, own: Path, tmp_path: Path) -> None:
    """A template changes how the report looks, never what it says."""
    plain = body_words(written(sample(), tmp_path))

    assert body_words(written(sample(), tmp_path, letterhead)) == plain
    assert body_words(written(sample(), tmp_path, own)) == plain


def test_missing_styles(letterhead: Path, tmp_path: Path) -> None:
    """Styles that the template lacks are added, in its own colour."""
    missing = {"toc 4", "Tabellentext", "Zielformulierung", "Reporttabelle"}
    before = {style.name for style in docx.Document(str(letterhead)).styles}
    path = written(sample(), tmp_path, letterhead)
    after = {style.name for style in docx.Document(str(path)).styles}

    assert not missing & before
    assert missing <= after
    assert b"1F5C3A" not in parts(path)["word/styles.xml"]


def test_german_ids(own: Path, tmp_path: Path) -> None:
    """Styles are found by name, whatever their ids are; none is there twice."""
    edits = dict.fromkeys(("word/styles.xml", "word/document.xml", "word/header1.xml"), german)
    template = changed(own, tmp_path / "deutsch.docx", {**edits, "word/footer1.xml": german})
    path = written(sample(), tmp_path, template)

    assert breaches(path) == []
    used = {e.get(f"{W}val") for e in part(path).iter(f"{W}pStyle")}
    assert {"berschrift1", "berschrift4", "Verzeichnis4", "Aufzhlungszeichen"} <= used
    assert not used & GERMAN_IDS.keys()


def test_german_names(own: Path, tmp_path: Path) -> None:
    """German names, which some programs write, are understood as well."""

    def named(text: str) -> str:
        text = re.sub(r'w:val="heading (\d)"', r'w:val="Überschrift \1"', text)
        return re.sub(r'w:styleId="Heading(\d)"', r'w:styleId="Ebene\1"', text)

    template = changed(own, tmp_path / "namen.docx", {"word/styles.xml": named})
    path = written(document_of(Heading(2, "1.1", (Text("Ziel"),))), tmp_path, template)

    assert paragraphs(path)[0] == ("Überschrift 2", "1.1 Ziel")


def test_numbered_headings(own: Path, tmp_path: Path) -> None:
    """Headings that number themselves do not: the number is in the text already."""
    edits = {"word/styles.xml": numbering_headings, "word/numbering.xml": with_number}
    template = changed(own, tmp_path / "nummeriert.docx", edits)
    path = written(sample(), tmp_path, template)
    switched_off = [
        p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)", namespaces=p.nsmap)
        for p, (style, _) in zip(part(path).iter(f"{W}p"), paragraphs(path), strict=True)
        if style.startswith("heading")
    ]

    assert breaches(path) == []
    assert switched_off == ["0"] * 10
    plain = part(written(sample(), tmp_path))
    assert not [e for e in plain.iter(f"{W}numId") if e.get(f"{W}val") == "0"]


def test_numbered_headings_in_print(own: Path, tmp_path: Path) -> None:
    """LibreOffice prints each number once in a template that numbers its headings."""
    edits = {"word/styles.xml": numbering_headings, "word/numbering.xml": with_number}
    template = changed(own, tmp_path / "nummeriert.docx", edits)
    document = document_of(Heading(1, "3", (Text("Klima"),)))

    printed = libreoffice(written(document, tmp_path, template), "txt:Text", tmp_path).read_text()
    assert printed.strip("\ufeff\n ") == "3 Klima"


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_dotx(own: Path, tmp_path: Path, kind: str) -> None:
    """A .dotx works like a .docx, and what comes out is a document."""
    document = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    edits: dict[str, Edit] = {"[Content_Types].xml": lambda text: text.replace(document, kind)}
    template = changed(own, tmp_path / "vorlage.dotx", edits)
    path = written(sample(), tmp_path, template)

    assert breaches(path) == []
    assert document in parts(path)["[Content_Types].xml"].decode()


def test_settings_that_ask(own: Path, tmp_path: Path) -> None:
    """What would ask readers, or keep them from editing, does not come along."""
    asking = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'

    def edit(text: str) -> str:
        text = text.replace("<w:autoHyphenation/>", "")
        text = text.replace("<w:defaultTabStop", f"<w:trackRevisions/>{asking}<w:defaultTabStop")
        return text.replace(
            "<w:characterSpacingControl", "<w:updateFields/><w:characterSpacingControl"
        )

    template = changed(own, tmp_path / "fragt.docx", {"word/settings.xml": edit})

    assert breaches(written(sample(), tmp_path, template)) == []


def test_settings_of_old_files(own: Path, tmp_path: Path) -> None:
    """A template without any settings gets those that a file of today has."""

    def edit(text: str) -> str:
        return re.sub("<w:compat>.*</w:compat>|<w:zoom[^>]*>|<w:autoHyphenation/>", "", text)

    template = changed(own, tmp_path / "alt.docx", {"word/settings.xml": edit})
    path = written(sample(), tmp_path, template)

    assert breaches(path) == []
    tags = [etree.QName(e).localname for e in part(path, "word/settings.xml")]
    assert tags[:3] == ["defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"]
    place = tags.index("compat")
    assert tags[place : place + 3] == ["compat", "docVars", "themeFontLang"]


def test_title_page_of_the_template(tmp_path: Path) -> None:
    """A template's own header for first pages is that of the title page."""
    word = docx.Document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Wappen"
    section.header.paragraphs[0].text = "Kopf"
    word.save(str(tmp_path / "vorlage.docx"))
    document = document_of(TitlePage("Titel"), paragraph("Text"))

    path = written(document, tmp_path, tmp_path / "vorlage.docx")
    first, second = docx.Document(str(path)).sections
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == "Wappen"
    assert not second.different_first_page_header_footer
    assert second.header.paragraphs[0].text == "Kopf"


def test_tabs_of_the_template(own: Path, tmp_path: Path) -> None:
    """In a template whose header style has tabs, our header has its date at the right as well."""
    tabs = (
        '<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    )

    def edit(text: str) -> str:
        return re.sub(r'(<w:name w:val="header"/>.*?</w:pBdr>)', rf"\1{tabs}", text)

    def without_header(text: str) -> str:
        return re.sub("<w:(header|footer)Reference[^>]*>", "", text)

    edits = {"word/styles.xml": edit, "word/document.xml": without_header}
    template = changed(own, tmp_path / "tabs.docx", edits)
    path = written(document_of(paragraph("Text")), tmp_path, template)

    header = docx.Document(str(path)).sections[0].header._element
    found = header.xpath(".//w:tab/@w:val | .//w:tab/@w:pos")
    assert found == ["clear", "4536", "clear", "9072", "right", "9298"]


def test_nothing_tells_of_the_template(letterhead: Path, tmp_path: Path) -> None:
    """Who made the template, its thumbnail and its old pictures do not come along."""
    members = parts(written(sample(), tmp_path, letterhead))
    images = [member for member in members if re.search(r"\.(png|jpe?g)$", member)]

    assert b"python-docx" not in b"".join(members.values())
    assert len(images) == 3  # the logo in the header and the two pictures of the report
    assert "docProps/thumbnail.jpeg" not in members


def test_template_of_libreoffice(own: Path, tmp_path: Path) -> None:
    """A template that LibreOffice saved works as well."""
    odt = libreoffice(written(sample(), tmp_path), "odt", tmp_path)
    template = libreoffice(odt, "docx:MS Word 2007 XML", tmp_path)
    path = written(sample(), tmp_path, template)

    assert breaches(path) == []
    assert body_words(path) == body_words(written(sample(), tmp_path))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.docx", b""),
        ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("text.docx", b"Sehr geehrte Damen und Herren"),
    ],
)
def test_no_word_file(name: str, content: bytes, tmp_path: Path) -> None:
    """A template that is something else is an error in German that says what to do."""
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UsageError, match=f"Die Vorlage „{name}“ ist keine lesbare Word-Datei"):
        written(sample(), tmp_path, tmp_path / name)


def test_no_template(tmp_path: Path) -> None:
    """A template that is not there is an error that names it."""
    with pytest.raises(UsageError, match=r"fehlt\.docx“ gibt es nicht"):
        written(sample(), tmp_path, tmp_path / "fehlt.docx")


def test_folder_as_template(tmp_path: Path) -> None:
    """A folder is no template."""
    with pytest.raises(UsageError, match="ist ein Ordner"):
        written(sample(), tmp_path, tmp_path)


def test_broken_templates(own: Path, tmp_path: Path) -> None:
    """A template cut off, garbled or without one of its parts works or is an error for people."""
    content = own.read_bytes()
    wrong = tmp_path / "kaputt.docx"
    broken = [content[:length] for length in range(0, len(content), 997)]
    broken += [
        content[:at] + b"\xff\x00" * 20 + content[at + 40 :] for at in range(0, len(content), 997)
    ]
    for member in parts(own):
        for edit in (lambda _: "", lambda _: "<x/>", lambda text: text[: len(text) // 2]):
            broken.append(changed(own, tmp_path / "teil.docx", {member: edit}).read_bytes())
    failed = 0
    for data in broken:
        wrong.write_bytes(data)
        try:
            etree.fromstring(parts(written(document_of(), tmp_path, wrong))["word/document.xml"])
        except KommunalNHError:
            failed += 1

    assert failed > len(broken) / 2
