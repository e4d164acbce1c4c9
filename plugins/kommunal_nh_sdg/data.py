"""The keys of the module's file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import attrs

from kommunal_nh import key
from kommunal_nh_sdg.texts import Texts


class ChapterPart(Enum):
    """A part of the chapter."""

    GAPS = "luecken"
    MATRIX = "matrix"
    INDEX = "verzeichnis"


@attrs.frozen
class Assignment:
    """What a theme, goal or project serves besides what its own file says.

    Attributes:
        id: Id of the theme, goal or project.
        sdgs: Numbers of the goals for sustainable development.
    """

    id: str = key("id", doc="Kennung eines Themas, Ziels oder Projekts")
    sdgs: tuple[int, ...] = key("sdgs", doc="Nummern der SDG, 1 bis 17")


@attrs.frozen
class SdgData:
    """The data of the module.

    Attributes:
        inherited: Whether what a theme or goal serves holds for what is below it.
        chosen: The goals for sustainable development that the municipality works on first.
        titles: Titles instead of those of the library, by number.
        assignments: What is served besides what the files of the themes say.
        has_chips: Whether the facts of themes, goals and projects show chips.
        parts: The parts of the chapter in their order; without any there is no chapter.
        columns: How many themes one table of the matrix has beside each other.
        texts: The words.
    """

    inherited: bool = key(
        "vererben", default=True, doc="ja: SDG gelten auch für alles, was darunter steht"
    )
    chosen: tuple[int, ...] = key(
        "schwerpunkte", default=(), doc="Nummern der SDG, die sich die Kommune vorgenommen hat"
    )
    titles: Mapping[str, str] = key(
        "titel", default=attrs.Factory(dict), doc="Andere Titel: Nummer und Titel"
    )
    assignments: tuple[Assignment, ...] = key(
        "zuordnungen",
        default=(),
        doc="Zuordnungen, die nicht in den Dateien der Themen stehen",
    )
    has_chips: bool = key(
        "marken", default=True, doc="ja: farbige Marken bei Themen, Zielen und Projekten"
    )
    parts: tuple[ChapterPart, ...] = key(
        "teile",
        default=tuple(ChapterPart),
        doc="Teile des Kapitels in ihrer Folge: luecken, matrix, verzeichnis",
    )
    columns: int = key("spalten", default=6, doc="Wie viele Themen nebeneinander stehen")
    texts: Texts = key("texte", default=Texts(), doc="Wörter des Moduls")

    @property
    def further(self) -> dict[str, tuple[int, ...]]:
        """What the assignments say, by id; several for one thing add up."""
        found: dict[str, tuple[int, ...]] = {}
        for one in self.assignments:
            found[one.id] = (*found.get(one.id, ()), *one.sdgs)
        return found
