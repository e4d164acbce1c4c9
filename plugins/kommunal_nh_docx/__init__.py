"""DOCX for kommunal_nh: Word files that open without a question in every word processor.

exporter.py     the exporter
writer.py       one run: puts all of the following together

starter.py      what stands in a template to start from

package.py      the file to begin with: our own base, or a template
template.py     reads a template and takes out what belongs to its old content
cover.py        what a template shows in place of our title page
sections.py     the settings of a template's pages
tidying.py      takes out of a cover what has no place in a report
placeholders.py puts title, date and publisher into a template
controls.py     the same for Word's content controls
styles.py       adds the styles that a file lacks
tints.py        lighter forms of a theme's colour
lookup.py       finds styles by name
status.py       one character style for each status
settings.py     no questions on opening, words divided
properties.py   title, author, language and dates of the file
layouts.py      page size and margins
headers.py      header and footer

body.py         what the writers of blocks share
blocks.py       one writer for each kind of block
tables.py       tables
contents.py     the table of contents
page_numbers.py its page numbers
inlines.py      one writer for each kind of inline
paragraphs.py   how a paragraph begins
looks.py        bold, italic, linked, deleted
changes.py      what was inserted and deleted, as tracked changes
pages.py        orientation, and the breaks between pages
numbering.py    bullets and numbers of lists
links.py        links out of the document
bookmarks.py    anchors as Word names them
anchors.py      those that such a name does not tell
pictures.py     pictures
unpacking.py    members of files that somebody else made
xml.py          text as XML

passes.py       files with page numbers: written, printed, written once more
libreoffice.py  prints a file
heading_pages.py  on which pages its headings are
tabs.py         tab stops

lint/           what is wrong with a file
strict.py       refuses such a file

saving.py       the order of the parts in the file
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
