"""The words of the report's frame, in German unless a profile says otherwise.

Everything that the library itself puts into a report stands here, so that another set of words
gives the same report in another language.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import attrs

from kommunal_nh.dates import PartialDate
from kommunal_nh.fields import key
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Labels(Value):
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed. `date_format` is a
    `strftime` pattern of the elements %d, %m, %Y, %B (name of the month) and %-d (day without a
    leading zero). `month_names` are twelve names with commas between them.
    """

    # The document as a whole
    as_of: str = key("stand", default="Stand: {stand}")
    date_format: str = key("datumsformat", default="%d.%m.%Y")
    month: str = key("monat", default="{monat}/{jahr}")
    quarter: str = key("quartal", default="{quartal}. Quartal {jahr}")
    month_names: str = key(
        "monatsnamen",
        default="Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, "
        "November, Dezember",
    )
    council: str = key("vorlage", default="Vorlage {nummer}, {gremium}, {sitzung}")
    short_version: str = key("kurzfassung", default="Kurzfassung")
    contents: str = key("inhaltsverzeichnis", default="Inhaltsverzeichnis")
    legend: str = key("legende", default="Status der {projekte}")
    overview: str = key("uebersicht", default="Überblick")
    overview_text: str = key(
        "uebersicht_text", default="Zum Stand {stand} enthält der Report {anzahl} {projekte}."
    )
    overview_caption: str = key("uebersicht_titel", default="{projekte} je {thema} und Status")
    themes_caption: str = key("themen_titel", default="{themen} im Überblick")
    column_dimension: str = key("spalte_dimension", default="Dimension")
    column_lead: str = key("spalte_federfuehrung", default="Federführung")
    total: str = key("summe", default="Summe")
    all_themes: str = key("alle_themen", default="alle {themen}")
    figures: str = key("kennzahlen", default="Auf einen Blick")
    column_status: str = key("spalte_status", default="Status")
    column_share: str = key("spalte_anteil", default="Anteil")
    share: str = key("anteil", default="{anteil}\u00a0%")
    chart_text: str = key(
        "diagramm_text", default="Balken nach Status: {anzahl} {projekte} – {angaben}."
    )
    chart_entry: str = key("diagramm_angabe", default="{status} {anzahl} ({anteil})")
    chart_most: str = key("diagramm_meiste", default="Am meisten hat „{thema}“: {anzahl}.")
    theme_bar_caption: str = key("themenbalken_titel", default="{projekte} nach Status: {thema}")
    guide: str = key("lesehilfe", default="Lesehilfe")
    guide_levels: str = key(
        "lesehilfe_ebenen", default="Gegliedert ist vom Großen zum Kleinen: {ebenen}."
    )
    guide_numbers: str = key(
        "lesehilfe_nummern",
        default="Die Nummern der {projekte} nennen von links nach rechts: {stellen}. Zum Beispiel "
        "{nummer} „{titel}“.",
    )
    guide_groups: str = key(
        "lesehilfe_status", default="Die {projekte} sind nach Status geordnet: {status}."
    )
    guide_lists: str = key(
        "lesehilfe_listen", default="Als Tabelle stehen alle {projekte} im Kapitel „{kapitel}“."
    )
    guide_archive: str = key(
        "lesehilfe_archiv",
        default="Was frühere Ausgaben als abgeschlossen gemeldet haben, steht im Kapitel "
        "„{kapitel}“.",
    )

    # Themes, goals and projects
    introduction: str = key("einleitung", default="")
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
        "archiv_titel", default="Archiv der umgesetzten {projekte}, die nicht mehr im Report stehen"
    )
    archive_empty: str = key("archiv_leer", default="Das Archiv enthält noch keine {projekte}.")
    column_edition: str = key("spalte_report", default="Report")
    column_old_number: str = key("spalte_alte_nummer", default="Nummer im Report")
    withdrawn: str = key("entfallen", default="Entfallene {projekte}")
    withdrawn_caption: str = key(
        "entfallen_titel", default="{projekte}, die ohne Umsetzung beendet wurden"
    )
    column_reason: str = key("spalte_grund", default="Grund")
    merged_into: str = key("aufgegangen_in", default="Aufgegangen in {projekt}.")

    # Changes between two editions
    changes: str = key("aenderungen", default="Änderungen")
    changes_period: str = key("aenderungen_zeitraum", default="Änderungen vom {bisher} zum {jetzt}")
    changes_since: str = key("aenderungen_kapitel", default="Änderungen seit dem letzten Report")
    changes_basis: str = key(
        "aenderungen_grundlage",
        default="Verglichen wurden die Ausgaben mit Stand {bisher} und mit Stand {jetzt}.",
    )
    changes_text: str = key(
        "aenderungen_text",
        default="Mit Stand {bisher} enthielt der Report {anzahl_bisher} {projekte_bisher}, "
        "mit Stand {jetzt} enthält er {anzahl} {projekte}.",
    )
    no_changes: str = key(
        "aenderungen_keine",
        default="Zwischen den Ausgaben mit Stand {bisher} und mit Stand {jetzt} hat sich nichts "
        "geändert.",
    )
    no_earlier_edition: str = key(
        "aenderungen_erste",
        default="Es gibt keine frühere Ausgabe, mit der verglichen werden könnte.",
    )
    changes_details: str = key("aenderungen_einzeln", default="Änderungen im Einzelnen")
    changes_caption: str = key(
        "aenderungen_titel", default="Arten der Änderungen (Mehrfachnennungen möglich)"
    )
    column_change: str = key("spalte_aenderung", default="Art der Änderung")
    column_count: str = key("spalte_anzahl", default="Anzahl")
    status_caption: str = key("status_titel", default="{projekte} nach Status")
    column_difference: str = key("spalte_veraenderung", default="Veränderung")
    change_archived: str = key("aenderung_archiviert", default="abgeschlossen und archiviert")
    change_new: str = key("aenderung_neu", default="neu")
    change_status: str = key("aenderung_status", default="Status geändert")
    change_moved: str = key("aenderung_verschoben", default="verschoben")
    change_withdrawn: str = key("aenderung_entfallen", default="entfallen")
    change_merged: str = key("aenderung_zusammengefuehrt", default="zusammengeführt")
    change_missing: str = key("aenderung_fehlt", default="ohne Angabe nicht mehr enthalten")
    change_text: str = key("aenderung_text", default="Texte oder Angaben geändert")
    change_renumbered: str = key("aenderung_nummer", default="nur neu nummeriert")
    caption_archived: str = key(
        "titel_archiviert", default="{projekte}, die abgeschlossen und ins Archiv übernommen wurden"
    )
    caption_status: str = key("titel_status", default="{projekte} mit anderem Status")
    caption_moved: str = key(
        "titel_verschoben", default="{projekte}, die jetzt an anderer Stelle stehen"
    )
    caption_withdrawn: str = key(
        "titel_entfallen", default="{projekte}, die ohne Umsetzung beendet wurden"
    )
    caption_merged: str = key(
        "titel_zusammengefuehrt", default="{projekte}, die in anderen aufgegangen sind"
    )
    caption_missing: str = key("titel_fehlt", default="{projekte}, die nicht mehr im Report stehen")
    caption_renumbered: str = key("titel_nummern", default="Bisherige und jetzige Nummern")
    change_frame: str = key("aenderung_rahmen", default="Kapitel, {themen} oder {ziele} geändert")
    change_report: str = key("aenderung_report", default="Angaben zum Report geändert")
    changes_archived: str = key("aenderungen_archiviert", default="Abgeschlossen und archiviert")
    changes_new: str = key("aenderungen_neu", default="Neue {projekte}")
    changes_status: str = key("aenderungen_status", default="Geänderter Status")
    changes_moved: str = key("aenderungen_verschoben", default="Verschoben")
    changes_withdrawn: str = key("aenderungen_entfallen", default="Entfallen")
    changes_merged: str = key("aenderungen_zusammengefuehrt", default="Zusammengeführt")
    changes_missing: str = key("aenderungen_fehlt", default="Ohne Angabe nicht mehr enthalten")
    missing_text: str = key(
        "aenderungen_fehlt_text",
        default="Weder das Archiv noch die Liste der entfallenen {projekte} nennt sie.",
    )
    changes_text_heading: str = key("aenderungen_texte", default="Geänderte Texte und Angaben")
    changes_frame: str = key("aenderungen_rahmen", default="Kapitel, {themen} und {ziele}")
    changes_report: str = key("aenderungen_report", default="Angaben zum Report")
    changes_renumbered: str = key("aenderungen_nummern", default="Nur neu nummeriert")
    renumbered_text: str = key(
        "aenderungen_nummern_text",
        default="Hier hat sich außer der Nummer nichts geändert.",
    )
    column_old: str = key("spalte_bisher", default="bisher")
    column_now: str = key("spalte_jetzt", default="jetzt")
    column_number_old: str = key("spalte_nummer_bisher", default="Nr. bisher")
    column_number_now: str = key("spalte_nummer_jetzt", default="Nr. jetzt")
    column_title: str = key("spalte_titel", default="Titel")
    column_merged: str = key("spalte_aufgegangen", default="aufgegangen in")
    chapter: str = key("kapitel", default="Kapitel")
    place_fact: str = key("einordnung", default="Einordnung:")
    title_fact: str = key("titel", default="Titel:")
    text_fact: str = key("wortlaut", default="Text:")
    part_fact: str = key("teil", default="Teil:")
    number_fact: str = key("nummer", default="Nummer:")
    change_fact: str = key("aenderung", default="Änderung:")
    change_from_to: str = key("aenderung_von_nach", default="von {bisher} nach {jetzt}")
    change_gone: str = key("aenderung_weg", default="nicht mehr im Report")
    omitted: str = key("auslassung", default="[…]")
    publisher_fact: str = key("herausgeber", default="Herausgeber:")
    council_fact: str = key("vorlage_angabe", default="Beratung:")
    units_fact: str = key("einheiten", default="Verantwortliche Stellen:")
    municipalities_fact: str = key("kommunen", default="Kommunen:")
    order_fact: str = key("reihenfolge", default="Reihenfolge der Kapitel:")
    archive_fact: str = key("archiv_angabe", default="Einträge im Archiv:")
    withdrawn_fact: str = key("entfallen_angabe", default="Einträge bei den entfallenen:")
    modules_changed: str = key("module_geaendert", default="Weitere Kapitel haben andere Daten.")
    levels_changed: str = key(
        "ebenen_geaendert", default="Die Ebenen des Reports haben andere Bezeichnungen."
    )
    statuses_changed: str = key(
        "status_geaendert", default="Die Status haben andere Bezeichnungen oder Erläuterungen."
    )
    numbering_changed: str = key(
        "nummerierung_geaendert", default="Die Nummern werden nach einem anderen Muster gebildet."
    )
    fields_changed: str = key(
        "felder_geaendert", default="Für die {projekte} gibt es andere zusätzliche Angaben."
    )
    frame_changed: str = key(
        "aufbau_geaendert", default="Aufbau oder feste Texte des Reports sind anders."
    )
    history: str = key("verlauf", default="Verlauf der {projekte}")
    history_caption: str = key("verlauf_titel", default="Verlauf „{thema}“")
    history_fact: str = key("verlauf_angabe", default="Verlauf:")
    inserted: str = key("eingefuegt", default="eingefügt:")
    deleted: str = key("geloescht", default="gelöscht:")
    change_end: str = key("aenderung_ende", default="(Ende der Änderung)")

    # Pages and screens
    page: str = key("seite", default="Seite {seite} von {seiten}")
    skip_link: str = key("zum_inhalt", default="Zum Inhalt springen")
    filter_heading: str = key("filter", default="{projekte} filtern")
    filter_all: str = key("filter_alle", default="alle")
    filter_unit: str = key("filter_einheit", default="Verantwortlich")
    filter_municipality: str = key("filter_kommune", default="Kommune")
    filter_status: str = key("filter_status", default="Status")
    search: str = key("suche", default="Suche im Text")
    reset: str = key("zuruecksetzen", default="Zurücksetzen")
    hits: str = key("treffer", default="{projekte} angezeigt: {treffer} von {anzahl}")
    back_to_top: str = key("nach_oben", default="Zum Anfang")
    dark: str = key("dunkel", default="Dunkle Darstellung")
    copy_link: str = key("link_kopieren", default="Link kopieren")
    link_copied: str = key("link_kopiert", default="Der Link ist kopiert.")
    link_in_address: str = key(
        "link_in_adresse", default="Der Link steht jetzt in der Adresszeile des Browsers."
    )
    start_page: str = key("startseite", default="Startseite")
    cards: str = key("startseite_themen", default="{themen}")
    card_count: str = key("karte_anzahl", default="{projekte}: {anzahl}")
    more_chapters: str = key("weitere_kapitel", default="Weitere Kapitel")
    trail: str = key("sie_sind_hier", default="Sie sind hier")
    turn_pages: str = key("blaettern", default="Blättern")
    previous_page: str = key("vorige_seite", default="Vorige Seite")
    next_page: str = key("naechste_seite", default="Nächste Seite")
    site_search: str = key("seitensuche", default="Suche")
    search_hits: str = key("suchtreffer", default="{treffer} Treffer")
    search_unavailable: str = key(
        "suche_ohne_skript",
        default="Die Suche braucht JavaScript. Ohne JavaScript führt das Verzeichnis zu jeder "
        "Seite.",
    )
    not_found: str = key("seite_fehlt", default="Diese Seite gibt es nicht")
    not_found_text: str = key(
        "seite_fehlt_text",
        default="Vielleicht ist der Link veraltet. Das Verzeichnis und die Suche führen zu allem, "
        "was der Report enthält.",
    )
    table_region: str = key("tabelle", default="Tabelle: {titel}")
    figure: str = key("bild", default="Bild: {alt}")
    figure_name: str = key("bildname", default="Bild {nummer}")

    def date(self, day: date) -> str:
        """A day as this municipality writes it.

        Args:
            day: The day.

        Returns:
            For example 01.10.2023; years before 1000 keep their four digits.
        """
        parts = {"%-d": f"{day.day}", "%d": f"{day.day:02}", "%m": f"{day.month:02}"}
        parts |= {"%Y": f"{day.year:04}", "%B": self._month_name(day.month)}
        text = self.date_format
        for element, value in parts.items():
            text = text.replace(element, value)
        return text

    def partial_date(self, day: PartialDate) -> str:
        """A date that may be imprecise, as this municipality writes it.

        Args:
            day: The date.

        Returns:
            For example 01.03.2024, 03/2024, 2. Quartal 2024 or 2024.
        """
        year = f"{day.year:04}"
        if day.quarter:
            return fill(self.quarter, quartal=day.quarter, jahr=year)
        if day.day:
            return self.date(day.first_day)
        if day.month:
            name = self._month_name(day.month)
            return fill(self.month, monat=f"{day.month:02}", monatsname=name, jahr=year)
        return year

    def _month_name(self, month: int) -> str:
        """The name of a month; its number if there are not twelve names."""
        names = names_of_months(self.month_names)
        return names[month - 1] if names else f"{month:02}"


@lru_cache(maxsize=16)
def names_of_months(text: str) -> tuple[str, ...]:
    """The names of the months.

    Args:
        text: The label with all of them.

    Returns:
        Twelve names; none if the label does not hold twelve.
    """
    names = tuple(name.strip() for name in text.split(","))
    return names if len(names) == 12 and all(names) else ()


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
