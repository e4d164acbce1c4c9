"""Colours that can be read: contrast as WCAG 2 defines it."""

from __future__ import annotations

import re

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEUTRAL = "#e6e6e6"

READABLE = 4.5
"""The contrast ratio that text needs at least (WCAG 2.2, success criterion 1.4.3, level AA)."""


def is_colour(text: str) -> bool:
    """Whether a text is a colour.

    Args:
        text: Anything.

    Returns:
        True for #rrggbb.
    """
    return _COLOUR.fullmatch(text) is not None


def known_colour(colour: str) -> str:
    """A colour that is safe to print in a style sheet.

    Args:
        colour: Anything; `#rrggbb` is expected.

    Returns:
        The colour in lower case, or a neutral grey for everything else.
    """
    return colour.lower() if is_colour(colour) else _NEUTRAL


def text_on(colour: str) -> str:
    """The colour of text on a background.

    Args:
        colour: The background.

    Returns:
        Black or white, whichever stands out more; the contrast is 4.58 or better.
    """
    background = known_colour(colour)
    return max("#000000", "#ffffff", key=lambda candidate: contrast(candidate, background))


def contrast(first: str, second: str) -> float:
    """How well one colour stands out from another.

    Args:
        first: A colour as #rrggbb.

        second: Another one.

    Returns:
        The contrast ratio, from 1 to 21.
    """
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is.

    Args:
        colour: A colour as #rrggbb.

    Returns:
        From 0 for black to 1 for white.
    """
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
