"""Tracked changes: what was inserted or deleted, for readers to accept or to reject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from kommunal_nh.document import Chip, Code, Deleted, Inline, Inserted, LineBreak, StatusMark, Text
from kommunal_nh_docx.xml import attribute

_TAGS: Mapping[type[Inline], str] = {Inserted: "ins", Deleted: "del"}
_UNCHANGED = frozenset({Text, Code, LineBreak, StatusMark, Chip})
_LINK = re.compile("(</?w:hyperlink[^>]*>)")


class Changes:
    """Says of each change who made it and when, and gives it a number of its own."""

    def __init__(self, author: str, when: datetime, serial: Iterator[int]) -> None:
        self._origin = f'w:author="{attribute(author)}" w:date="{when:%Y-%m-%dT%H:%M:%SZ}"'
        self._serial = serial

    def inserted(self, runs: str) -> str:
        """Mark runs as inserted.

        Args:
            runs: XML of runs and links.

        Returns:
            XML; as a link can not stand in an insertion, insertions stand in the link.
        """
        pieces = _LINK.split(runs)  # every other one is the beginning or the end of a link
        pieces[::2] = [self._around("ins", piece) for piece in pieces[::2]]
        return "".join(pieces)

    def deleted(self, runs: str) -> str:
        """Mark runs as deleted.

        Args:
            runs: XML of runs whose words are those of deletions, without any link.

        Returns:
            XML.
        """
        return self._around("del", runs)

    def mark(self, content: Sequence[Inline]) -> str:
        """What a paragraph says of its own end.

        Args:
            content: What is in the paragraph.

        Returns:
            XML for its mark, so that accepting or rejecting takes the paragraph away; nothing if
            the paragraph is in both texts.
        """
        if not content or type(content[0]) in _UNCHANGED:  # most often so
            return ""
        tag = _tag(content)
        return f"<w:{tag} {self._told()}/>" if tag else ""

    def _around(self, tag: str, runs: str) -> str:
        return f"<w:{tag} {self._told()}>{runs}</w:{tag}>" if runs else ""

    def _told(self) -> str:
        return f'w:id="{next(self._serial)}" {self._origin}'


def _tag(content: Sequence[Inline]) -> str:
    """The one kind of change that all content is, if it is one."""
    found = ""
    for inline in content:
        tag = _TAGS.get(type(inline), "")
        if not tag and not isinstance(inline, Text | Code | LineBreak | StatusMark | Chip):
            tag = _tag(inline.content)
        if not tag or (found and tag != found):
            return ""
        found = tag
    return found
