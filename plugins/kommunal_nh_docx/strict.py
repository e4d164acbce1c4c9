"""The strict build: a file is only handed over if the lint finds nothing in it."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.errors import KommunalNHError
from kommunal_nh_docx.lint import lint


class FaultyFile(KommunalNHError):
    """The Word file that was written has problems."""


def refuse_problems(file: Path) -> None:
    """Make sure that a file has no problem.

    Args:
        file: The file that was written.

    Raises:
        FaultyFile: It has some; the message lists all of them.
    """
    problems = lint(file)
    if problems:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise FaultyFile(
            f"Die Word-Datei hat Mängel ({len(problems)}) und wurde nicht übernommen:\n{listed}\n"
            "Liegt es an der Vorlage, bitte diese in Word berichtigen; sonst ohne --strict bauen "
            "und den Fehler melden."
        )
