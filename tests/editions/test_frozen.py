"""An edition as a file: what it looks like, what of it is read, and what is said if it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import attrs
import pytest

from bad_input_cases import IMAGE
from kommunal_nh import (
    Edition,
    EditionError,
    Module,
    Report,
    TamperedEdition,
    change_project,
    edition_of,
    hookimpl,
)
from kommunal_nh.editions.frozen import _checksum, _write, content_of, from_text, to_text
from kommunal_nh.fields import key
from kommunal_nh.plugins import plugin_manager
from kommunal_nh.profile import ExtraField
from kommunal_nh.version import version
from two_themes import REPORT

EDITION = edition_of(REPORT)
DATA: dict[str, Any] = json.loads(to_text(EDITION))


def text_with(**changes: Any) -> str:
    """The file with other content and a fitting checksum."""
    content = DATA["ausgabe"] | changes
    return json.dumps(DATA | {"ausgabe": content, "pruefsumme": _checksum(content)})


# ---------------------------------------------------------------------------------------- writing


def test_the_file_says_what_it_is() -> None:
    """Format, version, library and checksum stand before the content; a line end is the last."""
    head = {name: value for name, value in DATA.items() if name != "ausgabe"}

    assert list(DATA) == ["format", "version", "bibliothek", "pruefsumme", "ausgabe"]
    assert head == {
        "format": "kommunal_nh/ausgabe",
        "version": 1,
        "bibliothek": version(),
        "pruefsumme": _checksum(DATA["ausgabe"]),
    }
    assert to_text(EDITION).endswith("}\n")


def test_the_checksum_is_one_that_anybody_can_make() -> None:
    """It is SHA-256 of the content as JSON without spaces, in UTF-8."""
    text = '{"titel":"Brücke","zahlen":[1,2]}'

    assert _checksum(json.loads(text)) == f"sha256:{sha256(text.encode()).hexdigest()}"


def test_the_content_has_keys_that_other_programs_can_rely_on() -> None:
    """Numbers, sections, images and earlier editions stand under keys of their own."""
    report = attrs.evolve(REPORT, images={"a.png": b"abc"}, past=(EDITION,))
    sections = {("rad", "umgesetzt"): "1", ("rad", "in-planung"): "2", ("klima", "umgesetzt"): "3"}
    content = json.loads(to_text(Edition(report, {"klima": "1"}, sections)))["ausgabe"]

    assert list(content) == ["report", "nummern", "abschnitte", "bilder", "frueher"]
    assert content["nummern"] == {"klima": "1"}
    assert content["abschnitte"] == {
        "rad": {"umgesetzt": "1", "in-planung": "2"},
        "klima": {"umgesetzt": "3"},
    }
    assert content["bilder"] == {"a.png": "YWJj"}
    assert content["frueher"] == [DATA["ausgabe"]]
    assert content["report"]["sprache"] == "de-DE"


def test_what_is_empty_is_left_out() -> None:
    """An edition without sections, images and earlier editions has only report and numbers."""
    assert list(json.loads(to_text(Edition(REPORT, {})))["ausgabe"]) == ["report", "nummern"]


def test_each_small_thing_stands_on_a_line() -> None:
    """Lists and single entries without others in them take one line; others are indented."""
    pieces: list[str] = []
    _write({"a": [1, "ü"], "b": {"c": 1, "d": {"e": []}}, "f": [{"g": 1}, 2], "h": {}}, pieces)

    assert "".join(pieces) == (
        '{\n "a": [1, "ü"],\n "b": {\n  "c": 1,\n  "d": {\n   "e": []\n  }\n },\n'
        ' "f": [\n  {"g": 1},\n  2\n ],\n "h": {}\n}'
    )


def test_one_entry_needs_no_lines() -> None:
    """A mapping of one text is written on one line, one of two texts is not."""
    for value, text in (({"a": 1}, '{"a": 1}'), ({"a": 1, "b": 2}, '{\n "a": 1,\n "b": 2\n}')):
        pieces: list[str] = []
        _write(value, pieces)

        assert "".join(pieces) == text


# ---------------------------------------------------------------------------------------- reading


def test_everything_comes_back() -> None:
    """Numbers, sections, images and earlier editions are read as they were."""
    report = attrs.evolve(EDITION.report, images={"a.png": IMAGE}, past=(EDITION,))
    edition = attrs.evolve(EDITION, report=report)
    read = from_text(to_text(edition), "x.json")

    assert read == edition
    assert (read.report.images, read.report.past) == ({"a.png": IMAGE}, (EDITION,))
    assert read.library == version()


def test_fields_that_a_municipality_has_of_its_own_come_back() -> None:
    """What the profile adds to projects is read with them."""
    profile = attrs.evolve(REPORT.profile, fields=(ExtraField("kosten", "Kosten"),))
    report = attrs.evolve(REPORT, profile=profile)
    edition = edition_of(change_project(report, "beratung", extra={"kosten": "5 000 Euro"}))

    assert '"kosten": "5 000 Euro"' in to_text(edition)
    assert from_text(to_text(edition), "x.json") == edition


def test_the_library_may_be_missing() -> None:
    """A file that does not say which version wrote it is read all the same."""
    data = {name: value for name, value in DATA.items() if name != "bibliothek"}

    assert from_text(json.dumps(data), "x.json") == EDITION


def test_only_what_the_file_says_is_given() -> None:
    """The plain content is that of the file."""
    assert content_of(to_text(EDITION), "x.json") == DATA


WITH_MODULE = DATA["ausgabe"] | {
    "report": DATA["ausgabe"]["report"] | {"module": {"kennzahlen": {}}}
}
RESTORE = "bitte aus einer Sicherung wiederherstellen."
NO_EDITION = f"ist keine eingefrorene Ausgabe, oder die Datei ist beschädigt: {RESTORE}"
FORMAT = "hat das Format {}; gelesen wird kommunal_nh/ausgabe 1. Bitte kommunal-nh aktualisieren."
TAMPERED = f"wurde nach dem Einfrieren verändert, die Prüfsumme stimmt nicht: {RESTORE}"
INCOMPLETE = f"ist keine vollständige Ausgabe: {RESTORE}"
MODULE = (
    "braucht das Modul „kennzahlen“, das nicht installiert ist: bitte das Plugin dazu installieren."
)


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("{}", EditionError, NO_EDITION),
        (json.dumps(DATA | {"version": 2}), EditionError, FORMAT.format("kommunal_nh/ausgabe 2")),
        (json.dumps(DATA | {"format": "anders"}), EditionError, FORMAT.format("anders 1")),
        (json.dumps(DATA | {"ausgabe": {}}), TamperedEdition, TAMPERED),
        (text_with(nummern=1), EditionError, INCOMPLETE),
        (text_with(**WITH_MODULE), EditionError, MODULE),
        (text_with(frueher=[WITH_MODULE]), EditionError, MODULE),
    ],
)
def test_the_message_says_what_is_wrong_and_what_to_do(
    text: str, kind: type[Exception], message: str
) -> None:
    """Each file that can not be read is named in a German sentence or two."""
    with pytest.raises(EditionError) as caught:
        from_text(text, "x.json")

    assert type(caught.value) is kind
    assert str(caught.value) == f"x.json {message}"


@attrs.frozen
class Figures:
    """Data of a module."""

    rows: tuple[int, ...] = key("werte", default=(), doc="Alle Werte")


class FiguresModule(Module):
    """A module as a plugin offers it."""

    key = "kennzahlen"
    data_class = Figures


class FiguresPlugin:
    """A plugin with one module."""

    @hookimpl
    def kommunal_nh_modules(self) -> list[FiguresModule]:
        """Its module."""
        return [FiguresModule()]


@pytest.fixture
def with_figures() -> Iterator[None]:
    """The module is installed, for one test."""
    plugin = FiguresPlugin()
    plugin_manager().register(plugin)
    yield
    plugin_manager().unregister(plugin)


@pytest.mark.usefixtures("with_figures")
def test_data_of_modules_comes_back() -> None:
    """What a module has read is the same object after freezing."""
    modules = {"kennzahlen": Figures((1, 2))}
    edition = edition_of(attrs.evolve(REPORT, modules=modules))

    assert from_text(to_text(edition), "x.json").report.modules == modules


def test_a_short_report_reads_back() -> None:
    """A report with nothing but a title is an edition, too."""
    edition = edition_of(Report("Report", "Musterstadt", date(2024, 1, 1)))

    assert from_text(to_text(edition), "x.json") == edition
