"""Defects for Word files, each put in by an edit of one part, and the rule that finds it."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

BODY = "word/document.xml"
CORE = "docProps/core.xml"
LISTS = "word/numbering.xml"
PICTURE = "word/media/bericht1.png"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"
TYPES = "[Content_Types].xml"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"

Edit = Callable[[str], str]


@attrs.frozen
class Defect:
    """A defect: the rule that finds it, the part that it is in, and how to put it there."""

    rule: str
    member: str
    edit: Edit


def once(old: str, new: str) -> Edit:
    """Replaces the first match of an expression, which has to be there."""

    def edit(text: str) -> str:
        result, count = re.subn(old, new, text, count=1, flags=re.DOTALL)
        assert count, old
        return result

    return edit


def added(xml: str) -> Edit:
    """Adds something at the end of the first paragraph."""
    return lambda text: text.replace("</w:p>", f"{xml}</w:p>", 1)


def field(instruction: str) -> Edit:
    """Adds a field."""
    result = "<w:r><w:t>1</w:t></w:r>"
    return added(f'<w:fldSimple w:instr="{instruction}">{result}</w:fldSimple>')


def gone(text: str) -> str:
    """A part that is removed."""
    return ""


def mark(kind: str) -> str:
    """The mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_BOOKMARK = r'(<w:bookmarkStart w:id=")(\d+)(" w:name=")(\w+)("/><w:bookmarkEnd w:id=")\d+("/>)'
_OPEN = f"{mark('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>"

DEFECTS = {
    "link to nothing": Defect("target-missing", BODY, once(r'w:anchor="\w+"', 'w:anchor="weg"')),
    "REF to nothing": Defect("target-missing", BODY, field(r" REF weg \h ")),
    "PAGEREF to nothing": Defect("target-missing", BODY, field(" PAGEREF weg ")),
    "HYPERLINK to nothing": Defect(
        "target-missing", BODY, field(r" HYPERLINK \l &quot;weg&quot; ")
    ),
    "the name of a bookmark twice": Defect(
        "bookmark-name-twice", BODY, once(_BOOKMARK, r"\1\2\3\4\5\2\6\g<1>9999\3\4\g<5>9999\6")
    ),
    "the id of a bookmark twice": Defect(
        "bookmark-id-twice", BODY, once(_BOOKMARK, r"\1\2\3\4\5\2\6\1\2\3neu\5\2\6")
    ),
    "a bookmark without end": Defect("bookmark-unclosed", BODY, once("<w:bookmarkEnd[^>]*/>", "")),
    "a bookmark without beginning": Defect(
        "bookmark-unclosed", BODY, added('<w:bookmarkEnd w:id="99999"/>')
    ),
    "a list that is not defined": Defect(
        "list-undefined", BODY, once(r'<w:numId w:val="\d+"', '<w:numId w:val="4711"')
    ),
    "a list without pattern": Defect(
        "list-undefined", LISTS, once(r'Id w:val="\d+"/></w:num>', 'Id w:val="4711"/></w:num>')
    ),
    "a field without end": Defect("field-unbalanced", BODY, once(mark("end"), "")),
    "a field without beginning": Defect("field-unbalanced", BODY, added(mark("end"))),
    "a field that separates twice": Defect(
        "field-unbalanced", BODY, once(mark("separate"), mark("separate") * 2)
    ),
    "a field over two paragraphs": Defect(
        "field-unbalanced", BODY, added(f"{_OPEN}</w:p><w:p>{mark('end')}")
    ),
    "a level that is skipped": Defect(
        "heading-skipped", BODY, once('<w:pStyle w:val="Heading2"', '<w:pStyle w:val="Heading3"')
    ),
    "a heading without words": Defect(
        "heading-empty", BODY, once('(<w:pStyle w:val="Heading1"/>.*?<w:t [^>]*>)[^<]+', r"\1")
    ),
    "a language that is none": Defect(
        "language", STYLES, once('<w:lang w:val="de-DE"', '<w:lang w:val="deutsch"')
    ),
    "no language": Defect("language", STYLES, once("<w:lang [^>]*/>", "")),
    "another language": Defect(
        "language", STYLES, once('<w:lang w:val="de-DE"', '<w:lang w:val="en-US"')
    ),
    "a table without header row": Defect("table-header", BODY, once("<w:tblHeader/>", "")),
    "a row with a cell too few": Defect(
        "table-cells", BODY, once(f"({_ROW})<w:tc>.*?</w:tc>", r"\1")
    ),
    "a picture without words": Defect(
        "picture-alt", BODY, once('(<wp:docPr [^>]*?) descr="[^"]*"', r"\1")
    ),
    "a picture without relationship": Defect(
        "picture-missing", BODY, once('r:embed="[^"]*"', 'r:embed="rId4711"')
    ),
    "a picture that is gone": Defect("picture-missing", PICTURE, gone),
    "the id of a picture twice": Defect(
        "picture-id-twice", BODY, once("(<w:r><w:drawing>.*?</w:r>)", r"\1\1")
    ),
    "a picture without content type": Defect(
        "content-type", TYPES, once('<Default Extension="png"[^>]*/>', "")
    ),
    "a part that is gone": Defect("part-missing", "word/header1.xml", gone),
    "an address without relationship": Defect(
        "relationship-missing", BODY, once('<w:hyperlink r:id="[^"]*"', '<w:hyperlink r:id="x"')
    ),
    "a question on opening": Defect(
        "update-fields", SETTINGS, once("<w:compat>", "<w:updateFields/><w:compat>")
    ),
    "a style that is not defined": Defect(
        "style-undefined", BODY, once('<w:pStyle w:val="Statement"', '<w:pStyle w:val="Fehlt"')
    ),
    "no title": Defect("title-empty", CORE, once("<dc:title>.*?</dc:title>", "<dc:title/>")),
    "no XML": Defect("unreadable", STYLES, once("<w:docDefaults>", "<w:docDefaults")),
}
