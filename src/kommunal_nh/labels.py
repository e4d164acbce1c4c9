"""The words of the report's frame, in German unless a profile says otherwise.

Everything that the library itself puts into a report stands here, so that another set of words
gives the same report in another language.
"""

from __future__ import annotations

from datetime import date

import attrs

from kommunal_nh.fields import key
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Labels(Value):
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed. `date_format` is a
    `strftime` pattern of the elements %d, %m and %Y.
    """

    # The document as a whole
    as_of: str = key("stand", default="Stand: {stand}")
    date_format: str = key("datumsformat", default="%d.%m.%Y")
    council: str = key("vorlage", default="Vorlage {nummer}, {gremium}, {sitzung}")
    contents: str = key("inhaltsverzeichnis", default="Inhaltsverzeichnis")
    legend: str = key("legende", default="Status der Projekte")
    overview: str = key("uebersicht", default="Überblick")
    overview_text: str = key(
        "uebersicht_text", default="Zum Stand {stand} enthält der Report {anzahl} {projekte}."
    )
    overview_caption: str = key("uebersicht_titel", default="{projekte} je {thema} und Status")
    total: str = key("summe", default="Summe")
    all_themes: str = key("alle_themen", default="alle {themen}")

    # Themes, goals and projects
    dimension: str = key("dimension", default="Dimension:")
    lead: str = key("federfuehrung", default="Federführung:")
    sdgs: str = key("sdgs", default="Ziele für nachhaltige Entwicklung (SDG):")
    status: str = key("status", default="Status:")
    description: str = key("projektbeschreibung", default="Projektbeschreibung:")
    progress: str = key("sachstand", default="Sachstand:")
    responsible: str = key("verantwortlich", default="Verantwortlich:")
    cooperation: str = key("zusammenarbeit", default="Zusammenarbeit mit Kommunen:")
    all_municipalities: str = key("alle_kommunen", default="alle Kommunen")
    period: str = key("zeitraum", default="Zeitraum:")
    until: str = key("bis", default="{beginn} bis {ende}")
    from_date: str = key("ab", default="ab {beginn}")
    to_date: str = key("bis_ende", default="bis {ende}")
    frameworks: str = key("bezuege", default="Bezüge:")
    no_entries: str = key("ohne_eintrag", default="Hier gibt es derzeit keine Einträge.")

    # Lists, archive, withdrawn projects
    project_lists: str = key("projektlisten", default="Projektlisten")
    list_caption: str = key("projektliste_titel", default="Projektliste „{thema}“")
    column_number: str = key("spalte_nummer", default="Nr.")
    column_cooperation: str = key("spalte_zusammenarbeit", default="Zusammenarbeit mit Kommunen")
    column_responsible: str = key("spalte_verantwortlich", default="Verantwortlichkeit")
    archive: str = key("archiv", default="Archiv")
    archive_caption: str = key(
        "archiv_titel", default="Archiv der umgesetzten Projekte, die nicht mehr im Report stehen"
    )
    archive_empty: str = key("archiv_leer", default="Das Archiv enthält noch keine Projekte.")
    column_edition: str = key("spalte_report", default="Report")
    column_old_number: str = key("spalte_alte_nummer", default="Nummer im Report")
    withdrawn: str = key("entfallen", default="Entfallene Projekte")
    withdrawn_caption: str = key(
        "entfallen_titel", default="Projekte, die ohne Umsetzung beendet wurden"
    )
    column_reason: str = key("spalte_grund", default="Grund")
    merged_into: str = key("aufgegangen_in", default="Aufgegangen in {projekt}.")

    # Changes between two editions
    inserted: str = key("eingefuegt", default="eingefügt:")
    deleted: str = key("geloescht", default="gelöscht:")
    change_end: str = key("aenderung_ende", default="(Ende der Änderung)")

    # Pages and screens
    page: str = key("seite", default="Seite {seite} von {seiten}")
    skip_link: str = key("zum_inhalt", default="Zum Inhalt springen")
    filter_heading: str = key("filter", default="Projekte filtern")
    filter_all: str = key("filter_alle", default="alle")
    filter_unit: str = key("filter_einheit", default="Verantwortlich")
    filter_municipality: str = key("filter_kommune", default="Kommune")
    filter_status: str = key("filter_status", default="Status")
    search: str = key("suche", default="Suche im Text")
    reset: str = key("zuruecksetzen", default="Zurücksetzen")
    hits: str = key("treffer", default="{projekte} angezeigt: {treffer} von {anzahl}")
    back_to_top: str = key("nach_oben", default="Zum Anfang")
    table_region: str = key("tabelle", default="Tabelle: {titel}")
    figure: str = key("bild", default="Bild: {alt}")

    def date(self, day: date) -> str:
        """A day as this municipality writes it.

        Args:
            day: The day.

        Returns:
            For example 01.10.2023; years before 1000 keep their four digits.
        """
        parts = {"%d": f"{day.day:02}", "%m": f"{day.month:02}", "%Y": f"{day.year:04}"}
        text = self.date_format
        for element, value in parts.items():
            text = text.replace(element, value)
        return text


def fill(text: str, **values: object) -> str:
    """Fill the placeholders of a label; a brace that is not one of them stays a brace.

    Args:
        text: A label such as `Stand: {stand}`.

        **values: What stands for each placeholder.

    Returns:
        The text with all given placeholders replaced, once.
    """
    head, *rest = text.split("{")
    filled = [head]
    for piece in rest:
        name, closed, tail = piece.partition("}")
        known = closed and name in values
        filled.append(f"{values[name]}{tail}" if known else "{" + piece)
    return "".join(filled)
