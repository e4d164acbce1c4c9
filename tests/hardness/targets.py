"""Everything that reads: what bytes go in, and what is done with them.

A target has places: files, or parts of files, of which one is replaced by any bytes while the
others stay. Either the bytes are read and used, or the library refuses them with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

import attrs
from tests.hardness import samples
from tests.hardness.box import Box

import every_module
from kommunal_nh import (
    Project,
    build,
    check,
    diff,
    edition_of,
    load,
    merge,
    number,
    read_edition,
    read_house_style,
)
from kommunal_nh.charts import chart_svg
from kommunal_nh.document import Chart, Document, Figure, Heading, Table
from kommunal_nh.editions.frozen import _checksum
from kommunal_nh.importing import import_report
from kommunal_nh.plugins import modules_of
from kommunal_nh.schema.writing import set_up_vscode
from kommunal_nh.serial import from_json, to_json
from kommunal_nh_docx import DocxExporter
from kommunal_nh_docx.lint import lint
from kommunal_nh_html import HtmlExporter
from kommunal_nh_opendata.reports import read_report, report_text
from two_themes import REPORT

Place: TypeAlias = str
Files: TypeAlias = dict[str, bytes]
FORMATS = ("markdown", "html", "docx")
"""Formats that take milliseconds."""


@attrs.frozen
class Target:
    """One reader.

    Attributes:
        name: What it is called on the command line of `fuzz.py`.
        places: What can be replaced, and what stands there in real files.
        files: The files to read if there are other bytes at a place.
        read: Has them read.
        share: How many of the usual number of examples are tried, since some readers are slow.
    """

    name: str
    places: Callable[[], Mapping[Place, bytes]]
    files: Callable[[Place, bytes], Files]
    read: Callable[[Box], object]
    share: float = 1

    def run(self, box: Box, place: Place, data: bytes, *, limited: bool = True) -> str:
        """Have some bytes read.

        Args:
            box: Where.

            place: One of the places.

            data: What is put there.

            limited: Whether to watch time and memory.

        Returns:
            The sentence with which the library refused, or nothing.
        """
        box.tidy()
        box.fill(self.files(place, data))
        return box.outcome(
            lambda: self.read(box),
            seconds=60 if limited else 0,
            bounded=limited,
        )


# ------------------------------------------------------------------------------------ data folder


def _data(box: Box) -> None:
    check(box.data)
    build(box.data, FORMATS, box.out)
    build(box.data, "site", box.out / "site")
    build(box.data, "wiki", box.out / "wiki")


def _modules(box: Box) -> None:
    check(box.data)
    own = (module.exporters(None) for module in modules_of(every_module.DATA).values())
    names = [one.format for exporters in own for one in exporters]
    build(box.data, ["markdown", "html", *names], box.out)


def _text(box: Box) -> None:
    words = (box.data / "text.md").read_bytes().decode("utf-8", "replace")
    (theme, other), goal = REPORT.themes, REPORT.themes[0].goals[0]
    project = Project("allianz", "Allianz", "umgesetzt", description=words, progress=words)
    changed = attrs.evolve(goal, statement=words, projects=(project, *goal.projects[1:]))
    theme = attrs.evolve(theme, introduction=words, goals=(changed, *theme.goals[1:]))
    report = attrs.evolve(REPORT, themes=(theme, other))
    build(report, FORMATS, box.out)


def _journal(_: Place, data: bytes) -> Files:
    journal = {".kommunal-nh-journal/0": b"# Neu\n", ".kommunal-nh-journal/list.json": data}
    return {**samples.data_folder(), **journal}


def _interrupted() -> Files:
    digest = "sha256 of what is there"
    entry = {"name": "kapitel/neu.md", "aside": "0", "old": None, "new": digest}
    return {"list.json": json.dumps([entry]).encode()}


def _settings(_: Place, data: bytes) -> Files:
    return {**samples.data_folder(), ".vscode/settings.json": data}


# --------------------------------------------------------------------------------------- editions


def _edition(box: Box) -> None:
    file = box.data / "ausgaben" / "2024-04-01.json"
    build(read_edition(file), FORMATS, box.out)
    diff(REPORT, file)


def _edition_files(place: Place, data: bytes) -> Files:
    return {"ausgaben/2024-04-01.json": data if place == "file" else _frozen(data)}


def _frozen(data: bytes) -> bytes:
    """Any JSON as the content of an edition, as if this library had frozen it."""
    try:
        content = json.loads(data)
        head = json.loads(samples.edition())
        return json.dumps({**head, "ausgabe": content, "pruefsumme": _checksum(content)}).encode()
    except (ValueError, RecursionError):
        return data


def _edition_places() -> Files:
    whole = samples.edition()
    return {"file": whole, "content": json.dumps(json.loads(whole)["ausgabe"]).encode()}


def _document(box: Box) -> None:
    from_json((box.data / "file").read_bytes().decode("utf-8", "replace"))


def _document_places() -> Files:
    return {"file": to_json(Document("T", "P", date(2024, 1, 1), (Heading(1, "", ()),))).encode()}


def _open_data(box: Box) -> None:
    text = (box.data / "file").read_bytes().decode("utf-8", "replace")
    build(read_report(text), FORMATS, box.out)


def _open_data_places() -> Files:
    report = edition_of(load(samples.EXAMPLES / "minimal")).report
    return {"file": report_text(report, number(report)).encode()}


# ----------------------------------------------------------------------------------------- import


def _import(box: Box) -> None:
    (file,) = box.data.iterdir()
    import_report(file, box.out / "neu", "standard")
    load(box.out / "neu")


def _importing(name: str, suffix: str, sample: Callable[[], bytes]) -> Target:
    return Target(name, lambda: {"file": sample()}, lambda _, data: {f"report{suffix}": data},
                  _import)  # fmt: skip


def _imported_text() -> bytes:
    lines = samples.built("markdown").decode().splitlines()
    return "\n".join(line.strip("#*| ") for line in lines).encode()


# ------------------------------------------------------------------------------------- Word files


def _word(name: str, whole: Callable[[], bytes], read: Callable[[Box], object]) -> Target:
    """Of a Word file either everything is replaced, or one of its parts."""

    def files(place: Place, data: bytes) -> Files:
        parts = samples.members(whole())
        return {"datei.docx": data if place == "file" else samples.packed({**parts, place: data})}

    return Target(name, lambda: {"file": whole(), **samples.members(whole())}, files, read)


def _template(box: Box) -> None:
    build(REPORT, "docx", box.out, {"template": str(box.data / "datei.docx")})


# ---------------------------------------------------------------------------------------- answers


def _answers(box: Box) -> None:
    merge(box.data, [*box.data.glob("antwort.*")], today=date(2024, 2, 1))
    load(box.data)


def _word_answers_places() -> Files:
    return {"file": samples.word_answers(), **samples.members(samples.word_answers())}


def _word_answers_files(place: Place, data: bytes) -> Files:
    parts = samples.members(samples.word_answers())
    whole = data if place == "file" else samples.packed({**parts, place: data})
    return {**samples.asked_folder(), "antwort.docx": whole}


def _answers_places() -> Files:
    return {"file": samples.answers(), **samples.members(samples.answers())}


def _answers_files(place: Place, data: bytes) -> Files:
    parts = samples.members(samples.answers())
    whole = data if place == "file" else samples.packed({**parts, place: data})
    return {**samples.asked_folder(), "antwort.xlsx": whole}


# --------------------------------------------------------------------------------- looks, pictures


def _house_style(box: Box) -> None:
    file = box.data / "hausstil.yaml"
    read_house_style(file)
    build(REPORT, ("html", "pdf"), box.out, {"house-style": str(file)})


def _house_style_places() -> Files:
    return {
        "hausstil.yaml": samples.HOUSE_STYLE,
        "logo.png": samples.pictures()["logo.png"],
        "schriften/a.ttf": samples.font(),
    }


def _picture(box: Box) -> None:
    (file,) = box.data.iterdir()
    kind = "image/jpeg" if file.suffix == ".jpg" else "image/png"
    document = Document("T", "P", date(2024, 1, 1), (Figure(kind, file.read_bytes(), "Bild"),))
    DocxExporter().write(document, box.out / "a.docx", {})
    HtmlExporter().write(document, box.out / "a.html", {})


def _chart(box: Box) -> None:
    try:
        spec = json.loads((box.data / "file").read_bytes())
    except (ValueError, RecursionError):
        return
    if isinstance(spec, dict):
        chart_svg(Chart(spec, "Bild", Table("", (), ())))


def _one_of(all_files: Callable[[], Files]) -> Callable[[Place, bytes], Files]:
    return lambda place, data: {**all_files(), place: data}


def _as_file(_: Place, data: bytes) -> Files:
    return {"file": data}


def _alone(place: Place, data: bytes) -> Files:
    return {place: data}


TARGETS: Mapping[str, Target] = {
    one.name: one
    for one in (
        Target("data", samples.data_folder, _one_of(samples.data_folder), _data),
        Target("modules", samples.modules, samples.with_modules, _modules, share=0.5),
        Target("text", samples.texts, lambda _, data: {"text.md": data}, _text),
        Target("journal", _interrupted, _journal, lambda box: check(box.data)),
        Target("settings", lambda: {"file": b'{"yaml.schemas": {}}'}, _settings,
               lambda box: set_up_vscode(box.data)),
        Target("edition", _edition_places, _edition_files, _edition),
        Target("document", _document_places, _as_file, _document),
        Target("open-data", _open_data_places, _as_file, _open_data, share=0.5),
        _importing("import-text", ".txt", _imported_text),
        _importing("import-markdown", ".md", lambda: samples.built("markdown")),
        _importing("import-html", ".html", lambda: samples.built("html")),
        _word("import-docx", lambda: samples.built("docx"), _import),
        _word("template", samples.template, _template),
        _word("lint", lambda: samples.built("docx"), lambda box: lint(box.data / "datei.docx")),
        Target("answers", _answers_places, _answers_files, _answers),
        Target("word-answers", _word_answers_places, _word_answers_files, _answers),
        Target("house-style", _house_style_places, _one_of(_house_style_places), _house_style,
               share=0.2),
        Target("picture", samples.pictures, _alone, _picture),
        Target("chart", lambda: {"file": samples.chart()}, _as_file, _chart,
               share=0.5),
    )
}  # fmt: skip
"""Every reader by name."""
