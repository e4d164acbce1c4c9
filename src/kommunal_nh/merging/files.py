"""Files that came back, by what is in them and not by their names."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.forms import FORMS, Form
from kommunal_nh.merging.answers import Answers
from kommunal_nh.reasons import reason

_FOLDERS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_OLD = b"\xd0\xcf\x11\xe0"


def read_all(files: Iterable[str | Path]) -> list[Answers]:
    """Read files; each content counts once.

    Args:
        files: The files, in any order.

    Returns:
        What they say, in an order of their own.

    Raises:
        UsageError: Some can not be read; the sentence names each of them.
    """
    found: list[Answers] = []
    problems: list[str] = []
    for file in dict.fromkeys(map(Path, files)):
        try:
            if (answers := _read(file)) not in found:
                found.append(answers)
        except UsageError as problem:
            problems.append(str(problem))
    if problems:
        raise UsageError("\n".join((*sorted(problems), "Es wurde nichts übernommen.")))
    return sorted(found, key=lambda one: (one.unit, one.source))


def _read(file: Path) -> Answers:
    if not file.is_file():
        raise UsageError(f"Die Datei {str(file)[:200]} gibt es nicht.")
    return _form_of(file).read(file)


def _form_of(file: Path) -> Form:
    """The format by content; a renamed file is what it was."""
    try:
        with file.open("rb") as opened:
            beginning = opened.read(4)
        names = _names(file) if beginning[:2] == b"PK" else set()
    except OSError as problem:
        raise UsageError(f"{file.name} ist nicht lesbar: {reason(problem)}.") from problem
    for name, form in _FOLDERS.items():
        if name in names and form in FORMS:
            return FORMS[form]
    suffix = file.suffix.lower().lstrip(".")
    if suffix in FORMS and suffix != "docx":
        return FORMS[suffix]
    if beginning == _OLD:
        return FORMS["xlsx"]  # it knows what to say
    known = " oder ".join(f".{name}" for name in FORMS)
    raise UsageError(
        f"{file.name} ist keine Rückfrage in einem Format, das gelesen wird. Bitte die Datei in "
        f"Excel, Word oder LibreOffice öffnen und als {known} speichern."
    )


def _names(file: Path) -> set[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return set()
