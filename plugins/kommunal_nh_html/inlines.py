"""The words inside a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from kommunal_nh.document import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Reference,
    StatusMark,
    Strong,
    Text,
)
from kommunal_nh_html.escaping import address, fragment, text

Classes: TypeAlias = Mapping[str, str]
"""The class of each status, by its id."""

_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def inlines(content: Iterable[Inline], classes: Classes) -> str:
    """Inline content as markup.

    Args:
        content: The inlines.

        classes: The class of each status.

    Returns:
        The markup.
    """
    return "".join([_WRITERS[type(inline)](inline, classes) for inline in content])


def _text(inline: Text, classes: Classes) -> str:
    return text(inline.text)


def _code(inline: Code, classes: Classes) -> str:
    return f"<code>{text(inline.text)}</code>"


def _strong(inline: Strong, classes: Classes) -> str:
    return f"<strong>{inlines(inline.content, classes)}</strong>"


def _emphasis(inline: Emphasis, classes: Classes) -> str:
    return f"<em>{inlines(inline.content, classes)}</em>"


def _line_break(inline: LineBreak, classes: Classes) -> str:
    return "<br>"


def _status_mark(mark: StatusMark, classes: Classes) -> str:
    return f'<span class="mark {classes.get(mark.status, "status-0")}">{text(mark.text)}</span>'


def _link(link: Link, classes: Classes) -> str:
    words = inlines(_unlinked(link.content), classes)
    if not link.url.lower().startswith(_SCHEMES):
        return words
    return f'<a href="{address(link.url)}">{words}</a>'


def _reference(reference: Reference, classes: Classes) -> str:
    words = inlines(_unlinked(reference.content), classes)
    return f'<a href="{fragment(reference.anchor)}">{words}</a>'


def _unlinked(content: Iterable[Inline]) -> Iterator[Inline]:
    # A link inside a link would end the outer one.
    for inline in content:
        if isinstance(inline, Link | Reference):
            yield from _unlinked(inline.content)
        elif isinstance(inline, Strong | Emphasis):
            yield attrs.evolve(inline, content=tuple(_unlinked(inline.content)))
        else:
            yield inline


_WRITERS: dict[type, Callable[[Any, Classes], str]] = {
    Text: _text,
    Code: _code,
    Strong: _strong,
    Emphasis: _emphasis,
    LineBreak: _line_break,
    StatusMark: _status_mark,
    Link: _link,
    Reference: _reference,
}
