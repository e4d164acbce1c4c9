"""The words of the module, in German unless the data says otherwise."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Texts:
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed.
    """

    chapter: str = key("kapitel", default="Ziele für nachhaltige Entwicklung (SDG)")
    introduction: str = key(
        "einleitung",
        default="2015 haben die Vereinten Nationen in der Agenda 2030 siebzehn Ziele für "
        "nachhaltige Entwicklung vereinbart, die Sustainable Development Goals (SDG). Dieses "
        "Kapitel zeigt, zu welchen von ihnen der Report mit Stand {stand} beiträgt.",
    )
    inheritance: str = key(
        "vererbung",
        default="Was einem {thema} oder Ziel zugeordnet ist, gilt auch für alles, was darunter "
        "steht.",
    )
    chosen: str = key("auswahl", default="Schwerpunkte:")
    chip: str = key("marke", default="SDG {nummer}")
    from_theme: str = key("vom_thema", default="vom {thema}:")
    from_goal: str = key("vom_ziel", default="vom Ziel:")
    matrix: str = key("matrix", default="{themen} und SDG")
    matrix_note: str = key(
        "matrix_hinweis",
        default="„{ja}“ heißt: Das SDG ist dem {thema} selbst zugeordnet. Eine Zahl sagt, wie "
        "viele {projekte} es selbst nennen oder von ihrem Ziel haben.",
    )
    matrix_caption: str = key("matrix_titel", default="SDG je {thema}")
    matrix_part: str = key("matrix_teil", default="{titel}, Teil {teil} von {teile}")
    column: str = key("spalte_sdg", default="SDG")
    yes: str = key("ja", default="● ja")
    index: str = key("verzeichnis", default="Verzeichnis nach SDG")
    entry: str = key("verzeichnis_sdg", default="SDG {nummer}: {titel}")
    chosen_entry: str = key(
        "verzeichnis_schwerpunkt", default="SDG {nummer}: {titel} (Schwerpunkt)"
    )
    above: str = key("darueber", default="{themen} und Ziele:")
    heirs: str = key("damit_auch", default="– damit auch:")
    nothing: str = key("nichts", default="Bisher ist nichts einem SDG zugeordnet.")
    gaps: str = key("luecken", default="Lücken")
    gap_sdgs: str = key("luecken_sdg", default="SDG ohne {projekte}:")
    gap_chosen: str = key("luecken_schwerpunkt", default="Schwerpunkte ohne {projekte}:")
    gap_themes: str = key("luecken_thema", default="{themen} ohne SDG:")
    gap_projects: str = key("luecken_projekt", default="{projekte} ohne SDG:")
    no_gaps: str = key(
        "keine_luecken",
        default="Alle {themen} und {projekte} sind zugeordnet, und jedes SDG kommt vor.",
    )
