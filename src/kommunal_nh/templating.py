"""Template: a file to start a house style from, which `build` then takes."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.building import write_all
from kommunal_nh.errors import UsageError
from kommunal_nh.exporters import TemplateWriter
from kommunal_nh.labels import Labels
from kommunal_nh.plugins import exporters
from kommunal_nh.reasons import reason


def write_template(target: str | Path, labels: Labels | None = None) -> Path:
    """Write a template that looks like the reports built without one, ready to be changed.

    Args:
        target: The file; its ending says of what format it is, such as `vorlage.docx`.

        labels: The words of header and footer; German if left out.

    Returns:
        The file.

    Raises:
        UsageError: There is such a file already, no installed format has templates of that ending,
            or the file can not be written.
    """
    target = Path(target)
    writer = _writer(target)
    _demand_free(target)
    words = labels or Labels()
    write_all([writer], [target], lambda one, path: one.write_template(path, words))
    return target


def _writer(target: Path) -> TemplateWriter:
    writers = [one for one in exporters().values() if isinstance(one, TemplateWriter)]
    for one in writers:
        if target.suffix.lower() in one.template_suffixes:
            return one
    possible = ", ".join(suffix for one in writers for suffix in one.template_suffixes)
    raise UsageError(
        f"Der Name „{target}“ hat keine Endung, für die es Vorlagen gibt. "
        + (f"Möglich sind: {possible}." if possible else "Kein installiertes Format hat welche.")
    )


def _demand_free(target: Path) -> None:
    if "\0" in str(target):
        raise UsageError("Der Name der Datei enthält ein Zeichen, das kein Name haben kann.")
    try:
        target.lstat()
    except FileNotFoundError:
        return
    except OSError as problem:
        raise UsageError(f"{target} kann es nicht geben: {reason(problem)}.") from problem
    raise UsageError(f"{target} gibt es schon: bitte einen anderen Namen angeben.")
