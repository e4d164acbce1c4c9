"""A new report: it builds at once, with every profile, and never into a folder that is in use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kommunal_nh import UsageError, build, check, load, new, projects_of, shipped_profiles
from kommunal_nh.command import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "minimal"


@pytest.mark.parametrize("profile", shipped_profiles())
def test_it_builds_at_once(profile: str, tmp_path: Path) -> None:
    """With every shipped profile there is not a single finding, and all formats are built."""
    folder = tmp_path / "neu"
    new(folder, profile, date(2024, 4, 1))
    report = load(folder)

    assert check(folder) == []
    assert report.profile.name == profile
    assert len({project.status for project in projects_of(report.themes[0])}) == 2
    assert len(build(folder)) >= 3


def test_the_example_is_what_it_writes(tmp_path: Path) -> None:
    """`examples/minimal` has the files that come out, byte for byte."""
    files = new(tmp_path / "neu", as_of=date(2024, 4, 1))
    names = [path.relative_to(tmp_path / "neu") for path in files]

    assert [str(name) for name in names] == ["bericht.yaml", "themen/1-energie.yaml"]
    for name, path in zip(names, files, strict=True):
        assert path.read_bytes() == (EXAMPLE / name).read_bytes()


def test_today_is_the_day_if_nobody_says(tmp_path: Path) -> None:
    """The command takes the day from the calendar."""
    done = CliRunner().invoke(main, ["new", str(tmp_path / "neu"), "--profile", "soest"])

    assert done.exit_code == 0
    assert done.stdout.split() == [
        str(tmp_path / "neu" / "bericht.yaml"),
        str(tmp_path / "neu" / "themen" / "1-energie.yaml"),
    ]
    today = date.today()  # noqa: DTZ011 - the day on the editor's own calendar
    assert abs((load(tmp_path / "neu").as_of - today).days) <= 1


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """The folder may be there already, as long as nothing is in it."""
    assert len(new(tmp_path)) == 2


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """Whatever lies there stays; the message says what to do."""
    (tmp_path / "bericht.yaml").write_text("meins")
    with pytest.raises(UsageError, match="liegt schon etwas"):
        new(tmp_path)
    with pytest.raises(UsageError, match="liegt schon etwas"):
        new(tmp_path / "bericht.yaml")

    assert [path.name for path in tmp_path.iterdir()] == ["bericht.yaml"]
    assert (tmp_path / "bericht.yaml").read_text() == "meins"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_can_not_be_is_refused(tmp_path: Path, name: str) -> None:
    """An impossible name is a sentence."""
    with pytest.raises(UsageError, match=r"kann es nicht geben|geschrieben|Der Name"):
        new(tmp_path / name)


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    """The nearest profile is named, and no folder is made."""
    with pytest.raises(UsageError, match="Meinten Sie „soest“"):
        new(tmp_path / "neu", "soesst")

    assert not (tmp_path / "neu").exists()


def test_the_day_can_be_given(tmp_path: Path) -> None:
    """The command takes a day in either form; what is no day is a sentence, and nothing is made."""
    folder = str(tmp_path / "neu")
    refused = CliRunner().invoke(main, ["new", folder, "--as-of", "bald"])
    assert refused.exit_code == 2
    assert "„bald“ ist kein Tagesdatum" in refused.stderr
    assert not (tmp_path / "neu").exists()

    assert CliRunner().invoke(main, ["new", folder, "--as-of", "01.10.2026"]).exit_code == 0
    assert load(tmp_path / "neu").as_of == date(2026, 10, 1)
