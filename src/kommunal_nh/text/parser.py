"""The Markdown parser: CommonMark with tables, and an asterisk inside a word is a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

DEEPEST = 23
"""How many levels can not stand in one another any more; a list is two of them. Typst, which sets
the PDF, manages thirty. What is deeper is not read, but found."""
_DEEP_LINE = re.compile(rf"^[ \t>*+\-\d.)]{{{DEEPEST // 2}}}", re.MULTILINE)


def may_be_deep(source: str) -> bool:
    """Whether a text can be nested more deeply than is read, as far as a glance tells.

    Args:
        source: Markdown.

    Returns:
        False if it certainly is not.
    """
    marks = source.count("*") + source.count("_")
    return marks > DEEPEST or _DEEP_LINE.search(source) is not None


def is_deep(tokens: Sequence[Token]) -> bool:
    """Whether tokens are nested so deeply that something in them may not have been read.

    Args:
        tokens: Of blocks or of inlines.

    Returns:
        True if one is too deep.
    """
    return any(token.level >= DEEPEST for token in tokens)


@lru_cache(maxsize=64)  # checks, contents and body come to the same text soon after each other
def parse(source: str) -> list[Token]:
    """Parse a text.

    Args:
        source: Markdown.

    Returns:
        The tokens of its blocks; shared, so do not change them.
    """
    return _parser().parse(source)


def groups(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """The tokens of one level, each with what it encloses.

    Args:
        tokens: A balanced sequence.

    Yields:
        Opening or single tokens, and the tokens between opening and closing.
    """
    position = 0
    while position < len(tokens):
        end = _closing(tokens, position)
        yield tokens[position], tokens[position + 1 : end]
        position = end + 1


def _closing(tokens: Sequence[Token], position: int) -> int:
    """Index of the token that ends what begins here; the same index for a token without inside."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # most texts of most reports need no parser

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 1}).enable("table")
    parser.inline.ruler.before("emphasis", "star_in_word", star_in_word)
    parser.validateLink = _any_link  # type: ignore[method-assign]  # judged by our own rules
    return parser


def _any_link(url: str) -> bool:
    return True


def star_in_word(state: StateInline, silent: bool) -> bool:
    """A rule for markdown-it: asterisks inside a word are letters.

    Args:
        state: Where the parser is.

        silent: It only looks ahead.

    Returns:
        Whether asterisks inside a word stand here.
    """
    source, start = state.src, state.pos
    if source[start] != "*":
        return False
    end = start
    while end < state.posMax and source[end] == "*":
        end += 1
    inside = start > 0 and end < state.posMax
    if not (inside and source[start - 1].isalnum() and source[end].isalnum()):
        return False
    if not silent:
        state.pending += source[start:end]
    state.pos = end
    return True
