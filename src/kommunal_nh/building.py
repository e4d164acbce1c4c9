"""Build: check, remove what is private, number, assemble, and write every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from kommunal_nh.assembly import assemble
from kommunal_nh.document import Document
from kommunal_nh.errors import DataError, MissingExtra, UsageError
from kommunal_nh.exporters import DataExporter, Exporter, Options, TemplateWriter
from kommunal_nh.findings import has_errors
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

    Either all files are written or none; a file that is there already is replaced at once.

    Args:
        source: A data folder, a report that was made in Python, or a frozen edition or its file.

        formats: Name of a format, or several; all installed ones if left out.

        out: Folder for the files, or the file itself if it ends like the only format asked for;
            `build` in the data folder if left out.

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
    targets = targets_of(chosen, name, _place(source, out))
    document = assemble(report, numbering)

    def write(one: Exporter | DataExporter, path: Path) -> None:
        if isinstance(one, DataExporter):
            one.write_data(report, numbering, path, options or {})
        else:
            one.write(document, path, options or {})

    return write_all(chosen, targets, write)


def build_document(
    document: Document,
    name: str,
    formats: str | Iterable[str] | None,
    out: Path,
    options: Options | None = None,
) -> list[Path]:
    """Write a document in one or more formats, all or none.

    Args:
        document: The document.

        name: What the files are called, without ending.

        formats: Name of a format, or several; all installed ones that print documents if left out.

        out: Folder for the files, or the file itself if it ends like the only format asked for.

        options: Options for the exporters.

    Returns:
        The files, in the order of the formats.

    Raises:
        UsageError: A format is unknown or holds only data, or the files can not be written.
    """
    chosen = [one for one in chosen_exporters(formats) if isinstance(one, Exporter)]
    wanted = {formats} if isinstance(formats, str) else {*(formats or ())}
    if missing := wanted - {one.format for one in chosen}:
        raise UsageError(f"Das Format „{missing.pop()}“ enthält nur Daten und keinen Text.")
    targets = targets_of(chosen, name, out)
    return write_all(chosen, targets, lambda one, path: one.write(document, path, options or {}))


def chosen_exporters(formats: str | Iterable[str] | None) -> list[Exporter | DataExporter]:
    """The exporters of some formats.

    Args:
        formats: Name of a format, or several; all installed ones if left out.

    Returns:
        Each exporter once.

    Raises:
        UsageError: A format is unknown, or none is installed.
    """
    names = dict.fromkeys([formats] if isinstance(formats, str) else formats or exporters())
    chosen = [exporter(name) for name in names]
    if not chosen:
        raise UsageError("Es ist kein Format installiert: bitte ein Plugin installieren.")
    return chosen


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


def targets_of(chosen: Sequence[Exporter | DataExporter], name: str, place: Path) -> list[Path]:
    """The files to write.

    Args:
        chosen: The exporters.

        name: What the files are called, without ending.

        place: Folder for the files, or the only file.

    Returns:
        One file for each exporter.

    Raises:
        UsageError: The place is the name of a file, but not of the only format.
    """
    if not _is_folder(place) and place.suffix in {one.suffix for one in exporters().values()}:
        if [one.suffix for one in chosen] != [place.suffix]:
            raise UsageError(
                f"{place} ist der Name einer Datei, gebaut werden aber andere oder mehrere "
                f"Formate: bitte einen Ordner angeben oder nur das Format {place.suffix}."
            )
        return [place]
    return [place / (name + one.suffix) for one in chosen]


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError as problem:
        raise UsageError(f"{place} kann es nicht geben: {reason(problem)}.") from problem


def write_all(
    chosen: Sequence[Exporter | DataExporter | TemplateWriter],
    targets: Sequence[Path],
    write: Callable[[Any, Path], None],
) -> list[Path]:
    """Write all files, or none.

    Args:
        chosen: The exporters.

        targets: A file for each.

        write: Has one exporter write one file.

    Returns:
        The files.

    Raises:
        MissingExtra: A format needs a package that is not installed.
        UsageError: The files can not be written.
    """
    with staged(targets) as written:
        for one, path in zip(chosen, written, strict=True):
            try:
                write(one, path)
            except ModuleNotFoundError as problem:
                raise MissingExtra(
                    f"Für das Format {one.format} fehlt das Paket {problem.name}. Bitte neu "
                    "installieren: pip install --force-reinstall kommunal-nh"
                ) from problem
    return list(targets)
