"""Versions of the framework, and the criteria of one of them."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh_bnk.data import BnkData, Criterion

_FILES = Path(__file__).with_name("versions")
NEWEST = "2024"
"""The newest version that is known; its criteria are not part of the library."""


def versions() -> list[str]:
    """The versions whose criteria come with the library.

    Returns:
        Their names, the oldest first.
    """
    return sorted(file.stem for file in _FILES.glob("*.toml"))


def criteria_of(data: BnkData) -> tuple[Criterion, ...]:
    """The criteria that a report answers.

    Args:
        data: The module's data.

    Returns:
        Those of the data, or those of its version; none if the version is unknown.
    """
    if data.catalogue:
        return data.catalogue
    return _shipped(data.version) if data.version in versions() else ()


def _shipped(version: str) -> tuple[Criterion, ...]:
    import tomllib

    table = tomllib.loads((_FILES / f"{version}.toml").read_text("utf-8"))
    return tuple(
        Criterion(row["nummer"], row["titel"], row["bereich"]) for row in table["kriterium"]
    )


def plain(number: str) -> str:
    """A number as it is compared: noughts before it and words behind it do not matter.

    Args:
        number: As somebody writes it, such as 07, 7 or 07 (Vergabe).

    Returns:
        The number without noughts, spaces and words in parentheses.
    """
    return number.partition(" (")[0].strip().lstrip("0") or "0"
