"""Build: check, remove what is private, number, assemble, and write every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

from kommunal_nh.assembly import assemble
from kommunal_nh.document import Document
from kommunal_nh.errors import DataError, MissingExtra, UsageError
from kommunal_nh.exporters import (
    AnyExporter,
    DataExporter,
    Exporter,
    FolderExporter,
    Options,
    suffix_of,
)
from kommunal_nh.findings import has_errors
from kommunal_nh.folders import demand_own, mark_as_own
from kommunal_nh.model import Edition, Report
from kommunal_nh.numbering import Numbering, number, numbering_of
from kommunal_nh.plugins import exporter, exporters
from kommunal_nh.public import public_view
from kommunal_nh.reading import EDITIONS, check, load
from kommunal_nh.reasons import reason
from kommunal_nh.slugs import slug
from kommunal_nh.staging import staged


def build(
    source: str | Path | Report | Edition,
    formats: str | Iterable[str] | None = None,
    out: str | Path | None = None,
    options: Options | None = None,
) -> list[Path]:
    """Build the report in one or more formats.

    Either all files are written or none; a file that is there already is replaced at once. So is a
    folder, if this library wrote everything in it.

    Args:
        source: A data folder, a report that was made in Python, or a frozen edition or its file.

        formats: Name of a format, or several; all installed ones that are one file if left out.

        out: Folder for the files. With a single format, also the file itself if it ends like the
            format; if that is a folder, the folder itself. `build` in the data folder if left out.

        options: Options for the exporters, such as `{"template": "hausstil.docx"}`.

    Returns:
        The files, in the order of the formats.

    Raises:
        DataError: The data has errors; nothing was written.
        EditionError: The file is no frozen edition, or was changed after it was frozen.
        UsageError: A format is unknown, or the files can not be written.
    """
    chosen = chosen_exporters(formats)
    report, numbering = _public(source)
    name = f"{slug(report.title) or 'report'}-{report.as_of.isoformat()}"
    targets = targets_of(chosen, name, _place(source, out), named=out is not None)
    document = assemble(report, numbering)

    def write(one: AnyExporter, path: Path) -> None:
        if isinstance(one, DataExporter):
            one.write_data(report, numbering, path, options or {})
        else:
            _write_document(one, document, path, options)

    return write_all(chosen, targets, write)


def _write_document(
    one: Exporter | FolderExporter, document: Document, path: Path, options: Options | None
) -> None:
    if isinstance(one, FolderExporter):
        one.write_folder(document, path, options or {})
    else:
        one.write(document, path, options or {})


def build_document(
    document: Document,
    name: str,
    formats: str | Iterable[str] | None,
    out: Path,
    options: Options | None = None,
    *,
    named: bool = True,
) -> list[Path]:
    """Write a document in one or more formats, all or none.

    Args:
        document: The document.

        name: What the files are called, without ending.

        formats: Name of a format, or several; all installed ones that print documents as one file
            if left out.

        out: Folder for the files, or what the only format makes, as in `build`.

        options: Options for the exporters.

        named: Somebody chose `out`, as in `targets_of`.

    Returns:
        The files, in the order of the formats.

    Raises:
        UsageError: A format is unknown or holds only data, or the files can not be written.
    """
    printing = Exporter | FolderExporter
    chosen = [one for one in chosen_exporters(formats) if isinstance(one, printing)]
    wanted = {formats} if isinstance(formats, str) else {*(formats or ())}
    if missing := wanted - {one.format for one in chosen}:
        raise UsageError(f"Das Format „{missing.pop()}“ enthält nur Daten und keinen Text.")
    targets = targets_of(chosen, name, out, named=named)
    return write_all(
        chosen, targets, lambda one, path: _write_document(one, document, path, options)
    )


def chosen_exporters(formats: str | Iterable[str] | None) -> list[AnyExporter]:
    """The exporters of some formats.

    Args:
        formats: Name of a format, or several; all installed ones that are one file if left out.

    Returns:
        Each exporter once.

    Raises:
        UsageError: A format is unknown, or none is installed.
    """
    names = dict.fromkeys([formats] if isinstance(formats, str) else formats or _files())
    chosen = [exporter(name) for name in names]
    if not chosen:
        raise UsageError("Es ist kein Format installiert: bitte ein Plugin installieren.")
    return chosen


def _files() -> list[str]:
    """The formats that are one file; folders are built only when named."""
    return [name for name, one in exporters().items() if not isinstance(one, FolderExporter)]


def _public(source: str | Path | Report | Edition) -> tuple[Report, Numbering]:
    """What is to be printed, with its numbers."""
    if isinstance(source, str | Path) and Path(source).suffix != ".json":
        source = load(source)
    elif isinstance(source, Report) and has_errors(findings := check(source)):
        raise DataError(findings)
    if isinstance(source, Report):
        public = public_view(source)
        return public, number(public)
    from kommunal_nh.editions.shelf import read_edition  # most runs build a folder

    edition = source if isinstance(source, Edition) else read_edition(source)
    return edition.report, numbering_of(edition)


def _place(source: str | Path | Report | Edition, out: str | Path | None) -> Path:
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
    chosen: Sequence[AnyExporter], name: str, place: Path, *, named: bool = True
) -> list[Path]:
    """The files to write.

    Args:
        chosen: The exporters.

        name: What the files are called, without ending.

        place: Folder for the files, or the only file or folder.

        named: Somebody chose the place; a single format that is a folder is then made there, and
            not in a folder of its own below.

    Returns:
        One file or folder for each exporter.

    Raises:
        UsageError: The place is the name of a file, but not of the only format.
    """
    if named and len(chosen) == 1 and isinstance(chosen[0], FolderExporter):
        return [place]
    suffixes = {suffix_of(one) for one in exporters().values()} - {""}
    if not _is_folder(place) and place.suffix in suffixes:
        if [suffix_of(one) for one in chosen] != [place.suffix]:
            raise UsageError(
                f"{place} ist der Name einer Datei, gebaut werden aber andere oder mehrere "
                f"Formate: bitte einen Ordner angeben oder nur das Format {place.suffix}."
            )
        return [place]
    return [place / _name_of(one, name) for one in chosen]


def _name_of(one: AnyExporter, name: str) -> str:
    return f"{name}-{one.format}" if isinstance(one, FolderExporter) else name + one.suffix


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError as problem:
        raise UsageError(f"{place} kann es nicht geben: {reason(problem)}.") from problem


def write_all(
    chosen: Sequence[AnyExporter],
    targets: Sequence[Path],
    write: Callable[[Any, Path], None],
) -> list[Path]:
    """Write all files and folders, or none.

    Args:
        chosen: The exporters.

        targets: A file or folder for each.

        write: Has one exporter write one of them.

    Returns:
        The files and folders.

    Raises:
        MissingExtra: A format needs a package that is not installed.
        UsageError: The files can not be written, or a folder holds files of somebody else.
    """
    folders = [isinstance(one, FolderExporter) for one in chosen]
    for target in compress(targets, folders):
        demand_own(target)
    with staged(targets) as written:
        for one, path in zip(chosen, written, strict=True):
            try:
                write(one, path)
            except ModuleNotFoundError as problem:
                raise MissingExtra(
                    f"Für das Format {one.format} fehlt das Paket {problem.name}. Bitte neu "
                    "installieren: pip install --force-reinstall kommunal-nh"
                ) from problem
        for path in compress(written, folders):
            mark_as_own(path)
    return list(targets)
