"""A small report with every module of this project switched on, as the files of a data folder."""

from __future__ import annotations

from pathlib import Path

from module_folder import REPORT

DATA = {
    "indikatoren": """\
indikatoren:
  - id: sonne
    titel: Sonnenstrom
    definition: Was die Dächer liefern.
    berechnung: Summe der Zähler
    einheit: MWh
    richtung: steigend
    aussage: Mehr ist besser.
    quelle: {name: Netzbetreiber, url: "https://netz.example/zahlen", stand: 01.02.2024}
    intervall: jährlich
    sdg: ["7.2"]
    typ: "1"
    zu: [strom, solardach]
    basisjahr: 2018
    werte: werte.csv
    zielwerte: [{jahr: 2030, wert: "95,5", beschluss: "Kreistag, 01.10.2020"}]
""",
    "sdg": """\
zuordnungen: [{id: wege, sdgs: [11]}]
titel: {13: Klimaschutz}
schwerpunkte: [13]
""",
    "bnk": """\
kriterien:
  - {kriterium: "01", durch: [vorwort, klima]}
  - {kriterium: "08", erklaerung: Steht im Haushalt.}
""",
    "prozess": """\
phasen:
  - {id: anfang, titel: Anfang, text: Es beginnt., braucht: [ein Auftrag]}
  - {id: weiter, titel: Weiter, text: Es geht weiter., braucht: [Werte der Indikatoren]}
aktuelle_phase: anfang
zyklen:
  - id: eins
    titel: Erster Durchlauf
    beginn: 2023
    phasen: [{phase: anfang, beginn: 2023-04}]
    meilensteine:
      - {id: los, datum: 01.04.2023, titel: Los geht es, phase: anfang, gremium: Kreistag,
         beschluss: ja, quelle: Vorlage 1/2023}
akteure: [{id: planung, titel: Planung, aufgabe: schreibt, phasen: [anfang]}]
strukturen: [{id: runde, titel: Runde, aufgabe: berät}]
instrumente: [{id: report, titel: Report, aufgabe: berichtet}]
""",
    "register": "register: [einheiten, kommunen, sdg, zusammenarbeit]\n",
    "opendata": """\
adresse: https://example.org/daten/
namensnennung: Musterkreis
kontakt: {stelle: Planung, email: planung@example.org, seite: "https://example.org/"}
beschreibung: Was wir tun.
schlagwoerter: [Klima]
gebiet: {schluessel: "05974", name: Musterkreis}
""",
    "vorlage": """\
federfuehrend: Planung
zeichnung: Im Auftrag
produkt: Planung
beratungsfolge: [{gremium: Kreistag, datum: 05.11.2024, ergebnis: offen}]
finanzen: {hoehe: 100 Euro, mittel: teilweise, deckung: Rücklage, erlaeuterung: Keine.}
anlagen: [Der Report]
""",
}
"""The file of each module."""
TABLE = "jahr;wert;hinweis\n2018;10;\n2019;20,5;\n2020;30;\n2021;38;Sonne\n2022;50;\n2023;61;\n"
COUNCIL = "vorlage: {nummer: 1/2024, gremium: Kreistag, sitzung: 05.11.2024}\n"


def files() -> dict[str, str]:
    """The files of the data folder.

    Returns:
        Their texts by path.
    """
    on = "".join(f"  {key}: {key}.yaml\n" for key in DATA)
    named = {f"{key}.yaml": text for key, text in DATA.items()}
    return {"bericht.yaml": f"{REPORT}{COUNCIL}module:\n{on}", **named, "werte.csv": TABLE}


def write(folder: Path) -> Path:
    """Write the data folder.

    Args:
        folder: Where to.

    Returns:
        The folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, "utf-8")
    return folder
