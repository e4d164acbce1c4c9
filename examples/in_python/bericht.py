"""Ein Report ganz ohne Datenordner: Die Daten entstehen in Python, hier aus einer CSV-Tabelle."""

import csv
from datetime import date
from io import StringIO

import kommunal_nh as nh

# So könnte der Export einer Fachanwendung aussehen.
TABELLE = """\
id;titel;status;beschreibung;sachstand;einheit
solardach-rathaus;Solardach auf dem Rathaus;laufend;Auf dem Rathaus entsteht eine Anlage.;läuft;65
waermenetz;Wärmenetz Altstadt;idee;Ein Wärmenetz soll die Altstadt versorgen.;;81
"""


def projekt(zeile: dict[str, str]) -> nh.Project:
    """Eine Zeile der Tabelle als Projekt."""
    return nh.Project(
        id=zeile["id"],
        title=zeile["titel"],
        status=zeile["status"],
        description=zeile["beschreibung"],
        progress=zeile["sachstand"],
        responsible=(zeile["einheit"],),
    )


def bericht() -> nh.Report:
    """Der ganze Report."""
    projekte = tuple(projekt(zeile) for zeile in csv.DictReader(StringIO(TABELLE), delimiter=";"))
    ziel = nh.Goal("strom", statement="Die Stadt erzeugt ihren Strom selbst.", projects=projekte)
    return nh.Report(
        title="Nachhaltigkeitsbericht Musterstadt",
        publisher="Stadt Musterstadt",
        as_of=date(2024, 4, 1),
        themes=(nh.Theme("energie", "Energie", goals=(ziel,)),),
        units={"65": "Gebäudemanagement", "81": "Stadtwerke"},
    )


if __name__ == "__main__":
    for befund in nh.check(bericht()):
        print(befund)
    for datei in nh.build(bericht(), out="build/musterstadt"):
        print(datei)
