"""Build: check, remove what is private, number, assemble, and write every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kommunal_nh.assembly import assemble
from kommunal_nh.errors import DataError, MissingExtra, UsageError
from kommunal_nh.exporters import DataExporter, Exporter, Options
from kommunal_nh.findings import has_errors
from kommunal_nh.model import Report
from kommunal_nh.numbering import number
from kommunal_nh.plugins import exporter, exporters
from kommunal_nh.public import public_view
from kommunal_nh.reading import check, load
from kommunal_nh.reasons import reason
from kommunal_nh.slugs import slug
from kommunal_nh.staging import staged


def build(
    source: str | Path | Report,
    formats: str | Iterable[str] | None = None,
    out: str | Path | None = None,
    options: Options | None = None,
) -> list[Path]:
    """Build the report in one or more formats.

    Either all files are written or none; a file that is there already is replaced at once.

    Args:
        source: A data folder, or a report that was made in Python.

        formats: Name of a format, or several; all installed ones if left out.

        out: Folder for the files, or the file itself if it ends like the only format asked for;
            `build` in the data folder if left out.

        options: Options for the exporters, such as `{"template": "hausstil.docx"}`.

    Returns:
        The files, in the order of the formats.

    Raises:
        DataError: The data has errors; nothing was written.
        UsageError: A format is unknown, or the files can not be written.
    """
    formats = [formats] if isinstance(formats, str) else formats
    names = dict.fromkeys(formats or exporters())
    chosen = [exporter(name) for name in names]
    if not chosen:
        raise UsageError("Es ist kein Format installiert: bitte ein Plugin installieren.")
    report = _checked(source)
    targets = _targets(chosen, report, _place(source, out))
    return _write(report, chosen, targets, options or {})


def _checked(source: str | Path | Report) -> Report:
    if not isinstance(source, Report):
        return load(source)
    findings = check(source)
    if has_errors(findings):
        raise DataError(findings)
    return source


def _place(source: str | Path | Report, out: str | Path | None) -> Path:
    if out is not None and "\0" not in str(out):
        return Path(out)
    if out is not None:
        raise UsageError("Der Name hinter out enthält ein Zeichen, das kein Dateiname haben kann.")
    if isinstance(source, Report):
        raise UsageError("Bitte mit out angeben, wohin die Dateien sollen.")
    folder = Path(source)
    return (folder if folder.is_dir() else folder.parent) / "build"


def _targets(chosen: Sequence[Exporter | DataExporter], report: Report, place: Path) -> list[Path]:
    if not _is_folder(place) and place.suffix in {one.suffix for one in exporters().values()}:
        if [one.suffix for one in chosen] != [place.suffix]:
            raise UsageError(
                f"{place} ist der Name einer Datei, gebaut werden aber andere oder mehrere "
                f"Formate: bitte einen Ordner angeben oder nur das Format {place.suffix}."
            )
        return [place]
    name = f"{slug(report.title) or 'report'}-{report.as_of.isoformat()}"
    return [place / (name + one.suffix) for one in chosen]


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError as problem:
        raise UsageError(f"{place} kann es nicht geben: {reason(problem)}.") from problem


def _write(
    report: Report,
    chosen: Sequence[Exporter | DataExporter],
    targets: Sequence[Path],
    options: Options,
) -> list[Path]:
    public = public_view(report)
    numbering = number(public)
    document = assemble(public, numbering)
    with staged(targets) as written:
        for one, path in zip(chosen, written, strict=True):
            try:
                if isinstance(one, DataExporter):
                    one.write_data(public, numbering, path, options)
                else:
                    one.write(document, path, options)
            except ModuleNotFoundError as problem:
                raise MissingExtra(
                    f"Für das Format {one.format} fehlt das Paket {problem.name}. Bitte neu "
                    "installieren: pip install --force-reinstall kommunal-nh"
                ) from problem
    return list(targets)
