"""The same words and marks in fewer inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import Any, TypeAlias

from kommunal_nh.document import (
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Reference,
    Strong,
    Text,
)

Kinds: TypeAlias = frozenset[type]
"""Kinds of inlines."""

_Marking: TypeAlias = Strong | Emphasis | Inserted | Deleted


def merged(content: Iterable[Inline], inside: Kinds) -> Iterator[Inline]:
    """Inlines as one would have written them by hand.

    Args:
        content: The inlines.

        inside: What they are in already, such as strong words.

    Yields:
        Inlines without those that change nothing; neighbours of one kind are one.
    """
    for kind, inlines in groupby(_flat(content, inside), type):
        if kind in _UNITED:
            yield _UNITED[kind](inlines)
        else:
            yield from inlines


def _flat(content: Iterable[Inline], inside: Kinds) -> Iterator[Inline]:
    for inline in content:
        if isinstance(inline, Strong | Emphasis | Link | Reference) and type(inline) in inside:
            yield from _flat(inline.content, inside)
        elif not _is_empty(inline):
            yield inline


def _is_empty(inline: Inline) -> bool:
    if isinstance(inline, _Marking | Reference):
        return all(map(_is_empty, inline.content))
    return isinstance(inline, Text | Code) and not inline.text


def _contents(inlines: Iterable[_Marking]) -> tuple[Inline, ...]:
    return tuple(chain.from_iterable(inline.content for inline in inlines))


_UNITED: dict[type, Callable[[Iterable[Any]], Inline]] = {
    Text: lambda inlines: Text("".join(inline.text for inline in inlines)),
    Code: lambda inlines: Code("".join(inline.text for inline in inlines)),
    Strong: lambda inlines: Strong(_contents(inlines)),
    Emphasis: lambda inlines: Emphasis(_contents(inlines)),
    Inserted: lambda inlines: Inserted(_contents(inlines)),
    Deleted: lambda inlines: Deleted(_contents(inlines)),
}
