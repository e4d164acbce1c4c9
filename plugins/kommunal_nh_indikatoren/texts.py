"""The words of the module that readers see; each can be changed in the data."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Texts:
    """The words; `{…}` stand for what is filled in. Their names say where they are used."""

    heading: str = key("ueberschrift", default="Indikatoren")
    intro: str = key(
        "einleitung",
        default="Indikatoren zeigen, wie weit die Ziele erreicht sind. Zu jedem stehen unten sein "
        "Steckbrief, ein Diagramm, seine Werte und eine Bewertung.",
    )
    intro_counts: str = key("einleitung_zahlen", default="So stehen sie: {angaben}.")
    intro_count: str = key("einleitung_zahl", default="{anzahl}\N{NO-BREAK SPACE}{bewertung}")
    and_word: str = key("und", default="und")
    examples: str = key(
        "beispielwerte",
        default="Beispielwerte: Die Werte von {indikatoren} sind frei erfunden und zeigen nur, wie "
        "das Kapitel aussieht.",
    )
    all_examples: str = key(
        "nur_beispielwerte",
        default="Beispielwerte: Alle Werte in diesem Kapitel sind frei erfunden und zeigen nur, "
        "wie es aussieht.",
    )
    nothing: str = key("keine", default="Es sind noch keine Indikatoren festgelegt.")

    rule_heading: str = key("regel_ueberschrift", default="So wird bewertet")
    rule: str = key(
        "regel",
        default="Bewertet wird nach der Regel, mit der das Statistische Bundesamt die Indikatoren "
        "der Deutschen Nachhaltigkeitsstrategie bewertet: Aus den letzten sechs Werten, mindestens "
        "vier, ergibt sich die durchschnittliche Veränderung je Jahr. Sie wird bis zum nächsten "
        "Zieljahr fortgeschrieben. Das ist keine Vorhersage; es zeigt, was zu erwarten wäre, wenn "
        "es so weiterginge.",
    )
    rule_source: str = key("regel_quelle", default="Quelle der Regel:")
    rule_link: str = key(
        "regel_link", default="Statistisches Bundesamt, Status der Indikatoren – Methodik"
    )
    rule_caption: str = key("regel_tabelle", default="Was die Bewertungen bedeuten")
    column_ahead: str = key("spalte_ziel_voraus", default="Das Ziel liegt in der Zukunft")
    column_in_force: str = key("spalte_ziel_gilt", default="Das Ziel gilt schon oder ist erreicht")
    column_direction: str = key("spalte_nur_richtung", default="Es gibt nur eine Richtung")

    sun: str = key("sonne", default="sonnig")
    sun_and_cloud: str = key("leicht_bewoelkt", default="leicht bewölkt")
    cloud: str = key("wolke", default="bewölkt")
    storm: str = key("gewitter", default="gewittrig")
    unknown: str = key("offen", default="nicht bewertet")
    sun_sign: str = key("zeichen_sonne", default="●●●")
    sun_and_cloud_sign: str = key("zeichen_leicht_bewoelkt", default="●●○")
    cloud_sign: str = key("zeichen_wolke", default="●○○")
    storm_sign: str = key("zeichen_gewitter", default="○○○")
    unknown_sign: str = key("zeichen_offen", default="–")

    sun_ahead: str = key(
        "sonne_voraus", default="würde erreicht oder um weniger als 5 % des Wegs verfehlt"
    )
    sun_in_force: str = key("sonne_gilt", default="eingehalten, im Mittel nicht schlechter")
    sun_direction: str = key("sonne_richtung", default="im Mittel und zuletzt richtig")
    sun_and_cloud_ahead: str = key(
        "leicht_bewoelkt_voraus", default="würde um 5 % bis 20 % des Wegs verfehlt"
    )
    sun_and_cloud_in_force: str = key(
        "leicht_bewoelkt_gilt", default="eingehalten, im Mittel aber schlechter"
    )
    sun_and_cloud_direction: str = key(
        "leicht_bewoelkt_richtung", default="im Mittel richtig, zuletzt nicht"
    )
    cloud_ahead: str = key(
        "wolke_voraus",
        default="würde um mehr als 20 % des Wegs verfehlt, trotz richtiger Richtung",
    )
    cloud_in_force: str = key("wolke_gilt", default="verfehlt, im Mittel aber besser")
    cloud_direction: str = key("wolke_richtung", default="im Mittel falsch, zuletzt richtig")
    storm_ahead: str = key(
        "gewitter_voraus", default="Abstand bleibt gleich oder wächst: falsche Richtung"
    )
    storm_in_force: str = key("gewitter_gilt", default="verfehlt und im Mittel nicht besser")
    storm_direction: str = key("gewitter_richtung", default="im Mittel und zuletzt falsch")
    unknown_meaning: str = key(
        "offen_bedeutung", default="Es gibt weniger als vier vergleichbare Werte."
    )

    overview_caption: str = key("uebersicht", default="Alle Indikatoren im Überblick")
    column_indicator: str = key("spalte_indikator", default="Indikator")
    column_latest: str = key("spalte_letzter_wert", default="Letzter Wert")
    column_target: str = key("spalte_ziel", default="Ziel")
    column_outlook: str = key("spalte_bewertung", default="Bewertung")
    with_year: str = key("wert_jahr", default="{wert} ({jahr})")
    since_year: str = key("wert_seit", default="{wert} (seit {jahr})")
    no_value: str = key("kein_wert", default="kein Wert")
    no_target: str = key("kein_zielwert", default="kein Zielwert: {richtung}")
    up: str = key("steigend", default="soll steigen")
    down: str = key("fallend", default="soll sinken")
    hold: str = key("halten", default="soll gehalten werden")
    tolerance: str = key("spielraum", default="{richtung} (Spielraum {wert})")

    target_tolerance: str = key("ziel_spielraum", default="{ziel}, Spielraum {wert}")

    fact: str = key("angabe", default="Indikatoren:")
    fact_entry: str = key("angabe_eintrag", default="{titel}: {wert}")

    definition: str = key("definition", default="Definition")
    calculation: str = key("berechnung", default="Berechnung")
    meaning: str = key("aussage", default="Aussage")
    unit: str = key("einheit", default="Einheit")
    direction: str = key("richtung", default="Richtung")
    interval: str = key("intervall", default="Erhebung")
    kind: str = key("typ", default="Typ")
    sdgs: str = key("sdg", default="Unterziele der Agenda 2030")
    things: str = key("zu", default="Gehört zu")
    source: str = key("quelle", default="Quelle")
    source_as_of: str = key("quelle_stand", default="Stand: {stand}")
    targets: str = key("zielwerte", default="Zielwerte")
    target_entry: str = key("zielwert", default="{wert} bis {jahr}")
    target_since: str = key("zielwert_ab", default="{wert} ab {jahr}")
    target_decided: str = key("zielwert_beschluss", default="{zielwert} ({beschluss})")
    base: str = key("basisjahr", default="Basisjahr")
    sheet_caption: str = key("steckbrief", default="Steckbrief: {titel}")
    column_key: str = key("spalte_merkmal", default="Merkmal")
    column_entry: str = key("spalte_angabe", default="Angabe")

    values_caption: str = key("werte_tabelle", default="{titel}: Werte und Zielwerte")
    values_caption_examples: str = key(
        "werte_tabelle_beispiel",
        default="{titel}: Werte und Zielwerte (Beispielwerte, frei erfunden)",
    )
    column_year: str = key("spalte_jahr", default="Jahr")
    column_value: str = key("spalte_wert", default="Wert ({einheit})")
    column_target_value: str = key("spalte_zielwert", default="Zielwert ({einheit})")
    column_note: str = key("spalte_hinweis", default="Hinweis")
    missing: str = key("fehlt", default="liegt nicht vor")
    example_note: str = key("hinweis_beispiel", default="Beispielwert, frei erfunden")
    break_note: str = key("hinweis_bruch", default="mit früheren Werten nicht vergleichbar")
    series_values: str = key("reihe_werte", default="Wert")
    series_examples: str = key("reihe_beispielwerte", default="Beispielwert")
    series_path: str = key("reihe_zielpfad", default="Zielpfad")
    series_projected: str = key("reihe_fortschreibung", default="wenn es so weiterginge")
    chart_target: str = key("diagramm_ziel", default="Ziel {wert}")
    chart_alt: str = key(
        "diagramm_text", default="Liniendiagramm: {titel}, {erster} bis {letzter}. {bewertung}"
    )
    chart_alt_one: str = key("diagramm_text_einzeln", default="Diagramm: {titel}. {bewertung}")

    percentage_points: str = key("prozentpunkte", default="Prozentpunkte")
    trend_up: str = key("trend_steigt", default="Im Mittel stieg der Wert um {wert} im Jahr.")
    trend_down: str = key("trend_sinkt", default="Im Mittel sank der Wert um {wert} im Jahr.")
    trend_flat: str = key("trend_gleich", default="Im Mittel blieb der Wert gleich.")
    projected: str = key(
        "fortschreibung",
        default="Ginge es so weiter, läge er {jahr} bei {prognose}; das Ziel ist {ziel}.",
    )
    reached_then: str = key("dann_erreicht", default="Das Ziel würde erreicht.")
    missed_then: str = key(
        "dann_verfehlt",
        default="Dann fehlten noch {anteil} % des Wegs vom heutigen Wert zum Ziel.",
    )
    same_then: str = key("dann_gleich", default="Der Abstand zum Ziel bliebe gleich.")
    farther_then: str = key("dann_weiter", default="Der Abstand zum Ziel würde größer.")
    kept: str = key("eingehalten", default="Das Ziel {ziel} ist erreicht.")
    not_kept: str = key("nicht_eingehalten", default="Das Ziel {ziel} ist nicht erreicht.")
    held: str = key("gehalten", default="Der Wert hält das Ziel ein: {ziel}.")
    not_held: str = key("nicht_gehalten", default="Der Wert hält das Ziel nicht ein: {ziel}.")
    only_direction: str = key(
        "nur_richtung", default="Einen Zielwert gibt es nicht; der Wert {richtung}."
    )
    too_short: str = key(
        "zu_kurz",
        default="Es gibt {anzahl} vergleichbare Werte; für eine Bewertung braucht es mindestens "
        "vier. Ein Verlauf wird nicht geschätzt.",
    )
    too_short_one: str = key(
        "zu_kurz_einzeln",
        default="Es gibt einen vergleichbaren Wert; für eine Bewertung braucht es mindestens vier. "
        "Ein Verlauf wird nicht geschätzt.",
    )
    no_values: str = key("keine_werte", default="Es gibt noch keine Werte.")
    nothing_to_hold: str = key(
        "kein_ziel_zu_halten", default="Ohne Zielwert lässt sich nicht sagen, was zu halten ist."
    )
    fewer_values: str = key(
        "wenige_werte", default="Die Bewertung beruht auf {anzahl} statt sechs Werten."
    )

    decimal_mark: str = key("dezimalzeichen", default=",")
    thousands_mark: str = key("tausenderzeichen", default=".")
