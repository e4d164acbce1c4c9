"""Killed at any moment: nothing is half done, nothing is in the way, the next run does it.

`KILLS=200 pytest tests/reliability/test_killed.py -rP` kills each command two hundred times, as the
nightly run does, and prints what was found.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.reliability.deeds import BUILD, DEEDS, IMPORT, Deed, contents, copied, furnish

from kommunal_nh import DataError, load
from kommunal_nh.commits import commit

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")

KILLS = int(os.environ.get("KILLS", "20"))
SCRIPT = Path(__file__).with_name("killed.py")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The room before anything is done."""
    return furnish(tmp_path_factory.mktemp("raum") / "vorher")


def disturbed(
    deed: Deed, room: Path, moment: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Do it in a process of its own that is killed at a moment."""
    command = [sys.executable, str(SCRIPT), moment, str(room), *deed.arguments(room)]
    surroundings = os.environ | {"PYTHONHASHSEED": "0"} | environment
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, env=surroundings
    )


def count(deed: Deed, room: Path, kind: str, to: Path) -> int:
    """How many moments of a kind there are while it is done in another room like this one."""
    done = disturbed(deed, copied(room, to / kind), f"{kind}:0")
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1])


def moments(deed: Deed, room: Path, to: Path) -> Iterator[str]:
    """Half of them right before an operation on a file, the rest before any call of a function."""
    chance, left = random.Random(deed.name), KILLS
    for kind, most in (("file", KILLS // 2), ("call", KILLS)):
        there = range(1, count(deed, room, kind, to) + 1)
        chosen = chance.sample(there, min(most, left, len(there)))
        yield from (f"{kind}:{number}" for number in chosen)
        left -= len(chosen)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_killed_at_random_moments(deed: Deed, room: Path, tmp_path: Path) -> None:
    """Whenever it is killed, all is as before or as after, and the next run ends as if nothing was.

    Before the next run the data folder can be loaded, and no reader sees a file that is half
    written. After it there is nothing that an undisturbed run would not have left.
    """
    after = copied(room, tmp_path / "nachher")
    assert deed.run(after).exit_code == 0
    seen: Counter[str] = Counter()
    for moment in moments(deed, room, tmp_path):
        place = copied(room, tmp_path / moment.replace(":", "-"))
        done = disturbed(deed, place, moment)

        assert done.returncode == -signal.SIGKILL, f"{moment}: {done.stderr}"
        seen[_found(deed, place, room, after, moment)] += 1
        _assert_done_by_the_next_run(deed, place, after, moment)
    print(f"{deed.name}: {seen.total()} kills, {dict(seen)}")


@pytest.mark.parametrize("deed", DEEDS[:3], ids=lambda deed: deed.name)
def test_interrupted_at_random_moments(deed: Deed, room: Path, tmp_path: Path) -> None:
    """Ctrl-C ends it with one word; all is as before or as after, at once, and so it goes on."""
    after = copied(room, tmp_path / "nachher")
    assert deed.run(after).exit_code == 0
    for moment in moments(deed, room, tmp_path):
        place = copied(room, tmp_path / moment.replace(":", "-"))
        done = disturbed(deed, place, moment, KOMMUNAL_NH_SIGNAL=str(int(signal.SIGINT)))

        # Python ignores an interruption while it imports or tidies up, says so, and goes on.
        ignored = "Exception ignored" in done.stderr
        assert ignored or "Traceback" not in done.stderr, f"{moment}: {done.stderr}"
        assert "Abgebrochen." in done.stderr or done.returncode == 0, f"{moment}: {done.stderr}"
        assert visible(place) in (visible(room), visible(after)), moment
        _assert_done_by_the_next_run(deed, place, after, moment)


def _found(deed: Deed, place: Path, room: Path, after: Path, moment: str) -> str:
    """Which state the kill left, once the data is loaded."""
    load(place / "daten")
    with suppress(DataError):  # nothing was imported
        load(place / "neu")
    now, old, new = visible(place), visible(room), visible(after)
    if deed is BUILD:
        assert visible(place / "daten") == visible(room / "daten"), moment
        assert all(now[name] in (old[name], new[name]) for name in now), moment
    else:
        assert now in (old, new), moment
    return "before" if now == old else "after" if now == new else "some new"


def _assert_done_by_the_next_run(deed: Deed, place: Path, after: Path, moment: str) -> None:
    again = deed.run(place)
    if again.exit_code:
        assert deed.refusal, f"{moment}: {again.output}"
        assert deed.refusal in again.output, f"{moment}: {again.output}"
        if deed is IMPORT:
            commit(place / "neu", {})  # an empty lock file may wait there for the next change
    assert contents(place) == contents(after), moment


def visible(folder: Path) -> dict[str, bytes | None]:
    """What people see in a folder: nothing with a name that begins with a dot."""
    return {
        name: content
        for name, content in contents(folder).items()
        if content is not None and not any(part[0] == "." for part in name.split("/"))
    }


def test_files_written_one_by_one_would_be_noticed(room: Path, tmp_path: Path) -> None:
    """The states above would be mixed if the files were written one after the other."""
    deed = IMPORT
    after = copied(room, tmp_path / "nachher")
    assert deed.run(after).exit_code == 0
    states = []
    for number in range(1, count(deed, room, "file", tmp_path)):
        place = copied(room, tmp_path / str(number))
        if disturbed(deed, place, f"file:{number}", KOMMUNAL_NH_NAIVE="1").returncode == 0:
            break
        states.append(visible(place))

    assert any(state not in (visible(room), visible(after)) for state in states)
