"""Pairs of editions for the examples: a small report, and what half a year can do to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from edits import everywhere
from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Goal,
    Level,
    Levels,
    NumberingScheme,
    Part,
    Profile,
    Project,
    Report,
    Status,
    Theme,
    Withdrawn,
    load_profile,
    number,
    public_view,
)
from kommunal_nh.model import Edition

OCTOBER, APRIL = date(2023, 10, 1), date(2024, 4, 1)
INTRODUCTION = """
Der Report benennt Ziele.

## Hintergrund

Die Agenda 2030 gilt weltweit.

Der Kreis trägt seinen Teil dazu bei.

## Entstehung

Sechs Werkstattgespräche gingen voraus.

- Klima
- Mobilität

| Jahr | CO₂ |
| --- | --- |
| 2022 | 5 |
| 2023 | 4 |
"""
BASIS = Report(
    "Nachhaltigkeitsreport",
    "Kreis Musterland",
    OCTOBER,
    load_profile("soest"),
    date(2023, 4, 1),
    chapters=(Chapter("einleitung", "Einleitung", INTRODUCTION),),
    themes=(
        Theme("klima", "Klima und Energie", goals=(
            Goal("sparen", statement="Energie soll gespart werden.", projects=(
                Project("allianz", "Klima-Allianz", "umgesetzt", progress="Die App ist da."),
                Project("konzept", "Klimaschutzkonzept 2.0", "in-bearbeitung",
                        description="Grundlage für alles, siehe [](#allianz).",
                        progress="Das Konzept wird beraten.", responsible=("80.01",)),
                Project("beratung", "Energieberatung", "in-bearbeitung",
                        progress="Der Berater ist beauftragt.\nDie Aufnahme läuft noch 2023.",
                        responsible=("65",)),
                Project("netz", "Netzwerk Sanieren", "ideenspeicher"),
                Project("bau", "Nachhaltiges Bauen", "ideenspeicher"),
            )),
            Goal("erneuerbar", statement="Erneuerbare Energien sollen mehr werden.", projects=(
                Project("wind", "Windkraft", "in-planung", description="Siehe [{titel}](#netz)."),
            )),
        )),
        Theme("mobil", "Mobilität", goals=(
            Goal("rad", "Radverkehr", projects=(
                Project("wege", "Radwege", "in-planung", parts=(
                    Part("Nord", "Drei Wege.", "Geplant."), Part("Süd", "Zwei Wege."),
                )),
            )),
        )),
    ),
    units={"65": "Gebäude", "80.01": "Klimaschutz"},
    municipalities={"soest": "Soest"},
    archive=(ArchiveEntry("klima", "Gewässerpegel", date(2023, 4, 1), "1.3.1.1"),),
)  # fmt: skip


def edition(report: Report) -> Edition:
    """A report as it would be published."""
    public = public_view(report)
    numbering = number(public)
    return Edition(public, numbering.texts, numbering.sections)


def with_project(report: Report, project_id: str, **fields: object) -> Report:
    """The report with some fields of one project changed."""

    def visited(parent: Theme | Goal) -> Theme | Goal:
        return attrs.evolve(
            parent,
            projects=tuple(
                attrs.evolve(one, **fields) if one.id == project_id else one
                for one in parent.projects
            ),
        )

    return everywhere(report, visited)


def without(report: Report, *ids: str) -> Report:
    """The report without some projects."""

    def visited(parent: Theme | Goal) -> Theme | Goal:
        kept = tuple(one for one in parent.projects if one.id not in ids)
        return attrs.evolve(parent, projects=kept)

    return everywhere(report, visited)


def with_more(report: Report, goal_id: str, *projects: Project) -> Report:
    """The report with some projects added to a goal."""

    def visited(parent: Theme | Goal) -> Theme | Goal:
        if parent.id != goal_id:
            return parent
        return attrs.evolve(parent, projects=(*parent.projects, *projects))

    return everywhere(report, visited)


def in_april(report: Report) -> Report:
    """The report half a year later."""
    return attrs.evolve(report, as_of=APRIL, previous_as_of=OCTOBER)


def project(report: Report, project_id: str) -> Project:
    """A project of the report."""
    found = [
        one
        for theme in report.themes
        for goal in theme.goals
        for one in goal.projects
        if one.id == project_id
    ]
    return found[0]


# ------------------------------------------------------------------------------------ the cases


def half_a_year() -> tuple[Report, Report]:
    """Everything that usually happens in half a year."""
    wind = project(BASIS, "wind")
    new = without(BASIS, "allianz", "netz", "bau", "wind")
    new = with_more(new, "rad", wind)
    solar = Project(
        "solar",
        "Balkonsolar",
        "in-planung",
        description="Zuschuss für **jeden** Haushalt, siehe [](#konzept):\n\n- Antrag\n- Zahlung",
        cooperation=Cooperation("mit", ("soest",)),
    )
    new = with_more(new, "erneuerbar", solar)
    new = with_project(
        new, "konzept", status="umgesetzt", progress="Das Konzept ist am 14.12.2023 beschlossen."
    )
    new = with_project(
        new,
        "beratung",
        title="Energieberatung für Gebäude",
        progress="Der Berater ist beauftragt. Die Aufnahme wurde im Februar 2024 beendet.\n\n"
        "Als Nächstes folgen die Fahrpläne.",
        responsible=("65", "80.01"),
    )
    return BASIS, attrs.evolve(
        in_april(new),
        archive=(*BASIS.archive, ArchiveEntry("klima", "Klima-Allianz", OCTOBER, "1.1.1.1")),
        withdrawn=(
            Withdrawn("Nachhaltiges Bauen", "Kein *Bedarf*, siehe [](#konzept).", APRIL, id="bau"),
            Withdrawn("Netzwerk Sanieren", "", APRIL, "beratung", "netz"),
        ),
        council=Council("45/2024", "Umweltausschuss", date(2024, 5, 14)),
        units={"65": "Gebäude und Liegenschaften", "80.01": "Klimaschutz"},
    )


def nothing() -> tuple[Report, Report]:
    """Only the day is another one, and the lines of the source."""
    new = with_project(
        BASIS, "beratung", progress="Der Berater ist\nbeauftragt. Die Aufnahme läuft noch 2023.\n"
    )
    return BASIS, in_april(new)


def renumbered() -> tuple[Report, Report]:
    """The themes change places: all numbers are new, but nothing else."""
    return BASIS, in_april(attrs.evolve(BASIS, themes=BASIS.themes[::-1]))


def lost() -> tuple[Report, Report]:
    """Projects are gone without a word; rows typed by hand, corrected and taken out."""
    archive = (
        ArchiveEntry("klima", "Pegel", date(2022, 10, 1), "1.1"),
        ArchiveEntry("klima", "Wald", date(2022, 10, 1), "1.2"),
    )
    old = attrs.evolve(BASIS, archive=archive)
    new = attrs.evolve(
        in_april(without(BASIS, "netz", "wege")),
        archive=(
            ArchiveEntry("klima", "Pegel", date(2022, 10, 1), "1.1.1.1"),
            ArchiveEntry("mobil", "Altes Projekt", date(2022, 4, 1), "2.9"),
        ),
        withdrawn=(Withdrawn("Idee von früher", "Überholt.", date(2022, 4, 1)),),
    )
    return old, new


MEASURES = Profile(
    levels=Levels(
        Level("Handlungsfeld", "Handlungsfelder"),
        (Level("Ziel", "Ziele", "Ziel {ziel}"),),
        Level("Maßnahme", "Maßnahmen"),
    ),
    numbering=NumberingScheme("{thema}", "{thema}.{ziel}", "", "{projekt:a})"),
    statuses=(Status("offen", "offen"), Status("ruht", "ruht"), Status("fertig", "fertig")),
)


def measures() -> tuple[Report, Report]:
    """Lettered measures, one of them in all; a status that is given up."""
    goals = (
        Goal("sparen", projects=(Project("m1", "Sparen", "ruht"),)),
        Goal("mehr"),
    )
    old = attrs.evolve(
        BASIS, profile=MEASURES, chapters=(), themes=(Theme("klima", "Klima", goals=goals),),
        archive=(),
    )  # fmt: skip
    profile = attrs.evolve(MEASURES, statuses=MEASURES.statuses[::2])
    new = attrs.evolve(in_april(old), profile=profile)
    moved = Project("m1", "Sparen", "offen")
    neu = Project("m2", "Dämmen", "offen", progress="Läuft.")
    return old, with_more(without(new, "m1"), "mehr", neu, moved)


def frame() -> tuple[Report, Report]:
    """Chapters, themes and goals change; projects go with their goal."""
    text = (
        INTRODUCTION.replace("weltweit.", "in der ganzen Welt.")
        .replace("- Mobilität", "- Mobilität\n- Bildung")
        .replace("2023 | 4", "2023 | 3")
    )
    klima, mobil = BASIS.themes
    chapters = (Chapter("einleitung", "Einführung", text), Chapter("dank", "Dank", "Danke."))
    themes = (
        attrs.evolve(
            klima,
            lead="Dezernat 6",
            goals=(
                attrs.evolve(klima.goals[0], statement="Energie muss gespart werden."),
                attrs.evolve(mobil.goals[0], title="Rad"),
                klima.goals[1],
            ),
        ),
        Theme("bildung", "Bildung", introduction="Neu dabei.", goals=(Goal("lernen"),)),
    )
    return BASIS, attrs.evolve(in_april(BASIS), chapters=chapters, themes=themes)


CASES: dict[str, Callable[[], tuple[Report, Report]]] = {
    "half-a-year": half_a_year,
    "nothing": nothing,
    "renumbered": renumbered,
    "lost": lost,
    "measures": measures,
    "frame": frame,
}
