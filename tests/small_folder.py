"""A small report with a value for every key, as data that tests change in one place."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any, TypeAlias

from bad_input_cases import IMAGE

Json: TypeAlias = Any
Path: TypeAlias = tuple[str | int, ...]

FOLDER: dict[str, Json] = {
    "bericht.yaml": {
        "titel": "Nachhaltigkeitsreport Musterkreis",
        "herausgeber": "Musterkreis",
        "stand": "2024-10-01",
        "letzter_stand": "2024-04-01",
        "sprache": "de-DE",
        "profil": "profil.yaml",
        "kapitel": [{"id": "vorwort", "titel": "Vorwort", "text": "Siehe [](#allianz)."}],
        "themen": ["klima.yaml"],
        "einheiten": {"80.01": "Klimaschutz"},
        "kommunen": {"ense": "Ense"},
        "archiv": [{"thema": "klima", "projekt": "Säulen", "report": "2024-04-01", "nummer": "1"}],
        "entfallen": [{"projekt": "Carport", "grund": "zu teuer", "aufgegangen_in": "allianz"}],
        "vorlage": {"nummer": "1/2024", "gremium": "Kreistag", "sitzung": "2024-11-05"},
        "module": {},
    },
    "profil.yaml": {
        "basis": "soest",
        "name": "muster",
        "ebenen": {"thema": {"einzahl": "Feld", "mehrzahl": "Felder"}, "ziele": [{"einzahl": "Z"}]},
        "nummerierung": {"thema": "{thema}", "projekt": "{thema}.{ziel}.{status}.{projekt}"},
        "status": {"umgesetzt": {"farbe": "#ffffff", "symbol": "●", "phase": "fertig"}},
        "felder": {"kosten": {"bezeichnung": "Kosten", "art": "zahl", "pflicht": "nein"}},
        "teile": ["titelseite", "inhaltsverzeichnis", "kapitel", "themen", "archiv"],
        "texte": {"basis": "en", "stand": "Stand: {stand}"},
        "verzeichnistiefe": 3,
    },
    "klima.yaml": {
        "id": "klima",
        "titel": "Klima",
        "kuerzel": "K",
        "sdgs": [7, 13],
        "nummer": 1,
        "einleitung": "![Bild](bild.png)",
        "ziele": [
            {
                "id": "sparen",
                "text": "Energie sparen",
                "projekte": [
                    {
                        "id": "allianz",
                        "titel": "Allianz",
                        "status": "in-bearbeitung",
                        "sachstand": "Die App ist da.",
                        "beginn": "2023-Q1",
                        "ende": "2025",
                        "verantwortlich": ["80.01"],
                        "zusammenarbeit": {"text": "Werkstatt", "kommunen": ["ense"]},
                        "teile": [{"titel": "App", "beschreibung": "Eine App."}],
                        "bezuege": {"BNK": ["10"]},
                        "kosten": "1.000",
                        "entwurf": "nein",
                    }
                ],
            },
            {"id": "erzeugen", "ziele": [{"id": "sonne", "titel": "Sonne", "nummer": 2}]},
        ],
    },
}


def paths(value: Json, path: Path = ()) -> Iterator[Path]:
    """Where every value of a structure stands."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[step], (*path, step))


def replaced(path: Path, value: Json) -> dict[str, Json]:
    """The folder with another value at one place."""
    folder = copy.deepcopy(FOLDER)
    holder: Json = folder
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return folder


def removed(path: Path) -> dict[str, Json]:
    """The folder without the value at one place, and without its key.

    Args:
        path: Where.

    Returns:
        A new folder.
    """
    folder = replaced(path, None)
    holder: Json = folder
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return folder


def write(folder: File, files: dict[str, Json]) -> File:
    """Write the folder; JSON is YAML."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, indent=1), "utf-8")
    (folder / "bild.png").write_bytes(IMAGE)
    return folder
