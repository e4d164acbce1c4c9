"""Stages within one process, and the floor: writing and deflating the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from processes import answer, python
from rounds import Rounds
from table import Line, Row
from workshop import FORMATS, HERE

_TARGETS = {"docx": 2.0, "html": 4.0, "markdown": 4.0}
_STAGES = ("load", "check", "number", "assembly", "docx made")


def rows(rounds: Rounds) -> Iterator[Line]:
    """Writers against the floor, and shares of the stages, for Soest and the middle size.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop, middle = rounds.shop, rounds.shop.scale.middle
    yield from _stages(shop.soest, "Soest", shop.scale.runs, judged=False)
    yield from _stages(shop.folder(middle), f"{middle:,} projects", shop.scale.few, judged=True)


def _stages(folder: Path, size: str, runs: int, *, judged: bool) -> Iterator[Line]:
    taken: dict[str, float] = json.loads(answer(python(HERE / "stages.py", folder, str(runs))))
    targets = _TARGETS if judged else {}
    for name in FORMATS:
        made, floor = taken[f"{name} made"], taken[f"{name} floor"]
        yield Row(f"{size}: {name} writer alone : floor", made, floor, targets.get(name))
    for name in FORMATS:
        lazily, floor = taken[f"{name} lazily"], taken[f"{name} floor"]
        yield Row(f"{size}: {name} writer and assembly : floor", lazily, floor)
    whole = taken["load"] + taken["number"] + taken["docx lazily"]
    taken["assembly"] = taken["docx lazily"] - taken["docx made"]
    for name in _STAGES:
        title = f"{size}: {name}{' (part of load)' * (name == 'check')} : all stages of docx"
        yield Row(title, taken[name], whole)
