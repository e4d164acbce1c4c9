"""Measuring a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="needs a POSIX system")


@pytest.fixture(autouse=True)
def bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(HERE), *sys.path])


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


MEASURE = """
import json, sys
from measuring import Limits, Task, measured
print(json.dumps(measured(Task([sys.executable, "-c", sys.argv[1]]), Limits())))
"""


def usage_of(code: str) -> tuple[float, float, float]:
    """Seconds and memory as a small process measures them: a large one would show in its child."""
    done = subprocess.run([*python(MEASURE), code], cwd=HERE, check=True, stdout=subprocess.PIPE)
    cpu, wall, peak = json.loads(done.stdout)
    return cpu, wall, peak


def test_usage() -> None:
    """Seconds of the processor and memory are those of the child."""
    code = "import time; x = b'.' * 200_000_000\nwhile time.process_time() < 0.3: pass"
    idle_cpu, idle_wall, idle_peak = usage_of("import time; time.sleep(1)")
    busy_cpu, _, busy_peak = usage_of(code)

    assert busy_cpu > 0.3
    assert idle_cpu < 1 < idle_wall
    assert busy_peak > idle_peak + 150


def test_time_limit() -> None:
    """A process that does not end is ended, and the words say at which limit."""
    from measuring import Failed, Limits, Task, measured

    with pytest.raises(Failed, match="took more than 1 s"):
        measured(Task(python("import time; time.sleep(600)")), Limits(seconds=1))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_memory_limit() -> None:
    """A process that takes too much memory is ended."""
    from measuring import Failed, Limits, Task, measured

    code = "import time; x = b'.' * 200_000_000; time.sleep(600)"
    with pytest.raises(Failed, match="held more than 100 MB"):
        measured(Task(python(code)), Limits(seconds=100, memory=100))


def test_error() -> None:
    """A process that ends with an error is no measurement."""
    from measuring import Broken, Limits, Task, measured

    with pytest.raises(Broken, match=r"ended with an error \(3\)"):
        measured(Task(python("raise SystemExit(3)")), Limits())


def test_fresh(tmp_path: Path) -> None:
    """What a task makes is not there before it runs, and it runs in its folder."""
    from measuring import Limits, Task, measured

    task = Task(python("import os; os.mkdir('made')"), [tmp_path / "made"], tmp_path)
    measured(task, Limits())
    measured(task, Limits())

    assert (tmp_path / "made").is_dir()


def test_in_turn(tmp_path: Path) -> None:
    """A task that failed is not run again, and those beside it are."""
    from measuring import Broken, Limits, Task, Usage
    from processes import in_turn

    def task(name: str, code: int) -> Task:
        text = f"open({str(tmp_path / name)!r}, 'a').write('.'); raise SystemExit({code})"
        return Task(python(text))

    used = in_turn({"bad": task("bad", 1), "good": task("good", 0)}, 3, Limits())

    assert isinstance(used["bad"], Broken)
    assert isinstance(used["good"], Usage)
    assert (tmp_path / "bad").read_text("utf-8") == "."
    assert (tmp_path / "good").read_text("utf-8") == "..."
