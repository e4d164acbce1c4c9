"""The exporter that the library calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh.document import Document
    from kommunal_nh.exporters import Options


class PdfExporter:
    """Writes a document as a tagged PDF (PDF/UA-1 and PDF/A-2a).

    Attributes:
        format: Name of the format on the command line.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"

    def write(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh import HouseStyle, read_house_style
        from kommunal_nh_pdf.data import document_data
        from kommunal_nh_pdf.pictures import Pictures
        from kommunal_nh_pdf.typefaces import Typefaces
        from kommunal_nh_pdf.typesetting import typeset

        file = options.get("house-style")
        style = read_house_style(file) if file else HouseStyle()
        pictures = Pictures()
        data = document_data(document, pictures, style)
        target.write_bytes(typeset(data, pictures, Typefaces(style), document.as_of))
