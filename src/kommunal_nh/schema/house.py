"""What a schema says of a house style beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kommunal_nh.house_style.style import PAPERS, HouseStyle
from kommunal_nh.schema.dates import END
from kommunal_nh.schema.values import Schema, form, names

if TYPE_CHECKING:
    from kommunal_nh.schema.classes import Maker


def _accent(_: Maker) -> Schema:
    message = "Das ist keine Farbe: möglich ist etwa '#1d5b3c', in Anführungszeichen."
    return {"type": "string", **form(f"^#[0-9a-fA-F]{{6}}{END}", message)}


def _paper(_: Maker) -> Schema:
    return names(dict.fromkeys(PAPERS, "Seitenformat"))


KEYS: dict[tuple[type[Any], str], Callable[[Maker], Schema]] = {
    (HouseStyle, "akzent"): _accent,
    (HouseStyle, "seitenformat"): _paper,
}
"""Keys of a house style of which more is known than the type of their field."""
