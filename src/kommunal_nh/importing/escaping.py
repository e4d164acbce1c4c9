"""Words as Markdown that prints exactly these words."""

from __future__ import annotations

import re

from kommunal_nh.text import is_plain

_MARKUP = re.compile(r"[\\`_\[\]<>&|~]|(?<!\w)\*|\*(?!\w)")
_AT_START = re.compile(r"^(?:[-+#=](?=\s|$|[-=#])|>)|^(\d+)([.)])(?=\s|$)")
_BLANK = re.compile(r"\s+")


def escaped(words: str) -> str:
    """Words as Markdown.

    Args:
        words: Any words; white space counts as one space.

    Returns:
        Markdown of one paragraph.
    """
    text = _BLANK.sub(" ", words).strip()
    if is_plain(text):
        return text
    return _AT_START.sub(_start, _MARKUP.sub(r"\\\g<0>", text))


def _start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[0]}"
