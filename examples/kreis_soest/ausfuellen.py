"""Füllt Rückfragen in LibreOffice aus: echte Eingaben in Zellen und ein echtes Speichern.

So lässt sich der Weg zeigen und prüfen, den sonst Menschen in den Fachbereichen gehen. LibreOffice
wird über UNO gesteuert; das kann das Python, zu dem das Paket python3-uno gehört. Ein anderes ruft
jenes auf.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

XLSX, XLS, ODS = "Calc MS Excel 2007 XML", "MS Excel 97", "calc8"
"""Formate, in denen LibreOffice Tabellen speichert."""
_FETT = 150.0


class Eintrag(NamedTuple):
    """Eine Eingabe in eine Zelle.

    Attributes:
        kennung: Kennung der Zeile, oder die Nummer eines neuen Vorschlags.
        spalte: Überschrift der Spalte.
        text: Was eingegeben wird.
        fett: Worte darin, die fett werden.
    """

    kennung: str | int
    spalte: str
    text: str
    fett: str = ""


def ausfuellen(arbeit: Sequence[tuple[Path, Path, Sequence[Eintrag]]], als: str = XLSX) -> None:
    """Öffnet Dateien, trägt etwas ein und speichert sie.

    Args:
        arbeit: Was geöffnet wird, wohin gespeichert wird, und was eingetragen wird.

        als: Das Format, in dem gespeichert wird.

    Raises:
        RuntimeError: LibreOffice oder python3-uno fehlt, oder etwas ging schief.
    """
    aufgabe = [
        (quelle.resolve().as_uri(), ziel.resolve().as_uri(), [*eintraege])
        for quelle, ziel, eintraege in arbeit
    ]
    fertig = subprocess.run(  # noqa: S603 - dieses Programm selbst
        [python_mit_uno(), __file__, als], input=json.dumps(aufgabe), encoding="utf-8",
        capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    if fertig.returncode:
        raise RuntimeError(f"LibreOffice hat die Dateien nicht gespeichert. {fertig.stderr}")


def python_mit_uno() -> str:
    """Ein Python, das LibreOffice steuern kann.

    Returns:
        Sein Pfad.

    Raises:
        RuntimeError: Es gibt keines.
    """
    for name in (sys.executable, "/usr/bin/python3", "python3"):
        pfad = shutil.which(name)
        if pfad and _kennt_uno(pfad):
            return pfad
    raise RuntimeError("Das Paket python3-uno fehlt.")


def _kennt_uno(pfad: str) -> bool:
    probe = [pfad, "-c", "import uno"]
    fertig = subprocess.run(probe, capture_output=True, check=False)  # noqa: S603 - ein Python
    return fertig.returncode == 0


def _steuern(aufgabe: Sequence[Any], als: str) -> None:
    """Startet LibreOffice für sich allein und lässt es alle Dateien bearbeiten."""
    programm = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory(prefix="rueckfrage-") as ordner:
        name = Path(ordner).name
        aufruf = [programm, f"-env:UserInstallation={Path(ordner).as_uri()}", "--headless",
                  "--norestore", f"--accept=pipe,name={name};urp;"]  # fmt: skip
        leise = subprocess.DEVNULL
        with subprocess.Popen(aufruf, stderr=leise) as prozess:  # noqa: S603 - LibreOffice
            schreibtisch = _verbinden(name)
            try:
                for quelle, ziel, eintraege in aufgabe:
                    _bearbeiten(schreibtisch, quelle, ziel, eintraege, als)
            finally:
                schreibtisch.terminate()
                prozess.wait(timeout=60)


def _verbinden(name: str) -> Any:
    """Wartet, bis LibreOffice bereit ist."""
    import uno  # type: ignore[import-not-found, unused-ignore]  # nur im Python von LibreOffice

    hier = uno.getComponentContext()
    finder = hier.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", hier
    )
    for _ in range(600):
        try:
            dort = finder.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
            return dort.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", dort)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.1)
    raise RuntimeError("LibreOffice antwortet nicht.")


def _wert(name: str, wert: object) -> Any:
    import uno  # type: ignore[import-not-found, unused-ignore]

    eigenschaft = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    eigenschaft.Name, eigenschaft.Value = name, wert
    return eigenschaft


def _bearbeiten(
    schreibtisch: Any, quelle: str, ziel: str, eintraege: Sequence[Sequence[Any]], als: str
) -> None:
    datei = schreibtisch.loadComponentFromURL(quelle, "_blank", 0, (_wert("Hidden", True),))
    for kennung, spalte, text, fett in eintraege:
        _eintragen(_zelle(datei, kennung, spalte), text, fett)
    datei.storeToURL(ziel, (_wert("FilterName", als),))
    datei.close(True)


def _zelle(datei: Any, kennung: str | int, spalte: str) -> Any:
    """Die Zelle einer Antwort oder eines Vorschlags; gesucht nach Überschrift und Kennung."""
    name = "Neue Vorschläge" if isinstance(kennung, int) else "Rückfrage"
    blatt = datei.Sheets.getByName(name)
    ueberschriften = [blatt.getCellByPosition(nummer, 0).String for nummer in range(20)]
    nummer = ueberschriften.index(spalte)
    if isinstance(kennung, int):
        return blatt.getCellByPosition(nummer, kennung)
    letzte = ueberschriften.index("Kennung")
    zeilen = [blatt.getCellByPosition(letzte, zeile).String for zeile in range(500)]
    return blatt.getCellByPosition(nummer, zeilen.index(kennung))


def _eintragen(zelle: Any, text: str, fett: str) -> None:
    zelle.setString(text)
    if fett:
        zeiger = zelle.createTextCursor()
        zeiger.gotoStart(False)
        zeiger.goRight(text.index(fett), False)
        zeiger.goRight(len(fett), True)
        zeiger.CharWeight = _FETT


if __name__ == "__main__":
    _steuern(json.load(sys.stdin), sys.argv[1])
