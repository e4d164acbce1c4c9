"""The cover of a template takes the place of the title page, filled in and nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.plugins.docx_reading import R, W, document_of, libreoffice, part, parts, words, written
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph, png

from kommunal_nh import UsageError
from kommunal_nh.document import Document, TitlePage

NAMES = (
    f'xmlns:w="{W[1:-1]}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NAMES += ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="' + R[1:-1] + '"'
TITLE = TitlePage("Klimabericht", "Stand: 01.10.2023", ("Kreis Muster", "Vorlage 7, Ausschuss"))
REPORT = attrs.evolve(
    document_of(TITLE, paragraph("Text des Reports")), title="Klimabericht", subject="Kurz"
)


def put(word: Word, *blocks: str) -> None:
    """Add blocks at the end of the body."""
    for block in blocks:
        element = parse_xml(block.replace(">", f" {NAMES}>", 1))
        word.element.body.insert(len(word.element.body) - 1, element)


def para(*runs: str) -> str:
    """A paragraph whose text is cut into runs, with what Word leaves between them."""
    text = '<w:proofErr w:type="spellStart"/>'.join(
        f'<w:r w:rsidR="00A1"><w:t>{run}</w:t></w:r>' for run in runs
    )
    return f"<w:p>{text}</w:p>"


def control(properties: str, content: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def bound(path: str, prompt: str = "[Bitte eingeben]") -> str:
    """A content control that shows a property of the file."""
    grey = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{prompt}</w:t></w:r>'
    binding = f'<w:dataBinding w:xpath="{path}" w:storeItemID="{{6668398D}}"/>'
    return control(f"{binding}<w:showingPlcHdr/>", f"<w:p>{grey}</w:p>")


def template_of(folder: Path, *blocks: str, word: Word | None = None) -> Path:
    """A template with these blocks."""
    word = word or docx.Document()
    put(word, *blocks)
    word.save(str(folder / "vorlage.docx"))
    return folder / "vorlage.docx"


def cover_words(path: Path) -> list[str]:
    """The paragraphs before the first break between sections."""
    found = []
    for block in part(path)[0]:
        if block.find(f"{W}pPr/{W}sectPr") is not None:
            break
        found += [words(p) for p in block.iter(f"{W}p")]
    return found


def filled(folder: Path, *blocks: str, document: Document = REPORT) -> list[str]:
    """The paragraphs of the cover that a template with these blocks gives."""
    path = written(document, folder, template_of(folder, *blocks))
    assert breaches(path) == []
    return cover_words(path)


def test_placeholders(tmp_path: Path) -> None:
    """Each placeholder is filled, in any spelling, and the report follows without a title page."""
    line = "{Titel}|{ untertitel }|{stand}|{jahr}|{herausgeber}|{angaben}"
    path = written(REPORT, tmp_path, template_of(tmp_path, para(line)))

    expected = "Klimabericht|Stand: 01.10.2023|01.10.2023|2023|Kreis Muster|Vorlage 7, Ausschuss"
    assert cover_words(path) == [expected]
    assert words(part(path)) == f"{expected}Text des Reports"


def test_divided_placeholders(tmp_path: Path) -> None:
    """It makes no difference over how many runs Word has divided a placeholder."""
    assert filled(tmp_path, para("a {", "ti", "tel", "} b {stan", "d}{", "jahr} c")) == [
        "a Klimabericht b 01.10.20232023 c"
    ]


@given(title=st.text(min_size=1, max_size=40), cut=st.integers(0, 7))
def test_any_title(title: str, cut: int) -> None:
    """Any title is printed as it is, also one that looks like a placeholder or like markup."""
    document = attrs.evolve(REPORT, title=title)
    with TemporaryDirectory() as folder:
        path = written(document, Path(folder), template_of(
            Path(folder), para("{titel}"[:cut], "{titel}"[cut:] + "|{stand}"))
        )  # fmt: skip
        (found,) = cover_words(path)
        plain = words(part(written(document_of(paragraph(title)), Path(folder))))

    assert found.removesuffix("|01.10.2023") == plain


def test_text_boxes(tmp_path: Path) -> None:
    """Text boxes are filled in both forms that Word writes them in."""
    inside = f"<w:txbxContent>{para('{ti', 'tel}')}{para('{ti')}</w:txbxContent>"
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="v"><w:pict><v:shape><v:textbox>'
        f"{inside}</v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r><w:r><w:t>tel} {stand}</w:t></w:r></w:p>"
    )
    outside, *inside_words = filled(tmp_path, box)
    assert outside.endswith("tel} 01.10.2023")
    assert inside_words == ["Klimabericht", "{ti"] * 2


def test_content_controls(tmp_path: Path) -> None:
    """Word's own controls for title, publisher and date are filled and no longer bound."""
    year = '<w:date><w:dateFormat w:val="yyyy"/></w:date>'
    publish = '<w:dataBinding w:xpath="/ns0:CoverPageProperties[1]/ns0:PublishDate[1]"/>'
    template = template_of(
        tmp_path,
        bound("/ns1:coreProperties[1]/ns0:title[1]"),
        bound("/ns0:Properties[1]/ns0:Company[1]"),
        control(publish, para("1.1.2000")),
        control(publish + year, para("2000")),
        control('<w:tag w:val="untertitel"/>', para("alt")),
        control('<w:alias w:val="Ort"/>', para("Musterstadt")),
        bound("/ns1:coreProperties[1]/ns0:category[1]"),
    )
    path = written(REPORT, tmp_path, template)

    assert cover_words(path)[:6] == [
        "Klimabericht",
        "Kreis Muster",
        "01.10.2023",
        "2023",
        "Stand: 01.10.2023",
        "Musterstadt",
    ]
    assert "Bitte" not in words(part(path))
    assert not list(part(path).iter(f"{W}dataBinding", f"{W}showingPlcHdr"))
    assert b"PlaceholderText" not in parts(path)["word/document.xml"]


