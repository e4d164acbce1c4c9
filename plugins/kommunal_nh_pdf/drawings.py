"""The words of drawings (SVG), which Typst sets with fewer means than running text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category, normalize

from kommunal_nh.fonts import FALLBACKS, FAMILY, Span, font_files, has_sign, spans_of
from kommunal_nh_pdf.signs import readable_text

_WORDS = re.compile(r"(<[^>]*>)([^<]+)")
_FAMILY_OF = re.compile(r'\bfont-family="([^"]*)"')
# Latin without ɨ, Greek and Cyrillic letters, punctuation and symbols: Typst joins none of them.
_SIMPLE = re.compile(
    "[ -~\xa0-\u0267\u0269-\u02af\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2bff]"
)


def drawable(svg: str) -> str:
    """A drawing whose words Typst can set.

    In drawings Typst does not always find another font for a sign, nor the shape of letters that
    are joined, and then refuses the whole file. The table beside a chart has all words as they are.

    Args:
        svg: The drawing.

    Returns:
        The same drawing; signs that can not be relied on are codes. Signs that nobody sees are
        gone, and marks above letters where there is no letter that has them.
    """
    return _WORDS.sub(lambda found: found[1] + _settable(found[2], _family_in(found[1])), svg)


def _settable(words: str, family: str) -> str:
    plain = "".join(sign for sign in normalize("NFC", words) if not _is_joined(sign))
    return readable_text(plain, _signs_of(family))


def _is_joined(sign: str) -> bool:
    return category(sign)[0] == "M" or category(sign) == "Cf"


def _family_in(tag: str) -> str:
    found = _FAMILY_OF.search(tag)
    return found[1] if found and found[1] in FALLBACKS else FAMILY


def _signs_of(family: str) -> Callable[[str], bool]:
    spans = _spans_in(family)
    joined = family == FAMILY
    return lambda sign: has_sign(spans, sign) and not (joined and not _SIMPLE.match(sign))


@cache
def _spans_in(family: str) -> tuple[Span, ...]:
    return tuple(spans_of(font_files(family)[0]))
