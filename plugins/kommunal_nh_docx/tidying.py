"""What a cover must not bring into a report: open changes, comments, traces of its making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_docx.xml import R, W, name

if TYPE_CHECKING:
    from docx.opc.rel import Relationships
    from lxml.etree import _Element

_GONE = (
    "altChunk bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart commentReference control "
    "del endnoteReference footnoteReference lastRenderedPageBreak moveFrom moveFromRangeEnd "
    "moveFromRangeStart moveToRangeEnd moveToRangeStart permEnd permStart pPrChange "
    "printerSettings proofErr rPrChange sectPrChange subDoc tblGridChange tblPrChange tcPrChange "
    "trPrChange"
)
_KEPT_INSIDE = ("ins", "moveTo")
_SHAPES = tuple(name(tag) for tag in ("drawing", "pict", "object"))
_RELATIONS = {"chart", "chartUserShapes", "footer", "header", "image"}
_RELATIONS |= {f"diagram{what}" for what in ("Colors", "Data", "Layout", "QuickStyle")}
_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_FIRST_SHAPE = 1_000_000  # the report's own pictures are counted from 1


def tidy(body: _Element, relations: Relationships) -> None:
    """Accept changes, and take out what has no place in a report.

    Args:
        body: The body of a template.

        relations: The relationships of its part.
    """
    for found in list(body.iter(*map(name, _GONE.split()))):
        remove(found)
    for found in list(body.iter(*map(name, _KEPT_INSIDE))):
        unwrap(found)
    for element in list(body.iter()):
        for key in [key for key in element.attrib if str(key).startswith(f"{{{W}}}rsid")]:
            del element.attrib[key]
        if any(str(key).startswith(f"{{{R}}}") for key in element.attrib):
            _check(element, relations)
    for link in [link for link in body.iter(name("hyperlink")) if not link.get(f"{{{R}}}id")]:
        unwrap(link)  # it led to a bookmark of the template
    for number, shape in enumerate(body.iter(f"{{{_DRAWING}}}docPr"), _FIRST_SHAPE):
        shape.set("id", str(number))


def remove(element: _Element) -> None:
    """Take an element out, with all that is in it.

    Args:
        element: The element that goes.
    """
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: _Element) -> None:
    """Put what is in an element in its place.

    Args:
        element: The element that goes.
    """
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def relations_of(element: _Element) -> set[str]:
    """What an element refers to.

    Args:
        element: Any element.

    Returns:
        Ids of relationships.
    """
    return {
        str(value)
        for child in element.iter()
        for key, value in child.attrib.items()
        if str(key).startswith(f"{{{R}}}")
    }


def _check(element: _Element, relations: Relationships) -> None:
    """A relationship to something that does not come along takes its picture or link with it."""
    ids = [str(value) for key, value in element.attrib.items() if str(key).startswith(f"{{{R}}}")]
    if all(_comes_along(relations, one) for one in ids if one):
        return
    if element.tag == name("hyperlink"):
        unwrap(element)
    else:
        shapes = [element, *element.iterancestors()]
        remove(next((shape for shape in shapes if shape.tag in _SHAPES), element))


def _comes_along(relations: Relationships, key: str) -> bool:
    relation = relations.get(key)
    if relation is None:
        return False
    if relation.is_external:
        is_link = relation.reltype.endswith("/hyperlink")
        return is_link and relation.target_ref.lower().startswith(_ADDRESSES)
    return relation.reltype.rpartition("/")[2] in _RELATIONS
