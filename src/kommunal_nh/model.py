"""The report as data: frozen classes that know neither YAML nor any output format.

    Report ─┬─ Chapter
            ├─ Theme ─┬─ Goal ─┬─ Goal …
            │         │        └─ Project ── Part, Cooperation
            │         └─ Project
            ├─ ArchiveEntry
            ├─ Withdrawn
            ├─ Council
            └─ Edition … (earlier ones)

A changed report is a new object (`attrs.evolve`). What can be derived is not here: numbers, counts,
tables and references are computed from the report each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import attrs

from kommunal_nh.dates import PartialDate
from kommunal_nh.fields import key
from kommunal_nh.profile import Profile
from kommunal_nh.value import Value

ALL_MUNICIPALITIES = "alle"
"""Stands for every municipality of the report in `Cooperation.municipalities`."""
_ID = "Kennung, bleibt über alle Ausgaben gleich"
_SDGS = "Nummern der Ziele für nachhaltige Entwicklung (SDG), 1 bis 17"
_NUMBER = "Nummer, die ein Beschluss festlegt; sonst nummeriert das Programm"


@attrs.frozen(eq=False, repr=False)
class Cooperation(Value):
    """Work together with municipalities.

    Attributes:
        text: In words, Markdown.
        municipalities: Ids of the municipalities, or `("alle",)`.
    """

    text: str = key("text", default="", doc="Womit die Kommunen mitwirken, Markdown")
    municipalities: tuple[str, ...] = key(
        "kommunen", default=(), doc="Kennungen der Kommunen aus bericht.yaml, oder alle"
    )


@attrs.frozen(eq=False, repr=False)
class Part(Value):
    """One of several pairs of description and progress in a project.

    Attributes:
        title: Its name, where it has one.
        description: What is to be done, Markdown.
        progress: How far it is, Markdown.
    """

    title: str = key("titel", default="", doc="Name des Teils")
    description: str = key("beschreibung", default="", doc="Was vorgesehen ist, Markdown")
    progress: str = key("sachstand", default="", doc="Wie weit es ist, Markdown")


@attrs.frozen(eq=False, repr=False)
class Project(Value):
    """A project, measure or idea.

    Attributes:
        id: Stable over all editions; never shown as a number.
        title: Its name, the same in every place.
        status: Id of a status of the profile.
        short_title: A shorter name for references (`{kurztitel}`).
        description: What is to be done, Markdown.
        progress: How far it is, Markdown.
        parts: Further pairs of description and progress.
        responsible: Ids of the responsible units.
        cooperation: Work together with municipalities.
        sdgs: Numbers of the goals for sustainable development, 1 to 17.
        frameworks: References to other frameworks, such as `{"BNK": ("10",)}`.
        start: Begin, as precise as it is known.
        end: End, as precise as it is known.
        draft: Not to be published yet.
        internal_note: Never leaves the data folder.
        extra: Values of the fields that the profile declares.
    """

    id: str = key("id", doc=_ID)
    title: str = key("titel", doc="Name des Projekts")
    status: str = key("status", doc="Kennung eines Status aus dem Profil")
    short_title: str = key("kurztitel", default="", doc="Kürzerer Name für Verweise ({kurztitel})")
    description: str = key("beschreibung", default="", doc="Projektbeschreibung, Markdown")
    progress: str = key("sachstand", default="", doc="Sachstand, Markdown")
    parts: tuple[Part, ...] = key(
        "teile", default=(), doc="Weitere Paare aus Beschreibung und Sachstand"
    )
    responsible: tuple[str, ...] = key(
        "verantwortlich",
        default=(),
        doc="Kennungen der verantwortlichen Einheiten aus bericht.yaml",
    )
    cooperation: Cooperation = key(
        "zusammenarbeit",
        default=Cooperation(),
        doc="Zusammenarbeit mit Kommunen: ein Text, oder text und kommunen",
    )
    sdgs: tuple[int, ...] = key("sdgs", default=(), doc=_SDGS)
    frameworks: Mapping[str, tuple[str, ...]] = key(
        "bezuege",
        default=attrs.Factory(dict),
        doc="Verweise auf andere Regelwerke, etwa {BNK: [10]}",
    )
    start: PartialDate | None = key(
        "beginn",
        default=None,
        doc="Beginn, so genau wie bekannt: 2024, 2024-Q2, 03/2024, 01.03.2024",
    )
    end: PartialDate | None = key(
        "ende", default=None, doc="Ende, so genau wie bekannt: 2024, 2024-Q2, 03/2024, 01.03.2024"
    )
    draft: bool = key("entwurf", default=False, doc="ja: noch nicht veröffentlichen")
    internal_note: str = key("intern", default="", doc="verlässt den Ordner nie")
    extra: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False)
class Goal(Value):
    """A goal, with projects and perhaps with more detailed goals below it.

    Attributes:
        id: Stable over all editions.
        title: Its name; empty where the profile makes one ("Strategisches Ziel 1").
        statement: What is to be reached, Markdown.
        goals: More detailed goals.
        projects: The projects, in any order of statuses.
        sdgs: Numbers of the goals for sustainable development.
        number: A number that the council has fixed.
    """

    id: str = key("id", doc=_ID)
    title: str = key("titel", default="", doc="Name des Ziels; ohne Angabe bildet ihn das Profil")
    statement: str = key("text", default="", doc="Wortlaut des Ziels, Markdown")
    goals: tuple[Goal, ...] = key("ziele", default=(), doc="Genauere Ziele darunter")
    projects: tuple[Project, ...] = key(
        "projekte", default=(), doc="Projekte dieses Ziels, in beliebiger Folge der Status"
    )
    sdgs: tuple[int, ...] = key("sdgs", default=(), doc=_SDGS)
    number: int | None = key("nummer", default=None, doc=_NUMBER)


@attrs.frozen(eq=False, repr=False)
class Theme(Value):
    """A field of action: a chapter of the report.

    Attributes:
        id: Stable over all editions.
        title: Its name.
        code: Letters for numbers such as B1.
        dimension: The dimension of sustainability that it belongs to.
        lead: Who leads it, in words.
        sdgs: Numbers of the goals for sustainable development.
        introduction: Text before the goals, Markdown.
        goals: The goals.
        projects: Projects that belong to no goal.
        number: A number that the council has fixed.
    """

    id: str = key("id", doc=_ID)
    title: str = key("titel", doc="Name des Themas")
    code: str = key("kuerzel", default="", doc="Buchstaben für Nummern wie B1")
    dimension: str = key("dimension", default="", doc="Dimension der Nachhaltigkeit")
    lead: str = key("federfuehrung", default="", doc="Wer das Thema leitet")
    sdgs: tuple[int, ...] = key("sdgs", default=(), doc=_SDGS)
    introduction: str = key("einleitung", default="", doc="Text vor den Zielen, Markdown")
    goals: tuple[Goal, ...] = key("ziele", default=(), doc="Ziele dieses Themas")
    projects: tuple[Project, ...] = key(
        "projekte", default=(), doc="Projekte, die zu keinem Ziel gehören"
    )
    number: int | None = key("nummer", default=None, doc=_NUMBER)


@attrs.frozen(eq=False, repr=False)
class Chapter(Value):
    """A chapter of running text.

    Attributes:
        id: Stable over all editions.
        title: Its heading.
        text: Markdown; its headings start at level 2.
    """

    id: str = key("id", doc=_ID)
    title: str = key("titel", doc="Überschrift des Kapitels")
    text: str = key("text", default="", doc="Markdown; Überschriften darin beginnen mit ##")


@attrs.frozen(eq=False, repr=False)
class ArchiveEntry(Value):
    """A finished project that earlier editions reported.

    Attributes:
        theme: Id of its theme, or the theme's name where it no longer exists.
        project: Its title.
        edition: Day of the last edition that reported it.
        number: Its number in that edition, as printed then.
        id: The id that it had as a project, so that references and later editions still know it.
        internal_note: Never leaves the data folder.
    """

    theme: str = key("thema", doc="Kennung des Themas, oder der Name eines früheren")
    project: str = key("projekt", doc="Titel des Projekts")
    edition: date = key("report", doc="Tag der letzten Ausgabe, in der es stand")
    number: str = key("nummer", default="", doc="Nummer in jener Ausgabe, wie gedruckt")
    id: str = key("id", default="", doc="Kennung, die es als Projekt hatte")
    internal_note: str = key("intern", default="", doc="verlässt den Ordner nie")


@attrs.frozen(eq=False, repr=False)
class Withdrawn(Value):
    """A project that ended without being carried out.

    Attributes:
        project: Its title.
        reason: Why it ended, Markdown.
        edition: Day of the edition in which it is missing for the first time.
        merged_into: Id of the project that it became part of.
        id: The id that it had as a project, so that references and later editions still know it.
        internal_note: Never leaves the data folder.
    """

    project: str = key("projekt", doc="Titel des Projekts")
    reason: str = key("grund", default="", doc="Warum es endete, Markdown")
    edition: date | None = key(
        "report", default=None, doc="Tag der ersten Ausgabe, in der es fehlt"
    )
    merged_into: str = key(
        "aufgegangen_in", default="", doc="Kennung des Projekts, in dem es aufging"
    )
    id: str = key("id", default="", doc="Kennung, die es als Projekt hatte")
    internal_note: str = key("intern", default="", doc="verlässt den Ordner nie")


@attrs.frozen(eq=False, repr=False)
class Council(Value):
    """The council paper that presents the report.

    Attributes:
        number: Number of the paper, such as 279/2022.
        body: The committee.
        date: Day of its session.
    """

    number: str = key("nummer", default="", doc="Nummer der Vorlage, etwa 279/2022")
    body: str = key("gremium", default="", doc="Ausschuss, Kreistag oder Rat")
    date: date | None = key("sitzung", default=None, doc="Tag der Sitzung")


@attrs.frozen(eq=False, repr=False)
class Report(Value):
    """A whole report of one day.

    Attributes:
        title: Title of the report.
        publisher: The municipality.
        as_of: The day that the report speaks of.
        profile: What this municipality's structure and words are.
        previous_as_of: The day of the edition before.
        language: Language tag of the texts.
        chapters: Running text before the themes.
        themes: The themes with their goals and projects.
        units: Departments and others who can be responsible: id and name.
        municipalities: Municipalities that can take part: id and name.
        archive: Finished projects of earlier editions.
        withdrawn: Projects that ended in another way.
        modules: Data of the modules that are switched on, by key.
        council: The council paper.
        folder: Where relative paths of images start; not part of the data.
        images: Images that come with the report, by path; looked up before those of the folder.
        past: Earlier editions, the oldest first, as far as the report speaks of them; not part of
            the data.
    """

    title: str = key("titel", doc="Titel des Reports")
    publisher: str = key("herausgeber", doc="Kreis, Stadt oder Gemeinde")
    as_of: date = key("stand", doc="Tag, für den der Report gilt")
    profile: Profile = key(
        "profil", default=Profile(), doc="Name eines Profils, eine Datei, oder das Profil selbst"
    )
    previous_as_of: date | None = key("letzter_stand", default=None, doc="Tag der vorigen Ausgabe")
    language: str = key("sprache", default="de-DE", doc="Sprache der Texte, etwa de-DE")
    chapters: tuple[Chapter, ...] = key(
        "kapitel", default=(), doc="Dateien der Kapitel vor den Themen, in dieser Folge"
    )
    themes: tuple[Theme, ...] = key(
        "themen", default=(), doc="Dateien der Themen; ohne Angabe alle in themen/, nach Namen"
    )
    units: Mapping[str, str] = key(
        "einheiten",
        default=attrs.Factory(dict),
        doc="Wer verantwortlich sein kann: Kennung und Name",
    )
    municipalities: Mapping[str, str] = key(
        "kommunen",
        default=attrs.Factory(dict),
        doc="Welche Kommunen mitwirken können: Kennung und Name",
    )
    archive: tuple[ArchiveEntry, ...] = key(
        "archiv", default=(), doc="Umgesetzte Projekte früherer Ausgaben: eine Datei oder die Liste"
    )
    withdrawn: tuple[Withdrawn, ...] = key(
        "entfallen", default=(), doc="Ohne Umsetzung beendete Projekte: eine Datei oder die Liste"
    )
    modules: Mapping[str, object] = key(
        "module",
        default=attrs.Factory(dict),
        doc="Weitere Teile des Reports: Name des Moduls und seine Datei",
    )
    council: Council | None = key(
        "vorlage", default=None, doc="Vorlage, mit der der Report beraten wird"
    )
    folder: Path | None = attrs.field(default=None, eq=False, repr=False)
    images: Mapping[str, bytes] = attrs.field(factory=dict, eq=False, repr=False)
    past: tuple[Edition, ...] = attrs.field(default=(), eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Edition(Value):
    """A report as it was published.

    Attributes:
        report: Its public part.
        numbers: Printed number of each theme, goal and project, by id.
        sections: Printed number of each status section, by id of its parent and of the status.
        library: Version of the library that froze it; empty if it is not frozen.
    """

    report: Report
    numbers: Mapping[str, str]
    sections: Mapping[tuple[str, str], str] = attrs.field(factory=dict)
    library: str = attrs.field(default="", eq=False)
