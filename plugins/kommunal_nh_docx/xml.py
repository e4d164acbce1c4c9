"""Text as XML: nothing that was typed may become markup, or a character that XML forbids."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = {9: " ", 10: " ", 13: " "}


def clean(text: str) -> str:
    """Text without the characters that XML forbids.

    Args:
        text: Any text.

    Returns:
        The text; what is forbidden became U+FFFD, so that readers see that something is missing.
    """
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Text for an element.

    Args:
        text: Any text.

    Returns:
        XML with the same words; a tab or line feed is just a space.
    """
    if not text.isprintable():  # hardly any text; what is printable, XML allows
        text = clean(text).translate(_SPACES)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Text for an attribute in double quotes.

    Args:
        text: Any text.

    Returns:
        XML with the same words.
    """
    return escape(text).replace('"', "&quot;")


def name(tag: str) -> str:
    """The full name of an element or attribute of WordprocessingML.

    Args:
        tag: Such as `styleId`.

    Returns:
        The name as lxml writes it.
    """
    return f"{{{W}}}{tag}"
