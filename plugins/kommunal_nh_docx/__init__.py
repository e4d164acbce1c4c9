"""DOCX for kommunal_nh: Word files that open without a question in every word processor.

exporter.py     one run from document to file
package.py      the empty file to begin with: our own base, or the municipality's template
template.py     reads a template and takes out what belongs to its old content
styles.py       finds styles by name, adds missing ones
status.py       one character style for each status
pages.py        page size, orientation and the breaks between them
headers.py      header and footer
numbering.py    bullets and numbers of lists
links.py        links out of the document
pictures.py     pictures
properties.py   title, author, language and dates of the file
body.py         where the writers of blocks write to
blocks.py       one writer for each kind of block
tables.py       tables
contents.py     the table of contents
inlines.py      one writer for each kind of inline
xml.py          text as XML
archive.py      the zip file
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh.exporters import Exporter
from kommunal_nh_docx.exporter import DocxExporter

__all__ = ["DocxExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[Exporter]:
    """The exporters of this package.

    Returns:
        One exporter, for DOCX.
    """
    return [DocxExporter()]
