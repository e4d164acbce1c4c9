"""Lighter forms of a theme's colour, as Word makes them."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from typing import TYPE_CHECKING

from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

# What names a colour of the theme, how much lighter it is, and the colour for other readers.
_PLACES = (("themeColor", "themeTint", ("val", "color")), ("themeFill", "themeFillTint", ("fill",)))


def tinted(colour: str, tint: str) -> str:
    """A lighter form of a colour.

    Args:
        colour: Six hexadecimal digits.

        tint: Two hexadecimal digits; the smaller, the lighter.

    Returns:
        Six hexadecimal digits.
    """
    share = int(tint, 16) / 255
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = rgb_to_hls(red, green, blue)
    parts = hls_to_rgb(hue, light * share + 1 - share, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def recolour(style: _Element, accent: str, *, is_of_theme: bool) -> None:
    """Give a style of ours the accent of a template.

    Args:
        style: The style.

        accent: The accent.

        is_of_theme: Whether that is the colour of the template's theme; if not, Word must not
            take the theme's.
    """
    for element, key, tint, plain in _themed(style):
        element.set(plain, tinted(accent, element.get(tint, "FF")))
        if not is_of_theme:
            element.attrib.pop(key, "")
            element.attrib.pop(tint, "")


def _themed(style: _Element) -> Iterator[tuple[_Element, str, str, str]]:
    """Each element with a colour of the theme, and the names of its attributes."""
    for element in style.iter():
        for key, tint, plain in _PLACES:
            if element.get(name(key)) == "accent1":
                present = next(
                    one for one in plain if element.get(name(one)) and _fits(element, one)
                )
                yield element, name(key), name(tint), name(present)


def _fits(element: _Element, key: str) -> bool:
    """Of borders, `val` is the kind of line."""
    return key != "val" or element.tag == name("color")
