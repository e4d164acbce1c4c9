"""Freeze: keep a report as it is published, whatever happens to its data later."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.commits import changing
from kommunal_nh.editions.frozen import content_of, to_text
from kommunal_nh.editions.making import edition_of
from kommunal_nh.editions.shelf import file_name, read_edition, text_of
from kommunal_nh.errors import EditionError
from kommunal_nh.loading.files import folder_of
from kommunal_nh.model import Edition, Report
from kommunal_nh.reading import demand_folder, load


def freeze(folder: str | Path, *, replace: bool = False) -> Path:
    """Keep the report of a data folder as an edition.

    Args:
        folder: The data folder.

        replace: Replace an edition of the same day that says something else.

    Returns:
        The file, `ausgaben/<stand>.json` in the data folder. It holds the public part of the report
        with everything that printing it needs, so it can be built at any time.

    Raises:
        DataError: The data has errors.
        EditionError: There is another edition of this day.
        UsageError: The file can not be written.
    """
    folder = folder_of(folder)
    demand_folder(folder)
    with changing(folder) as commit:
        report = load(folder)
        if changes := frozen_files(folder, edition_of(report), replace=replace):
            commit(changes)
    return folder / file_name(report.as_of)


def frozen_files(folder: Path, edition: Edition, *, replace: bool) -> dict[str, bytes | None]:
    """What has to be written so that an edition is kept.

    Args:
        folder: The data folder.

        edition: The edition.

        replace: Replace an edition of the same day that says something else.

    Returns:
        New content by path inside the folder; nothing if the edition is kept already.

    Raises:
        EditionError: There is another edition of this day.
    """
    name, text = file_name(edition.report.as_of), to_text(edition)
    if (folder / name).exists() and not replace:
        old = content_of(text_of(folder / name, name), name)
        if old["ausgabe"] == content_of(text, name)["ausgabe"]:
            return {}
        raise EditionError(
            f"{name} gibt es schon, und der Report wurde seitdem geändert. Soll die neue Fassung "
            "gelten, bitte mit --replace einfrieren; sonst die Änderungen zurücknehmen."
        )
    return {name: text.encode()}


def as_edition(source: str | Path | Report | Edition) -> Edition:
    """What somebody means by an edition.

    Args:
        source: A frozen edition or its file, a data folder, or a report.

    Returns:
        The edition; of a folder or report the one that it would be now.

    Raises:
        DataError: The data has errors.
        EditionError: The file can not be read.
    """
    if isinstance(source, Edition):
        return source
    if isinstance(source, Report):
        return edition_of(source)
    path = Path(source)
    return read_edition(path) if path.suffix == ".json" else edition_of(load(path))
