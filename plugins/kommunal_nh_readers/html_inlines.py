"""The words inside a block of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from kommunal_nh.document import Code, Emphasis, Inline, LineBreak, Link, Reference, Strong, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

UNREAD = frozenset(
    ("script", "style", "template", "head", "select", "button", "input", "textarea", "datalist",
     "colgroup", "object", "audio", "video", "canvas", "iframe", "noembed", "noframes")
)  # fmt: skip
"""What shows no text of the page."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_Content: TypeAlias = tuple[Inline, ...]


def tag_of(element: _Element) -> str:
    """The name of an element.

    Args:
        element: The element.

    Returns:
        Its name in small letters; nothing for comments and the like.
    """
    name: object = element.tag
    return name.lower() if isinstance(name, str) else ""


def classes_of(element: _Element) -> frozenset[str]:
    """The classes of an element.

    Args:
        element: The element.

    Returns:
        Their names.
    """
    return frozenset((element.get("class") or "").split())


def line_of(element: _Element, other: int) -> int:
    """The line of the source in which an element begins.

    Args:
        element: The element.

        other: What stands for it if nobody knows.

    Returns:
        The line; parsers count no further than 65,535.
    """
    line: object = element.sourceline
    return line if isinstance(line, int) else other


def is_hidden(element: _Element) -> bool:
    """Whether an element shows nothing of the page.

    Args:
        element: The element.

    Returns:
        True for scripts, controls and what is marked as hidden.
    """
    return tag_of(element) in UNREAD or element.get("hidden") is not None


def text_node(text: str | None) -> _Content:
    """Text between tags.

    Args:
        text: As the source has it.

    Returns:
        One node; white space counts as one space.
    """
    return (Text(_SPACES.sub(" ", text)),) if text else ()


def inlines(element: _Element) -> _Content:
    """An inline element.

    Args:
        element: The element.

    Returns:
        What it shows.
    """
    if is_hidden(element) or "unseen" in classes_of(element):
        return ()
    name = tag_of(element)
    if writer := _READERS.get(name):
        return writer(element)
    return content(element) if name else ()


def content(element: _Element) -> _Content:
    """What stands in an element.

    Args:
        element: The element.

    Returns:
        Its inlines.
    """
    return tuple(_content(element))


def _content(element: _Element) -> Iterator[Inline]:
    yield from text_node(element.text)
    for child in element:
        yield from inlines(child)
        yield from text_node(child.tail)


def _strong(element: _Element) -> _Content:
    inner = content(element)
    return (Strong(inner),) if inner else ()


def _emphasis(element: _Element) -> _Content:
    inner = content(element)
    return (Emphasis(inner),) if inner else ()


def _code(element: _Element) -> _Content:
    text = "".join(map(str, element.itertext()))
    return (Code(text),) if text else ()


def _link(element: _Element) -> _Content:
    inner, address = content(element), (element.get("href") or "").strip()
    if not inner:
        return ()
    if address.startswith("#") and len(address) > 1:
        return (Reference(unquote(address[1:]), inner),)
    return (Link(address, inner),) if address.lower().startswith(_SCHEMES) else inner


def _image(element: _Element) -> _Content:
    return text_node(element.get("alt"))


def _drawing(element: _Element) -> _Content:
    return text_node(element.get("aria-label"))


def _line_break(element: _Element) -> _Content:
    return (LineBreak(),)


_READERS: dict[str, Callable[[_Element], _Content]] = {
    "b": _strong,
    "strong": _strong,
    "i": _emphasis,
    "em": _emphasis,
    "code": _code,
    "tt": _code,
    "kbd": _code,
    "samp": _code,
    "a": _link,
    "img": _image,
    "svg": _drawing,
    "br": _line_break,
    "wbr": lambda element: (),
}
