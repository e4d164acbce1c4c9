"""What keeps words from becoming markup, in each place where words can stand.

Characters that HTML forbids are not treated here but once for the whole file, in `Writer.flush`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

_RANGES = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile(f"[{_RANGES}]")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
# Nearly all text is made of these, and this test is many times faster than a search for the others.
_COMMON = re.compile(r"[\t\n\f -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]*")
_NOT_IN_IDS = re.compile(rf"[\s{_RANGES}\U00010000-\U0010ffff]|__")
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
    if _COMMON.fullmatch(markup):
        return markup
    lines = markup.replace("\r\n", "\n").replace("\r", "\n")
    return _BEYOND_BMP.sub(_assigned, _FORBIDDEN.sub(_REPLACEMENT, lines))


def _assigned(found: re.Match[str]) -> str:
    # The last two places of every plane are no characters.
    return _REPLACEMENT if ord(found[0]) & 0xFFFE == 0xFFFE else found[0]
