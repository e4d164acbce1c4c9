"""The frozen editions of a data folder: which there are, and what is read of them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import attrs
import pytest

from kommunal_nh import (
    Edition,
    EditionError,
    Goal,
    Project,
    TamperedEdition,
    Theme,
    freeze,
    read_edition,
)
from kommunal_nh.editions.frozen import _checksum, to_text
from kommunal_nh.editions.shelf import file_name, shelf, text_of
from two_themes import REPORT, make_folder

NAME = "ausgaben/2023-10-01.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder whose report is frozen."""
    folder = make_folder(tmp_path / "daten")
    freeze(folder)
    return folder


def put(folder: Path, *names: str) -> None:
    """Make files in the folder of editions that nobody reads here."""
    (folder / "ausgaben").mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / "ausgaben" / name).write_text("{}", "utf-8")


def test_the_oldest_edition_is_the_first(tmp_path: Path) -> None:
    """Editions come in the order of their days, in whichever order they were written."""
    days = [date(2000 + year * 7 % 30, 4, 1) for year in range(30)]
    put(tmp_path, *(f"{day}.json" for day in days))

    assert [one.as_of for one in shelf(tmp_path)] == sorted(days)
    assert [one.name for one in shelf(tmp_path)] == [file_name(day) for day in sorted(days)]


def test_other_files_are_no_editions(tmp_path: Path) -> None:
    """What is not named after a day is left alone, wherever it stands in the folder."""
    put(tmp_path, *(f"{letter}-notiz.json" for letter in "abcdefghij"), "2023-10-01.json.bak")
    put(tmp_path, *(f"20{year}-04-01.json" for year in range(10, 20)))

    assert [one.as_of.year for one in shelf(tmp_path)] == list(range(2010, 2020))


def test_without_editions_the_shelf_is_empty(tmp_path: Path) -> None:
    """A folder in which nothing was frozen yet has no editions."""
    assert shelf(tmp_path) == []


def test_an_edition_is_named_after_its_day() -> None:
    """The file is called as its day in the folder of editions."""
    assert file_name(date(2023, 10, 1)) == NAME


def test_an_edition_on_the_shelf_is_read_whole(folder: Path) -> None:
    """Reading from the shelf gives what reading the file gives."""
    (one,) = shelf(folder)

    assert one.read() == read_edition(one.path) == read_edition(str(folder / NAME))


def test_all_projects_are_found_at_every_level(tmp_path: Path) -> None:
    """Projects of themes, goals and goals below goals are there with what the file says."""
    inner = Goal("bahn", projects=(Project("halt", "Haltepunkt", "in-planung"),))
    goals = (Goal("rad", goals=(inner,)), Goal("leer"))
    themes = (
        Theme("wege", "Wege", goals=goals, projects=(Project("plan", "Plan", "in-planung"),)),
        Theme("klima", "Klima", projects=(Project("haus", "Haus", "in-planung"),)),
    )
    put(tmp_path, "2023-10-01.json")
    text = to_text(Edition(attrs.evolve(REPORT, themes=themes), {}, {}))
    (tmp_path / NAME).write_text(text, "utf-8")
    (one,) = shelf(tmp_path)

    assert one.projects() == {
        "plan": {"id": "plan", "titel": "Plan", "status": "in-planung"},
        "halt": {"id": "halt", "titel": "Haltepunkt", "status": "in-planung"},
        "haus": {"id": "haus", "titel": "Haus", "status": "in-planung"},
    }


def test_an_edition_without_themes_has_no_projects(tmp_path: Path) -> None:
    """A report in which nothing stands yet is no error."""
    put(tmp_path, "2023-10-01.json")
    text = to_text(Edition(attrs.evolve(REPORT, themes=()), {}, {}))
    (tmp_path / NAME).write_text(text, "utf-8")
    (one,) = shelf(tmp_path)

    assert one.projects() == {}


@pytest.mark.parametrize(
    "content",
    [{}, {"report": 1}, {"report": {"themen": [{"projekte": [{"titel": "Ohne Kennung"}]}]}}],
)
def test_incomplete_projects_are_refused_by_name(tmp_path: Path, content: object) -> None:
    """A file made by hand in which something is missing is named in the message."""
    head = {"format": "kommunal_nh/ausgabe", "version": 1, "pruefsumme": _checksum(content)}
    put(tmp_path, "2023-10-01.json")
    (tmp_path / NAME).write_text(json.dumps({**head, "ausgabe": content}), "utf-8")
    (one,) = shelf(tmp_path)

    with pytest.raises(EditionError, match=rf"^{re.escape(NAME)} ist keine vollständige"):
        one.projects()


def test_a_changed_edition_is_refused_by_name(folder: Path) -> None:
    """Both ways of reading from the shelf name the file that was changed."""
    file = folder / NAME
    file.write_text(file.read_text("utf-8").replace("Radweg", "Gehweg"), "utf-8")
    (one,) = shelf(folder)

    for read in (one.read, one.projects):
        with pytest.raises(TamperedEdition, match=rf"^{re.escape(NAME)} wurde"):
            read()
    with pytest.raises(TamperedEdition, match=rf"^{re.escape(str(file))} wurde"):
        read_edition(file)


def test_a_damaged_edition_is_refused_by_name(folder: Path) -> None:
    """Both ways of reading from the shelf name the file that is damaged."""
    (folder / NAME).write_bytes(b"\xff\xfe")
    (one,) = shelf(folder)

    for read in (one.read, one.projects):
        with pytest.raises(EditionError, match=rf"^{re.escape(NAME)} ist beschädigt"):
            read()


def test_a_file_that_is_not_there_is_named_with_the_reason(tmp_path: Path) -> None:
    """The message says which file, and why it can not be read."""
    sentence = r"^Die Ausgabe ist nicht lesbar: die Datei oder den Ordner gibt es nicht\.$"
    with pytest.raises(EditionError, match=sentence):
        text_of(tmp_path / "fehlt.json", "Die Ausgabe")
    with pytest.raises(EditionError, match=re.escape(f"{tmp_path / 'fehlt.json'} ist nicht")):
        read_edition(tmp_path / "fehlt.json")


def test_a_file_that_is_no_text_is_named_with_what_to_do(tmp_path: Path) -> None:
    """Bytes that no text has are called damage; a text is given with its umlauts."""
    good, bad = tmp_path / "gut.json", tmp_path / "schlecht.json"
    good.write_bytes("Brücke".encode())
    bad.write_bytes(b"\xff\xfe")

    assert text_of(good, "Die Ausgabe") == "Brücke"
    sentence = r"^Die Ausgabe ist beschädigt: bitte aus einer Sicherung wiederherstellen\.$"
    with pytest.raises(EditionError, match=sentence):
        text_of(bad, "Die Ausgabe")
