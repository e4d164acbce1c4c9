"""Many reports in one run, as a Land would build those of all its municipalities."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from measuring import Failed, Outcome, Task, Usage
from processes import in_turn, python
from rounds import Rounds
from table import Line, Skipped, compared
from workshop import EXAMPLES, Workshop, cores

_EXAMPLE = EXAMPLES / "minimal"
_SHARE = 10


def rows(rounds: Rounds) -> Iterator[Line]:
    """All of them in one run against as many runs, and one job against as many as there are cores.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop, jobs = rounds.shop, cores()
    folders = [_report(shop, number) for number in range(shop.scale.reports)]
    some = folders[: max(len(folders) // _SHARE, 2)]
    tasks = {"one": shop.build_all(folders[0]), "some": _build(shop, some, jobs),
             "some with one job": _build(shop, some, 1)}  # fmt: skip
    used = in_turn(tasks, shop.scale.few, shop.scale.limits)
    title = f"{len(folders)} reports, all formats, `--jobs {jobs}` : {len(folders)} × one"
    if isinstance(used["some"], Failed):
        yield Skipped(title, "this version builds one report at a time")
        return
    used |= in_turn({"all": _build(shop, folders, jobs)}, 1, shop.scale.limits)
    yield compared(title, used["all"], _times(used["one"], len(folders)))
    title = f"{len(some)} reports, all formats, `--jobs {jobs}` : `--jobs 1`"
    yield compared(title, used["some"], used["some with one job"])


def _report(shop: Workshop, number: int) -> Path:
    folder = shop.work / "land" / f"kommune-{number + 1:03}"
    shutil.copytree(_EXAMPLE, folder, ignore=shutil.ignore_patterns("build"))
    file = folder / "bericht.yaml"
    text = file.read_text("utf-8").replace("Musterkommune", f"Musterkommune {number + 1}")
    file.write_text(text, "utf-8")
    return folder


def _build(shop: Workshop, folders: Sequence[Path], jobs: int) -> Task:
    out = shop.work / "land" / "reports"
    order = ("--jobs", str(jobs), "-o", out)
    return Task(python("-m", "kommunal_nh", "build", *folders, *order), [out])


def _times(outcome: Outcome, number: int) -> Outcome:
    if isinstance(outcome, Failed):
        return outcome
    return Usage(outcome.cpu * number, outcome.wall * number, outcome.peak)
