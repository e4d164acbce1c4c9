"""Ein Halbjahr mit Rückfrage: fragen, ausfüllen, übernehmen, nächste Ausgabe, Bericht, Vergleich.

Gearbeitet wird in einer Kopie des Ordners. Die Rückfragen füllt LibreOffice aus: Es öffnet die
verschickten Dateien, trägt in die Zellen ein und speichert, wie es die Fachbereiche täten. Die
Antworten sind erfunden und zeigen nur den Ablauf.
"""

import shutil
import sys
from datetime import date
from pathlib import Path

from ausfuellen import Eintrag, ausfuellen

import kommunal_nh as nh

ORDNER = Path(__file__).parent
ZIEL = Path(sys.argv[1]) if len(sys.argv) > 1 else ORDNER / "build" / "halbjahr"
DATEN, FRAGEN, ANTWORTEN = ZIEL / "daten", ZIEL / "fragen", ZIEL / "antworten"
HEUTE = date(2024, 2, 20)
NEU, STATUS, UNVERAENDERT = "Neuer Sachstand", "Status", "unverändert"

shutil.rmtree(ZIEL, ignore_errors=True)
shutil.copytree(
    ORDNER, DATEN, ignore=shutil.ignore_patterns("build", "*.py", "*.md", "__pycache__")
)
shutil.copytree(ORDNER / "kapitel", DATEN / "kapitel", dirs_exist_ok=True)
ANTWORTEN.mkdir(parents=True)

# 1. Jede verantwortliche Einheit bekommt eine Datei und eine E-Mail dazu.
umfrage = nh.survey(DATEN, FRAGEN, due="2024-03-01")
print(f"Gefragt: {len(umfrage.units)} Einheiten; niemand zuständig: {len(umfrage.unassigned)}")

# 2. Vier Einheiten antworten (erfunden). 80.01 und 65 widersprechen sich bei einem Projekt.
antworten = {
    "80.01": [
        Eintrag(
            "klimaschutzkonzept-2-0", STATUS, "umgesetzt (innerhalb des letzten halben Jahres)"
        ),
        Eintrag(
            "klimaschutzkonzept-2-0",
            NEU,
            "Der Kreistag hat die Umsetzung beschlossen.\n- Maßnahmenblätter\n- Haushaltsmittel",
            fett="beschlossen",
        ),
        Eintrag("energetische-massstaebe", NEU, "Die Leitlinien liegen als Entwurf vor."),
        Eintrag("klimaschutzbuerger", UNVERAENDERT, "ja"),
        Eintrag(1, "Ziel", "1.2 Erneuerbare Energien sollen einen höheren Anteil erreichen"),
        Eintrag(1, "Titel", "Solarkataster für Parkplätze"),
        Eintrag(1, "Beschreibung", "Welche Parkplätze lassen sich überdachen?"),
    ],
    "65": [
        Eintrag("energieberatung-kreiseigene-gebaeude", NEU, "Die Aufnahme ist beendet."),
        Eintrag("energetische-massstaebe", NEU, "Die Leitlinien gelten seit Januar 2024."),
    ],
    "14": [Eintrag("nachhaltige-beschaffung", UNVERAENDERT, "ja")],
    "70.03": [
        Eintrag("abfallwirtschaftskonzept", "Zusammenarbeit", "Alle Städte und Gemeinden"),
    ],
}
dateien = {einheit: FRAGEN / f"rueckfrage-2023-10-01-{einheit}.xlsx" for einheit in umfrage.units}
ausfuellen([
    (dateien[einheit], ANTWORTEN / f"Antwort {einheit}.xlsx", eintraege)
    for einheit, eintraege in antworten.items()
])  # fmt: skip

# 3. Erst die Vorschau, dann die Übernahme. Zweimal übernehmen ändert nichts mehr.
zurueck = sorted(ANTWORTEN.glob("*.xlsx"))
vorschau = nh.merge(DATEN, zurueck, dry_run=True, today=HEUTE)
ergebnis = nh.merge(DATEN, zurueck, today=HEUTE)
noch_einmal = nh.merge(DATEN, zurueck, today=HEUTE)
print(f"Vorschau: {len(vorschau.changes)} Änderungen, übernommen: {len(ergebnis.changes)}")
print(f"Noch einmal: {len(noch_einmal.changes)} Änderungen")
for aenderung in ergebnis.changes:
    print(f"  {aenderung.key}: {aenderung.field.value}")
for idee in ergebnis.ideas:
    print(f"Neuer Vorschlag: {idee.project.id}")
for konflikt in ergebnis.conflicts:
    print(f"Konflikt: {konflikt.title}, {konflikt.what}")
for einheit in ergebnis.states:
    if einheit.files:
        print(f"{einheit.unit}: {einheit.state.value}, offen: {len(einheit.open)}")

# 4. Die nächste Ausgabe beginnt, Umgesetztes kommt ins Archiv; Report und Änderungsbericht.
schritt = nh.advance(DATEN, "2024-04-01")
print(f"Archiviert: {len(schritt.archived)}")
for datei in nh.build(DATEN, ["docx", "html"], out=ZIEL / "report"):
    print(datei.name)
aenderungen = nh.diff(DATEN)
print(f"Nicht mehr im Report: {aenderungen.gone_projects}")
