"""Inlines as one string of Markdown, in which a line feed stands for a line break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

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
from kommunal_nh_markdown.addresses import link, reference, short_link, with_addresses
from kommunal_nh_markdown.delimiters import EMPHASIS, STRONG, Delimiter, Piece, joined
from kommunal_nh_markdown.escaping import SPACES, clean, escaped
from kommunal_nh_markdown.looks import Looks
from kommunal_nh_markdown.merging import Kinds, merged

_NOWHERE: Kinds = frozenset()
_LINKS: Kinds = frozenset({Link, Reference})
_BACKTICKS = re.compile("`+")


def words(content: Iterable[Inline], looks: Looks, inside: Kinds = _NOWHERE) -> str:
    """Inlines as Markdown.

    Args:
        content: The inlines.

        looks: What marks and references look like.

        inside: What they are in already, such as strong words.

    Returns:
        Markdown that is not yet safe at the beginning and end of its lines.
    """
    match content:  # most content, and nothing stands beside it
        case ():
            return ""
        case (Text(text),):
            return _escaped(text, inside)
    pieces: list[Piece] = []
    for inline in merged(content, inside):
        pieces += _WRITERS[type(inline)](inline, looks, inside)
    return joined(pieces)


def _text(inline: Text, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    if text := _escaped(inline.text, inside):
        yield Piece(text)


def _escaped(text: str, inside: Kinds) -> str:
    return escaped(clean(text)) if inside & _LINKS else with_addresses(clean(text))


def _status_mark(mark: StatusMark, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    parts = (looks.symbols.get(mark.status, ""), mark.text)
    return _text(Text(" ".join(filter(None, parts))), looks, inside)


def _chip(chip: Chip, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    return _text(Text(chip.text), looks, inside)


def _code(inline: Code, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    text = clean(inline.text)
    if not text.strip(SPACES):
        yield from [Piece(text)] if text else []
    elif "|" in text:  # would need a backslash in tables, which would show everywhere else
        yield Piece(f"<code>{escaped(text)}</code>")
    else:
        fence = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
        space = " " if {text[0], text[-1]} & {"`", " "} else ""
        yield Piece(f"{fence}{space}{text}{space}{fence}")


def _line_break(inline: LineBreak, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    yield Piece("\n")


def _strong(inline: Strong, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    return _around(words(inline.content, looks, inside | {Strong}), delimiter=STRONG)


def _emphasis(inline: Emphasis, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    return _around(words(inline.content, looks, inside | {Emphasis}), delimiter=EMPHASIS)


def _link(inline: Link, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    match inline.content:
        case (Text(text),) if short := short_link(inline.url, text):
            return iter([Piece(short)])
    label = words(inline.content, looks, inside | _LINKS)
    if not label.strip(SPACES):
        label = escaped(clean(inline.url))
    return _around(label, lambda core: link(core, inline.url))


def _reference(inline: Reference, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    label = words(inline.content, looks, inside | _LINKS)
    if not (address := looks.address(inline.anchor)):
        return _around(label)
    return _around(label, lambda core: reference(core, address))


def _inserted(inline: Inserted, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    return _around(words(inline.content, looks, inside), lambda core: f"<ins>{core}</ins>")


def _deleted(inline: Deleted, looks: Looks, inside: Kinds) -> Iterator[Piece]:
    return _around(words(inline.content, looks, inside), lambda core: f"<del>{core}</del>")


def _around(
    text: str, write: Callable[[str], str] = str, delimiter: Delimiter | None = None
) -> Iterator[Piece]:
    """Mark words, but not the spaces around them: a mark next to a space is none."""
    core = text.strip(SPACES)
    before, _, after = text.partition(core) if core else (text, "", "")
    if before:
        yield Piece(before)
    if core:
        yield Piece(write(core), delimiter)
    if after:
        yield Piece(after)


_WRITERS: dict[type, Callable[[Any, Looks, Kinds], Iterator[Piece]]] = {
    Text: _text,
    StatusMark: _status_mark,
    Chip: _chip,
    Code: _code,
    LineBreak: _line_break,
    Strong: _strong,
    Emphasis: _emphasis,
    Link: _link,
    Reference: _reference,
    Inserted: _inserted,
    Deleted: _deleted,
}
