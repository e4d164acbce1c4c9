"""Ein Halbjahr im Leben des Reports: von der Ausgabe 01.10.2023 zur Ausgabe 01.04.2024.

Gearbeitet wird in einer Kopie des Ordners. Die Änderungen an den Projekten sind erfunden und dienen
nur dazu, den Ablauf zu zeigen; was im Kreis Soest wirklich geschah, sagt seine Veröffentlichung.
"""

import shutil
import sys
from pathlib import Path

import kommunal_nh as nh

ORDNER = Path(__file__).parent
ZIEL = Path(sys.argv[1]) if len(sys.argv) > 1 else ORDNER / "build" / "2024-04-01"

shutil.rmtree(ZIEL, ignore_errors=True)
shutil.copytree(ORDNER, ZIEL, ignore=shutil.ignore_patterns("build", "*.py", "*.md"))
shutil.copytree(ORDNER / "kapitel", ZIEL / "kapitel", dirs_exist_ok=True)

# 1. Die Ausgabe vom 01.10.2023 einfrieren, Umgesetztes ins Archiv übernehmen, den Stand setzen.
schritt = nh.advance(ZIEL, "2024-04-01")
print(f"Eingefroren: {schritt.edition}")
for zeile in schritt.archived:
    print(f"Archiviert: {zeile.number} {zeile.project}")
for befund in schritt.agenda:
    print(befund)

# 2. Was die Abteilungen melden (hier erfunden).
report = nh.load(ZIEL)
report = nh.change_project(
    report,
    "klimaschutzkonzept-2-0",
    status="umgesetzt",
    progress="Der Kreistag hat die Umsetzung der Maßnahmenblätter beschlossen.\n",
)
report = nh.add_project(
    report,
    "energieeinsparung",
    nh.Project(
        "licht-im-kreishaus",
        "Licht im Kreishaus",
        "in-planung",
        description="Die Beleuchtung im Kreishaus soll auf LED umgestellt werden.\n",
        responsible=("65",),
    ),
)
report = nh.move_project(report, "energetische-massstaebe", "erneuerbare-energien")
report = nh.change_project(
    report,
    "energieberatung-kreiseigene-gebaeude",
    progress="Der Energieberater ist beauftragt. Die Aufnahme des Bestandes ist beendet; "
    "die Ergebnisse werden im Sommer 2024 vorgestellt.\n",
)
report = nh.withdraw_project(
    report, "gamification-konzept", reason="Der Wettbewerb ist ohne Ergebnis geblieben."
)
nh.save(report, ZIEL)

# 3. Der neue Report und der Bericht über die Änderungen.
for datei in nh.build(ZIEL):
    print(datei)
aenderungen = nh.diff(ZIEL)
print(
    f"Neu: {aenderungen.new_projects}, nicht mehr im Report: {aenderungen.gone_projects}, "
    f"geändert: {aenderungen.changed_projects}, nur neu nummeriert: "
    f"{aenderungen.renumbered_projects}"
)
