"""A report to ask about, its folder, and forms that somebody fills in with another library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kommunal_nh import (
    ArchiveEntry,
    Cooperation,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    load_profile,
    save,
    survey,
)
from kommunal_nh.forms.spreadsheet import layout

RICH = """\
Erst **fett**, dann *kursiv* und [ein Link](https://example.org/a_b).

- ein Punkt
- noch **einer**
    - darunter

| Jahr | Wert |
| --- | --- |
| 2023 | 5 |

Siehe [](#radwege).

> Ein Zitat,
> das umbricht
"""
RADWEGE = Project(
    "radwege", "Radwege", "in-bearbeitung", description="Bau von\nWegen.", progress="Begonnen.",
    responsible=("80.10",), cooperation=Cooperation("Mit allen", ("anroechte",)),
)  # fmt: skip
SOLAR = Project(
    "solar", "Solar =1+1", "in-planung", description=RICH, progress="=2+3",
    responsible=("80.1", "wfg"), parts=(Part("Dach", "@SUMME(A1)", "Bestellt"), Part("", "Keller")),
)  # fmt: skip
WALD = Project("wald", "Wald", "ideenspeicher", responsible=("wfg",), draft=True)
OHNE = Project("ohne", "Ohne Zuständige", "in-planung")
REPORT = Report(
    "Report Musterkreis", "Musterkreis", date(2024, 4, 1), load_profile("soest"), date(2023, 10, 1),
    themes=(
        Theme("klima", "Klima", goals=(
            Goal("energie", statement="Energie sparen.", projects=(SOLAR, WALD)),
            Goal("wege", "Wege", projects=(RADWEGE, OHNE)),
        )),
    ),
    units={"80.1": "Amt A", "80.10": "Amt B", "wfg": "WFG", "leer": "Ohne Projekte"},
    municipalities={"anroechte": "Anröchte"},
    archive=(ArchiveEntry("klima", "Früher", date(2023, 10, 1), "1.1.1.1", "frueher"),),
)  # fmt: skip
COMMENT = "  # seit dem Beschluss"
DAY = date(2024, 2, 1)
Edit: TypeAlias = Callable[[openpyxl.Workbook], object]


def folder(place: Path) -> Path:
    """The report as a data folder.

    Args:
        place: An empty folder.

    Returns:
        The folder with the data.
    """
    save(REPORT, place / "daten")
    file = place / "daten" / "themen" / "1-klima.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("status: in-bearbeitung", f"status: in-bearbeitung{COMMENT}"), "utf-8"
    )
    return place / "daten"


def asked(data: Path, due: str = "2024-03-01") -> dict[str, Path]:
    """The forms of all units.

    Args:
        data: The data folder.

        due: Until when to answer.

    Returns:
        The forms by unit.
    """
    done = survey(data, data.parent / "aus", due=due)
    forms = [file for file in done.files if file.suffix == ".xlsx"]
    return dict(zip(done.units, forms, strict=True))


def edited(file: Path, edit: Edit, name: str = "") -> Path:
    """A form that somebody changed and saved.

    Args:
        file: The form.

        edit: What is done with the workbook.

        name: A new name for the file.

    Returns:
        The file.
    """
    book = openpyxl.load_workbook(file, rich_text=True)
    edit(book)
    target = file.with_name(name) if name else file
    book.save(target)
    return target


def answering(answers: Mapping[tuple[str, str], Any]) -> Edit:
    """Write into cells of answers.

    Args:
        answers: Values by key of the question and heading of the column.

    Returns:
        What does it.
    """

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[layout.PROJECTS]
        for (key, heading), value in answers.items():
            cell_of(sheet, key, heading).value = value

    return edit


def cell_of(sheet: Worksheet, key: str, heading: str) -> Any:
    """The cell of an answer.

    Args:
        sheet: The sheet of projects.

        key: The question.

        heading: Heading of the column.

    Returns:
        The cell.
    """
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(
        cells[0].row for cells in sheet.iter_rows(2) if cells[columns[layout.KEY] - 1].value == key
    )
    return sheet.cell(row, columns[heading])


def suggesting(*ideas: tuple[str, str, str]) -> Edit:
    """Write new ideas.

    Args:
        *ideas: Goal, title and description of each.

    Returns:
        What does it.
    """

    def edit(book: openpyxl.Workbook) -> None:
        sheet = book[layout.IDEAS]
        for row, idea in enumerate(ideas, 2):
            for column, words in enumerate(idea, 1):
                sheet.cell(row, column).value = words

    return edit


def bytes_in(data: Path) -> dict[str, bytes]:
    """Everything in a folder.

    Args:
        data: The folder.

    Returns:
        Contents by path.
    """
    files = (path for path in data.rglob("*") if path.is_file())
    return {str(path.relative_to(data)): path.read_bytes() for path in files}
