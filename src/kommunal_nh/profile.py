"""What differs between municipalities, as data: names, statuses, numbers, words, order of parts."""

from __future__ import annotations

from enum import Enum

import attrs

from kommunal_nh.fields import key
from kommunal_nh.fields import key as named
from kommunal_nh.labels import Labels
from kommunal_nh.value import Value


class Stage(Enum):
    """Where a status stands in a project's life, whatever the municipality calls it."""

    IDEA = "idee"
    PLANNED = "geplant"
    ACTIVE = "aktiv"
    DONE = "fertig"

    @property
    def position(self) -> int:
        """Place in the life cycle, from 0."""
        return list(Stage).index(self)


class FieldKind(Enum):
    """What an extra project field holds."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DATE = "datum"
    NUMBER = "zahl"
    LINK = "link"
    REFERENCE = "verweis"


@attrs.frozen(eq=False, repr=False)
class Status(Value):
    """One status that a project can have.

    Attributes:
        id: What the data folder writes.
        label: In the legend and beside a project.
        section_title: Heading of the projects with this status.
        column_title: Heading of the column in the project lists.
        definition: What the status means.
        empty_text: Stands where a goal has no such project; `{letzter_stand}` is filled in.
        colour: Background of the mark, as #rrggbb.
        symbol: One character, so that the mark does not depend on colour.
        stage: Place in a project's life.
        text_colour: Words of the mark, as #rrggbb; empty for black or white, whichever contrasts
            more.
    """

    id: str
    label: str = key("bezeichnung")
    section_title: str = key("abschnitt", default="")
    column_title: str = key("spalte", default="")
    definition: str = key("definition", default="")
    empty_text: str = key("leer", default="")
    colour: str = key("farbe", default="#e6e6e6")
    symbol: str = key("symbol", default="●")
    stage: Stage = key("phase", default=Stage.ACTIVE)
    text_colour: str = key("schriftfarbe", default="")


@attrs.frozen(eq=False, repr=False)
class Level(Value):
    """What a municipality calls one level of its report.

    Attributes:
        singular: One of them, such as Themenfeld.
        plural: Several of them.
        heading: Heading of one without a title of its own; `{nummer}` is its full number, `{ziel}`
            its number among its siblings.
        listed: Goals of this level are the items of one list instead of a section each, and have
            no projects of their own.
    """

    singular: str = key("einzahl")
    plural: str = key("mehrzahl", default="")
    heading: str = key("ueberschrift", default="")
    listed: bool = key("als_liste", default=False)

    @property
    def several(self) -> str:
        """The word for several of them, or the only word there is."""
        return self.plural or self.singular

    def counted(self, count: int) -> str:
        """The word that stands after a number.

        Args:
            count: How many there are.

        Returns:
            The singular for one, otherwise the plural.
        """
        return self.singular if count == 1 else self.several


@attrs.frozen(eq=False, repr=False)
class Levels(Value):
    """The names of all levels.

    Attributes:
        theme: The chapters.
        goals: The goals, from the highest level down; the last name serves for all below it.
        project: The projects.
    """

    theme: Level = key("thema", default=Level("Themenfeld", "Themenfelder"))
    goals: tuple[Level, ...] = key("ziele", default=(Level("Ziel", "Ziele", "Ziel {ziel}"),))
    project: Level = key("projekt", default=Level("Projekt", "Projekte"))

    def goal(self, depth: int) -> Level:
        """The name of goals at a depth.

        Args:
            depth: 0 for goals of a theme, 1 for goals below those, and so on.

        Returns:
            The name of that level.
        """
        return self.goals[min(depth, len(self.goals) - 1)] if self.goals else Level("Ziel", "Ziele")

    def is_listed(self, depth: int) -> bool:
        """Whether goals at a depth are the items of a list.

        Args:
            depth: 0 for goals of a theme, 1 for goals below those, and so on.

        Returns:
            True if their level says so, or the level of goals that they stand in.
        """
        return any(self.goal(above).listed for above in range(depth + 1))


@attrs.frozen(eq=False, repr=False)
class NumberingScheme(Value):
    """A pattern for each level; see `kommunal_nh.patterns` for the syntax.

    What has an empty pattern is not numbered.

    Attributes:
        theme: For themes.
        goal: For goals; goals below goals continue the goal part.
        status: For the sections of the statuses, where there are such sections.
        project: For projects.
    """

    theme: str = key("thema", default="{thema}")
    goal: str = key("ziel", default="{thema}.{ziel}")
    status: str = key("status", default="{thema}.{ziel}.{status}")
    project: str = key("projekt", default="{thema}.{ziel}.{status}.{projekt}")


@attrs.frozen(eq=False, repr=False)
class ExtraField(Value):
    """A project field that this municipality adds.

    Attributes:
        key: What the data folder writes.
        label: What the report prints before the value.
        kind: What the value is.
        required: A project without it is an error.
        private: Never leaves the data folder.
        reverse: Printed before the projects that refer to a project in this field; empty for none.
    """

    key: str
    label: str = named("bezeichnung")
    kind: FieldKind = named("art", default=FieldKind.TEXT)
    required: bool = named("pflicht", default=False)
    private: bool = named("intern", default=False)
    reverse: str = named("umgekehrt", default="")


CHANGES_PART, HISTORY_PART = "aenderungen", "verlauf"
"""The parts of a report that speak of earlier editions."""

DEFAULT_PARTS = (
    "titelseite",
    "inhaltsverzeichnis",
    "kapitel",
    "uebersicht",
    "themen",
    "projektlisten",
    "module",
    "entfallen",
    "archiv",
)

DEFAULT_STATUSES = (
    Status(
        "fertig",
        "abgeschlossen",
        "abgeschlossene Projekte",
        "Abgeschlossen",
        "Das Projekt ist abgeschlossen.",
        "derzeit keine Projekte",
        "#c5e8cd",
        "●",
        Stage.DONE,
    ),
    Status(
        "laufend",
        "in Umsetzung",
        "Projekte in Umsetzung",
        "Umsetzung",
        "Am Projekt wird gearbeitet.",
        "derzeit keine Projekte",
        "#ffe7a0",
        "►",
        Stage.ACTIVE,
    ),
    Status(
        "geplant",
        "geplant",
        "geplante Projekte",
        "Geplant",
        "Das Projekt ist vorgesehen.",
        "derzeit keine Projekte",
        "#cbe0f7",
        "□",
        Stage.PLANNED,
    ),
    Status(
        "idee",
        "Idee",
        "Ideen",
        "Idee",
        "Ein Vorschlag, über den noch nicht entschieden ist.",
        "derzeit keine Ideen",
        "#e5dff0",
        "○",
        Stage.IDEA,
    ),
)


@attrs.frozen(eq=False, repr=False)
class Profile(Value):
    """Everything that differs between one municipality's report and another's.

    Attributes:
        name: Name of the profile.
        levels: Names of the levels.
        statuses: The statuses in the order of the text.
        numbering: The number patterns.
        labels: All other words of the frame.
        fields: Extra project fields.
        parts: The parts of the report in their order.
        contents_depth: How many heading levels the table of contents shows, 1 to 4.
        status_sections: Projects stand in sections by status even if their numbers do not name it.
    """

    name: str = key("name", default="standard")
    levels: Levels = key("ebenen", default=Levels())
    statuses: tuple[Status, ...] = key("status", default=DEFAULT_STATUSES)
    numbering: NumberingScheme = key("nummerierung", default=NumberingScheme())
    labels: Labels = key("texte", default=Labels())
    fields: tuple[ExtraField, ...] = key("felder", default=())
    parts: tuple[str, ...] = key("teile", default=DEFAULT_PARTS)
    contents_depth: int = key("verzeichnistiefe", default=4)
    status_sections: bool = key("statusabschnitte", default=False)

    @property
    def grouped_by_status(self) -> bool:
        """Whether projects stand in sections by status."""
        return self.status_sections or "{status" in self.numbering.project

    def status(self, status_id: str) -> Status:
        """The status with an id.

        Args:
            status_id: As a project names it.

        Returns:
            The status.

        Raises:
            KeyError: The profile has no such status.
        """
        for status in self.statuses:
            if status.id == status_id:
                return status
        raise KeyError(status_id)

    @property
    def by_stage(self) -> tuple[Status, ...]:
        """The statuses in the order of a project's life, as the lists show them."""
        return tuple(sorted(self.statuses, key=lambda status: status.stage.position))
