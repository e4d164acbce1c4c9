"""Existing reports for kommunal_nh: what `kommunal-nh import` reads.

text      plain text, as it comes out of a PDF
docx      Word files
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_readers.docx import DocxImporter
from kommunal_nh_readers.text import TextImporter

if TYPE_CHECKING:
    from kommunal_nh.importers import Importer

__all__ = ["DocxImporter", "TextImporter", "kommunal_nh_importers"]


@hookimpl
def kommunal_nh_importers() -> list[Importer]:
    """Offer the formats that can be read.

    Returns:
        The importers.
    """
    return [DocxImporter(), TextImporter()]
