"""Freezing: an edition prints the same for ever, and a change of its file is noticed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from bad_input_cases import IMAGE
from kommunal_nh import (
    DataError,
    EditionError,
    Labels,
    Report,
    TamperedEdition,
    all_projects,
    build,
    change_project,
    check,
    edition_of,
    freeze,
    load,
    read_edition,
    save,
)
from kommunal_nh.editions.freezing import as_edition, frozen_files
from kommunal_nh.editions.frozen import from_text, to_text
from kommunal_nh.numbering import number, numbering_of
from kommunal_nh.testing import reports
from two_themes import REPORT, make_folder

NAME = "ausgaben/2023-10-01.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    return make_folder(tmp_path / "daten")


def built(source: Path | Report, out: Path) -> dict[str, bytes]:
    """What is built from a folder, a report or an edition, in every format."""
    return {path.suffix: path.read_bytes() for path in build(source, out=out)}


@given(reports())
def test_an_edition_reads_back(report: Report) -> None:
    """What was frozen is read as the same edition, with the numbers as printed."""
    edition = edition_of(report)
    read = from_text(to_text(edition), "ausgabe")

    assert read == edition
    assert read.report.images == edition.report.images
    assert numbering_of(read) == number(edition.report)
    assert to_text(read) == to_text(edition)


def test_it_prints_the_same_whatever_happens_to_the_data(folder: Path, tmp_path: Path) -> None:
    """A frozen edition gives the same bytes in every format when its data is changed or gone."""
    (folder / "bild.png").write_bytes(IMAGE)
    report = change_project(load(folder), "beratung", description="![Plan](bild.png)")
    save(report, folder)
    before = built(folder, tmp_path / "vorher")
    file = freeze(folder)
    kept = file.rename(tmp_path / "ausgabe.json")
    shutil.rmtree(folder)

    assert built(kept, tmp_path / "nachher") == before


def test_words_of_today_do_not_reach_old_editions(folder: Path) -> None:
    """All words of the frame are in the file, also those that nobody has changed."""
    content = json.loads(freeze(folder).read_text("utf-8"))["ausgabe"]
    words = content["report"]["profil"]["texte"]

    assert len(words) == len(attrs.fields(Labels))
    assert words["sachstand"] == "Sachstand:"


def test_nothing_private_is_frozen(folder: Path) -> None:
    """Drafts and internal notes are not in the file."""
    text = freeze(folder).read_text("utf-8")

    assert "Brücke" in text
    assert "Rechnung" not in text
    assert "Ampel" not in text


def test_it_is_built_beside_the_data(folder: Path) -> None:
    """Without a target, an edition is built into the folder `build` of its data folder."""
    (file,) = build(freeze(folder), "markdown")

    assert file.parent == folder / "build"


def test_freezing_twice_changes_nothing(folder: Path) -> None:
    """The same report can be frozen again; the file stays as it is."""
    before = freeze(folder).read_bytes()

    assert freeze(folder).read_bytes() == before


def test_another_report_of_the_same_day_is_refused(folder: Path) -> None:
    """A frozen edition is only replaced by somebody who says so."""
    file = freeze(folder)
    before = file.read_bytes()
    save(change_project(load(folder), "beratung", title="Andere Beratung"), folder)

    sentence = (
        rf"^{re.escape(NAME)} gibt es schon, und der Report wurde seitdem geändert\. Soll "
        r"die neue Fassung gelten, bitte mit --replace einfrieren; sonst die Änderungen "
        r"zurücknehmen\.$"
    )
    with pytest.raises(EditionError, match=sentence):
        freeze(folder)
    assert file.read_bytes() == before
    assert b"Andere Beratung" in freeze(folder, replace=True).read_bytes()


def test_errors_in_the_data_are_refused(folder: Path) -> None:
    """A report with errors can not be frozen."""
    (folder / "themen" / "1-klima.yaml").write_text("id: klima\n", "utf-8")

    with pytest.raises(DataError):
        freeze(folder)
    assert not (folder / "ausgaben").exists()


CHANGES: dict[str, Callable[[str], str]] = {
    "a word": lambda text: text.replace("Die App ist da", "Die App kommt"),
    "a number": lambda text: text.replace('"1.1.1.1"', '"1.1.1.2"'),
    "the order of the statuses": lambda text: swapped(text, "umgesetzt", "in-planung"),
    "a project": lambda text: without(text, "bruecke"),
}


def swapped(text: str, one: str, other: str) -> str:
    """The file with two statuses in each other's place."""
    data = json.loads(text)
    profile = data["ausgabe"]["report"]["profil"]
    names = {one: other, other: one}
    statuses = profile["status"]
    profile["status"] = {name: statuses[name] for name in (names.get(n, n) for n in statuses)}
    return json.dumps(data)


