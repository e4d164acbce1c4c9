"""Two processes at once on one folder: as if one had come after the other, or a sentence."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.reliability.deeds import ADVANCE, BUILD, IMPORT, MERGE, Deed, contents, copied, furnish

from kommunal_nh import build, load
from kommunal_nh.locking import LOCK, held

WITHDRAW = Deed("withdraw", ("{}/daten", "bruecke", "--reason", "Kein Geld"))
FREEZE = Deed("freeze", ("{}/daten",))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The room before anything is done."""
    return furnish(tmp_path_factory.mktemp("raum") / "vorher")


def at_once(room: Path, deeds: Sequence[Deed]) -> list[tuple[int, str]]:
    """Do several things in processes of their own; returns how each ended and what it said.

    They begin together, since the folders are held until all of them can be expected to wait.
    """
    places = [place for place in (room / "daten", room / "aus", room / "neu") if place.is_dir()]
    command = [sys.executable, "-m", "kommunal_nh"]
    with held(places[0] / LOCK), held(places[1] / LOCK):
        started = [
            subprocess.Popen(
                [*command, *deed.arguments(room)],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )
            for deed in deeds
        ]
        time.sleep(2)
    said = [process.communicate(timeout=120)[0] for process in started]
    return [(process.returncode, text) for process, text in zip(started, said, strict=True)]


def in_turn(room: Path, deeds: Sequence[Deed], to: Path) -> dict[str, bytes | None]:
    """What a room holds when things were done one after the other."""
    copied(room, to)
    for deed in deeds:
        deed.run(to)
    return contents(to)


@pytest.mark.parametrize("deed", [ADVANCE, IMPORT], ids=lambda deed: deed.name)
def test_what_can_be_done_once_is_done_once(deed: Deed, room: Path, tmp_path: Path) -> None:
    """Of two that do the same, one does it; the other says that it has been done."""
    place = copied(room, tmp_path / "raum")
    ends = sorted(at_once(place, [deed, deed]))

    assert [code for code, _ in ends] == [0, 2]
    assert deed.refusal in ends[1][1]
    assert contents(place) == in_turn(room, [deed], tmp_path / "nacheinander")


@pytest.mark.parametrize(
    "deeds",
    [
        (ADVANCE, WITHDRAW),
        (FREEZE, FREEZE),
        (WITHDRAW, FREEZE),
        (BUILD, BUILD),
        (BUILD, ADVANCE),
        (MERGE, MERGE),
        (MERGE, ADVANCE),
    ],
    ids=lambda deeds: " and ".join(deed.name for deed in deeds),
)
def test_two_deeds_are_done_in_some_order(
    deeds: tuple[Deed, Deed], room: Path, tmp_path: Path
) -> None:
    """Both are done, and the folder is as if one had come after the other."""
    place = copied(room, tmp_path / "raum")
    ends = at_once(place, deeds)

    assert [code for code, _ in ends] == [0, 0], ends
    assert contents(place) in (
        in_turn(room, deeds, tmp_path / "hin"),
        in_turn(room, deeds[::-1], tmp_path / "her"),
    )


def test_files_of_two_builds_are_not_mixed(room: Path, tmp_path: Path) -> None:
    """Two builds of different data into one folder leave the files of one of them."""
    place = copied(room, tmp_path / "raum")
    theme = place / "daten" / "themen" / "1-klima.yaml"
    other = copied(place / "daten", place / "andere")
    changed = theme.read_text("utf-8").replace("Energie sparen", "Weniger Energie")
    (other / "themen" / theme.name).write_text(changed, "utf-8")
    options = BUILD.options[1:]
    at_once(place, [BUILD, Deed("build", ("{}/andere", *options))])
    saving = [
        b"Weniger Energie" in path.read_bytes()
        for path in (place / "aus").rglob("*")
        if path.suffix in (".md", ".html") and b"Energie" in path.read_bytes()
    ]

    assert len(saving) > 2
    assert len(set(saving)) == 1


TOGGLE = """
import sys
import attrs
from kommunal_nh.saving import revise

def toggle(report):
    sign = "!" if not report.title.endswith("!") else ""
    themes = [attrs.evolve(one, title=one.title.rstrip("!") + sign) for one in report.themes]
    return attrs.evolve(report, title=report.title.rstrip("!") + sign, themes=tuple(themes))

print("ready", flush=True)
for _ in range(int(sys.argv[2])):
    revise(sys.argv[1], toggle)
"""


def test_who_reads_during_a_change_sees_before_or_after(room: Path, tmp_path: Path) -> None:
    """While all files of a folder change together, again and again, no reader sees a mixture."""
    folder = copied(room, tmp_path / "raum") / "daten"
    command = [sys.executable, "-c", TOGGLE, str(folder), "60"]
    seen = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        while process.poll() is None:
            report = load(folder)
            titles = [report.title, *(theme.title for theme in report.themes)]
            seen.add(tuple(title.endswith("!") for title in titles))

    assert seen
    assert seen <= {(False, False, False), (True, True, True)}
    assert build(folder, "markdown", tmp_path / "aus")
