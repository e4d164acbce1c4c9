"""Headers, footers and fields of a template: on all pages, and with the words of the report."""

from __future__ import annotations

from pathlib import Path

import attrs
import docx
import pytest
from docx.document import Document as Word
from docx.shared import Twips
from lxml import etree
from tests.plugins.docx_reading import W, document_of, words, written
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph, png

from kommunal_nh.document import Column, Row, Table, Text

WIDE = Table(
    "Liste", (Column("A"), Column("B")), (Row(((Text("a"),), (Text("b"),))),), landscape=True
)
SIMPLE = '<w:fldSimple xmlns:w="{0}" w:instr="{1}"><w:r><w:t>alt</w:t></w:r></w:fldSimple>'


def template(folder: Path, word: Word) -> Path:
    word.save(str(folder / "vorlage.docx"))
    return folder / "vorlage.docx"


def stops(paragraph: etree._Element) -> dict[str, str]:
    """The stops that a paragraph sets or clears itself."""
    return {tab.get(f"{W}pos"): tab.get(f"{W}val") for tab in paragraph.iter(f"{W}tab")
            if tab.get(f"{W}pos")}  # fmt: skip


def test_tab_stops_move_with_the_margin(tmp_path: Path) -> None:
    """On landscape pages what stands at the right or in the middle stands there again."""
    word = docx.Document()
    header = word.sections[0].header
    header.paragraphs[0].text = "Kreis\tMitte\tSeite"  # its style has two stops
    header.paragraphs[0].paragraph_format.tab_stops.add_tab_stop(Twips(500))
    path = written(document_of(paragraph("Text"), WIDE), tmp_path, template(tmp_path, word))
    upright, wide = docx.Document(str(path)).sections[:2]
    usual = upright.page_width - upright.left_margin - upright.right_margin
    factor = (wide.page_width - wide.left_margin - wide.right_margin) / usual

    assert breaches(path) == []
    assert stops(upright.header.paragraphs[0]._p) == {"500": "left"}
    middle, right = f"{round(4680 * factor)}", f"{round(9360 * factor)}"
    assert stops(wide.header.paragraphs[0]._p) == {
        "500": "left", "4680": "clear", middle: "center", "9360": "clear", right: "right",
    }  # fmt: skip


def test_a_widened_header_keeps_its_logo(tmp_path: Path) -> None:
    """The header of landscape pages shows the picture of the template's header, too."""
    (tmp_path / "logo.png").write_bytes(png())
    word = docx.Document()
    line = word.sections[0].header.paragraphs[0]
    line.text = "Kreis\tMitte\tSeite"
    line.add_run().add_picture(str(tmp_path / "logo.png"))
    path = written(document_of(paragraph("Text"), WIDE), tmp_path, template(tmp_path, word))
    parts = [section.header.part for section in docx.Document(str(path)).sections[:2]]

    assert breaches(path) == []
    assert len({part.partname for part in parts}) == 2
    for part in parts:
        (key,) = part.element.xpath(".//a:blip/@r:embed")
        assert part.related_parts[key].blob == png()


def test_a_header_without_tabs_is_the_same_everywhere(tmp_path: Path) -> None:
    """Nothing is copied where there is nothing to move."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Kreis"
    path = written(document_of(paragraph("Text"), WIDE), tmp_path, template(tmp_path, word))
    headers = [section.header.part.partname for section in docx.Document(str(path)).sections[:2]]

    assert len(set(headers)) == 1


def complex_field(instruction: str, *shown: str) -> list[etree._Element]:
    """A field of several runs, as Word writes it."""
    runs = [f'<w:fldChar w:fldCharType="begin"/><w:instrText>{instruction}</w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>', *(f"<w:t>{one}</w:t>" for one in shown),
            '<w:fldChar w:fldCharType="end"/>']  # fmt: skip
    return [etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}">{one}</w:r>') for one in runs]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (" TITLE \\* MERGEFORMAT ", "Titel"),
        (" SUBJECT ", "Betreff"),
        (" author ", "Kreis Muster"),
        (' DOCPROPERTY "Title" ', "Titel"),
        (" DOCPROPERTY Company ", "Kreis Muster"),
        (" DOCPROPERTY Aktenzeichen ", "alt"),
        (" PAGE ", "alt"),
        (" TITLEPAGE ", "alt"),
    ],
)
def test_fields_show_the_properties_of_the_report(
    tmp_path: Path, instruction: str, expected: str
) -> None:
    """Fields of a template show title, subject and author of the report before Word renews them."""
    word = docx.Document()
    simple, several = word.sections[0].header.paragraphs[0], word.sections[0].footer.paragraphs[0]
    attribute = instruction.replace('"', "&quot;")
    simple._p.append(etree.fromstring(SIMPLE.format(W[1:-1], attribute)))
    for run in complex_field(instruction, "al", "t"):
        several._p.append(run)
    document = attrs.evolve(document_of(paragraph("Text")), title="Titel", subject="Betreff",
                            publisher="Kreis Muster")  # fmt: skip
    section = docx.Document(str(written(document, tmp_path, template(tmp_path, word)))).sections[0]

    assert [text.text for text in section.header._element.iter(f"{W}t")] == [expected]
    assert words(section.footer.paragraphs[0]._p) == expected


def test_a_field_that_showed_nothing_shows_the_title(tmp_path: Path) -> None:
    """A field whose property was empty has no words to replace; they are added."""
    word = docx.Document()
    for run in complex_field(" TITLE "):
        word.sections[0].header.paragraphs[0]._p.append(run)
    document = attrs.evolve(document_of(paragraph("Text")), title="Titel")
    section = docx.Document(str(written(document, tmp_path, template(tmp_path, word)))).sections[0]

    assert words(section.header.paragraphs[0]._p) == "Titel"
