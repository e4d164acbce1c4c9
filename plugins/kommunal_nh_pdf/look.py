"""Colours and fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.colours import known_colour, text_on
from kommunal_nh.fonts import FALLBACKS, FAMILY

if TYPE_CHECKING:
    from kommunal_nh.document import StatusStyle

_ACCENT = "#1d5b3c"


def look() -> dict[str, Any]:
    """The look of the whole document.

    Returns:
        The data for the Typst files.
    """
    return {
        "accent": _ACCENT,
        "on_accent": text_on(_ACCENT),
        "fonts": [FAMILY, *FALLBACKS],
        "heading_fonts": [FAMILY, *FALLBACKS],
        "paper": "a4",
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
