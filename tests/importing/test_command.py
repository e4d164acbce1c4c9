"""`kommunal-nh import`: what it prints, what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kommunal_nh import check, load
from kommunal_nh.command import main
from kommunal_nh.findings import has_errors

REPORT = """\
Klimabericht der Stadt Musterhausen

Stand: 01.10.2023

1. Klima

1.1 Strategisches Ziel 1

Weniger Energie.

1.1.1 umgesetzte Projekte

1.1.1.1 Dämmung der Schule

Sachstand: fertig

1.1.1.1 Heizung der Schule

Ein Satz vor jeder Angabe.

Projektlisten

Nr.\tProjekt\tAmt\tPlanung\tUmgesetzt
1.1.1.1\tDämmung\t65\t\tx
1.1.1.2\tHeizung\t65\tx\t
9.9.9.9\tAnderes\t1\tx\t
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments)])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "alt.txt"
    file.write_text(REPORT, "utf-8")
    return file


def test_it_says_what_it_found(source: Path, tmp_path: Path) -> None:
    """Findings with file and line, then what there is now; the folder can be read."""
    result = run(source, "-o", tmp_path / "neu", "--profile", "soest")
    lines = result.output.splitlines()

    assert result.exit_code == 0, result.output
    assert lines[-2].endswith("1 Themenfeld, 1 strategisches Ziel, 2 Projekte")
    rules = [line.split("[")[1].split("]")[0] for line in lines[:-2]]
    assert sorted(rules) == [
        "count-differs",
        "missing-in-text",
        "not-recognised",
        "number-differs",
        "number-gap",
        "number-twice",
        "status-differs",
        "title-differs",
        "title-differs",
        "wrong-section",
    ]
    assert not has_errors(check(tmp_path / "neu"))


def test_the_profile_of_the_municipality_can_be_a_file(source: Path, tmp_path: Path) -> None:
    """A head that no shipped profile knows is known by a profile's own words."""
    profile = tmp_path / "eigenes.yaml"
    profile.write_text(
        "basis: soest\nname: eigenes\nerkennen: {spalten: {verantwortlich: [Amt]}}\n"
    )

    result = run(source, "-o", tmp_path / "neu", "--profile", profile)

    assert result.exit_code == 0, result.output
    projects = load(tmp_path / "neu").themes[0].goals[0].projects
    assert [project.responsible for project in projects] == [("65",), ("65",)]


@pytest.mark.parametrize("part", ["spalten", "angaben"])
def test_a_slip_in_the_profile_is_named(part: str, source: Path, tmp_path: Path) -> None:
    """Words for something that there is not are no silent nothing."""
    profile = tmp_path / "eigenes.yaml"
    profile.write_text(f"basis: soest\nerkennen: {{{part}: {{verantwortlch: [Amt]}}}}\n")

    result = run(source, "-o", tmp_path / "neu", "--profile", profile)

    assert (result.exit_code, "Meinten Sie „verantwortlich“?" in result.output) == (2, True)


def test_both_files_beside_the_data(source: Path, tmp_path: Path) -> None:
    """What contradicts itself and what was not recognised can be read beside the data."""
    run(source, "-o", tmp_path / "neu", "--profile", "soest")

    findings = (tmp_path / "neu" / "befunde.md").read_text("utf-8")
    left = (tmp_path / "neu" / "unzugeordnet.md").read_text("utf-8")
    assert "| Zeile 17 | Text: Die Nummer 1.1.1.1 ist zweimal vergeben" in findings
    assert "9.9.9.9 Anderes 1 x" in left


def test_the_day_can_be_given(source: Path, tmp_path: Path) -> None:
    """A day on the command line goes before that of the title page."""
    run(source, "-o", tmp_path / "neu", "--profile", "soest", "--as-of", "2024-04-01")
    assert load(tmp_path / "neu").as_of.isoformat() == "2024-04-01"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("leer.txt", b"", "wurde kein Themenfeld gefunden"),
        ("anderes.txt", b"Nur ein Satz.\n", "wurde kein Themenfeld gefunden"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "keine Textdatei"),
        ("report.pdf", b"%PDF-1.7", "kann nicht gelesen werden"),
        ("report.odt", b"PK", "Möglich sind: .docm, .docx"),
        ("gross.txt", b"x" * 21_000_000, "größer als die 20 MB"),
    ],
)
def test_what_can_not_be_imported(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    """A sentence says why; nothing is written."""
    (tmp_path / name).write_bytes(content)

    result = run(tmp_path / name, "-o", tmp_path / "neu", "--profile", "soest")

    assert result.exit_code == 2
    assert message in result.output
    assert not (tmp_path / "neu").exists()


def test_there_is_no_such_file(tmp_path: Path) -> None:
    """A name with a slip is named."""
    result = run(tmp_path / "fehlt.txt", "-o", tmp_path / "neu")
    assert (result.exit_code, "fehlt.txt gibt es nicht" in result.output) == (2, True)


def test_a_folder_in_use_stays_as_it_is(source: Path, tmp_path: Path) -> None:
    """Nothing that is there already is overwritten."""
    folder = tmp_path / "daten"
    folder.mkdir()
    (folder / "bericht.yaml").write_text("titel: Meiner\n")

    result = run(source, "-o", folder, "--profile", "soest")

    assert result.exit_code == 2
    assert [file.name for file in folder.iterdir()] == ["bericht.yaml"]


def test_files_as_windows_writes_them(source: Path, tmp_path: Path) -> None:
    """The encoding of old Windows programs, and line ends with carriage returns, are read."""
    source.write_bytes(REPORT.replace("\n", "\r\n").encode("cp1252"))
    run(source, "-o", tmp_path / "neu", "--profile", "soest")
    assert load(tmp_path / "neu").themes[0].goals[0].projects[0].title == "Dämmung der Schule"
