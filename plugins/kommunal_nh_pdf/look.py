"""Colours and fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.colours import known_colour, text_on
from kommunal_nh.fonts import FALLBACKS, FAMILY

_PAPERS = {"A3": "a3", "A4": "a4", "A5": "a5", "Letter": "us-letter"}

if TYPE_CHECKING:
    from kommunal_nh import HouseStyle
    from kommunal_nh.document import ChipStyle, StatusStyle
    from kommunal_nh_pdf.pictures import Pictures


def look(style: HouseStyle, pictures: Pictures) -> dict[str, Any]:
    """The look of the whole document.

    Args:
        style: The house style.

        pictures: Takes the logo.

    Returns:
        The data for the Typst files.
    """
    text = [style.font] if style.font else []
    headings = [style.heading_font] if style.heading_font else text
    return {
        "accent": style.accent,
        "on_accent": text_on(style.accent),
        "fonts": [*text, FAMILY, *FALLBACKS],
        "heading_fonts": [*headings, FAMILY, *FALLBACKS],
        "paper": _PAPERS[style.paper],
        "logo": _logo(style, pictures),
    }


def _logo(style: HouseStyle, pictures: Pictures) -> dict[str, str] | None:
    if not style.logo:
        return None
    data = style.path_of(style.logo).read_bytes()
    kind = "image/jpeg" if data.startswith(b"\xff\xd8") else "image/png"
    return {"file": pictures.add(kind, data, style.logo_alt), "alt": style.logo_alt}


def chip_looks(chips: Iterable[ChipStyle]) -> dict[str, dict[str, str]]:
    """How the chips look.

    Args:
        chips: The looks of the document.

    Returns:
        The colours of each, by id.
    """
    return {
        one.id: {"colour": known_colour(one.colour), "text_colour": known_colour(one.text_colour)}
        for one in chips
    }


def status_looks(statuses: Iterable[StatusStyle]) -> list[dict[str, str]]:
    """How the statuses look.

    Args:
        statuses: The statuses of the document.

    Returns:
        One mapping for each, in the order of the legend.
    """
    return [
        {
            "id": one.id,
            "label": one.label,
            "definition": one.definition,
            "colour": known_colour(one.colour),
            "text_colour": known_colour(one.text_colour),
            "symbol": one.symbol,
        }
        for one in statuses
    ]
