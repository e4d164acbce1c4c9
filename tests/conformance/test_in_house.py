"""The project's own exporters keep the contract that it asks of others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.conformance.readers import (
    as_html,
    docx_words,
    html_words,
    markdown_words,
    pdf_alternatives,
    pdf_words,
    site_words,
    wiki_words,
)

from costs import dear, dearest
from kommunal_nh.document import Block, Document, TitlePage
from kommunal_nh.testing import ExporterContract, FolderContract, documents
from kommunal_nh_docx import DocxExporter
from kommunal_nh_html import HtmlExporter, SiteExporter
from kommunal_nh_markdown import MarkdownExporter, WikiExporter
from kommunal_nh_pdf import PdfExporter

WORDS, BYTES = "test_any_document_keeps_its_words", "test_any_document_gives_the_same_bytes_again"
LINKS = "test_every_link_of_any_document_leads_somewhere"


def fewer(test: str, cost: settings) -> Any:
    """A test of the contract with as many documents as one of them is worth."""
    inner: Any = getattr(FolderContract, test)
    checks = [HealthCheck.differing_executors, HealthCheck.too_slow]
    limit = settings(cost, deadline=None, suppress_health_check=checks)
    return limit(given(documents())(inner.hypothesis.inner_test))


class TestDocx(ExporterContract):
    exporter = DocxExporter()
    test_any_document_keeps_its_words = fewer(WORDS, dear)
    test_any_document_gives_the_same_bytes_again = fewer(BYTES, dear)

    def read(self, file: Path) -> str:
        return docx_words(file)


class TestHtml(ExporterContract):
    exporter = HtmlExporter()

    def read(self, file: Path) -> str:
        return html_words(file)

    def promised(self, document: Document) -> Iterable[Block]:
        """A page begins with its title, wherever the profile puts the title page."""
        return sorted(document.blocks, key=lambda block: not isinstance(block, TitlePage))


class TestMarkdown(ExporterContract):
    exporter = MarkdownExporter()

    def read(self, file: Path) -> str:
        return markdown_words(file)


class TestWiki(FolderContract):
    exporter = WikiExporter()
    projects = True
    test_any_document_keeps_its_words = fewer(WORDS, dear)
    test_any_document_gives_the_same_bytes_again = fewer(BYTES, dear)
    test_every_link_of_any_document_leads_somewhere = fewer(LINKS, dear)

    def read(self, folder: Path) -> str:
        return wiki_words(folder)

    def page(self, file: Path) -> str | None:
        return as_html(file.read_text("utf-8")) if file.suffix == ".md" else None


class TestPdf(ExporterContract):
    exporter = PdfExporter()
    test_any_document_keeps_its_words = fewer(WORDS, dearest)
    test_any_document_gives_the_same_bytes_again = fewer(BYTES, dearest)

    def read(self, file: Path) -> str:
        return pdf_words(file)

    def alternatives(self, file: Path) -> str:
        return pdf_alternatives(file)


class TestSite(FolderContract):
    exporter = SiteExporter()
    projects = True
    test_any_document_keeps_its_words = fewer(WORDS, dear)
    test_any_document_gives_the_same_bytes_again = fewer(BYTES, dear)
    test_every_link_of_any_document_leads_somewhere = fewer(LINKS, dear)

    def read(self, folder: Path) -> str:
        return site_words(folder)

    def promised(self, document: Document) -> Iterable[Block]:
        """The first page begins with the title page, wherever the profile puts it."""
        blocks = super().promised(document)
        return sorted(blocks, key=lambda block: not isinstance(block, TitlePage))
