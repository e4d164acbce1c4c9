"""Signs that a Word file names by font and position instead of as characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_readers.docx_names import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x9F: "•",
              0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
              0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}  # fmt: skip
_SYMBOL = {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xD7: "⋅"}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_UNKNOWN = "\ufffd"
_PRIVATE = range(0xE000, 0xF900)


def symbol(element: _Element) -> str:
    """The character for a sign.

    Args:
        element: A `w:sym`.

    Returns:
        The character; U+FFFD if the sign is not known, so that readers see that one is missing.
    """
    font = (element.get(name("w:font")) or "").lower()
    try:
        code = int(element.get(name("w:char")) or "", 16)
    except ValueError:
        return _UNKNOWN
    if found := _FONTS.get(font, {}).get(code & 0xFF):
        return found
    return _UNKNOWN if code in _PRIVATE or not 0x20 <= code < 0x110000 else chr(code)
