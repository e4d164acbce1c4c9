"""Colours that can be read: contrast as WCAG 2 defines it."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEUTRAL = "#e6e6e6"
_STEP = 0.02
_GREY = 0.1
_VIVID = 0.45


def known_colour(colour: str) -> str:
    """A colour that is safe to print in a style sheet.

    Args:
        colour: Anything; `#rrggbb` is expected.

    Returns:
        The colour in lower case, or a neutral grey for everything else.
    """
    return colour.lower() if _COLOUR.fullmatch(colour) else _NEUTRAL


def contrast(first: str, second: str) -> float:
    """How well one colour stands out from another.

    Args:
        first: A colour as #rrggbb.

        second: Another one.

    Returns:
        The contrast ratio, from 1 to 21.
    """
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """The colour of text on a background.

    Args:
        colour: The background as #rrggbb.

    Returns:
        Black or white, whichever stands out more; the contrast is 4.58 or better.
    """
    return max("#000000", "#ffffff", key=lambda candidate: contrast(candidate, colour))


def visible_on(colour: str, background: str, ratio: float = 3.0) -> str:
    """A colour, moved away from its background until it can be seen as a line.

    Args:
        colour: The colour as #rrggbb.

        background: What it stands on.

        ratio: The contrast that is enough; 3 for lines and other graphics.

    Returns:
        The colour itself, or one of the same hue that is darker or lighter.
    """
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    step = -_STEP if text_on(background) == "#000000" else _STEP
    # Pale colours turn muddy when they are only darkened.
    vivid = max(saturation, _VIVID) if saturation > _GREY else saturation
    while contrast(colour, background) < ratio:
        lightness = min(max(lightness + step, 0.0), 1.0)
        colour = _hex(hls_to_rgb(hue, lightness, vivid))
    return colour


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
