"""Words that the fonts can show: what no font has is replaced by its code, such as [U+4E2D]."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_BLANK = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_ALWAYS_THERE = re.compile("[ -~\xa0-\u017f–—‘’‚“”„†‡•…‰‹›€−\u00ad\u2010\u2011₀-₉⁰⁴-⁹]*")
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Signs that have no shape: they need no font."""
_SHAPELESS = re.compile(f"[{_UNSEEN}\u00ad]")
_LOOSE = re.compile(r"(?<!\w)\u00ad+|\u00ad+(?!\w)")
"""Soft hyphens that divide no word; Typst loses the tag of a link that ends with one."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
"""Signs that nobody can see, even where a font says that it has them."""

_NOT_SHOWN = {"url", "anchor", "file"}


def readable(data: Any, has_sign: Callable[[str], bool]) -> Any:
    """Data with all texts made fit to print.

    Args:
        data: Mappings, lists and texts; keys are left as they are.

        has_sign: Whether one of the fonts has a sign.

    Returns:
        The same data with texts in which white space is a space and unknown signs are codes.
    """
    match data:
        case str():
            return readable_text(data, has_sign)
        case dict():
            return {key: _value(key, value, has_sign) for key, value in data.items()}
        case list():
            return [readable(value, has_sign) for value in data]
        case _:
            return data


def _value(key: str, value: Any, has_sign: Callable[[str], bool]) -> Any:
    if key in _NOT_SHOWN and isinstance(value, str):
        return value.encode(errors="replace").decode()
    return readable(value, has_sign)


def readable_text(text: str, has_sign: Callable[[str], bool]) -> str:
    """A text made fit to print.

    Args:
        text: Any text.

        has_sign: Whether one of the fonts has a sign.

    Returns:
        The text; signs that no font has, and what is joined to them, as one code in brackets; soft
        hyphens only where they divide a word.
    """
    text = _LOOSE.sub("", text)
    if _ALWAYS_THERE.fullmatch(text):
        return text
    text = _BLANK.sub(" ", text)
    lacking = {sign for sign in set(text) if not _can_be_shown(sign, has_sign)}
    return _replaced(text, lacking) if lacking else text


def _can_be_shown(sign: str, has_sign: Callable[[str], bool]) -> bool:
    if _CONTROL.match(sign):
        return False
    return _SHAPELESS.match(sign) is not None or has_sign(sign)


def _replaced(text: str, lacking: set[str]) -> str:
    signs = "".join(map(re.escape, sorted(lacking)))
    cluster = re.compile(f"[{signs}](?:[{_UNSEEN}]*[{signs}]|[\ufe00-\ufe0f])*")
    return cluster.sub(lambda found: codes(found.group()), text)


def codes(signs: str) -> str:
    """Signs as codes.

    Args:
        signs: One or more signs.

    Returns:
        For example `[U+1F6B2]`.
    """
    return "[" + " ".join(f"U+{ord(sign):04X}" for sign in signs) + "]"
