"""The clock is wrong: days in reports come from the data, and nothing ends in a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reliability.deeds import ADVANCE, DEEDS, Deed, contents, copied, furnish

from kommunal_nh import load

DAYS = ("1970-01-01 00:00:10", "1979-12-31 23:59:00", "2022-02-02 02:02:02", "2040-01-01 12:00:00")
each_day = pytest.mark.parametrize("day", DAYS, ids=lambda day: day[:4])


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The room before anything is done."""
    return furnish(tmp_path_factory.mktemp("raum") / "vorher")


def on(day: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a whole process does and says while the clock shows another day."""
    faketime = shutil.which("faketime")
    if faketime is None:
        if os.environ.get("CI") == "true":
            pytest.fail("faketime is missing")
        pytest.skip("faketime is missing")
    command = [faketime, day, sys.executable, "-m", "kommunal_nh", *arguments]
    surroundings = os.environ | {"TZ": "UTC"}
    return subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env=surroundings, timeout=120
    )


@each_day
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_the_clock_changes_nothing(deed: Deed, day: str, room: Path, tmp_path: Path) -> None:
    """Building, advancing and importing give the same bytes, whatever the clock shows."""
    here, there = copied(room, tmp_path / "hier"), copied(room, tmp_path / "dort")
    assert deed.run(here).exit_code == 0
    done = on(day, *deed.arguments(there))

    assert done.returncode == 0, done.stderr
    assert contents(there) == contents(here)


def test_a_clock_that_was_set_back_harms_no_edition(room: Path, tmp_path: Path) -> None:
    """After an advance the clock goes back by years: all goes on, and editions stay in order."""
    place = copied(room, tmp_path / "raum")
    assert ADVANCE.run(place).exit_code == 0
    frozen = contents(place / "daten" / "ausgaben")
    daten = str(place / "daten")
    for arguments in (("check", daten), ("freeze", daten), ("diff", daten, "--json")):
        assert on(DAYS[0], *arguments).returncode == 0, arguments
    back = on(DAYS[0], "advance", daten, "--as-of", "2023-01-01")

    assert back.returncode == 2
    assert "muss danach liegen" in back.stderr
    assert contents(place / "daten" / "ausgaben").items() >= frozen.items()


@each_day
def test_a_new_report_begins_on_the_day_that_the_clock_shows(day: str, tmp_path: Path) -> None:
    """Only a new report without a day asks the clock; it can be built, whatever that says."""
    folder = tmp_path / "neu"
    assert on(day, "new", str(folder)).returncode == 0
    assert load(folder).as_of.isoformat() == day[:10]
    done = on(day, "build", str(folder))

    assert done.returncode == 0, done.stderr
