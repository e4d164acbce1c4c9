"""The keys of the module's file."""

from __future__ import annotations

from enum import Enum

import attrs

from kommunal_nh import key
from kommunal_nh_register.texts import Texts


class Kind(Enum):
    """A register."""

    UNITS = "einheiten"
    MUNICIPALITIES = "kommunen"
    SDGS = "sdg"
    MATRIX = "zusammenarbeit"


@attrs.frozen
class RegisterData:
    """The data of the module.

    Attributes:
        registers: The registers in their order.
        columns: How many municipalities one table has beside each other.
        texts: The words.
    """

    registers: tuple[Kind, ...] = key(
        "register",
        default=tuple(Kind),
        doc="Die Register in ihrer Folge: einheiten, kommunen, sdg, zusammenarbeit",
    )
    columns: int = key("spalten", default=7, doc="Wie viele Kommunen nebeneinander stehen")
    texts: Texts = key("texte", default=Texts(), doc="Wörter des Moduls")
