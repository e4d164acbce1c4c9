"""Das Skript des Kreises Soest: prüft die Daten dieses Ordners und baut daraus den Report."""

import sys
from pathlib import Path

import kommunal_nh

ORDNER = Path(__file__).parent

# Was aufgefallen ist: Fehler, Warnungen und Hinweise, mit Datei und Zeile.
for befund in kommunal_nh.check(ORDNER):
    print(befund)

# Alle Formate, die installiert sind, nach build/. Mit Fehlern in den Daten entsteht keine Datei.
try:
    for datei in kommunal_nh.build(ORDNER):
        print(datei)
except kommunal_nh.KommunalNHError:
    sys.exit("Der Report wurde nicht gebaut.")
