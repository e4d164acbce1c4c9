"""The cover page of a template, which takes the place of our title page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from kommunal_nh_docx.controls import is_known
from kommunal_nh_docx.placeholders import MARKER, NAMES, names_in
from kommunal_nh_docx.sections import complete, section_of
from kommunal_nh_docx.tidying import remove
from kommunal_nh_docx.xml import DECLARATION, R, W, name

if TYPE_CHECKING:
    from docx.document import Document as Word
    from lxml.etree import _Element

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_IGNORABLE = f"{{{_COMPATIBILITY}}}Ignorable"
_OURS = {"w": W, "r": R, "wp": _DRAWING}
_VISIBLE = "drawing pict object sym sectPr pBdr shd framePr fldSimple"
_SEEN = [*map(name, _VISIBLE.split()), f"{{{_COMPATIBILITY}}}AlternateContent"]


@attrs.frozen(eq=False, repr=False)
class Cover:
    """A cover page, ready to be written.

    Attributes:
        beginning: The beginning of the document part, with the vocabularies of the cover.
        xml: The cover itself.
        properties: The `w:sectPr` of its last page.
    """

    beginning: str
    xml: str
    properties: str


def keep_cover(body: _Element) -> None:
    """Leave of a template's body only the cover and the settings of the report's pages.

    Args:
        body: The body; behind its cover stands a paragraph with the settings of the cover's pages.
    """
    blocks = [child for child in body if child.tag != name("sectPr")]
    sections = complete(body)
    end, is_marked = _end_of_cover(body, blocks)
    of_cover = section_of(blocks, end, sections)
    of_report = section_of(blocks, end + 1, sections) if is_marked else sections[-1]
    if not end and next(body.iter(name("titlePg")), None) is not None:
        etree.SubElement(of_report, name("titlePg"))  # our title page is a first page as well
    for child in [*blocks[end:], *body.findall(name("sectPr"))]:
        body.remove(child)
    if end and not _is_section_end(blocks[end - 1]):
        paragraph = etree.SubElement(etree.SubElement(body, name("p")), name("pPr"))
        paragraph.append(deepcopy(of_cover))
    body.append(deepcopy(of_report))


def cover_of(word: Word) -> Cover | None:
    """The cover that a template has brought.

    Args:
        word: The template, filled in; its body is of no use afterwards.

    Returns:
        The cover; None if there is nothing to be seen on it.
    """
    body = word.element.body
    if len(body) < 2:
        return None
    blocks = list(body)[:-1]
    last = next(blocks[-1].iter(name("sectPr")))
    remove(last)
    root = _root(word.element)
    inner = etree.SubElement(root, body.tag)
    inner.extend(blocks)
    _trim(inner)
    if not len(inner):
        return None
    inner.append(last)
    return _split(root)


def _end_of_cover(body: _Element, blocks: Sequence[_Element]) -> tuple[int, bool]:
    """How many blocks are the cover, and whether a marker says so."""
    for place, block in enumerate(blocks):
        if MARKER in names_in(block):
            return place, True
    for place, block in enumerate(blocks):
        if _is_cover_of_word(block):
            return place + 1, False
    known = dict.fromkeys(NAMES, "")
    is_cover = is_known(body, known) or any(one in known for one in names_in(body))
    return (len(blocks) if is_cover else 0), False


def _is_cover_of_word(block: _Element) -> bool:
    path = f"{name('sdtPr')}/{name('docPartObj')}/{name('docPartGallery')}"
    galleries = block.iterfind(path) if block.tag == name("sdt") else ()
    return any(gallery.get(name("val")) == "Cover Pages" for gallery in galleries)


def _is_section_end(block: _Element) -> bool:
    return block.tag == name("p") and block.find(f"{name('pPr')}/{name('sectPr')}") is not None


def _root(old: _Element) -> _Element:
    """The document element with the names that the cover and our own body use."""
    names = {key: value for key, value in old.nsmap.items() if key} | _OURS
    root = etree.Element(old.tag, nsmap=names)
    ignorable = [key for key in old.get(_IGNORABLE, "").split() if key in names]
    if ignorable:
        root.set(_IGNORABLE, " ".join(ignorable))
    return root


def _trim(holder: _Element) -> None:
    """Nothing at the end may make one more page: no page break, no empty lines."""
    while len(holder):
        last = holder[-1]
        content = last.find(name("sdtContent"))
        if last.tag == name("sdt") and content is not None:
            _trim(content)
            if len(content):
                return
        elif last.tag != name("p") or _is_seen(last):
            return
        holder.remove(last)


def _is_seen(paragraph: _Element) -> bool:
    for last in list(_breaks_at_end(paragraph)):
        remove(last)
    words = "".join(text.text or "" for text in paragraph.iter(name("t"))).strip()
    return bool(words) or next(paragraph.iter(*_SEEN), None) is not None


def _breaks_at_end(paragraph: _Element) -> Iterator[_Element]:
    for element in reversed(list(paragraph.iter(name("t"), name("br"), *_SEEN))):
        if element.tag != name("br"):
            return
        if element.get(name("type")) == "page":
            yield element


def _split(root: _Element) -> Cover:
    text = etree.tostring(root, encoding="unicode")
    rest = text.partition("<w:body>")[2]
    place = rest.rindex("<w:sectPr")
    beginning = DECLARATION + text[: -len(rest)]
    return Cover(beginning, rest[:place], rest[place:].partition("</w:body>")[0])
