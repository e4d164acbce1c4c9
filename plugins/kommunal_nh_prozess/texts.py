"""The words of the module, in German unless the data says otherwise."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Texts:
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed.
    """

    chapter: str = key("kapitel", default="Nachhaltigkeitsmanagement")
    introduction: str = key(
        "einleitung",
        default="Nachhaltigkeit wird in einem Kreislauf gesteuert: Auf jede Bewertung folgt die "
        "nächste Überarbeitung. Dieses Kapitel zeigt, wie der Prozess bisher verlaufen ist, in "
        "welcher Phase er ist und wer daran mitwirkt.",
    )
    standing: str = key("stand", default="Wo der Prozess steht")
    current: str = key("aktuell", default="Stand {stand}: {phase}.")
    unknown: str = key("unbekannt", default="Zum Stand {stand} ist keine Phase angegeben.")
    next_phase: str = key("naechste", default="Als Nächstes folgt: {phase}.")
    needs: str = key("braucht", default="Dafür braucht es:")
    course: str = key("verlauf", default="Verlauf")
    no_course: str = key("kein_verlauf", default="Meilensteine sind noch nicht eingetragen.")
    timeline: str = key(
        "zeitstrahl",
        default="Zeitstrahl von {von} bis {bis} mit {anzahl} Meilensteinen in {phasen} Phasen; "
        "{beschluesse} davon sind Beschlüsse. Erster Meilenstein: {erster}. Letzter: {letzter}. "
        "Die Tabelle nennt alle.",
    )
    milestones: str = key("meilensteine", default="Meilensteine und Beschlüsse")
    column_number: str = key("spalte_nummer", default="Nr.")
    column_day: str = key("spalte_datum", default="Datum")
    column_milestone: str = key("spalte_meilenstein", default="Was geschah")
    column_body: str = key("spalte_gremium", default="Gremium")
    column_phase: str = key("spalte_phase", default="Phase")
    column_source: str = key("spalte_quelle", default="Quelle")
    resolution: str = key("beschluss", default="Beschluss: {titel}")
    as_of: str = key("stichtag", default="Stand")
    legend_milestone: str = key("legende_meilenstein", default="Meilenstein")
    legend_resolution: str = key("legende_beschluss", default="Beschluss")
    phases: str = key("phasen", default="Phasen")
    phases_caption: str = key("phasen_tabelle", default="Die Phasen und wann sie waren")
    column_text: str = key("spalte_inhalt", default="Was geschieht")
    column_when: str = key("spalte_zeit", default="Wann")
    span: str = key("zeitraum", default="{beginn} bis {ende}")
    open_span: str = key("laufend", default="seit {beginn}")
    no_dates: str = key("ohne_datum", default="ohne Datum")
    in_cycle: str = key("im_zyklus", default="{zeit} ({zyklus})")
    steering: str = key("steuerung", default="Wer und was steuert")
    actors: str = key("akteure", default="Steuerungsakteure")
    structures: str = key("strukturen", default="Steuerungsstrukturen")
    instruments: str = key("instrumente", default="Steuerungsinstrumente")
    column_name: str = key("spalte_name", default="Name")
    column_task: str = key("spalte_aufgabe", default="Aufgabe")
    column_phases: str = key("spalte_phasen", default="Phasen")
    every_phase: str = key("alle_phasen", default="alle")
