"""LibreOffice as the program that knows where the pages of a Word file end."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kommunal_nh.errors import UsageError

_NAMES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
_LONGEST = 900  # seconds; thousands of pages take minutes


@contextmanager
def printer() -> Iterator[Callable[[Path], Path]]:
    """LibreOffice with a profile of its own, so that one that is open does not matter.

    Yields:
        Makes a PDF file of a Word file; what it made is gone at the end.

    Raises:
        UsageError: LibreOffice is not installed.
    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="kommunal-nh-") as folder:
        yield lambda file: _print(program, file, Path(folder))


def _program() -> str:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise UsageError(
            "Für Seitenzahlen im Inhaltsverzeichnis fehlt LibreOffice. Bitte LibreOffice "
            "installieren (https://de.libreoffice.org) oder ohne --page-numbers bauen."
        )
    return found


def _print(program: str, file: Path, folder: Path) -> Path:
    source = Path(shutil.copy(file, folder / "report.docx"))
    target = source.with_suffix(".pdf")
    target.unlink(missing_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = (program, "--headless", profile, "--convert-to", _EXPORT)
    try:
        subprocess.run(  # noqa: S603 - a fixed command, without a shell
            (*command, "--outdir", str(folder), str(source)),
            capture_output=True, check=False, timeout=_LONGEST,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise _failed() from problem
    if not target.is_file():
        raise _failed()
    return target


def _failed() -> UsageError:
    return UsageError(
        "LibreOffice konnte die Seiten der Word-Datei nicht ermitteln. Bitte die Datei ohne "
        "--page-numbers bauen, mit LibreOffice öffnen und nachsehen, ob sie dort erscheint."
    )
