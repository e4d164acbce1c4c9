"""Which files and folders a build makes, and where."""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.exporters import AnyExporter, is_folder, suffix_of
from kommunal_nh.model import Edition, Report
from kommunal_nh.plugins import exporters
from kommunal_nh.reading import EDITIONS
from kommunal_nh.reasons import reason


def place_of(source: str | Path | Report | Edition, out: str | Path | None) -> Path:
    """Where files go.

    Args:
        source: What is built.

        out: Where somebody wants them, if anybody said so.

    Returns:
        A folder, or the file or folder itself.

    Raises:
        UsageError: There is no such name, or nobody said where what was made in Python goes.
    """
    if out is not None and "\0" not in str(out):
        return Path(out)
    if out is not None:
        raise UsageError("Der Name hinter out enthält ein Zeichen, das kein Dateiname haben kann.")
    if isinstance(source, Report | Edition):
        raise UsageError("Bitte mit out angeben, wohin die Dateien sollen.")
    return default_place(Path(source))


def default_place(source: Path) -> Path:
    """Where files go if nobody says.

    Args:
        source: A data folder, its bericht.yaml, or a frozen edition in it.

    Returns:
        The folder `build` in the data folder.
    """
    if source.is_dir():
        return source / "build"
    folder = source.parent
    return (folder.parent if folder.name == EDITIONS else folder) / "build"


def targets_of(
    chosen: Sequence[AnyExporter],
    name: str,
    place: Path,
    *,
    named: bool = True,
    beside: Container[str] = (),
) -> list[Path]:
    """The files to write.

    Args:
        chosen: The exporters.

        name: What the files are called, without ending.

        place: Folder for the files, or the only file or folder.

        named: Somebody chose the place; a single format that is a folder is then made there, and
            not in a folder of its own below.

        beside: Formats whose files stand beside those of the report and are called after them.

    Returns:
        One file or folder for each exporter.

    Raises:
        UsageError: The place is the name of a file, but not of the only format.
    """
    if named and len(chosen) == 1 and is_folder(chosen[0]):
        return [place]
    suffixes = {suffix_of(one) for one in exporters().values()} - {""}
    if not _is_folder(place) and place.suffix in suffixes:
        if [suffix_of(one) for one in chosen] != [place.suffix]:
            raise UsageError(
                f"{place} ist der Name einer Datei, gebaut werden aber andere oder mehrere "
                f"Formate: bitte einen Ordner angeben oder nur das Format {place.suffix}."
            )
        return [place]
    return [
        place / (name + f"-{one.format}" * _is_apart(one, beside) + suffix_of(one))
        for one in chosen
    ]


def _is_apart(one: AnyExporter, beside: Container[str]) -> bool:
    return is_folder(one) or one.format in beside


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError as problem:
        raise UsageError(f"{place} kann es nicht geben: {reason(problem)}.") from problem
