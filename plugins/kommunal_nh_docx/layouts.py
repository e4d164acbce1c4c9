"""The pages of a file: size and margins of the base or template, with header and footer."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.headers import add_footer, add_header
from kommunal_nh_docx.pages import Kind, Layout
from kommunal_nh_docx.template import references
from kommunal_nh_docx.widening import widened
from kommunal_nh_docx.xml import W, name

if TYPE_CHECKING:
    from docx.document import Document as Word
    from lxml.etree import _Element

    from kommunal_nh.document import Document

_References = dict[tuple[str, str], str]

_BEFORE_TITLE = ("pgSz", "pgMar", "paperSrc", "pgBorders")
_BEHIND_TITLE = ("docGrid",)
_NARROWEST = 2000
_ADD = (("headerReference", "Header", add_header), ("footerReference", "Footer", add_footer))


def layouts(
    word: Word, document: Document, ids: Mapping[str, str], cover: str = ""
) -> dict[Kind, Layout]:
    """The kinds of pages.

    Args:
        word: The file; header and footer are added to it if it has none.

        document: What they say.

        ids: Ids of our styles.

        cover: The `w:sectPr` of the template's cover, which then is that of the title page.

    Returns:
        One layout for each kind.
    """
    own = _own_references(word)
    found: dict[Kind, Layout] = {}
    kinds: tuple[Kind, Kind] = ("portrait", "landscape")
    width = _width(_page(word, wide=False))
    for kind in kinds:
        page = _page(word, wide=kind == "landscape")
        brought = _widened(word, own, width, _width(page)) if kind == "landscape" else own
        head = _added(word, document, ids, _width(page), own) | brought
        found[kind] = _layout(page, head, is_title=False)
        if kind == "portrait":
            title = _layout(page, head, is_title=True)
            found["title"] = Layout(title.width, title.height, cover or title.properties)
    return found


def _own_references(word: Word) -> _References:
    """Those of the template; the title page shows what it has for first pages, if it has any."""
    own = references(word)
    if word.element.body.find(f".//{name('titlePg')}") is None:
        own = {(tag, kind): key for (tag, kind), key in own.items() if kind != "first"}
        own |= {(tag, "first"): key for (tag, kind), key in own.items() if kind == "default"}
    return own


def _widened(word: Word, own: _References, width: int, wide: int) -> _References:
    """Those of the template for pages of another width; a cover is never one of them."""
    return {
        (tag, kind): key if kind == "first" else widened(word, tag, key, width, wide)
        for (tag, kind), key in own.items()
    }


def _added(
    word: Word, document: Document, ids: Mapping[str, str], width: int, own: _References
) -> _References:
    """Our own header and footer where the template has none."""
    present = {tag for tag, _ in own}
    return {
        (tag, "default"): add(word, document, ids[style], width)
        for tag, style, add in _ADD
        if tag not in present
    }


def _page(word: Word, *, wide: bool) -> dict[str, _Element]:
    """Settings of the template's last pages, turned if need be."""
    last = word.element.body.findall(f".//{name('sectPr')}")[-1:]
    page = {
        tag: deepcopy(element)
        for tag in (*_BEFORE_TITLE, *_BEHIND_TITLE)
        if last and (element := last[0].find(name(tag))) is not None
    }
    size = page.setdefault("pgSz", etree.Element(name("pgSz")))
    page.setdefault("pgMar", etree.Element(name("pgMar")))
    sides = sorted((_number(size, "w", 11906), _number(size, "h", 16838)), reverse=wide)
    size.attrib.clear()
    size.set(name("w"), str(sides[0]))
    size.set(name("h"), str(sides[1]))
    if wide:
        size.set(name("orient"), "landscape")
    return page


def _layout(page: Mapping[str, _Element], head: _References, *, is_title: bool) -> Layout:
    references_xml = "".join(
        f'<w:{tag} w:type="{kind}" r:id="{key}"/>' for (tag, kind), key in sorted(head.items())
    )
    xml = (
        f"<w:sectPr>{references_xml}{_settings(page, _BEFORE_TITLE)}"
        f"{'<w:titlePg/>' if is_title else ''}{_settings(page, _BEHIND_TITLE)}</w:sectPr>"
    )
    return Layout(_width(page), _height(page), xml)


def _settings(page: Mapping[str, _Element], tags: tuple[str, ...]) -> str:
    declared = f' xmlns:w="{W}"'
    return "".join(_bare(page[tag]).replace(declared, "") for tag in tags if tag in page)


def _bare(element: _Element) -> str:
    """An element as text that needs no other names than those of WordprocessingML."""
    copy = etree.Element(element.tag, nsmap={"w": W})
    for key, value in element.attrib.items():
        if str(key).startswith(f"{{{W}}}"):
            copy.set(key, value)
    copy.extend(deepcopy(child) for child in element)
    return etree.tostring(copy, encoding="unicode")


def _width(page: Mapping[str, _Element]) -> int:
    margins = page["pgMar"]
    used = sum(_number(margins, side) for side in ("left", "right", "gutter"))
    return max(_number(page["pgSz"], "w") - used, _NARROWEST)


def _height(page: Mapping[str, _Element]) -> int:
    margins = page["pgMar"]
    used = sum(abs(_number(margins, side)) for side in ("top", "bottom"))
    return max(_number(page["pgSz"], "h") - used, _NARROWEST)


def _number(element: _Element, attribute: str, default: int = 0) -> int:
    value = element.get(name(attribute), "")
    return int(value) if value.lstrip("-").isdigit() else default
