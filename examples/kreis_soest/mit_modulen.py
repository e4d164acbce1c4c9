"""Baut den Report mit allen Modulen: aus einer Kopie der Daten, in der sie eingeschaltet sind."""

import re
import shutil
import sys
from pathlib import Path

import kommunal_nh

ORDNER = Path(__file__).parent
KOPIE = Path(sys.argv[1] if len(sys.argv) > 1 else ORDNER / "build" / "mit_modulen")

# Eine Kopie, damit der Ordner bleibt, wie er ist. Was schon einmal gebaut wurde, kommt nicht mit.
shutil.copytree(ORDNER, KOPIE, ignore=shutil.ignore_patterns("build"), dirs_exist_ok=True)

# In bericht.yaml stehen die Module auskommentiert: Ohne „# “ davor sind sie eingeschaltet.
bericht = KOPIE / "bericht.yaml"
text = bericht.read_text("utf-8")
bericht.write_text(re.sub(r"(?m)^# (module:$|  \w+: module/)", r"\1", text), "utf-8")

for befund in kommunal_nh.check(KOPIE):
    print(befund)
try:
    for datei in kommunal_nh.build(KOPIE):
        print(datei)
except kommunal_nh.KommunalNHError:
    sys.exit("Der Report wurde nicht gebaut.")
