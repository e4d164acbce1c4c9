"""Diff: two editions by their names, in one call."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.comparing.changes import Changes
from kommunal_nh.comparing.matching import compare
from kommunal_nh.editions.freezing import as_edition
from kommunal_nh.editions.shelf import shelf
from kommunal_nh.errors import EditionError
from kommunal_nh.loading.files import folder_of
from kommunal_nh.model import Edition, Report

Source = str | Path | Report | Edition


def diff(old: Source, new: Source | None = None) -> Changes:
    """Find out what changed between two editions.

    Args:
        old: A data folder, a report, or a frozen edition or its file; with nothing else, a data
            folder that is compared with its own last frozen edition.

        new: The same for the newer one.

    Returns:
        What changed; false if nothing did. `kommunal_nh.change_report` makes a document of it.

    Raises:
        DataError: The data of a folder has errors.
        EditionError: A file is no frozen edition, or the folder has none.
    """
    if new is None:
        return compare(last_edition(old), as_edition(old))
    return compare(as_edition(old), as_edition(new))


def last_edition(folder: Source) -> Edition:
    """The last edition that was frozen in a data folder.

    Args:
        folder: The data folder.

    Returns:
        The edition.

    Raises:
        EditionError: There is none, or it can not be read.
    """
    place = folder.folder if isinstance(folder, Report) else None
    if isinstance(folder, str | Path):
        place = folder_of(folder)
    frozen = shelf(place) if place is not None else []
    if not frozen:
        raise EditionError(
            "Hier gibt es noch keine eingefrorene Ausgabe zum Vergleichen. Einfrieren: "
            "kommunal-nh freeze DIR"
        )
    return frozen[-1].read()
