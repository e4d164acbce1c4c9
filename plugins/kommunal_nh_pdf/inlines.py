"""The words inside a block as plain data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import attrs

from kommunal_nh.document import (
    Chip,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    StatusMark,
    Strong,
    Text,
)

Words = list[Any]
"""Texts, and mappings with `node` for everything else."""

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_LONGEST_ADDRESS = 2000  # Typst takes 8000 bytes


def words(content: Iterable[Inline], anchors: Collection[str]) -> Words:
    """Inline content as data.

    Args:
        content: The inlines.

        anchors: Where references may lead to; others become plain words.

    Returns:
        The data.
    """
    return [made for inline in content for made in _WRITERS[type(inline)](inline, anchors)]


def _text(inline: Text, anchors: Collection[str]) -> Words:
    return [inline.text] if inline.text else []


def _code(inline: Code, anchors: Collection[str]) -> Words:
    return [{"node": "code", "text": inline.text}]


def _line_break(inline: LineBreak, anchors: Collection[str]) -> Words:
    return [{"node": "break"}]


def _mark(mark: StatusMark, anchors: Collection[str]) -> Words:
    return [{"node": "mark", "status": mark.status, "text": mark.text}]


def _chip(chip: Chip, anchors: Collection[str]) -> Words:
    return [{"node": "chip", "style": chip.style, "text": chip.text}]


def _link(link: Link, anchors: Collection[str]) -> Words:
    content = words(_unlinked(link.content), anchors)
    fits = link.url.lower().startswith(_SCHEMES) and len(link.url) < _LONGEST_ADDRESS
    return [{"node": "link", "url": link.url, "content": content}] if fits else content


def _reference(reference: Reference, anchors: Collection[str]) -> Words:
    content = words(_unlinked(reference.content), anchors)
    if reference.anchor not in anchors:
        return content
    return [{"node": "reference", "anchor": reference.anchor, "content": content}]


def _wrapped(node: str) -> Callable[[Any, Collection[str]], Words]:
    def wrap(inline: Any, anchors: Collection[str]) -> Words:
        content = words(inline.content, anchors)
        return [{"node": node, "content": content}] if content else []

    return wrap


def _unlinked(content: Iterable[Inline]) -> Iterator[Inline]:
    """The same words without links, since a link inside a link leads nowhere."""
    for inline in content:
        if isinstance(inline, Link | Reference):
            yield from _unlinked(inline.content)
        elif isinstance(inline, Strong | Emphasis | Inserted | Deleted):
            yield attrs.evolve(inline, content=tuple(_unlinked(inline.content)))
        else:
            yield inline


_WRITERS: dict[type, Callable[[Any, Collection[str]], Words]] = {
    Text: _text,
    Code: _code,
    LineBreak: _line_break,
    StatusMark: _mark,
    Chip: _chip,
    Link: _link,
    Reference: _reference,
    Strong: _wrapped("strong"),
    Emphasis: _wrapped("emphasis"),
    Inserted: _wrapped("inserted"),
    Deleted: _wrapped("deleted"),
}
