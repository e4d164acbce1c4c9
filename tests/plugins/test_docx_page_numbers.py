"""The page numbers of the contents are those of the pages, or there are none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import attrs
import docx
import pytest
from tests.plugins.docx_reading import (
    TAGGED_PDF,
    W,
    document_of,
    libreoffice,
    part,
    program,
    run,
    words,
)
from tests.plugins.docx_sample import paragraph, sample
from tests.plugins.docx_sample import words as texts

import kommunal_nh
from kommunal_nh import KommunalNHError, UsageError
from kommunal_nh.document import Document, Heading, Section, TableOfContents, outline
from kommunal_nh_docx import DocxExporter
from kommunal_nh_docx import libreoffice as office
from kommunal_nh_docx.heading_pages import PrintedHeading, pages_of
from kommunal_nh_docx.lint import lint
from tag_tree import read_tags

EXAMPLES = Path(__file__).parents[2] / "examples"
NUMBERED = {"page-numbers": "ja", "strict": "ja"}


def numbered(document: Document, target: Path, template: str = "") -> Path:
    """The document as a file with page numbers."""
    program("soffice", "libreoffice")
    DocxExporter().write(document, target, NUMBERED | ({"template": template} if template else {}))
    return target


def report(name: str) -> Document:
    """The document of an example."""
    public = kommunal_nh.public_view(kommunal_nh.load(EXAMPLES / name))
    return kommunal_nh.assemble(public, kommunal_nh.number(public))


def tiny() -> Document:
    """Three chapters, the last two on pages of their own."""
    chapters = tuple(
        Section("chapter", name, (Heading(1, "", texts(name.upper())), paragraph("Text.")))
        for name in ("eins", "zwei", "drei")
    )
    return document_of(TableOfContents("Inhalt", tuple(outline(chapters))), *chapters)


def lines(path: Path) -> list[tuple[str, int]]:
    """The lines of the contents with their page numbers."""
    found = []
    for p in next(part(path).iter(f"{W}sdtContent")).iter(f"{W}p"):
        title, tab, number = words(p).partition("\t")
        if tab:
            found.append((title, int(number)))
    return found


def squeezed(text: str) -> str:
    """Without white space and hyphens, which pdftotext takes from the ends of lines."""
    return "".join(text.replace("\u00ad", "").replace("-", "").split())


def letterhead(folder: Path) -> str:
    """A template that python-docx made, with tabs and an indent where contents have none."""
    word = docx.Document()
    word.sections[0].left_margin = docx.shared.Cm(4)
    style = word.styles.add_style("toc 2", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.paragraph_format.tab_stops.add_tab_stop(docx.shared.Cm(3))
    style.paragraph_format.right_indent = docx.shared.Cm(2)
    word.save(str(folder / "vorlage.docx"))
    return str(folder / "vorlage.docx")


@pytest.mark.parametrize(
    "name", ["kreis_soest", "blaustein", "gnk_musterkommune", "tiny", "template"]
)
def test_numbers_are_pages(name: str, tmp_path: Path) -> None:
    """Each line ends in the page that has the heading, by the text and by LibreOffice's outline."""
    template = letterhead(tmp_path) if name == "template" else ""
    document = {"tiny": tiny(), "template": report("musterstadt")}.get(name) or report(name)
    path = numbered(document, tmp_path / "bericht.docx", template)
    contents = next(b for b in document.blocks if isinstance(b, TableOfContents))
    pdf = libreoffice(path, TAGGED_PDF, tmp_path)
    printed = [squeezed(page) for page in run((program("pdftotext"), str(pdf), "-")).split("\f")]
    places = {(squeezed(title), page) for _, title, page in read_tags(pdf).bookmarks}
    found = lines(path)

    assert [title for title, _ in found] == [
        f"{entry.number} {entry.title}".strip() for entry in contents.entries
    ]
    for title, page in found:
        assert squeezed(title) in printed[page - 1], title
        assert (squeezed(title), page) in places
    assert [page for _, page in found] == sorted(page for _, page in found)


def test_lines_in_print(tmp_path: Path) -> None:
    """In print each line of the contents ends in its number, on lines of more than a line too."""
    path = numbered(report("kreis_soest"), tmp_path / "bericht.docx")
    pdf = libreoffice(path, "pdf", tmp_path)
    text = run((program("pdftotext"), "-layout", str(pdf), "-")).split("\f")
    dotted = [line for page in text[:10] for line in page.splitlines() if ".." in line]

    assert len(dotted) == len(lines(path))
    assert [int(re.search(r"(\d+)\s*$", line)[1]) for line in dotted] == [n for _, n in lines(path)]


