"""Bookmarks as ids, where they are readable names."""

from __future__ import annotations

import re
from collections.abc import Iterable

_READABLE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_OURS = re.compile(r"nh(?:_|$)")


def id_of(bookmarks: Iterable[str]) -> str:
    """The id that a paragraph has.

    Args:
        bookmarks: The names in it; those that Word makes by itself begin with an underscore or
            have capitals.

    Returns:
        The first readable one as an id; empty if there is none.
    """
    for bookmark in bookmarks:
        if _READABLE.fullmatch(bookmark) and not _OURS.match(bookmark):
            return bookmark.replace("_", "-")
    return ""
