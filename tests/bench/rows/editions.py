"""The next edition, as shares of building the DOCX of the same folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from measuring import Outcome, Task, Usage
from processes import in_turn, python
from rounds import Rounds
from table import Line, Row, Skipped
from workshop import Workshop


def rows(rounds: Rounds) -> Iterator[Line]:
    """`advance` and `diff` of Soest and of the middle size.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop, middle = rounds.shop, rounds.shop.scale.middle
    yield from _editions(shop, shop.soest, "Soest", None)
    yield from _editions(shop, shop.folder(middle), f"{middle:,} projects", 1.0)


def _editions(shop: Workshop, folder: Path, size: str, target: float | None) -> Iterator[Line]:
    taken: dict[str, list[float]] = {"build": [], "advance": [], "diff": []}
    for number in range(shop.scale.few):
        for name, outcome in _next(shop, folder, number).items():
            if not isinstance(outcome, Usage):
                yield Skipped(f"{size}: {name}", f"it {outcome}")
                return
            taken[name].append(outcome.cpu)
    build = median(taken["build"])
    for name, title in (("advance", "advance"), ("diff", "diff -f docx")):
        yield Row(f"{size}: {title} : build -f docx", median(taken[name]), build, target)


def _next(shop: Workshop, folder: Path, number: int) -> dict[str, Outcome]:
    """Advance a copy, edit some two hundred projects, and compare with the last edition."""
    copy = shop.work / f"{folder.name}-{number}-next"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("build"))
    advance = Task(python("-m", "kommunal_nh", "advance", copy, "--as-of", "2024-04-01"))
    used = in_turn({"build": shop.build(folder, "docx"), "advance": advance}, 1, shop.scale.limits)
    for file in (copy / "themen").glob("*.yaml"):
        text = file.read_text("utf-8").replace("Kommunen", "Städte und Gemeinden", 4)
        file.write_text(text, "utf-8")
    out = shop.out(folder, "changes.docx")
    diff = Task(python("-m", "kommunal_nh", "diff", copy, "-f", "docx", "-o", out))
    return used | in_turn({"diff": diff}, 1, shop.scale.limits)
