"""The exporter that the library calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh.document import Document
    from kommunal_nh.exporters import Options


class HtmlExporter:
    """Writes a document as one page that needs no network and no other file.

    Attributes:
        format: Name of the format on the command line.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format = "html"
    suffix = ".html"
    media_type = "text/html"

    def write(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh_html.page import write_page

        with target.open("wb") as out:
            write_page(document, out)
