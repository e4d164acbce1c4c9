"""Titles as parts of anchors and file names."""

from __future__ import annotations

import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(title: str) -> str:
    """A title as part of an anchor or file name.

    Args:
        title: Any text.

    Returns:
        Small ASCII letters, digits and hyphens; may be empty.
    """
    text = unicodedata.normalize("NFKD", title.lower().translate(_GERMAN))
    ascii_text = text.encode("ascii", "ignore").decode()
    kept = "".join(character if character.isalnum() else " " for character in ascii_text)
    return "-".join(kept.split())[:60].strip("-")
