"""The same data gives the same bytes: on other days, in other places, languages and Pythons.

`OTHER_PYTHONS` names interpreters, separated by colons, that have the library installed; the
nightly run makes them from every Python that it finds.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("products.py")
EXAMPLES = ("kreis_soest", "gnk_musterkommune")
PYTHONS = [Path(name) for name in os.environ.get("OTHER_PYTHONS", "").split(":") if name]
Sums = dict[str, str]


def unavailable(what: str) -> None:
    """Skip the test; in CI, where everything is there, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


def made(to: Path, example: str = EXAMPLES[0], *before: str, **surroundings: str) -> Sums:
    """Checksums of all that a process makes in given surroundings."""
    python = surroundings.pop("python", sys.executable)
    kept = {name: text for name, text in os.environ.items() if name not in DROPPED}
    to.mkdir(parents=True)
    done = subprocess.run(
        [*before, python, str(SCRIPT), str(REPOSITORY / "examples" / example), str(to / "alles")],
        capture_output=True,
        check=False,
        cwd=to,
        encoding="utf-8",
        env=kept | surroundings,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    sums: Sums = json.loads(done.stdout)
    return sums


DROPPED = ("SOURCE_DATE_EPOCH", "LC_ALL", "LANG", "LANGUAGE", "TZ", "PYTHONHASHSEED")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sums]:
    """What is made here and now, by example."""
    folder = tmp_path_factory.mktemp("hier")
    sums = {name: made(folder / name, name, PYTHONHASHSEED="0") for name in EXAMPLES}
    for one in sums.values():
        endings = {Path(name).suffix for name in one}
        assert endings >= {".docx", ".html", ".md", ".pdf", ".xlsx", ".yaml", ".json", ".xml"}, (
            endings
        )
    return sums


def assert_same(there: Sums, here: Sums) -> None:
    """Compare so that a failure names the files."""
    assert there.keys() == here.keys()
    assert [name for name in here if there[name] != here[name]] == []


@pytest.mark.parametrize("seed", ["1", "2", "4294967295"])
def test_with_another_hash_seed(seed: str, here: dict[str, Sums], tmp_path: Path) -> None:
    """The order of sets and of names in memory is in no file."""
    assert_same(made(tmp_path / "dort", PYTHONHASHSEED=seed), here["kreis_soest"])


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_in_another_time_zone(zone: str, here: dict[str, Sums], tmp_path: Path) -> None:
    """Where it is another day already, or still, the files are the same."""
    assert_same(made(tmp_path / "dort", TZ=zone), here["kreis_soest"])


@pytest.mark.parametrize("day", ["1985-10-26 01:21:00", "2038-01-19 03:14:08"])
def test_on_another_day(day: str, here: dict[str, Sums], tmp_path: Path) -> None:
    """No file knows when it was made."""
    faketime = shutil.which("faketime")
    if faketime is None:
        unavailable("faketime")
    there = made(tmp_path / "dort", EXAMPLES[0], str(faketime), day, TZ="UTC")
    assert_same(there, here["kreis_soest"])


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with languages whose letters, months and numbers are others."""
    folder = tmp_path_factory.mktemp("sprachen")
    for name in ("tr_TR", "de_DE", "ja_JP"):
        command = ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")]
        if not shutil.which("localedef") or subprocess.run(command, check=False).returncode > 1:
            unavailable("localedef or its data (package locales)")
    return folder


@pytest.mark.parametrize("name", ["tr_TR.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8", "C"])
def test_in_another_language(
    name: str, here: dict[str, Sums], locales: Path, tmp_path: Path
) -> None:
    """Where i has other capitals, and numbers, months and order are others, the files are same."""
    there = made(tmp_path / "dort", LC_ALL=name, LOCPATH=str(locales), PYTHONUTF8="0")
    assert_same(there, here["kreis_soest"])


def test_with_other_rights_and_optimised(here: dict[str, Sums], tmp_path: Path) -> None:
    """Neither the mask of rights nor switched off assertions are seen in a file."""
    mask = ("sh", "-c", 'umask 077; exec "$@"', "sh")
    there = made(tmp_path / "dort", EXAMPLES[0], *mask, PYTHONOPTIMIZE="2", COLUMNS="20")
    assert_same(there, here["kreis_soest"])


def test_a_day_that_is_given_is_the_same_everywhere(tmp_path: Path) -> None:
    """With SOURCE_DATE_EPOCH, too, hash seed and time zone make no difference."""
    one, other = (
        made(tmp_path / seed, SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima"))
    )
    assert_same(one, other)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("python", PYTHONS or [None], ids=str)
def test_with_another_python(
    python: Path | None, example: str, here: dict[str, Sums], tmp_path: Path
) -> None:
    """Every version of Python that there is makes the same files."""
    if python is None:
        pytest.skip("OTHER_PYTHONS names no interpreter")
    assert_same(made(tmp_path / "dort", example, python=str(python)), here[example])
