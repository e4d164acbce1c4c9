"""Names in the XML of Word files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": _W,
    "r": _R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
}
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": _W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": _R,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": _NAMESPACES["wp"],
    "http://purl.oclc.org/ooxml/officeDocument/math": _NAMESPACES["m"],
}
"""What the strict variant calls the namespaces, and what everyone else calls them."""

_OFF = {"0", "false", "off", "none"}


@cache
def name(short: str) -> str:
    """The full name of an element or attribute.

    Args:
        short: Such as `w:p`.

    Returns:
        The name as lxml writes it.
    """
    prefix, _, local = short.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


_VAL = name("w:val")


def child(parent: _Element | None, *path: str) -> _Element | None:
    """An element inside another one.

    Args:
        parent: Where to look.

        *path: Short names, from the outside to the inside.

    Returns:
        The first one, if there is one.
    """
    for short in path:
        if parent is None:
            return None
        parent = parent.find(name(short))
    return parent


def value(parent: _Element | None, *path: str) -> str | None:
    """What a property says.

    Args:
        parent: Where to look.

        *path: Short names, from the outside to the inside.

    Returns:
        Its `w:val`, if there is one.
    """
    found = child(parent, *path)
    return None if found is None else found.get(_VAL)


def number(parent: _Element | None, *path: str) -> int | None:
    """What a property says, as a whole number.

    Args:
        parent: Where to look.

        *path: Short names, from the outside to the inside.

    Returns:
        The number, if there is one.
    """
    text = (value(parent, *path) or "").strip()
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else None


def switch(parent: _Element | None, *path: str) -> bool | None:
    """Whether a property is on.

    Args:
        parent: Where to look.

        *path: Short names, from the outside to the inside.

    Returns:
        None if nothing is said.
    """
    found = child(parent, *path)
    return None if found is None else (found.get(_VAL) or "1").lower() not in _OFF