def without(text: str, project: str) -> str:
    """The file without a project."""
    data = json.loads(text)
    for theme in data["ausgabe"]["report"]["themen"]:
        for goal in theme["ziele"]:
            goal["projekte"] = [one for one in goal.get("projekte", []) if one["id"] != project]
    return json.dumps(data)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_is_reported(folder: Path, change: str) -> None:
    """A frozen edition that was changed by hand is noticed by `check`, by reading and building."""
    file = freeze(folder)
    file.write_text(CHANGES[change](file.read_text("utf-8")), "utf-8")
    rules = {(found.rule, found.file) for found in check(folder)}

    assert ("tampered-edition", NAME) in rules
    with pytest.raises(TamperedEdition, match="verändert"):
        read_edition(file)
    with pytest.raises(TamperedEdition):
        build(file, "markdown")


def test_other_line_ends_and_spaces_are_no_change(folder: Path) -> None:
    """A file that went through an editor or a version control system is still the same."""
    file = freeze(folder)
    edition = read_edition(file)
    file.write_text(
        json.dumps(json.loads(file.read_text("utf-8")), indent=4), "utf-8", newline="\r\n"
    )

    assert read_edition(file) == edition


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "keine eingefrorene Ausgabe"),
        ("[]", "keine eingefrorene Ausgabe"),
        ("{}", "keine eingefrorene Ausgabe"),
        ('{"format": 1, "version": 1, "ausgabe": {}, "pruefsumme": ""}', "das Format 1"),
        ('{"format": "kommunal_nh/ausgabe", "version": 2, "ausgabe": {}, "pruefsumme": ""}',
         "aktualisieren"),
        ('{"format": "kommunal_nh/ausgabe", "version": 1, "ausgabe": 7, "pruefsumme": ""}',
         "verändert"),
        ("[" * 100_000, "keine eingefrorene Ausgabe"),
    ],
)  # fmt: skip
def test_what_is_no_edition_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Other files are refused with a sentence, and `check` names them."""
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    with pytest.raises(EditionError, match=message):
        read_edition(file)


def test_a_damaged_edition_in_the_folder_is_reported(folder: Path) -> None:
    """A file that can not be read as an edition is an error, so that nobody misses it."""
    freeze(folder).write_bytes(b"\xff\xfe")

    assert "unreadable-edition" in {found.rule for found in check(folder)}
    with pytest.raises(DataError):
        load(folder)


def test_incomplete_content_with_a_right_checksum_is_refused() -> None:
    """Even a file made by hand with a fitting checksum ends in a sentence, not in a traceback."""
    from kommunal_nh.editions.frozen import FORMAT, _checksum

    for content in ({}, {"report": {}}, {"report": 1, "nummern": {}}, {"report": {"profil": 1}}):
        data = {
            "format": FORMAT,
            "version": 1,
            "pruefsumme": _checksum(content),
            "ausgabe": content,
        }
        with pytest.raises(EditionError):
            from_text(json.dumps(data), "x.json")


def test_the_report_is_frozen_as_it_stands() -> None:
    """A report made in Python becomes an edition without a folder."""
    edition = edition_of(REPORT)

    assert edition.numbers["allianz"] == "1.1.1.1"
    assert "ampel" not in edition.numbers


def test_the_folder_is_also_named_by_its_report_file(folder: Path) -> None:
    """Who names bericht.yaml means the folder, and gets the file in it."""
    assert freeze(folder / "bericht.yaml") == freeze(str(folder)) == folder / NAME


def test_no_folder_is_made_for_a_report_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is an error that leaves nothing behind."""
    with pytest.raises(DataError):
        freeze(tmp_path / "fehlt")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"\xff\xfe", "ist beschädigt"), (b"{}", "ist keine eingefrorene Ausgabe")],
)
def test_another_file_of_that_day_is_refused_by_name(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    """What stands in the place of the edition and is none is named."""
    (tmp_path / NAME).parent.mkdir()
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(EditionError, match=rf"^{re.escape(NAME)} {problem}"):
        frozen_files(tmp_path, edition_of(REPORT), replace=False)


def test_an_edition_may_be_given_in_every_form(folder: Path) -> None:
    """An edition, its file, its data folder and its report all mean the same edition."""
    file, report = freeze(folder), load(folder)
    edition = edition_of(report)

    assert as_edition(edition) is edition
    assert as_edition(report) == edition
    assert as_edition(folder) == as_edition(str(folder)) == edition
    assert as_edition(file) == as_edition(str(file)) == read_edition(file)


def test_a_file_is_read_as_it_was_frozen(folder: Path) -> None:
    """The file of an edition means what was frozen, the folder what it says now."""
    file = freeze(folder)
    save(change_project(load(folder), "beratung", title="Andere Beratung"), folder)
    titles = [
        next(one.title for one in all_projects(as_edition(source).report) if one.id == "beratung")
        for source in (file, folder)
    ]

    assert titles == ["Beratung", "Andere Beratung"]
