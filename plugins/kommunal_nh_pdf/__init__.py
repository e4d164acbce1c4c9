"""PDF for kommunal_nh: tagged for those who listen, set by Typst for those who look.

The document becomes plain data; a few small Typst files lay it out. Words of the report are never
pasted into Typst's markup. What stands where:

    exporter     the exporter that the library calls
    data         the document as plain data · look: colours, fonts and logo
    flow         its blocks, one after another on their pages
    blocks       the blocks · tables · inlines: the words inside them
    keeping      what stays on one page
    levels       depths of headings without gaps · anchors: what can be linked
    signs        words that the fonts can show
    pictures     the files of pictures
    typefaces    the fonts
    typesetting  Typst itself · troubles: what Typst could not do, in words for people
    layout/      the Typst files: page, cover, contents, headings, tables, …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_pdf.exporter import PdfExporter

if TYPE_CHECKING:
    from kommunal_nh.exporters import Exporter

__all__ = ["PdfExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[Exporter]:
    """Offer the format `pdf`.

    Returns:
        The exporter.
    """
    return [PdfExporter()]