def test_header_and_footer(tmp_path: Path) -> None:
    """Placeholders in headers and footers are filled, also without a cover."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "{titel}, {stand}"
    word.sections[0].footer.paragraphs[0].text = "{herausgeber}"
    path = written(REPORT, tmp_path, template_of(tmp_path, para("alt"), word=word))

    section = docx.Document(str(path)).sections[-1]
    assert section.header.paragraphs[0].text == "Klimabericht, 01.10.2023"
    assert section.footer.paragraphs[0].text == "Kreis Muster"
    assert cover_words(path) == ["Klimabericht", "Stand: 01.10.2023", *TITLE.lines]


def test_marker(tmp_path: Path) -> None:
    """What stands before {inhalt} is the cover, even without a placeholder; the rest goes."""
    blocks = (para("Wappen"), para("{in", "halt}"), para("Hinweise {egal}"))

    assert filled(tmp_path, *blocks) == ["Wappen"]


def test_cover_of_word(tmp_path: Path) -> None:
    """Of an old report, only the cover that Word calls one comes along."""
    gallery = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>'
    cover = control(
        gallery, para("Deckblatt {jahr}") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    )

    assert filled(tmp_path, cover, para("Alter Inhalt {x}")) == ["Deckblatt 2023"]


def test_no_cover(tmp_path: Path) -> None:
    """A template whose body says nothing of a report, or nothing at all, has our title page."""
    for blocks in ([para("Sehr geehrte {")], [], [para("{inhalt}")], [para(""), para("{angaben}")]):
        document = attrs.evolve(REPORT, blocks=(TitlePage("Klimabericht"), paragraph("Text")))
        assert filled(tmp_path, *blocks, document=document) == ["Klimabericht"]


def test_document_without_title_page(tmp_path: Path) -> None:
    """A document without a title page gets no cover either."""
    path = written(document_of(paragraph("Text")), tmp_path, template_of(tmp_path, para("{titel}")))

    assert words(part(path)) == "Text"


def test_braces(tmp_path: Path) -> None:
    """Braces that hold no word stay as they are, open ones too."""
    assert filled(tmp_path, para("{titel} {1} {} {titel {a b} }")) == [
        "Klimabericht {1} {} {titel {a b} }"
    ]


@pytest.mark.parametrize("place", ["body", "header"])
def test_unknown_placeholder(place: str, tmp_path: Path) -> None:
    """What would be printed with its braces is an error that names all of them."""
    word = docx.Document()
    text = "{titel} {heraus", "geberin} {ort}"
    if place == "header":
        word.sections[0].header.paragraphs[0].text = "".join(text)
    template = template_of(tmp_path, *([para(*text)] if place == "body" else []), word=word)

    with pytest.raises(UsageError, match=r"vorlage\.docx.*{herausgeberin}, {ort}.*{angaben}"):
        written(REPORT, tmp_path, template)


def test_pictures_and_sections(tmp_path: Path) -> None:
    """Pictures, links and the settings of each page of the cover come along; nothing else does."""
    word = docx.Document()
    (tmp_path / "logo.png").write_bytes(png())
    word.add_picture(str(tmp_path / "logo.png"))
    word.sections[0].left_margin = Cm(1)
    word.sections[0].header.paragraphs[0].text = "Kopf des Deckblatts"
    word.add_section()
    word.add_paragraph("{titel}")
    address = word.part.relate_to("https://example.org/", f"{R[1:-1]}/hyperlink", is_external=True)
    local = word.part.relate_to("file:///c:/", f"{R[1:-1]}/hyperlink", is_external=True)
    links = [f'<w:hyperlink r:id="{one}"><w:r><w:t>da</w:t></w:r></w:hyperlink>'
             for one in (address, local)]  # fmt: skip
    put(word, f"<w:p>{links[0]}</w:p>", f"<w:p>{links[1]}</w:p>")
    word.add_section()
    word.sections[2].left_margin = Cm(3)
    word.sections[2].header.is_linked_to_previous = False
    word.sections[2].header.paragraphs[0].text = "Kopf"
    put(word, para("{inhalt}"))
    path = written(REPORT, tmp_path, template_of(tmp_path, word=word))

    sections = docx.Document(str(path)).sections
    assert breaches(path) == ["pictures: no words for a picture"]  # as in the template
    assert [round(section.left_margin.cm) for section in sections] == [1, 1, 3]
    heads = [section.header.paragraphs[0].text for section in sections]
    assert heads == ["Kopf des Deckblatts", "Kopf des Deckblatts", "Kopf"]
    rels = parts(path)["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://example.org/" TargetMode="External"' in rels
    assert "file:" not in rels
    assert len(list(part(path).iter(f"{W}hyperlink"))) == 1


def test_changes_and_comments(tmp_path: Path) -> None:
    """Open changes are accepted; comments, bookmarks and notes do not come along."""
    mark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="3"/></w:r>'
    block = (
        f'<w:p>{mark}<w:ins w:id="1" w:author="A"><w:r><w:t>{{ti</w:t></w:r></w:ins><w:del '
        'w:id="2" w:author="A"><w:r><w:delText>weg</w:delText></w:r></w:del>'
        f"<w:r><w:t>tel}}</w:t></w:r>{note}</w:p>"
    )
    path = written(REPORT, tmp_path, template_of(tmp_path, block))

    assert breaches(path) == []
    assert cover_words(path) == ["Klimabericht"]
    left = {etree.QName(e).localname for e in part(path).iter() if isinstance(e.tag, str)}
    assert not left & {"ins", "del", "footnoteReference", "commentReference"}


def test_pages_in_print(tmp_path: Path) -> None:
    """The cover is one page, even if the template ends it with a page break and empty lines."""
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    template = template_of(tmp_path, para("{titel}"), page, para(""), para("{inhalt}"))
    printed = libreoffice(written(REPORT, tmp_path, template), "pdf", tmp_path)

    assert printed.read_bytes().count(b"/Type/Page/") == 2
