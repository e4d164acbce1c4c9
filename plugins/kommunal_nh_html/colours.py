"""Colours: moved until they can be seen, mixed and shaded."""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

from kommunal_nh.colours import contrast, text_on

_STEP = 0.02
_GREY = 0.1
_VIVID = 0.45
_SHADE = 0.2


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


def mixed(colour: str, other: str, share: float) -> str:
    """A colour in front of another one, as if it were a glaze.

    Args:
        colour: The colour as #rrggbb.

        other: What is behind it.

        share: How much of the colour there is, from 0 to 1.

    Returns:
        The colour between the two.
    """
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(one * share + two * (1 - share) for one, two in pairs)


def shaded(colour: str) -> str:
    """A colour for areas on dark pages.

    Args:
        colour: The colour as #rrggbb.

    Returns:
        One of the same hue that is dark.
    """
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    return _hex(hls_to_rgb(hue, min(lightness, _SHADE), saturation))


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue
