"""The phases that are known without being declared."""

from __future__ import annotations

from kommunal_nh_prozess.data import Phase, ProcessData

USUAL = (
    Phase(
        "strukturen",
        "Querschnittsstrukturen",
        "Zuständigkeiten quer durch Verwaltung, Politik und Gesellschaft werden geklärt, "
        "Beteiligte gewonnen und die Bevölkerung über das Vorhaben informiert.",
        (
            "eine koordinierende Stelle mit Zeit für diese Aufgabe",
            "eine Arbeitsgruppe quer durch die Ämter",
            "eine Liste derer, die von außen mitwirken sollen",
        ),
    ),
    Phase(
        "bestandsaufnahme",
        "Bestandsaufnahme",
        "Vorhandene Konzepte, Projekte und Zahlen werden gesammelt und bewertet, in der eigenen "
        "Verwaltung und in den Städten und Gemeinden.",
        (
            "Ansprechstellen in allen Fachbereichen",
            "eine Übersicht über geltende Konzepte und Beschlüsse",
            "Daten, an denen sich die Ausgangslage ablesen lässt",
        ),
    ),
    Phase(
        "strategie",
        "Er-/Überarbeitung der Strategie",
        "Ziele, Maßnahmen, Mittel und Indikatoren werden gemeinsam mit den Beteiligten entwickelt "
        "oder fortgeschrieben.",
        (
            "die Ergebnisse der Bestandsaufnahme",
            "ein Plan für die Beteiligung",
            "Zeit in den Fachbereichen, um Maßnahmen auszuarbeiten",
        ),
    ),
    Phase(
        "beschluss",
        "Formeller Beschluss",
        "Kreistag oder Rat nimmt Strategie und Handlungsprogramm an und macht sie damit für einen "
        "festen Zeitraum verbindlich.",
        (
            "ein abgestimmter Entwurf",
            "eine Sitzungsvorlage mit den finanziellen Auswirkungen",
            "die Vorberatung in den Ausschüssen",
        ),
    ),
    Phase(
        "umsetzung",
        "Umsetzung und Kontrolle",
        "Die Projekte werden umgesetzt; ihr Stand wird laufend beobachtet und nachgesteuert.",
        (
            "Verantwortliche und Mittel für jedes Projekt",
            "Termine und Zuständigkeiten für die Abfrage des Sachstands",
        ),
    ),
    Phase(
        "bewertung",
        "Bewertung und Bericht",
        "Was erreicht wurde, wird anhand von Zielen und Indikatoren geprüft und in einem Bericht "
        "veröffentlicht; daraus ergibt sich, was zu überarbeiten ist.",
        (
            "ein aktueller Sachstand zu allen Projekten",
            "Werte der Indikatoren bis zum Stichtag",
            "ein Termin im zuständigen Ausschuss",
        ),
    ),
)
"""In their order; after the last one the first one follows again."""


def phases_of(data: ProcessData) -> tuple[Phase, ...]:
    """The phases of a municipality.

    Args:
        data: The module's data.

    Returns:
        Its own, or the usual ones.
    """
    return data.phases or USUAL
