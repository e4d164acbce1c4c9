"""Existing reports for kommunal_nh: what `kommunal-nh import` reads.

importers   the importers that the library calls
text        plain text, as it comes out of a PDF
docx        Word files, part by part:
            docx_disguises, docx_package    what is no Word file; parts of one, within bounds
            docx_names, docx_styles, docx_numbering, docx_counting, docx_properties    its XML
            docx_fields, docx_symbols, docx_paragraphs, docx_markup    what a paragraph says
            docx_lines, docx_tables, docx_asides, docx_body    what stands where
            docx_anchors, docx_own    files that this library wrote
html        pages of this library and of others: html_blocks, html_lists, html_inlines,
            html_tables, html_contents, and html_own for what only our own pages have
markdown    Markdown, by way of HTML
limits      how much is read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_readers.importers import (
    DocxImporter,
    HtmlImporter,
    MarkdownImporter,
    TextImporter,
)

if TYPE_CHECKING:
    from kommunal_nh.importers import Importer

__all__ = [
    "DocxImporter",
    "HtmlImporter",
    "MarkdownImporter",
    "TextImporter",
    "kommunal_nh_importers",
]


@hookimpl
def kommunal_nh_importers() -> list[Importer]:
    """Offer the formats that can be read.

    Returns:
        The importers.
    """
    return [DocxImporter(), HtmlImporter(), MarkdownImporter(), TextImporter()]
