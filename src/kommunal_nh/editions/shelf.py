"""The frozen editions of a data folder: one file for each, named after its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from kommunal_nh.editions.frozen import content_of, from_text, incomplete
from kommunal_nh.errors import EditionError
from kommunal_nh.inside import content_of as bytes_of
from kommunal_nh.model import Edition
from kommunal_nh.reading import EDITIONS
from kommunal_nh.reasons import reason

Projects = Mapping[str, Mapping[str, Any]]
"""Projects as plain data, by id."""


@attrs.frozen
class Frozen:
    """One frozen edition that has not been read yet.

    Attributes:
        path: Its file.
        as_of: The day that it speaks of, as its name says.
    """

    path: Path
    as_of: date

    @property
    def name(self) -> str:
        """Its path inside the data folder."""
        return f"{EDITIONS}/{self.path.name}"

    def read(self) -> Edition:
        """Read it whole.

        Returns:
            The edition.

        Raises:
            TamperedEdition: It was changed after it was frozen.
            EditionError: It can not be read.
        """
        return from_text(text_of(self.path, self.name), self.name)

    def projects(self) -> Projects:
        """Its projects as plain data, which is quicker than reading all of it.

        Returns:
            Each project as the file says it, by its id.

        Raises:
            TamperedEdition: It was changed after it was frozen.
            EditionError: It can not be read.
        """
        content = content_of(text_of(self.path, self.name), self.name)
        try:
            return _projects(content["ausgabe"]["report"])
        except (KeyError, TypeError, AttributeError) as problem:
            raise incomplete(self.name) from problem


def _projects(report: Mapping[str, Any]) -> Projects:
    projects: dict[str, Mapping[str, Any]] = {}
    parents = list(report.get("themen", ()))
    while parents:
        parent = parents.pop()
        parents += parent.get("ziele", ())
        projects.update((project["id"], project) for project in parent.get("projekte", ()))
    return projects


def shelf(folder: Path) -> list[Frozen]:
    """The frozen editions of a data folder.

    Args:
        folder: The data folder.

    Returns:
        The editions, the oldest first.
    """
    return sorted(_editions(folder), key=lambda one: one.as_of)


def file_name(as_of: date) -> str:
    """Where the edition of a day is kept.

    Args:
        as_of: The day.

    Returns:
        Path inside the data folder.
    """
    return f"{EDITIONS}/{as_of.isoformat()}.json"


def read_edition(file: str | Path) -> Edition:
    """Read a frozen edition.

    Args:
        file: A file that `kommunal_nh.freeze` wrote.

    Returns:
        The edition.

    Raises:
        TamperedEdition: It was changed after it was frozen.
        EditionError: It can not be read.
    """
    path = Path(file)
    return from_text(text_of(path, str(path)), str(path))


def text_of(path: Path, name: str) -> str:
    """The text of a frozen edition's file.

    Args:
        path: The file.

        name: What to call it in messages.

    Returns:
        The text.

    Raises:
        EditionError: It can not be read.
    """
    try:
        return bytes_of(path).decode("utf-8")
    except OSError as problem:
        raise EditionError(f"{name} ist nicht lesbar: {reason(problem)}.") from problem
    except ValueError as problem:
        raise EditionError(
            f"{name} ist beschädigt: bitte aus einer Sicherung wiederherstellen."
        ) from problem


def _editions(folder: Path) -> Iterator[Frozen]:
    for path in (folder / EDITIONS).glob("*.json"):
        try:
            yield Frozen(path, date.fromisoformat(path.stem))
        except ValueError:  # another file that somebody keeps there
            continue
