"""Building: all files or none, in the right place, the same bytes each time, nothing private."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import attrs
import pytest

from bad_input_cases import basis
from kommunal_nh import (
    DataError,
    Document,
    KommunalNHError,
    Options,
    UnknownFormat,
    UsageError,
    build,
    load,
)
from kommunal_nh.exporters import suffix_of
from kommunal_nh.plugins import exporter, exporters

SOEST = Path(__file__).parents[1] / "examples" / "kreis_soest"
NAME = "nachhaltigkeitsreport-musterkreis-2024-10-01"
FORMATS = ["docx", "html", "markdown"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small data folder without any finding."""
    return basis().write(tmp_path / "daten")


def words(file: Path) -> str:
    """Everything readable in a file, the parts of a package included."""
    if not zipfile.is_zipfile(file):
        return file.read_text("utf-8")
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_every_installed_format_is_the_default(folder: Path) -> None:
    """Without formats all that are one file are built, into `build` beside the data."""
    files = build(folder)
    assert [file.parent for file in files] == [folder / "build"] * len(files)
    suffixes = [suffix_of(one) for one in exporters().values()]
    assert [file.suffix for file in files] == [suffix for suffix in suffixes if suffix]
    assert all(file.stat().st_size > 0 for file in files)


def test_files_are_named_for_title_and_day(folder: Path) -> None:
    """The name is made of the report's title and day, in small ASCII letters."""
    text = (folder / "bericht.yaml").read_text("utf-8")
    title = "titel: 'Bericht: Grüße/Maße & “Straße” (Ö)'"
    text = text.replace("titel: Nachhaltigkeitsreport Musterkreis", title)
    (folder / "bericht.yaml").write_text(text, "utf-8")
    (file,) = build(folder, ["markdown"])
    assert file.name == "bericht-gruesse-masse-strasse-oe-2024-10-01.md"


def test_a_title_without_letters_has_a_file_all_the_same(folder: Path) -> None:
    """A title that leaves nothing for a file name gives `report`."""
    report = attrs.evolve(load(folder), title="報告")
    (file,) = build(report, ["markdown"], folder / "aus")
    assert file.name == "report-2024-10-01.md"


def test_one_format_may_be_given_as_text(folder: Path) -> None:
    """A single format needs no list."""
    assert [file.name for file in build(folder, "markdown")] == [f"{NAME}.md"]


def test_out_is_a_folder_or_the_file(folder: Path, tmp_path: Path) -> None:
    """`out` is taken for the file if it ends like the only format, else for the folder."""
    assert build(folder, ["html"], tmp_path / "a" / "b.html") == [tmp_path / "a" / "b.html"]
    with pytest.raises(UsageError, match="bitte einen Ordner angeben"):
        build(folder, ["html"], tmp_path / "a.md")
    assert not (tmp_path / "a.md").exists()
    assert build(folder, ["html"], str(tmp_path / "c")) == [tmp_path / "c" / f"{NAME}.html"]


def test_a_report_made_in_python_needs_a_place(folder: Path, tmp_path: Path) -> None:
    """A report without a folder is built where `out` says, and `out` must say it."""
    report = attrs.evolve(load(folder), folder=None)
    (file,) = build(report, ["markdown"], tmp_path / "aus")
    assert file.read_bytes() == build(folder, ["markdown"])[0].read_bytes()
    with pytest.raises(UsageError, match="out"):
        build(report, ["markdown"])


def test_a_report_made_in_python_is_checked_first(folder: Path, tmp_path: Path) -> None:
    """Errors in a report made in Python keep it from being built."""
    report = attrs.evolve(load(folder), units={})
    with pytest.raises(DataError, match="unknown-unit"):
        build(report, ["markdown"], tmp_path / "aus")
    assert not (tmp_path / "aus").exists()


def test_an_unknown_format_writes_nothing(folder: Path) -> None:
    """One unknown format among known ones keeps all from being built."""
    with pytest.raises(UnknownFormat, match="Meinten Sie „docx“"):
        build(folder, ["markdown", "dokx"])
    assert not (folder / "build").exists()


