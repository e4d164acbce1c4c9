"""What modules cost while they are on, and that they cost nothing while they are off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from measuring import Task
from processes import in_turn, python
from rounds import Rounds
from table import Line, compared
from workshop import EVERY_FORMAT, SOEST, Workshop, switch_on_modules

_OWN = {"vorlage": "docx", "opendata": "html"}


def rows(rounds: Rounds) -> Iterator[Line]:
    """Soest with and without all modules, and the files that only modules write.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop = rounds.shop
    folder = _with_modules(shop)
    tasks = {name: shop.build(SOEST, name) for name in EVERY_FORMAT}
    tasks |= {f"{name} on": shop.build(folder, name) for name in (*EVERY_FORMAT, *_OWN)}
    tasks["blocked"] = _blocked(tasks["docx"])
    used = in_turn(tasks, shop.scale.few, shop.scale.limits)
    title = "Soest, modules off: docx with their packages : without"
    yield compared(title, used["docx"], used["blocked"])
    for name in EVERY_FORMAT:
        title = f"Soest: {name} with all modules : without"
        yield compared(title, used[f"{name} on"], used[name])
    for name, other in _OWN.items():
        yield compared(f"Soest: {name} : {other}", used[f"{name} on"], used[f"{other} on"])


def _with_modules(shop: Workshop) -> Path:
    folder = shop.work / "soest-module"
    shutil.copytree(SOEST, folder, ignore=shutil.ignore_patterns("build", "ausgaben"))
    switch_on_modules(folder)
    return folder


def _blocked(task: Task) -> Task:
    """The same run as if no module were installed."""
    names = sorted(path.name for path in (SOEST.parents[1] / "plugins").iterdir())
    blocked = ",".join(f"modul-{name.removeprefix('kommunal_nh_')}" for name in names)
    code = (
        "import os, runpy, sys; os.environ['KOMMUNAL_NH_BLOCKED_PLUGINS'] = sys.argv.pop(1); "
        "runpy.run_module('kommunal_nh', run_name='__main__', alter_sys=True)"
    )
    order = task.command[task.command.index("kommunal_nh") + 1 :]
    return Task(python("-c", code, blocked, *order), task.fresh)
