"""Strong and emphasised words.

`**` and `_` only delimit where the characters around them allow it, and readers disagree on what
counts as punctuation. So they are written where every reader agrees: around words inside a word
(`**` only) and between spaces or ASCII punctuation. Elsewhere `<strong>` and `<em>` say the same.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

EDGE = " "
"""Stands for what is outside a line."""


class Delimiter(NamedTuple):
    """How words are marked.

    Attributes:
        mark: Before and after them.
        tag: Name of the HTML element that says the same.
        inside_words: The mark may stand between two letters.
    """

    mark: str
    tag: str
    inside_words: bool


STRONG = Delimiter("**", "strong", inside_words=True)
EMPHASIS = Delimiter("_", "em", inside_words=False)


class Piece(NamedTuple):
    """A part of a line.

    Attributes:
        text: Markdown, without the marks.
        delimiter: How it is marked, if it is.
    """

    text: str
    delimiter: Delimiter | None = None

    @property
    def first(self) -> str:
        """The character that it begins with."""
        return self.delimiter.mark[0] if self.delimiter else self.text[0]


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces as one line.

    Args:
        pieces: The pieces in order; none of them is empty.

    Returns:
        Markdown in which each piece is marked as it should be, and no link became a picture.
    """
    line = [*pieces, Piece(EDGE)]
    written = [EDGE]
    for piece, following in pairwise(line):
        written.append(_marked(piece, written[-1][-1], following.first))
    return "".join(written[1:])


def _marked(piece: Piece, previous: str, following: str) -> str:
    text, delimiter = piece
    if delimiter is None:
        return f"{text[:-1]}\\!" if text[-1] == "!" and following == "[" else text
    if _delimits(delimiter, text, previous, following):
        return f"{delimiter.mark}{text}{delimiter.mark}"
    return f"<{delimiter.tag}>{text}</{delimiter.tag}>"


def _delimits(delimiter: Delimiter, text: str, previous: str, following: str) -> bool:
    words = delimiter.inside_words
    opens = _is_edge(previous) or (words and text[0].isalnum())
    return opens and (_is_edge(following) or (words and text[-1].isalnum()))


def _is_edge(character: str) -> bool:
    return character.isspace() or character in string.punctuation
