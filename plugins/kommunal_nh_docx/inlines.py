"""One writer for each kind of inline: words, links, marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
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
from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.changes import Changes
from kommunal_nh_docx.links import Links
from kommunal_nh_docx.looks import PLAIN, Look, bold, deleted, italic, linked, styled
from kommunal_nh_docx.status import Mark
from kommunal_nh_docx.xml import escape

_NBSP = "\u00a0"
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_BREAK = re.compile("([\n\t])")


@attrs.frozen(eq=False, repr=False)
class Words:
    """Writes inlines.

    Attributes:
        ids: Ids of our styles.
        marks: How the statuses are printed.
        chips: How the chips are printed.
        links: Takes the links out of the document.
        changes: Tracks what was inserted and deleted.
    """

    ids: Mapping[str, str]
    marks: Mapping[str, Mark]
    chips: Mapping[str, Mark]
    links: Links
    changes: Changes
    _known: dict[tuple[Mark | None, str, Look], str] = attrs.field(factory=dict, init=False)

    def xml(self, content: Sequence[Inline], look: Look = PLAIN) -> str:
        """Write inlines.

        Args:
            content: The inlines.

            look: How their words look.

        Returns:
            The runs of a paragraph.
        """
        if len(content) == 1:  # most often so
            return _WRITERS[type(content[0])](self, content[0], look)
        return "".join([_WRITERS[type(inline)](self, inline, look) for inline in content])

    def mark(self, status: str, text: str, look: Look = PLAIN) -> str:
        """Write the mark of a status.

        Args:
            status: Id of the status.

            text: The words of the mark.

            look: How the words around it look.

        Returns:
            A run; the symbol and the words do not part.
        """
        return self._remembered(self.marks.get(status), text, look)

    def chip(self, style: str, text: str, look: Look = PLAIN) -> str:
        """Write a chip.

        Args:
            style: Id of its look.

            text: Its words.

            look: How the words around it look.

        Returns:
            A run; the words do not part.
        """
        return self._remembered(self.chips.get(style), text, look)

    def _remembered(self, mark: Mark | None, text: str, look: Look) -> str:
        key = (mark, text, look)
        if key not in self._known:
            self._known[key] = self._mark(mark, text, look)
        return self._known[key]

    def _mark(self, mark: Mark | None, text: str, look: Look) -> str:
        if mark is None:
            return f"{bold(look).opening}{escape(text)}{look.closing}"
        words = f"{mark.symbol}{_NBSP}{text}" if mark.symbol else text
        if not look.is_narrow:
            words = f"{_NBSP}{words.replace(' ', _NBSP)}{_NBSP}"
        return f"{styled(look, mark.style).opening}{escape(words)}{look.closing}"


def _text(words: Words, inline: Text, look: Look) -> str:
    return f"{look.opening}{escape(inline.text)}{look.closing}" if inline.text else ""


def _strong(words: Words, inline: Strong, look: Look) -> str:
    return words.xml(inline.content, bold(look))


def _emphasis(words: Words, inline: Emphasis, look: Look) -> str:
    return words.xml(inline.content, italic(look))


def _code(words: Words, inline: Code, look: Look) -> str:
    """Here lines and tabs are meant."""
    pieces = _BREAK.split(inline.text.replace("\r\n", "\n"))
    text = "".join(
        look.broken(_BREAKS[piece]) if piece in _BREAKS else escape(piece) for piece in pieces
    )
    return f"{styled(look, words.ids['Code']).opening}{text}{look.closing}" if text else ""


def _link(words: Words, inline: Link, look: Look) -> str:
    relation = "" if look.is_link or look.is_deleted else words.links.id(inline.url)
    if not relation:
        return words.xml(inline.content, look)
    content = words.xml(inline.content, linked(look, words.ids["Hyperlink"]))
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def _reference(words: Words, inline: Reference, look: Look) -> str:
    if look.is_link or look.is_deleted or not inline.anchor:
        return words.xml(inline.content, look)
    content = words.xml(inline.content, linked(look, words.ids["Hyperlink"]))
    return (
        f'<w:hyperlink w:anchor="{bookmark(inline.anchor)}" w:history="1">{content}</w:hyperlink>'
    )


def _line_break(words: Words, inline: LineBreak, look: Look) -> str:
    return "<w:r><w:br/></w:r>"


def _status_mark(words: Words, inline: StatusMark, look: Look) -> str:
    return words.mark(inline.status, inline.text, look)


def _chip(words: Words, inline: Chip, look: Look) -> str:
    return words.chip(inline.style, inline.text, look)


def _inserted(words: Words, inline: Inserted, look: Look) -> str:
    return words.changes.inserted(words.xml(inline.content, look))


def _deleted(words: Words, inline: Deleted, look: Look) -> str:
    return words.changes.deleted(words.xml(inline.content, deleted(look)))


_WRITERS: Mapping[type[Inline], Callable[[Words, Any, Look], str]] = {
    Text: _text,
    Strong: _strong,
    Emphasis: _emphasis,
    Code: _code,
    Link: _link,
    Reference: _reference,
    LineBreak: _line_break,
    StatusMark: _status_mark,
    Chip: _chip,
    Inserted: _inserted,
    Deleted: _deleted,
}
