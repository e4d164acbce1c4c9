"""Which fonts a drawing needs, so that no others are unpacked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from kommunal_nh.fonts import FALLBACKS, FAMILY, Span, font_files, has_sign, spans_of

FAMILIES = (FAMILY, *FALLBACKS)
_TEXT = re.compile(r'<text\b[^>]*\bfont-family="([^"]*)"[^>]*>([^<]*)</text>')


def needed_families(svg: str) -> tuple[str, ...]:
    """The families without which a drawing would look otherwise.

    Args:
        svg: The drawing, as this library makes them.

    Returns:
        Those that its words name, if they have all signs; otherwise all there are, since then the
        renderer looks for a sign wherever it may be.
    """
    words = _TEXT.findall(svg)
    if len(words) != svg.count("<text") or not all(_is_complete(*pair) for pair in words):
        return FAMILIES
    named = {family for family, _ in words}
    return tuple(family for family in FAMILIES if family in named)


def _is_complete(family: str, words: str) -> bool:
    return family in FAMILIES and all(has_sign(_spans(family), sign) for sign in unescape(words))


@cache
def _spans(family: str) -> tuple[Span, ...]:
    return tuple(_upright_spans(family))


def _upright_spans(family: str) -> Iterator[Span]:
    """Those of the font of normal weight; the bold one has the same, as a test says."""
    yield from spans_of(font_files(family, italic=False)[0])
