"""What keeps words from becoming markup, in each place where words can stand.

Characters that HTML forbids are not treated here but once for the whole file, in `Writer.flush`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

_PLANES = range(0x10000, 0x110000, 0x10000)
_FORBIDDEN_RANGES = (
    r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in _PLANES)
)
_FORBIDDEN = re.compile(f"[{_FORBIDDEN_RANGES}]")
_NOT_IN_IDS = re.compile(rf"[\s{_FORBIDDEN_RANGES}]|__")
_AUTHORITY = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]*", re.IGNORECASE)
_NOT_IN_URLS = re.compile(r"""[\s\x00-\x20\x7f"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})""")


def text(words: str) -> str:
    """Words between tags.

    Args:
        words: Any text.

    Returns:
        The same words as markup.
    """
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(words: str) -> str:
    """Words as the value of an attribute that stands in double quotes.

    Args:
        words: Any text.

    Returns:
        The same words as markup.
    """
    return text(words).replace('"', "&quot;")


@lru_cache(maxsize=4096)
def identifier(anchor: str) -> str:
    """The id of an anchor; simple anchors stay as they are.

    Ids must not contain white space. Two low lines are kept for ids that the page makes itself
    (`klima-allianz__titel`), so that no anchor can collide with one of those.

    Args:
        anchor: Anchor of a section.

    Returns:
        The value of the attribute `id`; different for different anchors.
    """
    return attribute(_plain(anchor))


@lru_cache(maxsize=4096)
def fragment(anchor: str) -> str:
    """An address inside the page.

    Args:
        anchor: Anchor of the section that is linked.

    Returns:
        The value of the attribute `href`.
    """
    return "#" + attribute(quote(_plain(anchor), safe="-._~:!$&'()*+,;=@/?"))


def _plain(anchor: str) -> str:
    return _NOT_IN_IDS.sub(_code_points, anchor)


def _code_points(found: re.Match[str]) -> str:
    return "__" + "".join(f"{ord(character):x}" for character in found[0]) + "__"


def address(url: str) -> str:
    """An address outside the page.

    Args:
        url: As the document gives it.

    Returns:
        The value of the attribute `href`, with all characters encoded that a URL can not hold.
    """
    found = _AUTHORITY.match(url)
    start = found.end() if found else 0
    return attribute(url[:start] + _NOT_IN_URLS.sub(_percent_encoded, url[start:]))


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def css_string(words: str) -> str:
    """Words as a string in a style sheet, made of harmless characters only.

    Args:
        words: Any text.

    Returns:
        The quoted string.
    """
    return '"' + "".join(_css_character(character) for character in permitted(words)) + '"'


def _css_character(character: str) -> str:
    harmless = character.isascii() and (character.isalnum() or character in " .,-/")
    return character if harmless else f"\\{ord(character):06x}"


def permitted(markup: str) -> str:
    """Markup without the characters that HTML forbids.

    Args:
        markup: Any text.

    Returns:
        The text with U+FFFD, the replacement character, for each of them.
    """
    return _FORBIDDEN.sub("\ufffd", markup.replace("\r\n", "\n").replace("\r", "\n"))
