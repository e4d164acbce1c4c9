"""The house style of a municipality on pages: colours, fonts and logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kommunal_nh.document import Figure
from kommunal_nh_html.colours import mixed, shaded, visible_on
from kommunal_nh_html.escaping import attribute, css_string
from kommunal_nh_html.setting import Setting

if TYPE_CHECKING:
    from kommunal_nh import HouseStyle
    from kommunal_nh.exporters import Options

_ENOUGH, _CALM = 4.5, 7.0  # pale words are calmer on dark pages than vivid ones
_LIGHT = ("#ffffff", "#f4f5f6")
_DARK = ("#1d1f21", "#141618")
_GREYS = """\
  --paper: light-dark(#ffffff, #1d1f21);
  --ground: light-dark(#f4f5f6, #141618);
  --ink: light-dark(#1d2125, #e6e9ec);
  --quiet: light-dark(#4c5257, #b4bbc1);
  --line: light-dark(#d5d9dd, #3a3f44);
  --field: light-dark(#6b7278, #8d959c);
"""
"""Greys beside which any accent looks well; those of tokens.css go with green."""


@attrs.frozen(eq=False, repr=False)
class House:
    """What the house style says about pages.

    Attributes:
        rules: The end of the style sheet; empty for the usual look.
        logo: The logo, if there is one.
    """

    rules: str = ""
    logo: Figure | None = None


PLAIN = House()
"""The usual look."""


def house_of(options: Options) -> House:
    """The house style that an exporter was given.

    Args:
        options: What the exporter was told.

    Returns:
        What it says about pages.

    Raises:
        DataError: The house style has errors.
        UsageError: There is no such file.
    """
    from kommunal_nh import read_house_style

    file = options.get("house-style")
    return read(read_house_style(file)) if file else PLAIN


def read(style: HouseStyle) -> House:
    """What a house style says about pages.

    Args:
        style: The house style, without errors.

    Returns:
        Its rules and its logo.
    """
    own = style.accent.lower() != type(style)().accent
    return House((_colours(style.accent) if own else "") + _fonts(style), _logo(style))


def logo_markup(setting: Setting) -> str:
    """The logo for the head of a page.

    Args:
        setting: What depends on the page.

    Returns:
        The markup; nothing without a logo.
    """
    logo = setting.logo
    if logo is None:
        return ""
    source = attribute(setting.picture(logo))
    return f'<p class="logo"><img src="{source}" alt="{attribute(logo.alt)}"></p>\n'


def _colours(accent: str) -> str:
    soft = mixed(accent, "#ffffff", 0.1), mixed(accent, _DARK[0], 0.25)
    words = (
        _readable(accent, (*_LIGHT, soft[0]), _ENOUGH),
        _readable(accent, (*_DARK, soft[1]), _CALM),
    )
    both = f"light-dark({words[0]}, {words[1]})"
    return (
        f"@media screen {{ :root {{\n{_GREYS}  --accent: {both};\n  --link: {both};\n"
        f"  --accent-soft: light-dark({soft[0]}, {soft[1]});\n}} }}\n"
        f":root {{ --banner: light-dark({accent.lower()}, {shaded(accent)}); }}\n"
        f"@media print {{ :root, :root[data-theme] {{ --accent: {words[0]}; }} }}\n"
    )


def _readable(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    """A colour of the same hue that has a contrast on all of several grounds."""
    for ground in grounds:
        colour = visible_on(colour, ground, ratio)
    return colour


def _fonts(style: HouseStyle) -> str:
    words = f":root {{ --words: {_stack(style.font)}; }}\n" if style.font else ""
    if style.font:
        words += f"@page {{ font-family: {_stack(style.font)}; }}\n"
    if style.heading_font:
        words += f":is(h1, h2, h3, h4, h5, h6) {{ font-family: {_stack(style.heading_font)}; }}\n"
    return words


def _stack(family: str) -> str:
    return f'{css_string(family)}, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'


def _logo(style: HouseStyle) -> Figure | None:
    if not style.logo:
        return None
    data = style.path_of(style.logo).read_bytes()
    kind = "image/jpeg" if data.startswith(b"\xff\xd8") else "image/png"
    return Figure(kind, data, style.logo_alt)
