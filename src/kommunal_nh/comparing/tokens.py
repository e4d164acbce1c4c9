"""Inline content as tokens: words with their formatting, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from kommunal_nh.document import Emphasis, Inline, Link, Strong, Text

Wrapper: TypeAlias = tuple[str, str]
Token: TypeAlias = tuple[tuple[Wrapper, ...], str | Inline]
"""What a word stands in (strong, emphasis, links), from the outside in, and the word itself. A
reference, a line break or a piece of code is one token."""

_PIECES = re.compile(r"\s+|\w+(?:[^\w\s]+\w+)*|[^\w\s]")  # 01.10.2023 is one word


def tokens_of(content: Iterable[Inline]) -> list[Token]:
    """The tokens of some content.

    Args:
        content: Inlines without `Inserted` and `Deleted`.

    Returns:
        The tokens; spaces are tokens too.
    """
    return list(_tokens(content, ()))


def content_of(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    """The content that tokens came from.

    Args:
        tokens: The tokens.

    Returns:
        Inlines, neighbours with the same formatting in one.
    """
    return _content(tokens, 0)


def is_space(token: Token) -> bool:
    """Whether a token is nothing but space.

    Args:
        token: The token.

    Returns:
        True for spaces of all kinds.
    """
    piece = token[1]
    return isinstance(piece, str) and piece.isspace()


def letters(token: Token) -> int:
    """How much a token says.

    Args:
        token: The token.

    Returns:
        The length of a word; nothing for spaces and signs; a little for all that is no text.
    """
    piece = token[1]
    if isinstance(piece, str):
        return len(piece) if piece[0].isalnum() else 0
    return 6


def _tokens(content: Iterable[Inline], path: tuple[Wrapper, ...]) -> Iterator[Token]:
    for inline in content:
        match inline:
            case Text(text):
                yield from ((path, piece) for piece in _PIECES.findall(text))
            case Strong(inner):
                yield from _tokens(inner, (*path, ("strong", "")))
            case Emphasis(inner):
                yield from _tokens(inner, (*path, ("emphasis", "")))
            case Link(url, inner):
                yield from _tokens(inner, (*path, ("link", url)))
            case _:
                yield path, inline


def _content(tokens: Iterable[Token], depth: int) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for wrapper, group in groupby(tokens, lambda token: _wrapper(token, depth)):
        if wrapper is None:
            content += _joined([piece for _, piece in group])
        else:
            content.append(_wrapped(wrapper, _content(group, depth + 1)))
    return tuple(content)


def _wrapper(token: Token, depth: int) -> Wrapper | None:
    path = token[0]
    return path[depth] if depth < len(path) else None


def _wrapped(wrapper: Wrapper, content: tuple[Inline, ...]) -> Inline:
    kind, url = wrapper
    if kind == "link":
        return Link(url, content)
    return Strong(content) if kind == "strong" else Emphasis(content)


def _joined(pieces: Sequence[str | Inline]) -> Iterator[Inline]:
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, str)):
        if is_text:
            yield Text("".join(str(piece) for piece in group))
        else:
            yield from (piece for piece in group if not isinstance(piece, str))
