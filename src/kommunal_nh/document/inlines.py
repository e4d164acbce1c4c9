"""Inlines: the words inside a block, and what marks them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Text(Value):
    """Words.

    Attributes:
        text: Plain text; `<`, `*` and the like are just characters.
    """

    text: str


@attrs.frozen(eq=False, repr=False)
class Strong(Value):
    """Important words.

    Attributes:
        content: What is important.
    """

    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Emphasis(Value):
    """Stressed words.

    Attributes:
        content: What is stressed.
    """

    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Code(Value):
    """Words to be taken literally.

    Attributes:
        text: Plain text.
    """

    text: str


@attrs.frozen(eq=False, repr=False)
class Link(Value):
    """A link out of the document.

    Attributes:
        url: An http, https, mailto or tel address.
        content: What is shown; never empty.
    """

    url: str
    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Reference(Value):
    """A link to a section of this document.

    Attributes:
        anchor: `Section.anchor` of the target.
        content: What is shown, with the number already in it; never empty.
    """

    anchor: str
    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class LineBreak(Value):
    """A new line inside a paragraph."""


@attrs.frozen(eq=False, repr=False)
class StatusMark(Value):
    """The coloured mark of a status.

    Attributes:
        status: Id of the status; its look is in `Document.statuses`.
        text: The words of the mark, so that it can be read without colour or symbol.
    """

    status: str
    text: str


@attrs.frozen(eq=False, repr=False)
class Chip(Value):
    """Words on a colour of their own, such as a goal for sustainable development.

    Attributes:
        style: Its look, by id in `Document.chips`.
        text: The words, so that it can be read without colour.
    """

    style: str
    text: str


@attrs.frozen(eq=False, repr=False)
class Inserted(Value):
    """Words that the newer of two texts has and the older has not.

    A paragraph whose whole content is inserted is itself new.

    Attributes:
        content: What was inserted; no `Inserted` and no `Deleted` is in it.
    """

    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Deleted(Value):
    """Words that the older of two texts has and the newer has not.

    A paragraph whose whole content is deleted is itself gone.

    Attributes:
        content: What was deleted; no `Inserted` and no `Deleted` is in it.
    """

    content: tuple[Inline, ...]


Inline: TypeAlias = (
    Text
    | Strong
    | Emphasis
    | Code
    | Link
    | Reference
    | LineBreak
    | StatusMark
    | Chip
    | Inserted
    | Deleted
)
"""Whatever can stand in a line of text."""


def plain_text(content: Iterable[Inline]) -> str:
    """The words of inline content, without any markup.

    Args:
        content: The inlines.

    Returns:
        The text as it is now: a line break becomes a line feed, deleted words are left out.
    """
    return "".join(_words(inline) for inline in content)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | StatusMark(_, text) | Chip(_, text):
            return text
        case LineBreak():
            return "\n"
        case Deleted():
            return ""
        case _:
            return plain_text(inline.content)
