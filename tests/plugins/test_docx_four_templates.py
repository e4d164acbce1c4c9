"""Templates of different origin, as .docx and as .dotx, in the hands of others' programs."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.plugins.docx_reading import (
    document_of,
    libreoffice,
    paragraphs,
    program,
    run,
    style_names,
    written,
)
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph
from tests.plugins.docx_templates import KINDS, template_of

from kommunal_nh.document import Column, Document, Heading, Row, Table, Text, TitlePage


def report() -> Document:
    """A report with a title page, numbered headings and a table."""
    return document_of(
        TitlePage("Titel", "Stand", ("Kreis Muster",)),
        Heading(1, "3", (Text("Klima"),)),
        Heading(2, "3.1", (Text("Ziel"),)),
        paragraph("Text"),
        Heading(1, "4", (Text("Verkehr"),)),
        Table("Liste", (Column("Nr."), Column("Titel")), (Row(((Text("1"),), (Text("Ziel"),))),)),
    )


@pytest.fixture(
    scope="module", params=[f"{kind}{end}" for kind in KINDS for end in (".docx", ".dotx")]
)
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kind, _, end = request.param.rpartition(".")
    return template_of(kind, f".{end}", tmp_path_factory.mktemp("vorlage"))


@pytest.fixture(scope="module")
def path(template: Path) -> Path:
    return written(report(), template.parent, template)


@pytest.fixture(scope="module")
def printed(path: Path) -> Path:
    return libreoffice(path, "pdf", path.parent)


def test_rules(path: Path) -> None:
    """The report keeps every rule, and is a document."""
    assert breaches(path) == []
    assert docx.Document(str(path)).paragraphs


def audit(path: Path) -> str:
    """What openxml-audit finds."""
    return run((program("openxml-audit"), "-m", "0", "-f", "microsoft365", str(path)), (0, 1))


def test_openxml_audit(template: Path, path: Path) -> None:
    """openxml-audit finds no error that the template did not have."""
    found = audit(path)

    assert "Errors: 0" in found or found.count("rror") <= audit(template).count("rror"), found


def test_no_style_twice(path: Path) -> None:
    """Each of the template's own styles is used, and not added once more beside it."""
    usual = {"heading 1": "überschrift 1", "title": "titel"}
    names = [name.lower() for name in style_names(path).values()]

    assert not [name for name, german in usual.items() if name in names and german in names]
    assert any(style.lower() in {"heading 1", "überschrift 1"} for style, _ in paragraphs(path))


def lines(printed: Path, *pages: str) -> list[str]:
    """What is printed, line by line."""
    text = run((program("pdftotext"), "-layout", *pages, str(printed), "-"))
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_numbers_in_print(printed: Path) -> None:
    """Each heading is printed with its own number, and with no other."""
    found = lines(printed)

    assert {"3 Klima", "3.1 Ziel", "4 Verkehr"} <= set(found)


def test_cover_in_print(printed: Path) -> None:
    """The first page is the cover of the template, and the hints are on no page."""
    first = lines(printed, "-l", "1")

    assert first == ["Kopf", "Deckblatt Titel", "Postfach 1"]
    assert "Hinweis" not in lines(printed)


def test_pages_in_print(printed: Path) -> None:
    """Each page has the template's size, header with logo, and footer."""
    information = run((program("pdfinfo"), "-l", "9", str(printed)))
    sizes = [
        line.split()[3:6:2]
        for line in information.splitlines()
        if line.startswith("Page ") and " size:" in line
    ]
    pages = run((program("pdftotext"), str(printed), "-")).split("\f")[:-1]
    images = run((program("pdfimages"), "-list", str(printed))).splitlines()[2:]

    assert len(pages) >= 2
    assert {tuple(sorted(round(float(side)) for side in size)) for size in sizes} == {(510, 737)}
    assert all("Kopf" in page and "Postfach 1" in page for page in pages)
    assert {line.split()[0] for line in images} == {str(n + 1) for n in range(len(pages))}
