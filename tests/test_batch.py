"""Many reports in one call: each as if it were alone, and none in the way of another."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kommunal_nh import DataError, Finding, NumberingError, UsageError, build
from kommunal_nh.batch import build_all

MINIMAL = Path(__file__).parents[1] / "examples" / "minimal"
FORMATS = ["docx", "html", "markdown"]


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Five data folders; the third has an error."""
    made = [tmp_path / "daten" / f"gemeinde-{number}" for number in range(5)]
    for number, folder in enumerate(made):
        shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("build"))
        report = folder / "bericht.yaml"
        text = report.read_text("utf-8").replace("Musterkommune", f"Gemeinde {number}")
        report.write_text("titel: [\n" if number == 2 else text, "utf-8")
    return made


def command(*arguments: object) -> list[str]:
    """The call of `kommunal-nh build`."""
    return [sys.executable, "-m", "kommunal_nh", "build", *map(str, arguments)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_report_is_built_as_if_alone(folders: list[Path], tmp_path: Path, jobs: int) -> None:
    """With any number of processes the files have the bytes that `build` gives each by itself."""
    out = tmp_path / "alle"
    outcomes = list(build_all(folders, FORMATS, out, jobs=jobs))

    assert [outcome.source for outcome in outcomes] == folders
    for folder, outcome in zip(folders, outcomes, strict=True):
        if folder is folders[2]:
            assert isinstance(outcome.problem, DataError)
            assert not (out / folder.name).exists()
            continue
        alone = build(folder, FORMATS, tmp_path / "einzeln" / folder.name)
        assert [path.parent for path in outcome.files] == [out / folder.name] * len(FORMATS)
        assert [path.read_bytes() for path in outcome.files] == [
            path.read_bytes() for path in alone
        ]


def test_without_a_place_each_has_its_own(folders: list[Path]) -> None:
    """Without `out` the files of each report are in the folder `build` of its data."""
    for outcome in build_all(folders[:2], ["markdown"]):
        assert [path.parent for path in outcome.files] == [outcome.source / "build"]


def test_two_reports_never_share_a_place(folders: list[Path], tmp_path: Path) -> None:
    """Folders of one name, or one folder named twice, are refused before anything is written."""
    twin = tmp_path / "andere" / folders[0].name
    shutil.copytree(folders[0], twin)
    with pytest.raises(UsageError, match="denselben Ort"):
        list(build_all([folders[0], twin], ["markdown"], tmp_path / "alle"))
    with pytest.raises(UsageError, match="denselben Ort"):
        list(build_all([folders[0], folders[0]], ["markdown"]))
    assert not (tmp_path / "alle").exists()


def test_the_command_names_what_failed(folders: list[Path], tmp_path: Path) -> None:
    """The command builds the others, says where the error is, and ends with 1."""
    done = subprocess.run(
        command(*folders, "-f", "markdown", "-o", tmp_path / "alle", "--jobs", 2),
        check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4
    first, last = done.stderr.splitlines()
    assert first.startswith(f"{folders[2]}/bericht.yaml:")
    assert last == "Von 5 Reports wurden 1 nicht gebaut."


def test_stopping_leaves_nothing_half_written(folders: list[Path], tmp_path: Path) -> None:
    """Ctrl-C ends all processes without a traceback; the next call leaves only whole files."""
    out = tmp_path / "alle"
    running = subprocess.Popen(
        command(*folders, "-f", "docx", "-f", "pdf", "-o", out, "--jobs", 2),
        stderr=subprocess.PIPE, text=True, start_new_session=True, encoding="utf-8",
    )  # fmt: skip
    while not out.exists():
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.split() == ["Abgebrochen."]
    hidden = [path for path in out.rglob("*") if path.name.startswith(".")]
    assert all(path.suffix == ".lock" and not path.stat().st_size for path in hidden)

    subprocess.run(command(*folders, "-f", "docx", "-o", out), check=False, capture_output=True)
    left = [path.name for path in out.rglob("*") if path.is_file()]
    assert all(name.endswith((".docx", ".pdf")) for name in left)
    assert sum(name.endswith(".docx") for name in left) == 4


PROBLEMS = [
    DataError([Finding("duplicate-id", "Zweimal.", line=3)]),
    NumberingError("1.1", ("a", "b")),
    UsageError("So nicht."),
]


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: type(problem).__name__)
def test_problems_travel_between_processes(problem: Exception) -> None:
    """What one process raises says the same in another."""
    copy = pickle.loads(pickle.dumps(problem))
    assert str(copy) == str(problem)
    assert vars(copy) == vars(problem)
