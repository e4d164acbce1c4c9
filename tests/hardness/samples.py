"""Small real files of every kind that is read, made from the examples when they are asked for."""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from tests.plugins.docx_sample import png

import every_module
import questioned
from bad_input_cases import IMAGE
from kommunal_nh import build, edition_of, load, survey, write_template
from kommunal_nh.editions.frozen import to_text
from kommunal_nh.fonts import FAMILY, font_files

EXAMPLES = Path(__file__).parents[2] / "examples"
_JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010101004800480000ffdb004300" + "08" * 64 + "ffc0000b080001000101011100"
    "ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000000000000000"
    "ffda0008010100003f0054dfffd9"
)
_MORE = {
    "archiv.yaml": b"- {thema: energie, projekt: Carport, report: 2023-04-01, nummer: 1.1.1}\n",
    "bild.png": IMAGE,
    "texte.yaml": b"basis: en\nstand: As of {stand}\n",
    "kapitel/bild.md": b"# Ein Bild\n\n![Logo](bild.png)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
}
_REPORT = b"""archiv: archiv.yaml
entfallen: [{projekt: Radstation, grund: zu teuer}]
"""
HOUSE_STYLE = b"""akzent: '#1d5b3c'
schrift: FiraGO
schriftordner: schriften
logo: logo.png
logo_beschreibung: Wappen
seitenformat: A4
"""


@cache
def data_folder() -> dict[str, bytes]:
    """The example Musterstadt, with a file of every kind that a data folder can have."""
    folder = EXAMPLES / "musterstadt"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".yaml", ".md") and "build" not in path.parts
    }
    kept, _, _ = files["bericht.yaml"].partition(b"archiv:")
    kept = kept.replace(
        b"kapitel: [kapitel/vorwort.md]", b"kapitel: [kapitel/vorwort.md, kapitel/bild.md]"
    )
    return {**files, **_MORE, "bericht.yaml": kept + _REPORT}


@cache
def modules() -> dict[str, bytes]:
    """What modules read: a file of each, and a table."""
    return {name: text.encode() for name, text in every_module.files().items()
            if name != "bericht.yaml"}  # fmt: skip


def with_modules(place: str, data: bytes) -> dict[str, bytes]:
    """A data folder with every module on, of whose files one holds other bytes."""
    return {"bericht.yaml": every_module.files()["bericht.yaml"].encode(), **modules(), place: data}


@cache
def built(name: str) -> bytes:
    """A small report as this library writes it, in a format."""
    with tempfile.TemporaryDirectory() as folder:
        (file,) = build(EXAMPLES / "minimal", name, folder)
        return file.read_bytes()


@cache
def template() -> bytes:
    """The Word template to start from."""
    with tempfile.TemporaryDirectory() as folder:
        return write_template(Path(folder) / "vorlage.docx").read_bytes()


@cache
def edition() -> bytes:
    """A frozen edition."""
    return to_text(edition_of(load(EXAMPLES / "minimal"))).encode()


@cache
def font() -> bytes:
    """A font."""
    return font_files(FAMILY)[0].read_bytes()


def pictures() -> dict[str, bytes]:
    """A picture of each kind."""
    return {"klein.png": IMAGE, "logo.png": png(), "foto.jpg": _JPEG}


def texts() -> dict[str, bytes]:
    """Markdown as the examples have it."""
    own = "Siehe [](#allianz), **fett**, *Bürger*innen*, `Code`.\n\n1. a\n   - b\n\n> Zitat\n"
    return {
        "long": (EXAMPLES / "kreis_soest" / "kapitel" / "einleitung.md").read_bytes()[:3000],
        "blaustein": (EXAMPLES / "blaustein" / "kapitel" / "weg.md").read_bytes(),
        "signs": own.encode(),
    }


def chart() -> bytes:
    """A chart with axes, as Vega-Lite."""
    values = [{"Jahr": str(year), "Wert": year - 2000} for year in range(2018, 2024)]
    encoding = {
        "x": {"field": "Jahr", "type": "ordinal"},
        "y": {"field": "Wert", "type": "quantitative"},
    }
    spec = {"data": {"values": values}, "mark": "bar", "encoding": encoding, "width": 200}
    return json.dumps(spec).encode()


def members(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file, by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file of some parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


_SAID = {
    "xl/worksheets/sheet2.xml": {"F2": "Neu", "G3": "ja"},
    "xl/worksheets/sheet3.xml": {"A2": "1.2 Wege", "B2": "Wald", "C2": "Bäume"},
}


def _typed(sheet: bytes, cell: str, words: str) -> bytes:
    """A sheet in which somebody typed words into an empty cell."""
    empty = re.compile(rb'<c r="%s" s="(\d+)"/>' % cell.encode())
    typed = rb'<c r="%s" s="\1" t="inlineStr"><is><t>%s</t></is></c>'
    changed, count = empty.subn(typed % (cell.encode(), words.encode()), sheet)
    assert count == 1
    return changed


@cache
def _asked() -> tuple[dict[str, bytes], bytes]:
    """A data folder, and the answers of a unit that was asked about it."""
    with tempfile.TemporaryDirectory() as place:
        data = questioned.folder(Path(place))
        form = questioned.asked(data)["wfg"]
        parts = members(form.read_bytes())
        for name, cells in _SAID.items():
            for cell, words in cells.items():
                parts[name] = _typed(parts[name], cell, words)
        return questioned.bytes_in(data), packed(parts)


def asked_folder() -> dict[str, bytes]:
    """The data folder that units were asked about."""
    return _asked()[0]


def answers() -> bytes:
    """The answers of a unit."""
    return _asked()[1]


@cache
def word_answers() -> bytes:
    """A form of a unit as a Word file."""
    with tempfile.TemporaryDirectory() as place:
        data = questioned.folder(Path(place))
        done = survey(data, Path(place) / "aus", only=["wfg"], formats=["docx"])
        return done.files[0].read_bytes()
