"""Anchors as names that Word takes for bookmarks."""

from __future__ import annotations

import re

_LONGEST = 40
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def bookmark(anchor: str) -> str:
    """The bookmark of a section.

    A bookmark begins with a letter, has at most 40 letters, digits and underscores, and capitals
    make no difference. Other anchors end in a hash. As only those have two underscores in a row,
    two anchors never get the same name.

    Args:
        anchor: `Section.anchor`, not empty.

    Returns:
        A valid name, the same for the same anchor in every document.
    """
    if len(anchor) <= _LONGEST and _PLAIN.fullmatch(anchor):
        return anchor.replace("-", "_")
    readable = re.sub(r"[^a-z0-9]+", "_", anchor.lower()).strip("_")[:22].rstrip("_")
    from hashlib import sha256  # loads OpenSSL; most reports never come here

    digest = sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:14]
    return f"s_{readable}__{digest}"
