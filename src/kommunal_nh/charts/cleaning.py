"""What a drawing must not have when it stands inside a page."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from kommunal_nh.fonts import FAMILY

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    _SVG + name
    for name in (
        *("svg", "g", "path", "line", "rect", "circle", "text", "tspan"),
        *("defs", "clipPath", "linearGradient", "radialGradient", "stop"),
    )
)
_REFERENCE = re.compile(r"url\((['\"]?)#([^'\")]+)\1\)")
_UNWANTED = ("class", "role", "style", "pointer-events", "version")


def cleaned(svg: str, font: str, ids: str) -> str:
    """A drawing that is safe inside any page.

    Args:
        svg: As the renderer gives it.

        font: Family of the words.

        ids: What its ids begin with.

    Returns:
        The drawing without classes, roles, links, scripts and pictures from outside.

    Raises:
        ValueError: It has an element that no chart needs, such as a picture from outside.
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    for element in list(root.iter()):
        _demand_drawn(element)
        _tidy(element, font, ids)
    for element in [one for one in root.iter() if _is_nothing(one)]:
        _remove(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _demand_drawn(element: _Element) -> None:
    if element.tag not in _DRAWN:
        raise ValueError(element.tag)


def _tidy(element: _Element, font: str, ids: str) -> None:
    for name, value in [(str(name), str(value)) for name, value in element.attrib.items()]:
        if name in _UNWANTED or name.startswith(("aria-", "on", "{")):
            del element.attrib[name]
        elif name == "id":
            element.set(name, ids + value)
        elif name == "font-family" and value == FAMILY:
            element.set(name, font)
        elif "url(" in value:
            element.set(name, _REFERENCE.sub(rf"url(#{ids}\2)", value))


def _is_nothing(element: _Element) -> bool:
    is_empty = element.tag == _SVG + "path" and element.get("d", "") in ("", "M0,0h0v0h0Z")
    return is_empty or element.get("display") == "none"


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
