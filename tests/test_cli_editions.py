"""The verbs about editions on the command line: German sentences and exit codes, no traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kommunal_nh import all_projects, load
from kommunal_nh.command import main
from two_themes import make_folder

STALE = (
    "Der Sachstand kündigt etwas für 15.11.2023 an; das ist zum Stand vorbei. Bitte prüfen, was "
    "daraus geworden ist."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    return make_folder(tmp_path / "daten")


def run(*args: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_freeze_prints_the_file(folder: Path) -> None:
    """`freeze` prints where the edition is."""
    done = run("freeze", folder)

    assert done.exit_code == 0
    assert done.stdout == f"{folder / 'ausgaben' / '2023-10-01.json'}\n"


def test_freeze_replaces_only_when_told(folder: Path) -> None:
    """An edition that says something else stays until `--replace` is given."""
    run("freeze", folder)
    run("withdraw", folder, "beratung", "--reason", "Die Stelle ist weggefallen.")
    refused = run("freeze", folder)

    assert refused.exit_code == 2
    assert "--replace" in refused.stderr
    assert run("freeze", folder, "--replace").exit_code == 0


def test_advance_says_what_happened(folder: Path) -> None:
    """`advance` prints the archive's new rows with their numbers, and what is to be done."""
    done = run("advance", folder, "--as-of", "01.04.2024")

    assert done.exit_code == 0
    assert done.stdout.split("\n") == [
        f"Eingefroren: {folder / 'ausgaben' / '2023-10-01.json'}",
        "Ins Archiv übernommen: 2",
        "  1.1.1.1 Allianz",
        "  2.1.1.1 Radweg",
        "Neuer Stand: 01.04.2024",
        "",
        "Jetzt zu tun:",
        "  1.1.2.1 Beratung (themen/1-klima.yaml:12)",
        f"    {STALE}",
        "",
    ]


@pytest.mark.parametrize(
    ("day", "message"),
    [("2023-10-01", "muss danach liegen"), ("Ostern", "kein Tagesdatum"), ("", "kein Tagesdatum")],
)
def test_advance_refuses_other_days(folder: Path, day: str, message: str) -> None:
    """A day that is none, or not after this edition, is wrong use; nothing is written."""
    done = run("advance", folder, "--as-of", day)

    assert done.exit_code == 2
    assert message in done.stderr
    assert not (folder / "ausgaben").exists()


def test_advance_needs_a_day(folder: Path) -> None:
    """Without a day the command asks for one."""
    done = run("advance", folder)

    assert done.exit_code == 2
    assert "Die Angabe" in done.stderr


def test_errors_in_the_data_are_printed(folder: Path) -> None:
    """With errors, every verb prints the findings, exits with 1 and changes nothing."""
    file = folder / "themen" / "2-wege.yaml"
    file.write_text(file.read_text("utf-8").replace("in-planung", "geplannt"), "utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for verb in (["freeze"], ["advance", "--as-of", "2024-04-01"], ["diff", str(folder)],
                 ["withdraw", "--reason", "x"]):  # fmt: skip
        done = run(verb[0], folder, *(["allianz"] if verb[0] == "withdraw" else []), *verb[1:])

        assert done.exit_code == 1, verb
        assert "unknown-status" in done.stdout
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_diff_compares_a_folder_with_its_last_edition(folder: Path) -> None:
    """`diff DIR` writes the change report in every format and prints the files."""
    run("advance", folder, "--as-of", "2024-04-01")
    done = run("diff", folder)
    names = [Path(line).name for line in done.stdout.split()]

    assert done.exit_code == 0
    assert [Path(line).parent for line in done.stdout.split()] == [folder / "build"] * len(names)
    assert "aenderungen-2023-10-01-2024-04-01.docx" in names
    assert done.stderr == (
        "Projekte: 0 neu, 2 nicht mehr im Report, 0 geändert, 0 nur neu nummeriert\n"
    )


def test_diff_compares_two_editions(folder: Path, tmp_path: Path) -> None:
    """Frozen editions can be compared with each other, into one file."""
    run("advance", folder, "--as-of", "2024-04-01")
    run("freeze", folder)
    files = sorted((folder / "ausgaben").iterdir())
    out = tmp_path / "vergleich.md"
    done = run("diff", *files, "-f", "markdown", "-o", out)

    assert done.exit_code == 0
    assert "Radweg" in out.read_text("utf-8")


def test_diff_as_json(folder: Path) -> None:
    """`--json` prints the changes for programs and writes no file."""
    run("advance", folder, "--as-of", "2024-04-01")
    done = run("diff", folder, "--json")
    data = json.loads(done.stdout)

    assert data["counts"]["gone"] == 2
    assert not (folder / "build").exists()


def test_diff_without_an_edition_is_refused(folder: Path) -> None:
    """A folder without a frozen edition can not be compared; the message says what to do."""
    done = run("diff", folder)

    assert done.exit_code == 2
    assert "kommunal-nh freeze" in done.stderr


@pytest.mark.parametrize("name", ["ausgaben/2020-01-01.json", "gibt-es-nicht"])
def test_missing_sources_are_refused(folder: Path, name: str) -> None:
    """A file or folder that is not there is wrong use."""
    for args in (["build", folder / name], ["diff", folder / name, folder]):
        done = run(*args)

        assert done.exit_code == 2
        assert "gib" in done.stderr


def test_withdraw_takes_a_project_out(folder: Path) -> None:
    """`withdraw` removes the project, notes the reason and prints the files."""
    done = run("withdraw", folder, "bruecke", "--reason", "Zu teuer: ja, *viel* zu teuer")
    report = load(folder)

    assert done.exit_code == 0
    assert [Path(line).name for line in done.stdout.split()].count("entfallen.yaml") == 1
    assert "bruecke" not in {one.id for one in all_projects(report)}
    assert report.withdrawn[0].reason == "Zu teuer: ja, *viel* zu teuer"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["bruecke"], "Grund"),
        (["bruecken", "--reason", "x"], "Meinten Sie „bruecke“?"),
        (["bruecke", "--into", "radwegg"], "Meinten Sie „radweg“?"),
    ],
)
def test_withdraw_refuses_what_it_can_not_do(folder: Path, args: list[str], message: str) -> None:
    """Without a reason, or with an unknown project, nothing changes."""
    before = load(folder)
    done = run("withdraw", folder, *args)

    assert done.exit_code == 2
    assert message in done.stderr
    assert load(folder) == before


def test_a_frozen_edition_can_be_built(folder: Path) -> None:
    """`build` takes a frozen edition and puts the files beside the data."""
    run("advance", folder, "--as-of", "2024-04-01")
    done = run("build", folder / "ausgaben" / "2023-10-01.json", "-f", "markdown")

    assert done.exit_code == 0
    assert Path(done.stdout.strip()).parent == folder / "build"


def test_another_version_of_the_library_is_mentioned(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edition that another version froze is built, and one is told that looks may differ."""
    run("freeze", folder)
    file = folder / "ausgaben" / "2023-10-01.json"
    same = run("build", file, "-f", "markdown")
    monkeypatch.setattr("kommunal_nh.version.version", lambda: "9.9")
    other = run("build", file, "-f", "markdown")

    assert same.stderr == ""
    assert other.exit_code == 0
    assert "gebaut mit 9.9" in other.stderr
