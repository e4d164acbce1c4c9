"""Build: check, remove what is private, number, assemble, and write every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

from kommunal_nh.assembly import assemble
from kommunal_nh.checks.spaces import count_breaking_spaces
from kommunal_nh.document import Document
from kommunal_nh.errors import DataError, MissingExtra, PluginConflict, UsageError
from kommunal_nh.exporters import (
    AnyExporter,
    DataExporter,
    DataFolderExporter,
    Exporter,
    FolderExporter,
    Options,
    TemplateWriter,
    is_folder,
)
from kommunal_nh.findings import Severity, has_errors
from kommunal_nh.folders import demand_own, mark_as_own
from kommunal_nh.model import Edition, Report
from kommunal_nh.numbering import Numbering, number, numbering_of
from kommunal_nh.plugins import exporter, exporters, modules_of
from kommunal_nh.progress import Progress, Steps
from kommunal_nh.public import public_view
from kommunal_nh.reading import check, load
from kommunal_nh.shortening import SUFFIX, short_version
from kommunal_nh.slugs import slug
from kommunal_nh.staging import staged
from kommunal_nh.targets import place_of, targets_of


def build(
    source: str | Path | Report | Edition,
    formats: str | Iterable[str] | None = None,
    out: str | Path | None = None,
    options: Options | None = None,
    *,
    short: bool = False,
    note: Callable[[str], object] | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Build the report in one or more formats.

    Either all files are written or none; a file that is there already is replaced at once. So is a
    folder, if this library wrote everything in it.

    Args:
        source: A data folder, a report that was made in Python, or a frozen edition or its file.

        formats: Name of a format, or several; if left out, all installed ones that are one file,
            and those of the modules that are switched on.

        out: Folder for the files. With a single format, also the file itself if it ends like the
            format; if that is a folder, the folder itself. `build` in the data folder if left out.

        options: Options for the exporters, such as `{"template": "hausstil.docx"}`; with
            `{"strict": "ja"}` warnings count as errors.

        short: Only the short version, see `short_version`; the files' names say so.

        note: Called with a German sentence for each thing that the report prints other than the
            data says it, such as how many no-break spaces were set.

        progress: Called while formats are written, with the share that is done, from 0 to 1, and
            the format.

    Returns:
        The files, in the order of the formats.

    Raises:
        DataError: The data has errors; nothing was written.
        EditionError: The file is no frozen edition, or was changed after it was frozen.
        UsageError: A format is unknown, or the files can not be written.
    """
    report, numbering = _public(source, is_strict=bool((options or {}).get("strict")))
    name = f"{slug(report.title) or 'report'}-{report.as_of.isoformat()}"
    if short:
        report, name = short_version(report), name + SUFFIX
    own = _exporters_of_modules(report)
    chosen = chosen_exporters(formats, own)
    place = place_of(source, out)
    targets = targets_of(chosen, name, place, named=out is not None, beside=own)
    if note and (said := _fixed_spaces(report)):
        note(said)
    document = assemble(report, numbering)
    steps = _steps(progress, len(chosen), document)

    def write(one: AnyExporter, path: Path) -> None:
        steps.begin(one.format)
        if isinstance(one, DataExporter):
            one.write_data(report, numbering, path, options or {})
        elif isinstance(one, DataFolderExporter):
            one.write_data_folder(report, numbering, path, options or {})
        else:
            _write_document(one, steps.watched(document), path, options)

    return write_all(chosen, targets, write)


def _steps(progress: Progress | None, formats: int, document: Document) -> Steps:
    if progress is None:
        return Steps(lambda *_: None, formats, 1)
    return Steps(progress, formats, sum(1 for _ in document.blocks))


def _write_document(
    one: Exporter | FolderExporter, document: Document, path: Path, options: Options | None
) -> None:
    if isinstance(one, FolderExporter):
        one.write_folder(document, path, options or {})
    else:
        one.write(document, path, options or {})


def _fixed_spaces(report: Report) -> str:
    count = count_breaking_spaces(report) if report.profile.fixed_spaces else 0
    return (
        f"Hinweis: An {count} Stellen stehen im Report geschützte Leerzeichen (feste_leerzeichen: "
        "ja); die Daten bleiben, wie sie sind."
        if count
        else ""
    )


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


def _exporters_of_modules(report: Report) -> dict[str, AnyExporter]:
    """What the modules that are switched on write besides, by format."""
    found: dict[str, AnyExporter] = {}
    for key, module in modules_of(report.modules).items():
        for one in module.exporters(report.modules[key]):
            if one.format in found or one.format in exporters():
                raise PluginConflict(
                    f"Das Format „{one.format}“ des Moduls „{key}“ gibt es schon: bitte das Modul "
                    "ausschalten oder das andere Plugin deinstallieren."
                )
            found[one.format] = one
    return found


def chosen_exporters(
    formats: str | Iterable[str] | None, own: Mapping[str, AnyExporter] | None = None
) -> list[AnyExporter]:
    """The exporters of some formats.

    Args:
        formats: Name of a format, or several; all installed ones that are one file, and the
            report's own, if left out.

        own: What the modules of a report write, by format.

    Returns:
        Each exporter once.

    Raises:
        UsageError: A format is unknown, or none is installed.
    """
    own = own or {}
    names = [formats] if isinstance(formats, str) else formats or [*_files(), *own]
    chosen = [own[name] if name in own else exporter(name) for name in dict.fromkeys(names)]
    if not chosen:
        raise UsageError("Es ist kein Format installiert: bitte ein Plugin installieren.")
    return chosen


def _files() -> list[str]:
    """The formats that are one file; folders are built only when named."""
    return [name for name, one in exporters().items() if not is_folder(one)]


def _public(source: str | Path | Report | Edition, *, is_strict: bool) -> tuple[Report, Numbering]:
    """What is to be printed, with its numbers."""
    if is_strict:
        _refuse_warnings(source)
    if isinstance(source, str | Path) and not _is_edition(source):
        source = load(source)
    elif isinstance(source, Report) and has_errors(findings := check(source)):
        raise DataError(findings)
    if isinstance(source, Report):
        public = public_view(source)
        return public, number(public)
    from kommunal_nh.editions.shelf import read_edition  # most runs build a folder

    edition = source if isinstance(source, Edition) else read_edition(source)
    return edition.report, numbering_of(edition)


def _refuse_warnings(source: str | Path | Report | Edition) -> None:
    """A frozen edition is past mending, so that nothing is asked of it."""
    if isinstance(source, Edition) or (not isinstance(source, Report) and _is_edition(source)):
        return
    findings = check(source)
    if any(finding.severity is not Severity.INFO for finding in findings):
        raise DataError(findings)


def _is_edition(source: str | Path) -> bool:
    return Path(source).suffix == ".json"


def write_all(
    chosen: Sequence[AnyExporter | TemplateWriter],
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
    folders = [is_folder(one) for one in chosen]
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
