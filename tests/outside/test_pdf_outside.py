"""What others' programs make of the PDF: outloud, pdfua, qpdf, pikepdf, poppler."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pikepdf
import pytest
from tests.plugins.docx_reading import program, run
from tests.plugins.pdf_facts import breaches

import kommunal_nh
from kommunal_nh.document import Document
from kommunal_nh_pdf import PdfExporter

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = sorted(file.parent.name for file in EXAMPLES.glob("*/bericht.yaml"))


@attrs.frozen
class Made:
    """A PDF, and what it was made of."""

    file: Path
    document: Document


@pytest.fixture(scope="module", params=REPORTS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    report = kommunal_nh.public_view(kommunal_nh.load(EXAMPLES / request.param))
    document = kommunal_nh.assemble(report, kommunal_nh.number(report))
    file = tmp_path_factory.mktemp("pdf") / f"{request.param}.pdf"
    PdfExporter().write(document, file, {})
    return Made(file, document)


@pytest.fixture
def pdf(made: Made) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(made.file) as pdf:
        yield pdf


def test_outloud_finds_no_error(made: Made) -> None:
    """A checker of what screen readers need finds no error; its warnings are guesses."""
    assert "0 error(s)" in run([program("outloud"), "--quiet", str(made.file)], accepted=(0, 1))


def test_pdfua_finds_nothing(made: Made) -> None:
    """A second checker, of sixteen rules of PDF/UA-1, finds nothing at all."""
    told = run([program("pdfua"), "check", str(made.file)], accepted=range(5))
    assert "no findings" in told.lower()


def test_the_syntax_is_right(made: Made) -> None:
    """The program qpdf reads the whole file without a warning."""
    assert "No syntax or stream encoding errors found" in run(
        [program("qpdf"), "--check", str(made.file)]
    )


def test_the_tags_are_those_of_the_tree(made: Made, pdf: pikepdf.Pdf) -> None:
    """Headings, tables, cells, links, figures and bookmarks are as many as the document has."""
    assert breaches(pdf, made.document) == []
