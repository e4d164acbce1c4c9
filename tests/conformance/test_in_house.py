"""The project's own exporters keep the contract that it asks of others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

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

from kommunal_nh.document import Block, Document, TitlePage
from kommunal_nh.testing import ExporterContract, FolderContract
from kommunal_nh_docx import DocxExporter
from kommunal_nh_html import HtmlExporter, SiteExporter
from kommunal_nh_markdown import MarkdownExporter, WikiExporter
from kommunal_nh_pdf import PdfExporter


class TestDocx(ExporterContract):
    exporter = DocxExporter()

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

    def read(self, folder: Path) -> str:
        return wiki_words(folder)

    def page(self, file: Path) -> str | None:
        return as_html(file.read_text("utf-8")) if file.suffix == ".md" else None


class TestPdf(ExporterContract):
    exporter = PdfExporter()

    def read(self, file: Path) -> str:
        return pdf_words(file)

    def alternatives(self, file: Path) -> str:
        return pdf_alternatives(file)


class TestSite(FolderContract):
    exporter = SiteExporter()
    projects = True

    def read(self, folder: Path) -> str:
        return site_words(folder)

    def promised(self, document: Document) -> Iterable[Block]:
        """The first page begins with the title page, wherever the profile puts it."""
        blocks = super().promised(document)
        return sorted(blocks, key=lambda block: not isinstance(block, TitlePage))
