"""The number at the beginning of a heading."""

from __future__ import annotations

import re

import attrs

from kommunal_nh.patterns import Number, Pattern


@attrs.frozen
class Numbered:
    """A heading in two parts.

    Attributes:
        number: The number; nothing if there is none.
        title: The words after it.
        printed: The number as printed.
    """

    number: Number | None
    title: str
    printed: str = ""


def numbered(words: str, pattern: Pattern) -> Numbered:
    """Take a heading apart.

    Args:
        words: The heading.

        pattern: How its level is numbered.

    Returns:
        Number and title.
    """
    found = re.match(rf"({pattern.expression})(?: |$)", words) if not pattern.is_empty else None
    if found is None:
        return Numbered(None, words)
    return Numbered(pattern.parse(found[1]), words[found.end() :], found[1])
