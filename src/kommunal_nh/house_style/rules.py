"""What can be wrong with a house style."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.colours import READABLE, contrast, is_colour
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.house_style.style import PAPERS, HouseStyle
from kommunal_nh.images import media_type
from kommunal_nh.inside import content_of

_WHITE = "#ffffff"


def house_style_rules(style: HouseStyle) -> Iterator[Finding]:
    """Check a house style.

    Args:
        style: The style.

    Yields:
        Findings; `field` is the key that they are about.
    """
    yield from _accent(style)
    yield from _paper(style)
    yield from _fonts(style)
    yield from _logo(style)


def _accent(style: HouseStyle) -> Iterator[Finding]:
    if not is_colour(style.accent):
        message = f"„{style.accent}“ ist keine Farbe: möglich ist etwa '#1d5b3c'."
        yield Finding("invalid-colour", message, field="akzent")
    elif (ratio := contrast(style.accent, _WHITE)) < READABLE:
        shown = f"{int(ratio * 10) / 10}".replace(".", ",")
        message = (
            f"Der akzent {style.accent} ist auf weißem Papier schlecht zu lesen (Kontrast "
            f"{shown} : 1, nötig sind 4,5 : 1): bitte eine dunklere Farbe nehmen."
        )
        yield Finding("low-contrast", message, field="akzent")


def _paper(style: HouseStyle) -> Iterator[Finding]:
    if style.paper not in PAPERS:
        near = suggestion(style.paper, PAPERS)
        message = f"Das seitenformat „{style.paper}“ gibt es nicht: möglich ist A3, A4, A5, Letter."
        yield Finding("wrong-value", f"{message}{near}", field="seitenformat")


def _fonts(style: HouseStyle) -> Iterator[Finding]:
    if style.font_folder and not style.path_of(style.font_folder).is_dir():
        message = f"Den schriftordner „{style.font_folder}“ gibt es nicht: bitte anlegen."
        yield Finding("missing-file", message, field="schriftordner")


def _logo(style: HouseStyle) -> Iterator[Finding]:
    if not style.logo:
        return
    try:
        kind = media_type(content_of(style.path_of(style.logo)))
    except (OSError, ValueError):
        message = f"Das Logo „{style.logo}“ gibt es nicht: bitte den Namen prüfen."
        yield Finding("missing-image", message, field="logo")
        return
    if kind is None:
        message = f"Das Logo „{style.logo}“ ist kein PNG und kein JPEG: bitte umwandeln."
        yield Finding("image-format", message, field="logo")
    if not style.logo_alt.strip():
        message = "Das Logo hat keine Beschreibung: bitte logo_beschreibung ergänzen."
        yield Finding("missing-alt-text", message, field="logo")
