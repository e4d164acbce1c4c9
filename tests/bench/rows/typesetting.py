"""The PDF, and what Typst alone takes for the same pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from measuring import Task
from processes import in_turn, python
from rounds import Rounds
from table import Line, compared
from workshop import HERE, SOEST, SOEST_PROJECTS


def rows(rounds: Rounds) -> Iterator[Line]:
    """Soest with and without charts; Typst alone finds charts drawn and fonts unpacked.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    yield from _rows(rounds, rounds.shop.soest, "Soest")
    yield from _rows(rounds, SOEST, "Soest with its charts")


def _rows(rounds: Rounds, report: Path, size: str) -> Iterator[Line]:
    shop, pandoc = rounds.shop, rounds.at(SOEST_PROJECTS)["docx by pandoc"]
    script, folder = HERE / "typst_alone.py", shop.work / f"typst-{report.name}"
    shop.run(python(script, "prepare", folder, report))
    tasks = {"ours": shop.build(report, "pdf"), "typst": Task(python(script, "set", folder))}
    used = in_turn(tasks, shop.scale.runs, shop.scale.limits)
    yield compared(f"{size}: pdf : Typst alone", used["ours"], used["typst"], 1.5)
    yield compared(f"{size}: pdf by Typst alone : docx by pandoc", used["typst"], pandoc)
