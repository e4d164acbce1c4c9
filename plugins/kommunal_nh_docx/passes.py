"""A file with page numbers: written, printed to learn its pages, and written once more."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.document import Document
from kommunal_nh.errors import UsageError
from kommunal_nh_docx.heading_pages import pages_of
from kommunal_nh_docx.libreoffice import printer
from kommunal_nh_docx.writer import write_document

_MOST = 4  # the first has no numbers yet, the second is right unless a line of contents was broken


def write_with_page_numbers(document: Document, target: Path, template: str | None) -> None:
    """Write a document as DOCX whose table of contents has page numbers.

    Args:
        document: What to write.

        target: The file to make.

        template: A municipality's template, or None for our own design.

    Raises:
        UsageError: LibreOffice is missing, or does not find the pages.
    """
    pages: dict[str, int] = {}
    with printer() as to_pdf:
        for _ in range(_MOST):
            headings = write_document(document, target, template, pages)
            if not headings:
                return
            found = pages_of(headings, to_pdf(target))
            if found == pages:
                return
            pages = found
    raise UsageError(
        "Die Seitenzahlen für das Inhaltsverzeichnis ändern sich bei jedem Umbruch. Bitte ohne "
        "--page-numbers bauen und das Verzeichnis in Word mit F9 erneuern."
    )
