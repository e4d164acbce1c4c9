"""The table of contents: a field that Word can renew, with its lines already in it.

Page numbers are left out (switch n) unless a word processor was asked: invented ones mislead.
"""

from __future__ import annotations

from kommunal_nh.document import ContentsEntry, TableOfContents, Text
from kommunal_nh_docx.body import Body, Place
from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.paragraphs import opening

_DEEPEST = 9
_SDT = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def write_contents(body: Body, contents: TableOfContents, place: Place) -> None:
    """Write a table of contents.

    Args:
        body: Where to write it.

        contents: The table of contents.

        place: Where it stands.
    """
    body.begin(place)
    body.has_contents = True
    body.write(_SDT)
    body.paragraph(place, body.words.xml((Text(contents.title),)), "TOCHeading")
    depth = min(max(contents.depth, 1), _DEEPEST)
    field = _field(depth, "" if body.page_numbers else "\\n ")
    for entry in contents.entries:
        if entry.level <= depth:
            body.write(_line(body, place, entry, field))
            field = ""
    body.write(f"<w:p>{field}{_END}</w:p></w:sdtContent></w:sdt>")


def _field(depth: int, switch: str) -> str:
    instruction = f' TOC \\o "1-{depth}" {switch}\\h \\z '
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _line(body: Body, place: Place, entry: ContentsEntry, field: str) -> str:
    style = body.ids[f"TOC{min(max(entry.level, 1), _DEEPEST)}"]
    numbers, width = body.page_numbers, body.pages.layout(place.page).width
    start = numbers.opening(style, width) if numbers else opening(style)
    number = f"{entry.number} " if entry.number else ""
    words = body.words.xml((Text(number + entry.title),))
    if entry.anchor:
        target = bookmark(entry.anchor)
        words += numbers.field(entry.anchor) if numbers else ""
        words = f'<w:hyperlink w:anchor="{target}" w:history="1">{words}</w:hyperlink>'
    return f"{start}{field}{words}</w:p>"
