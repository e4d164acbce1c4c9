"""The words inside a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from kommunal_nh_html.changes import Change
from kommunal_nh_html.escaping import address, fragment, text

_SCHEMES = ("http://", "https://", "mailto:", "tel:")


@attrs.frozen(eq=False, repr=False)
class Looks:
    """What inlines look like in one document.

    Attributes:
        classes: The class of each status, by its id.
        chips: The class of each look of chips, by its id.
        insertion: How inserted words are marked.
        deletion: How deleted words are marked.
        address: The address of an anchor; nothing if it leads nowhere.
    """

    classes: Mapping[str, str]
    chips: Mapping[str, str]
    insertion: Change
    deletion: Change
    address: Callable[[str], str] = fragment


def inlines(content: Iterable[Inline], looks: Looks) -> str:
    """Inline content as markup.

    Args:
        content: The inlines.

        looks: What they look like.

    Returns:
        The markup.
    """
    return "".join([_WRITERS[type(inline)](inline, looks) for inline in content])


def _text(inline: Text, looks: Looks) -> str:
    return text(inline.text)


def _code(inline: Code, looks: Looks) -> str:
    return f"<code>{text(inline.text)}</code>"


def _strong(inline: Strong, looks: Looks) -> str:
    return f"<strong>{inlines(inline.content, looks)}</strong>"


def _emphasis(inline: Emphasis, looks: Looks) -> str:
    return f"<em>{inlines(inline.content, looks)}</em>"


def _line_break(inline: LineBreak, looks: Looks) -> str:
    return "<br>"


def _status_mark(mark: StatusMark, looks: Looks) -> str:
    status = looks.classes.get(mark.status, "status-0")
    return f'<span class="mark {status}">{text(mark.text)}</span>'


def _chip(chip: Chip, looks: Looks) -> str:
    style = looks.chips.get(chip.style, "status-0")
    return f'<span class="mark {style}">{text(chip.text)}</span>'


def _link(link: Link, looks: Looks) -> str:
    words = inlines(_unlinked(link.content), looks)
    if not link.url.lower().startswith(_SCHEMES):
        return words
    return f'<a href="{address(link.url)}">{words}</a>'


def _reference(reference: Reference, looks: Looks) -> str:
    words = inlines(_unlinked(reference.content), looks)
    address = looks.address(reference.anchor)
    return f'<a href="{address}">{words}</a>' if address else words


def _inserted(inline: Inserted, looks: Looks) -> str:
    return looks.insertion.around(inlines(inline.content, looks))


def _deleted(inline: Deleted, looks: Looks) -> str:
    return looks.deletion.around(inlines(inline.content, looks))


def _unlinked(content: Iterable[Inline]) -> Iterator[Inline]:
    # A link inside a link would end the outer one.
    for inline in content:
        if isinstance(inline, Link | Reference):
            yield from _unlinked(inline.content)
        elif isinstance(inline, Strong | Emphasis | Inserted | Deleted):
            yield attrs.evolve(inline, content=tuple(_unlinked(inline.content)))
        else:
            yield inline


_WRITERS: dict[type, Callable[[Any, Looks], str]] = {
    Text: _text,
    Code: _code,
    Strong: _strong,
    Emphasis: _emphasis,
    LineBreak: _line_break,
    StatusMark: _status_mark,
    Chip: _chip,
    Link: _link,
    Reference: _reference,
    Inserted: _inserted,
    Deleted: _deleted,
}
