"""The spreadsheet: what openpyxl and LibreOffice read in it, and what can never be in it."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kommunal_nh import (
    ArchiveEntry,
    Goal,
    Profile,
    Project,
    Report,
    Theme,
    Withdrawn,
    all_projects,
    build,
    load,
    load_profile,
    number,
    projects_of,
    public_view,
)
from kommunal_nh.testing import reports
from kommunal_nh_xlsx.names import SheetNames

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"
NASTY = ("=1+1", "+49 2921", "-1", "@SUM(A1)", "\t=2", '=HYPERLINK("http://x")', "'x", "{=1}")


def built(report: Report, folder: Path) -> Path:
    """The spreadsheet of a report."""
    (file,) = build(report, "xlsx", folder)
    return file


def opened(file: Path) -> Workbook:
    """As openpyxl reads it: formulas would be formulas."""
    return load_workbook(file)


def table(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet's table, by header."""
    top = int(re.split(r"\D+", sheet.freeze_panes or "A2")[-1]) - 1
    titles = [cell.value for cell in sheet[top]]
    return [
        dict(zip(titles, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=top + 1)
        if any(cell.value is not None for cell in row)
    ]


@pytest.fixture(scope="module")
def soest() -> Report:
    """The example."""
    return public_view(load(SOEST))


@pytest.fixture(scope="module")
def book(soest: Report, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Its spreadsheet."""
    return opened(built(soest, tmp_path_factory.mktemp("xlsx")))


def places(number: str) -> list[int]:
    """The parts of a number."""
    return [int(part) for part in number.split(".")]


def small(text: str, **fields: object) -> Report:
    """A report with one project whose every text is this one."""
    project = Project("p", text, "idee", description=text, progress=text, responsible=("u",))
    profile = load_profile("standard")
    status = profile.statuses[0].id
    goal = Goal("g", text, text, projects=(attrs.evolve(project, status=status),))
    made = Report(
        text, text, date(2024, 10, 1), profile, themes=(Theme("t", text, goals=(goal,)),),
        units={"u": text}, archive=(ArchiveEntry("t", text, date(2023, 1, 1), text),),
        withdrawn=(Withdrawn(text, text, date(2024, 1, 1)),),
    )  # fmt: skip
    return attrs.evolve(made, **fields)


def test_each_project_has_a_row_in_the_sheet_of_its_theme(soest: Report, book: Workbook) -> None:
    """With number, title and status as everywhere else, in the order of the document."""
    numbering = number(soest)
    statuses = {one.id: one.column_title or one.label for one in soest.profile.statuses}
    for theme, name in zip(soest.themes, book.sheetnames[1:], strict=False):
        rows = [(row["Nr."], row["Projekt"], row["Status"]) for row in table(book[name])]
        projects = sorted(projects_of(theme), key=lambda one: places(numbering[one.id]))
        assert rows == [(numbering[p.id], p.title, statuses[p.status]) for p in projects]


def test_the_overview_adds_up(soest: Report, book: Workbook) -> None:
    """Counts by theme and status, their sums, and the sum of all."""
    *themes, total = table(book["Überblick"])
    counts = Counter(project.status for project in all_projects(soest))
    for status in soest.profile.statuses:
        title = status.column_title or status.label
        assert sum(int(str(row[title])) for row in themes) == total[title] == counts[status.id]
    assert total["Summe"] == 99


def test_texts_are_plain_words(book: Workbook) -> None:
    """Lists have their marks, references their numbers, and nothing is Markdown any more."""
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [text for text in texts if "**" in text or "](#" in text]
    assert any("• " in text for text in texts)


def test_the_archive_is_there(soest: Report, book: Workbook) -> None:
    """Every entry, with theme, edition and number as printed then."""
    assert [row["Projekt"] for row in table(book["Archiv"])] == [e.project for e in soest.archive]


def test_sheets_can_be_worked_with(book: Workbook) -> None:
    """Header and first columns stay, every header filters, printing repeats the header."""
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        if table(sheet):
            assert sheet.auto_filter.ref
    assert book.properties.title == "Nachhaltigkeitsreport Kreis Soest"


def test_the_status_has_its_colour(soest: Report, book: Workbook) -> None:
    """As in the report, with words that can be read on it."""
    colours = {one.column_title: one.colour.upper()[1:] for one in soest.profile.statuses}
    sheet = book[book.sheetnames[1]]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in colours]
    assert {cell.fill.fgColor.rgb[2:] for cell in cells} <= set(colours.values())
    assert len({cell.fill.fgColor.rgb for cell in cells}) == 4


@pytest.mark.parametrize("text", NASTY)
def test_nothing_is_a_formula(text: str, tmp_path: Path) -> None:
    """Whatever words begin with, they are words; no link leads out of the file."""
    file = built(small(text), tmp_path)
    cells = [cell for sheet in opened(file) for row in sheet.iter_rows() for cell in row]
    words = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n", "inlineStr"}
    assert text.strip() in {word.strip() for word in words}
    with zipfile.ZipFile(file) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name or "vba" in name]
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets" in name]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_what_looks_like_an_escape_is_words(tmp_path: Path) -> None:
    """Excel reads _x0041_ as A, so that it is escaped itself."""
    with zipfile.ZipFile(built(small("_x0041_"), tmp_path)) as parts:
        assert b"_x005F_x0041_" in parts.read("xl/worksheets/sheet2.xml")


def test_private_texts_stay_in_the_house(tmp_path: Path) -> None:
    """No internal note and no draft is in any part of the file."""
    secret = Project("s", "Geheimtitel", "", draft=True)
    report = small("offen")
    (theme,) = report.themes
    (goal,) = theme.goals
    (project,) = goal.projects
    projects = (attrs.evolve(project, internal_note="Geheimnis"),
                attrs.evolve(secret, status=project.status))  # fmt: skip
    goal = attrs.evolve(goal, projects=projects)
    file = built(attrs.evolve(report, themes=(attrs.evolve(theme, goals=(goal,)),)), tmp_path)
    with zipfile.ZipFile(file) as parts:
        assert not [name for name in parts.namelist() if b"Geheim" in parts.read(name)]


def test_long_texts_and_control_characters_are_held(tmp_path: Path) -> None:
    """A cell holds 32,767 characters; what is more is cut visibly, what is forbidden is marked."""
    file = built(small("x" * 40_000), tmp_path)
    longest = max(
        (str(cell.value) for sheet in opened(file) for row in sheet.iter_rows() for cell in row),
        key=len,
    )
    assert (len(longest), longest[-4:]) == (32_767, " […]"[-4:])


def test_an_empty_report_is_a_spreadsheet(tmp_path: Path) -> None:
    """Without themes, projects and archive there are two sheets that say so."""
    empty = Report("Leer", "Kreis", date(2024, 1, 1), Profile())
    assert opened(built(empty, tmp_path)).sheetnames == ["Überblick", "Archiv"]


def test_the_same_report_gives_the_same_bytes(soest: Report, tmp_path: Path) -> None:
    """Today and on any other day; the date of the file is that of the report."""
    assert built(soest, tmp_path / "a").read_bytes() == built(soest, tmp_path / "b").read_bytes()
    created = opened(built(soest, tmp_path / "a")).properties.created
    assert created is not None
    assert created.date() == soest.as_of


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_names_of_sheets_are_accepted_by_every_program(wishes: list[str]) -> None:
    """At most 31 characters, none that are forbidden, none twice whatever the case."""
    names = SheetNames()
    found = [names.free(wish) for wish in wishes]
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
        assert name.casefold() != "history"


@settings(max_examples=15)
@given(reports())
def test_any_report_is_written(tmp_path_factory: pytest.TempPathFactory, report: Report) -> None:
    """Each public project stands in exactly one row of the sheets of the themes."""
    book = opened(built(report, tmp_path_factory.mktemp("x")))
    themes = book.sheetnames[1 : 1 + len(report.themes)]
    rows = sum(len(table(book[name])) for name in themes)
    assert rows == sum(1 for _ in all_projects(public_view(report)))
