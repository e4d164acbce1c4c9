"""Surveying: what each department is asked, in a file of its own.

    shown       Markdown as people see it · rich: lines of words with their look
    asking      who is asked what · model: a questionnaire · fingerprints: what was asked
    instructions    what a form and its mail say

The way back is `kommunal_nh.merging`; files are read and written by `kommunal_nh.forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import attrs

from kommunal_nh.dates import day_of
from kommunal_nh.errors import UsageError
from kommunal_nh.findings import suggestion
from kommunal_nh.forms import FORMS, Form
from kommunal_nh.model import Project
from kommunal_nh.reading import load
from kommunal_nh.slugs import slug
from kommunal_nh.staging import staged
from kommunal_nh.surveying.asking import questionnaires, unassigned
from kommunal_nh.surveying.instructions import mail
from kommunal_nh.surveying.model import Questionnaire

__all__ = ["Survey", "survey"]


@attrs.frozen
class Survey:
    """What was written to ask the units.

    Attributes:
        files: The forms and the texts of the mails.
        units: Ids of the units that are asked.
        unassigned: Projects that nobody is asked about, since nobody is responsible.
    """

    files: tuple[Path, ...]
    units: tuple[str, ...]
    unassigned: tuple[Project, ...]


def survey(
    folder: str | Path,
    out: str | Path,
    *,
    only: Sequence[str] = (),
    due: date | str | None = None,
    formats: Sequence[str] = ("xlsx",),
) -> Survey:
    """Write one form for each responsible unit, and the text of a mail that brings it.

    Args:
        folder: The data folder.

        out: The folder of the forms; it is made if needed.

        only: Ids of the units to ask; all if left out.

        due: Until when they shall answer, such as `2024-03-01` or `01.03.2024`.

        formats: Formats of the forms.

    Returns:
        What was written.

    Raises:
        DataError: The data has errors.
        UsageError: A unit or format is not known, nobody is responsible for anything, or a file
            of that name is there already and says something else.
    """
    out, report = Path(out), load(folder)
    forms = [_form(name) for name in dict.fromkeys(formats)]
    asked = questionnaires(report, only, day_of(due) if due is not None else None)
    if not asked:
        raise UsageError(
            "Bei keinem Projekt steht unter verantwortlich eine Einheit; es gibt niemanden zu "
            "fragen."
        )
    names = dict(_names(asked))
    targets = [out / name for one in asked for name in _files(names[one.unit], forms)]
    with staged(targets) as paths:
        waiting = iter(paths)
        for one in asked:
            _write(one, [next(waiting) for _ in (*forms, "mail")], forms)
        for path, target in zip(paths, targets, strict=True):
            _demand_same(path, target)
    units = tuple(one.unit for one in asked)
    return Survey(tuple(targets), units, tuple(unassigned(report)))


def _form(name: str) -> Form:
    if name not in FORMS:
        raise UsageError(
            f"Das Format „{name}“ gibt es für Rückfragen nicht.{suggestion(name, FORMS)}"
        )
    return FORMS[name]


def _write(asked: Questionnaire, paths: Sequence[Path], forms: Sequence[Form]) -> None:
    *files, text = paths
    for path, form in zip(files, forms, strict=True):
        form.write(asked, path)
    words = mail(asked, [path.name for path in files])
    text.write_text(words, "utf-8", newline="\n")


def _demand_same(path: Path, target: Path) -> None:
    """A form may be filled in already; nothing replaces it."""
    if target.exists() and target.read_bytes() != path.read_bytes():
        raise UsageError(
            f"{target} gibt es schon, mit anderem Inhalt; vielleicht hat sie jemand ausgefüllt. "
            "Bitte einen anderen Ordner angeben oder die Datei vorher wegräumen. Es wurde nichts "
            "geschrieben."
        )


def _names(asked: Sequence[Questionnaire]) -> Iterator[tuple[str, str]]:
    """A name for the files of each unit; two units never share one."""
    used = set[str]()
    for one in asked:
        base = name = f"{one.edition:%Y-%m-%d}-{_part(one.unit)}"
        count = 1
        while name in used:
            count += 1
            name = f"{base}-{count}"
        used.add(name)
        yield one.unit, name


def _part(unit: str) -> str:
    """`80.10` and `80.1` stay what they are, without signs that a file name can not have."""
    return ".".join(filter(None, map(slug, unit.split(".")))) or "einheit"


def _files(name: str, forms: Sequence[Form]) -> list[str]:
    return [*(f"rueckfrage-{name}{form.suffix}" for form in forms), f"anschreiben-{name}.txt"]
