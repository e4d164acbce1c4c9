"""Manuscripts for tests, written as the lines of a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kommunal_nh import Profile
from kommunal_nh.importing import Imported, recognised
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh_readers import TextImporter

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SOEST = SEEDS / "001_768b7419ac81c7e9.txt"
BLAUSTEIN = SEEDS / "003_62f334468e8cf1d5.txt"


def imported(file: Path, profile: str | Profile = "soest") -> Imported:
    """A text file as a report.

    Args:
        file: The file.

        profile: The profile, or its name.

    Returns:
        What was recognised.
    """
    known = load_profile(profile) if isinstance(profile, str) else profile
    return recognised(TextImporter().read(file), known)


def of_lines(folder: Path, lines: Sequence[str], profile: str | Profile = "soest") -> Imported:
    """Lines with gaps between them as a report.

    Args:
        folder: Where the file may lie.

        lines: The lines; a tab makes rows of tables.

        profile: The profile, or its name.

    Returns:
        What was recognised.
    """
    file = folder / "report.txt"
    file.write_text("\n\n".join(lines), "utf-8")
    return imported(file, profile)


def facts(found: Imported) -> list[tuple[str, int]]:
    """Rule and line of everything that was found.

    Args:
        found: What was recognised.

    Returns:
        In the order of the lines.
    """
    return [(finding.rule, finding.line) for finding in found.findings]