@pytest.mark.parametrize("failing", FORMATS)
def test_a_failing_format_leaves_none_of_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Whichever exporter fails, whatever it raises, no file of any format appears or changes."""
    build(folder)
    for file in (folder / "build").iterdir():
        file.write_text("alt")
    before = {path.name: path.read_bytes() for path in (folder / "build").iterdir()}

    def fails(_: object, document: Document, target: Path, options: Options) -> None:
        target.write_text("halb")
        raise problem

    monkeypatch.setattr(type(exporter(failing)), "write", fails)
    for problem in (KommunalNHError("nein"), OSError(28, "No space left"), ValueError("Fehler")):  # noqa: B007 - raised above
        with pytest.raises((KommunalNHError, ValueError)):
            build(folder)
        assert {path.name: path.read_bytes() for path in (folder / "build").iterdir()} == before


def test_nothing_temporary_is_left(folder: Path) -> None:
    """After a build the target folder holds the files asked for and nothing else."""
    build(folder, FORMATS)
    names = sorted(path.name for path in (folder / "build").iterdir())
    assert names == [f"{NAME}.docx", f"{NAME}.html", f"{NAME}.md"]


def test_other_files_in_the_target_stay(folder: Path) -> None:
    """What else lies in the target folder is not touched."""
    (folder / "build").mkdir()
    (folder / "build" / "notiz.txt").write_text("bleibt")
    build(folder, ["markdown"])
    assert (folder / "build" / "notiz.txt").read_text() == "bleibt"


@pytest.mark.skipif(os.name == "nt", reason="file modes are those of POSIX")
def test_files_have_the_rights_that_others_have(folder: Path) -> None:
    """A built file can be read by whoever can read a file that an editor saves there."""
    (folder / "build").mkdir()
    (folder / "build" / "vergleich").write_text("")
    expected = (folder / "build" / "vergleich").stat().st_mode
    assert {file.stat().st_mode for file in build(folder)} == {expected}


def test_a_target_that_is_a_link_is_followed_or_replaced(folder: Path, tmp_path: Path) -> None:
    """A symbolic link in the place of a file never lets the build damage what it points to."""
    (tmp_path / "fremd.txt").write_text("fremd")
    (folder / "build").mkdir()
    (folder / "build" / f"{NAME}.md").symlink_to(tmp_path / "fremd.txt")
    build(folder, ["markdown"])
    assert (tmp_path / "fremd.txt").read_text() == "fremd"


BUILD = "import sys, kommunal_nh; kommunal_nh.build(sys.argv[1], out=sys.argv[2])"


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "3", "PYTHONUTF8": "0", "LANG": "tr_TR.UTF-8"},
    ],
    ids=["far east", "west", "Turkish"],
)
def test_the_same_data_gives_the_same_bytes(tmp_path: Path, env: dict[str, str]) -> None:
    """Processes, hash seeds, time zones and languages make no difference in any byte."""
    here = build(SOEST, FORMATS, tmp_path / "hier")
    subprocess.run(
        [sys.executable, "-c", BUILD, SOEST, tmp_path / "dort"], check=True, env=os.environ | env
    )
    for file in here:
        assert (tmp_path / "dort" / file.name).read_bytes() == file.read_bytes(), file.suffix


def test_a_copy_of_the_folder_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Where the data lies is in no file."""
    basis().write(tmp_path / "woanders" / "ganz")
    for one, other in zip(build(folder), build(tmp_path / "woanders" / "ganz"), strict=True):
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_private_is_in_any_file(folder: Path, name: str) -> None:
    """Drafts, internal notes and private fields are in no byte of any format."""
    text = (folder / "bericht.yaml").read_text("utf-8")
    fields = "{kosten: {bezeichnung: Geheimkosten, intern: ja}, nutzen: {bezeichnung: Nutzen}}"
    profile = f"profil: {{basis: soest, felder: {fields}}}"
    (folder / "bericht.yaml").write_text(text.replace("profil: soest", profile), "utf-8")
    with (folder / "themen" / "klima.yaml").open("a") as file:
        file.write(
            "        intern: Geheimnotiz\n        kosten: Geheimwert\n        nutzen: Viel\n"
            "      - {id: geheim-id, titel: Geheimtitel, status: in-planung, entwurf: ja,\n"
            "         beschreibung: Geheimtext, verantwortlich: [wfg]}\n"
        )
    content = words(*build(folder, [name]))
    assert "Viel" in content
    assert "geheim" not in content.lower()
