"""The words of the module, in German unless the data says otherwise."""

from __future__ import annotations

import attrs

from kommunal_nh import key


@attrs.frozen
class Texts:
    """Words and short texts; `{…}` in them is filled in.

    The attributes are named for the place where the words are printed.
    """

    chapter: str = key("kapitel", default="Register")
    introduction: str = key(
        "einleitung",
        default="Die Register zeigen, wo im Report wer und was vorkommt. Jeder Eintrag führt zum "
        "{projekt}.",
    )
    units: str = key("einheiten", default="Nach verantwortlichen Stellen")
    municipalities: str = key("kommunen", default="Nach Kommunen")
    sdgs: str = key("sdg", default="Nach Zielen für nachhaltige Entwicklung (SDG)")
    matrix: str = key("zusammenarbeit", default="Zusammenarbeit mit Kommunen")
    matrix_caption: str = key("zusammenarbeit_tabelle", default="{projekte} und Kommunen")
    matrix_part: str = key("zusammenarbeit_teil", default="{titel}: {erste} bis {letzte}")
    matrix_single: str = key("zusammenarbeit_eine", default="{titel}: {erste}")
    yes: str = key("ja", default="● ja")
    entry: str = key("eintrag", default="{name} ({anzahl} {projekte})")
    sdg: str = key("eintrag_sdg", default="SDG {nummer} {titel}")
    nothing: str = key("nichts", default="Dazu ist nichts eingetragen.")