def test_fields(tmp_path: Path) -> None:
    """Each number is a field that leads to its heading, so that F9 renews it."""
    path = numbered(tiny(), tmp_path / "bericht.docx")
    instructions = [e.text for e in part(path).iter(f"{W}instrText")]

    assert instructions == [
        r' TOC \o "1-4" \h \z ',
        *(rf" PAGEREF {name} \h " for name in ("eins", "zwei", "drei")),
    ]
    assert lint(path) == []


def test_same_bytes(tmp_path: Path) -> None:
    """Two runs give the same bytes."""
    first = numbered(report("musterstadt"), tmp_path / "a.docx").read_bytes()

    assert numbered(report("musterstadt"), tmp_path / "b.docx").read_bytes() == first


def test_no_contents(tmp_path: Path) -> None:
    """A document without contents needs no numbers, and is as it would be without them."""
    document = document_of(Heading(1, "", texts("Allein")))
    path = numbered(document, tmp_path / "a.docx")
    DocxExporter().write(document, tmp_path / "b.docx", {})

    assert path.read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_odd_headings(tmp_path: Path) -> None:
    """Empty headings, line breaks, the same words twice, and sections without heading."""
    program("soffice", "libreoffice")
    document = attrs.evolve(sample(), title="Titel")
    DocxExporter().write(document, tmp_path / "a.docx", {"page-numbers": "ja"})
    twice = tuple(
        Section("chapter", f"nr-{n}", (Heading(1, "", texts("Gleich")), paragraph("x")))
        for n in range(3)
    )
    empty = Heading(2, "", texts(" "))
    contents = TableOfContents("Inhalt", tuple(outline(twice)))
    DocxExporter().write(
        document_of(contents, empty, *twice), tmp_path / "b.docx", {"page-numbers": "ja"}
    )

    assert [page for _, page in lines(tmp_path / "b.docx")] == [2, 3, 4]


def test_other_headings_are_an_error(tmp_path: Path) -> None:
    """If the outline has other headings than the report, no numbers are made up."""
    path = numbered(tiny(), tmp_path / "bericht.docx")
    pdf = libreoffice(path, "pdf", tmp_path)
    headings = [PrintedHeading(text, (text,)) for text in ("EINS", "ZWEI", "DREI")]

    assert pages_of(headings, pdf) == {"EINS": 2, "ZWEI": 3, "DREI": 4}
    for wrong in (headings[:2], headings[::-1], [*headings, PrintedHeading("VIER", ())], []):
        with pytest.raises(UsageError, match="lassen sich nicht bestimmen"):
            pages_of(wrong, pdf)


def test_no_pdf_is_an_error(tmp_path: Path) -> None:
    """A file that is no PDF is an error for people."""
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\nnichts")

    with pytest.raises(UsageError, match="keine lesbare Datei"):
        pages_of([], tmp_path / "x.pdf")


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the error says what to install, and nothing is written."""
    monkeypatch.setattr(shutil, "which", lambda name: None)

    with pytest.raises(UsageError, match="LibreOffice installieren"):
        kommunal_nh.build(EXAMPLES / "musterstadt", "docx", tmp_path, {"page-numbers": "ja"})
    assert list(tmp_path.iterdir()) == []


def test_libreoffice_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that makes no file, or can not be started, is an error for people."""
    for name in ("false", str(tmp_path / "fehlt")):
        monkeypatch.setattr(office, "_program", lambda name=name: name)
        with pytest.raises(UsageError, match="konnte die Seiten der Word-Datei nicht ermitteln"):
            DocxExporter().write(tiny(), tmp_path / "x.docx", {"page-numbers": "ja"})


def test_pages_that_never_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that change with each pass are an error, not the numbers of one of them."""
    program("soffice", "libreoffice")
    counter = iter(range(99))
    monkeypatch.setattr("kommunal_nh_docx.passes.pages_of", lambda *_: {"eins": next(counter)})

    with pytest.raises(KommunalNHError, match="ändern sich bei jedem Umbruch"):
        DocxExporter().write(tiny(), tmp_path / "x.docx", {"page-numbers": "ja"})
