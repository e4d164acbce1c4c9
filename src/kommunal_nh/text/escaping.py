"""Words as Markdown that prints exactly these words."""

from __future__ import annotations

import re

_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>&|~\r\f\v\x85\u2028\u2029]")
_LINE_MARKUP = re.compile(
    r"\n(?:[ \t]*(?:[-+#=]|\d+[.)])"  # lists, headings, rules
    r"|    |\t)"  # code
    r"|(?:[ \t]{2}|\t)(?:\n|\Z)"  # hard line breaks
)
_MARKUP = re.compile(r"[\\`_\[\]<>&|~]|(?<!\w)\*|\*(?!\w)")
_AT_START = re.compile(r"^(?:[-+#=](?=\s|$|[-=#])|>)|^(\d+)([.)])(?=\s|$)")
_BLANK = re.compile(r"\s+")


def is_plain(source: str) -> bool:
    """Whether a text has no character that could be markup, so that it is words and nothing else.

    Args:
        source: The text.

    Returns:
        True if reading it as Markdown would only find its paragraphs.
    """
    return not (_INLINE_MARKUP.search(source) or _LINE_MARKUP.search("\n" + source))


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
