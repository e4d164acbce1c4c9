"""What differs between municipalities, as data: names, statuses, numbers, words, order of parts."""

from __future__ import annotations

from collections.abc import Mapping
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
        section_title: Heading of the projects with this status; `{projekte}` is filled in.
        column_title: Heading of the column in the project lists.
        definition: What the status means.
        empty_text: Stands where a goal has no such project; `{letzter_stand}` and `{projekte}` are
            filled in.
        colour: Background of the mark, as #rrggbb.
        symbol: One character, so that the mark does not depend on colour.
        stage: Place in a project's life.
        text_colour: Words of the mark, as #rrggbb; empty for black or white, whichever contrasts
            more.
    """

    id: str
    label: str = key("bezeichnung", doc="Name in der Legende")
    section_title: str = key(
        "abschnitt",
        default="",
        doc="Überschrift der Projekte mit diesem Status; ohne Angabe die bezeichnung",
    )
    column_title: str = key(
        "spalte", default="", doc="Überschrift in den Projektlisten; ohne Angabe die bezeichnung"
    )
    definition: str = key("definition", default="", doc="Was der Status bedeutet")
    empty_text: str = key(
        "leer",
        default="",
        doc="Steht da, wo ein Ziel kein solches Projekt hat; {letzter_stand} und {projekte} werden "
        "eingesetzt",
    )
    colour: str = key("farbe", default="#e6e6e6", doc="Hintergrund der Marke, etwa #c9e7cf")
    symbol: str = key(
        "symbol", default="●", doc="Ein Zeichen, damit die Marke nicht nur durch Farbe spricht"
    )
    stage: Stage = key(
        "phase", default=Stage.ACTIVE, doc="Wo der Status im Leben eines Projekts steht"
    )
    text_colour: str = key(
        "schriftfarbe", default="", doc="Farbe der Worte auf der Marke; ohne Angabe die lesbarere"
    )


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

    singular: str = key("einzahl", doc="Wort für eines, etwa Themenfeld")
    plural: str = key("mehrzahl", default="", doc="Wort für mehrere, etwa Themenfelder")
    heading: str = key(
        "ueberschrift",
        default="",
        doc="Überschrift, wenn der Titel fehlt; {nummer} und {ziel} werden eingesetzt",
    )
    listed: bool = key(
        "als_liste", default=False, doc="ja: Ziele dieser Ebene stehen als eine Liste"
    )

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

    theme: Level = key(
        "thema", default=Level("Themenfeld", "Themenfelder"), doc="Wie die Kapitel heißen"
    )
    goals: tuple[Level, ...] = key(
        "ziele",
        default=(Level("Ziel", "Ziele", "Ziel {ziel}"),),
        doc="Wie die Ziele heißen, von der obersten Ebene an",
    )
    project: Level = key(
        "projekt", default=Level("Projekt", "Projekte"), doc="Wie die Projekte heißen"
    )

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

    theme: str = key("thema", default="{thema}", doc="Muster für Themen")
    goal: str = key("ziel", default="{thema}.{ziel}", doc="Muster für Ziele")
    status: str = key(
        "status",
        default="{thema}.{ziel}.{status}",
        doc="Muster für die Abschnitte der Status; leer: keine Abschnitte",
    )
    project: str = key(
        "projekt", default="{thema}.{ziel}.{status}.{projekt}", doc="Muster für Projekte"
    )


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
    label: str = named("bezeichnung", doc="Steht im Report vor dem Wert")
    kind: FieldKind = named("art", default=FieldKind.TEXT, doc="Was der Wert ist")
    required: bool = named("pflicht", default=False, doc="ja: jedes Projekt braucht diese Angabe")
    private: bool = named("intern", default=False, doc="ja: verlässt den Ordner nie")
    reverse: str = named(
        "umgekehrt",
        default="",
        doc="Steht am Ziel der Verweise vor denen, die verweisen",
    )


@attrs.frozen(eq=False, repr=False)
class KnownTable(Value):
    """A table of an existing report whose head does not say what its columns hold.

    Attributes:
        heading: What stands above it.
        columns: What each column holds, as keys of the data folder, such as `dimension`, `thema`
            and `federfuehrung`.
    """

    heading: str = key("ueberschrift", doc="Was über der Tabelle steht")
    columns: tuple[str, ...] = key(
        "spalten",
        default=(),
        doc="Was die Spalten enthalten: thema, dimension, federfuehrung, nummer, projekt, status, "
        "verantwortlich, zusammenarbeit, report, grund oder nichts",
    )


@attrs.frozen(eq=False, repr=False)
class Recognition(Value):
    """Further words by which `import` recognises the parts of an existing report.

    Attributes:
        themes: Headings of themes that have no number, with `{titel}` for the name.
        labels: Words before the values of a project, such as `{"sachstand": ("Stand",)}`.
        columns: Heads of columns, such as `{"verantwortlich": ("Amt",)}`.
        tables: Tables without a head.
    """

    themes: tuple[str, ...] = key(
        "themen", default=(), doc="Überschriften von Themen ohne Nummer, mit {titel}"
    )
    labels: Mapping[str, tuple[str, ...]] = key(
        "angaben",
        default=attrs.Factory(dict),
        doc="Wörter vor den Angaben eines Projekts, etwa {sachstand: [Stand]}",
    )
    columns: Mapping[str, tuple[str, ...]] = key(
        "spalten",
        default=attrs.Factory(dict),
        doc="Überschriften von Spalten, etwa {verantwortlich: [Amt]}",
    )
    tables: tuple[KnownTable, ...] = key(
        "tabellen", default=(), doc="Tabellen, deren Kopf nicht sagt, was sie enthalten"
    )

    def __hash__(self) -> int:
        return hash((self.themes, self.tables))  # mappings have none


CHANGES_PART, HISTORY_PART = "aenderungen", "verlauf"
"""The parts of a report that speak of earlier editions."""

PARTS = (
    "titelseite",
    "inhaltsverzeichnis",
    "kapitel",
    "legende",
    "lesehilfe",
    "kennzahlen",
    "uebersicht",
    "themen",
    "projektlisten",
    "module",
    "entfallen",
    "archiv",
    CHANGES_PART,
    HISTORY_PART,
)
"""Every part that a report can have; `assembly.parts` has a function for each."""

DEFAULT_PARTS = (
    "titelseite",
    "inhaltsverzeichnis",
    "kapitel",
    "lesehilfe",
    "kennzahlen",
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
        "abgeschlossene {projekte}",
        "Abgeschlossen",
        "Die Umsetzung ist abgeschlossen.",
        "derzeit keine {projekte}",
        "#c5e8cd",
        "●",
        Stage.DONE,
    ),
    Status(
        "laufend",
        "in Umsetzung",
        "{projekte} in Umsetzung",
        "Umsetzung",
        "Die Umsetzung läuft.",
        "derzeit keine {projekte}",
        "#ffe7a0",
        "►",
        Stage.ACTIVE,
    ),
    Status(
        "geplant",
        "geplant",
        "geplante {projekte}",
        "Geplant",
        "Die Umsetzung ist vorgesehen.",
        "derzeit keine {projekte}",
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
        fixed_spaces: Texts are printed with no-break spaces in abbreviations, before units and in
            dates.
        theme_bars: Each theme begins with a bar that shows the statuses of its projects.
        recognition: Further words by which `import` recognises an existing report.
    """

    name: str = key("name", default="standard", doc="Name des Profils")
    levels: Levels = key("ebenen", default=Levels(), doc="Wie die Ebenen des Reports heißen")
    statuses: tuple[Status, ...] = key(
        "status",
        default=DEFAULT_STATUSES,
        doc="Die Status in der Reihenfolge des Textes, mit ihren Kennungen",
    )
    numbering: NumberingScheme = key(
        "nummerierung", default=NumberingScheme(), doc="Muster der Nummern"
    )
    labels: Labels = key("texte", default=Labels(), doc="Alle weiteren Wörter und kurzen Texte")
    fields: tuple[ExtraField, ...] = key(
        "felder", default=(), doc="Zusätzliche Angaben zu Projekten, mit ihren Schlüsseln"
    )
    parts: tuple[str, ...] = key(
        "teile", default=DEFAULT_PARTS, doc="Die Teile des Reports in ihrer Reihenfolge"
    )
    contents_depth: int = key(
        "verzeichnistiefe", default=4, doc="Wie viele Ebenen das Inhaltsverzeichnis zeigt, 1 bis 4"
    )
    status_sections: bool = key(
        "statusabschnitte",
        default=False,
        doc="ja: Abschnitte je Status, auch ohne ihn in der Nummer",
    )
    fixed_spaces: bool = key(
        "feste_leerzeichen",
        default=False,
        doc="ja: im Report stehen geschützte Leerzeichen, etwa in „z. B.“ und „5 km“",
    )
    theme_bars: bool = key(
        "themenbalken",
        default=False,
        doc="ja: jedes Thema beginnt mit einem Balken, der seine Projekte nach Status zeigt",
    )

    recognition: Recognition = key(
        "erkennen",
        default=Recognition(),
        doc="Weitere Wörter, an denen import einen vorhandenen Report erkennt",
    )

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
