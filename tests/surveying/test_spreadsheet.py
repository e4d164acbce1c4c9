"""Forms as spreadsheets: what is written into them, and what people make of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from kommunal_nh import UsageError, all_projects, change_project, load, merge, save, survey
from kommunal_nh.forms.spreadsheet import layout, read
from kommunal_nh.forms.spreadsheet.numbers import words_of
from kommunal_nh.merging.files import read_all
from kommunal_nh.surveying.rich import Run, plain
from kommunal_nh.surveying.sameness import meant
from questioned import DAY, REPORT, Edit, answering, asked, cell_of, edited, folder, suggesting

NEW, STATUS = layout.NEW, layout.STATUS


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return folder(tmp_path)


@pytest.fixture
def forms(data: Path) -> dict[str, Path]:
    """The forms of its units."""
    return asked(data)


def progress(data: Path, name: str) -> str:
    """What the folder says of a project now."""
    return next(one.progress for one in all_projects(load(data)) if one.id == name)


class TestWriting:
    def test_it_has_what_is_asked(self, forms: dict[str, Path]) -> None:
        """One row for each project and part of the unit, with drop-downs and open cells."""
        book = openpyxl.load_workbook(forms["80.1"])
        sheet = book[layout.PROJECTS]
        head = [cell.value for cell in sheet[1]]
        first = dict(zip(head, (cell.value for cell in sheet[2]), strict=True))
        lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}

        assert sheet.max_row == 4
        assert first[layout.KEY] == "solar"
        assert first[layout.NUMBER] == "1.1.3.1"
        assert first[layout.STATUS] == "in Planung"
        assert first[layout.LAST] == "=2+3"
        assert first[layout.OTHERS] == "WFG"
        assert lists == {"C2:C4": "'Angaben'!$F$1:$F$4", "G2:G4": '"ja"'}
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == "A1:J4"

    def test_only_what_is_to_be_answered_is_open(self, forms: dict[str, Path]) -> None:
        """Sheets are protected; number, title, last progress and key are locked, the rest not."""
        sheet = openpyxl.load_workbook(forms["80.1"])[layout.PROJECTS]
        is_open = {
            name: not cell_of(sheet, "solar", name).protection.locked for name in layout.COLUMNS
        }

        assert sheet.protection.sheet
        assert {name for name, answer in is_open.items() if answer} == {
            layout.STATUS, layout.DESCRIPTION, NEW, layout.UNCHANGED, layout.COOPERATION,
        }  # fmt: skip
        assert cell_of(sheet, "solar#1", layout.STATUS).protection.locked

    def test_no_cell_is_a_formula(self, forms: dict[str, Path]) -> None:
        """What begins like a formula is text, and stays text when somebody edits the cell."""
        book = openpyxl.load_workbook(forms["80.1"])
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        cell = cell_of(book[layout.PROJECTS], "solar", layout.LAST)
        opened = cell_of(book[layout.PROJECTS], "solar#1", layout.DESCRIPTION)
        with zipfile.ZipFile(forms["80.1"]) as package:
            sheets = [package.read(name) for name in package.namelist() if "sheet" in name]

        assert kinds == {"s", "n"}  # n: nothing
        assert (cell.value, cell.quotePrefix) == ("=2+3", True)
        assert (opened.value, opened.quotePrefix) == ("@SUMME(A1)", True)
        assert not any(b"<f>" in sheet for sheet in sheets)

    def test_marks_are_shown_as_such(self, forms: dict[str, Path]) -> None:
        """Bold words are bold, items have a bullet, a link shows where it leads."""
        sheet = openpyxl.load_workbook(forms["80.1"], rich_text=True)[layout.PROJECTS]
        text = cell_of(sheet, "solar", layout.DESCRIPTION).value

        assert isinstance(text, CellRichText)
        bold = [part.text.strip() for part in text if isinstance(part, TextBlock) and part.font.b]
        assert bold == ["fett", "einer"]
        assert "• ein Punkt\n• noch einer\n  • darunter" in str(text)
        assert "[ein Link](https://example.org/a_b)" in str(text)

    @pytest.mark.parametrize("size", [2_500, 40_000])
    def test_text_of_any_length_can_be_read(self, data: Path, tmp_path: Path, size: int) -> None:
        """What no cell can show stands in full in a sheet of its own, in cells that are not cut."""
        words = " ".join(f"Wort{at}" for at in range(size // 8))
        save(change_project(load(data), "radwege", progress=words), data)
        done = survey(data, tmp_path / "lang", only=["80.10"])
        book = openpyxl.load_workbook(done.files[0])
        sheet = book[layout.PROJECTS]
        short = str(cell_of(sheet, "radwege", layout.LAST).value)
        rows = [row[2].value for row in book[layout.LONG].iter_rows(2)] if size > 3000 else [short]
        wide = sheet.column_dimensions.values()
        width = next(one.width for one in wide if one.min <= 5 <= one.max)

        assert " ".join(rows) == words
        assert len(short) < 3100
        assert sheet.row_dimensions[2].height <= 409
        assert sheet.row_dimensions[2].height >= 13 * len(short) / width * 0.95
        assert merge(data, [done.files[0]], today=DAY).conflicts == ()

    def test_the_same_data_gives_the_same_bytes(self, data: Path, tmp_path: Path) -> None:
        """Two surveys of one folder are the same files."""
        one, other = (survey(data, tmp_path / name, due="2024-03-01") for name in ("a", "b"))

        assert [file.read_bytes() for file in one.files] == [
            file.read_bytes() for file in other.files
        ]


def _sorted(book: openpyxl.Workbook) -> None:
    """Rows in another order, as sorting leaves them."""
    sheet = book[layout.PROJECTS]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
            if value is not None:
                sheet.cell(at, column).data_type = "s"  # =2+3 is a word here


def _filtered(book: openpyxl.Workbook) -> None:
    sheet = book[layout.PROJECTS]
    sheet.auto_filter.add_filter_column(1, ["Solar"])
    for row in (2, 3):
        sheet.row_dimensions[row].hidden = True


def _columns_hidden(book: openpyxl.Workbook) -> None:
    for letter in "ADJ":
        book[layout.PROJECTS].column_dimensions[letter].hidden = True


def _column_inserted(book: openpyxl.Workbook) -> None:
    book[layout.PROJECTS].insert_cols(3)


def _rows_inserted(book: openpyxl.Workbook) -> None:
    book[layout.PROJECTS].insert_rows(1, 2)


def _sheets_renamed(book: openpyxl.Workbook) -> None:
    book[layout.PROJECTS].title = "Meine Antworten"
    book.move_sheet("Meine Antworten", -1)


def _unprotected(book: openpyxl.Workbook) -> None:
    for sheet in book:
        sheet.protection.sheet = False


def _headings_touched(book: openpyxl.Workbook) -> None:
    for cell in book[layout.PROJECTS][1]:
        cell.value = f" {cell.value.upper()}\n"


def _unit_as_number(book: openpyxl.Workbook) -> None:
    book[layout.HIDDEN]["B3"].value = 80.1


MANGLED: tuple[Edit, ...] = (
    _sorted, _filtered, _columns_hidden, _column_inserted, _rows_inserted, _sheets_renamed,
    _unprotected, _headings_touched, _unit_as_number,
)  # fmt: skip


class TestMangling:
    @pytest.mark.parametrize("mangle", MANGLED)
    def test_what_people_do_with_sheets_is_understood(
        self, data: Path, forms: dict[str, Path], mangle: Edit
    ) -> None:
        """Answers arrive, and nothing else changes."""
        edited(forms["80.1"], answering({("solar#1", NEW): "Steht"}))
        edited(forms["80.1"], mangle)
        done = merge(data, [forms["80.1"]], today=DAY)

        assert [(one.key, one.new, one.units) for one in done.changes] == [
            ("solar#1", "Steht\n", ("80.1",))
        ]
        assert done.conflicts == ()

    def test_a_unit_that_became_a_number_is_known_by_its_questions(
        self, data: Path, forms: dict[str, Path]
    ) -> None:
        """80.1 in the file of 80.10 is 80.10, although there is an 80.1."""
        edited(forms["80.10"], _unit_as_number)
        edited(forms["80.10"], answering({("radwege", NEW): "Steht"}))
        done = merge(data, [forms["80.10"]], today=DAY)

        assert done.changes[0].units == ("80.10",)

    @pytest.mark.parametrize(
        ("value", "code", "said"),
        [
            (datetime(2024, 3, 1), "mmm\\-yy", "03/2024"),  # noqa: DTZ001 - a day in a sheet
            (datetime(2024, 3, 1), "dd.mm.yyyy", "01.03.2024"),  # noqa: DTZ001
            (0.5, "0%", "50 %"),
            (80.1, "General", "80,1"),
            (80.1, "0.00", "80,10"),
            (2023, "General", "2023"),
            (True, "General", "ja"),
        ],
    )  # fmt: skip
    def test_numbers_read_as_they_were_seen(
        self, data: Path, forms: dict[str, Path], value: object, code: str, said: str
    ) -> None:
        """What a spreadsheet made a number or a date of is what people saw."""

        def edit(book: openpyxl.Workbook) -> None:
            cell = cell_of(book[layout.PROJECTS], "radwege", NEW)
            cell.value, cell.number_format = value, code

        edited(forms["80.10"], edit)
        merge(data, [forms["80.10"]], today=DAY)

        assert progress(data, "radwege") == f"{said}\n"

    @pytest.mark.parametrize(
        ("word", "status"),
        [
            ("IN BEARBEITUNG", "in-bearbeitung"),
            ("in Bearbeitung ", "in-bearbeitung"),
            ("Bearbeitung", "in-bearbeitung"),
            ("umgesetzt", "umgesetzt"),
            ("„umgesetzt“", None),
        ],
    )
    def test_a_status_is_known_by_its_words(
        self, data: Path, forms: dict[str, Path], word: str, status: str | None
    ) -> None:
        """Capitals, spaces and the words of lists and headings make no difference."""
        edited(forms["80.1"], answering({("solar", layout.STATUS): word}))
        done = merge(data, [forms["80.1"]], dry_run=True, today=DAY)

        assert [one.new for one in done.changes] == ([status] if status else [])
        assert len(done.conflicts) == (status is None)

    def test_smart_quotes_are_words(self, data: Path, forms: dict[str, Path]) -> None:
        """What a program changes in a goal's name does not hide the goal."""
        edited(forms["wfg"], suggesting(("1.1  energie Sparen", "Brücke", "Bach")))
        done = merge(data, [forms["wfg"]], today=DAY)

        assert [idea.goal for idea in done.ideas] == ["energie"]
        assert meant("2 „Klima“ – neu", {'2 "Klima" - neu': "k"}) == "k"

    def test_rich_text_comes_back(self, data: Path, forms: dict[str, Path]) -> None:
        """Bold words, a bold cell, lists, addresses and links on cells become Markdown."""

        def edit(book: openpyxl.Workbook) -> None:
            sheet = book[layout.PROJECTS]
            bold = TextBlock(InlineFont(b=True), "ganz")
            cell_of(sheet, "solar", NEW).value = CellRichText("Das ist ", bold, " neu:\n- a\n- *b")
            cell_of(sheet, "solar#1", NEW).value = "Siehe https://example.org/x_y."
            cell_of(sheet, "solar#2", NEW).value = "Alles"
            cell_of(sheet, "solar#2", NEW).font = Font(bold=True)
            cell_of(sheet, "solar#2", layout.DESCRIPTION).value = "Zur Seite"
            cell_of(sheet, "solar#2", layout.DESCRIPTION).hyperlink = "https://example.org/z"

        edited(forms["80.1"], edit)
        done = merge(data, [forms["80.1"]], today=DAY)

        assert {(one.key, one.field.value): one.new for one in done.changes} == {
            ("solar", "Sachstand"): "Das ist **ganz** neu:\n\n- a\n- \\*b\n",
            ("solar#1", "Sachstand"):
                "Siehe [https://example.org/x\\_y](<https://example.org/x_y>).\n",
            ("solar#2", "Sachstand"): "**Alles**\n",
            ("solar#2", "Beschreibung"): "[Zur Seite](<https://example.org/z>)\n",
        }  # fmt: skip

    def test_nothing_that_somebody_wrote_is_lost(self, data: Path, forms: dict[str, Path]) -> None:
        """Rows, columns, comments, sheets and changes in the wrong place are in the file."""

        def edit(book: openpyxl.Workbook) -> None:
            sheet = book[layout.PROJECTS]
            sheet.cell(9, 2).value = "Neue Zeile"
            sheet.cell(2, 12).value = "Bemerkung"
            sheet["F2"].comment = Comment("Rückruf bitte", "x")
            book.create_sheet("Notizen")["A1"].value = "Notiz"
            book[layout.IDEAS]["C2"].value = "Idee ohne Titel"

        edited(forms["80.10"], edit)
        done = merge(data, [forms["80.10"]], today=DAY)
        said = (done.conflict_file or Path()).read_text("utf-8")

        assert len(done.conflicts) == 5
        for word in ("Neue Zeile", "Bemerkung", "Rückruf bitte", "Notiz", "Idee ohne Titel"):
            assert word in said

    def test_the_last_progress_edited_is_the_new_one(
        self, data: Path, forms: dict[str, Path]
    ) -> None:
        """Who writes into the wrong column is understood, unless both are filled."""
        edited(forms["80.10"], answering({("radwege", layout.LAST): "Weiter."}))
        merge(data, [forms["80.10"]], today=DAY)

        assert progress(data, "radwege") == "Weiter.\n"

    def test_merged_cells_are_a_conflict(self, data: Path, forms: dict[str, Path]) -> None:
        """Nobody knows which project the words belong to; they are in the file."""

        def edit(book: openpyxl.Workbook) -> None:
            sheet = book[layout.PROJECTS]
            sheet["F2"].value = "Für alle"
            sheet.merge_cells("F2:F4")

        edited(forms["80.1"], edit)
        done = merge(data, [forms["80.1"]], today=DAY)

        assert done.changes == ()
        assert "Für alle" in (done.conflict_file or Path()).read_text("utf-8")
        assert all("verbunden" in one.message for one in done.conflicts)

    def test_a_renamed_file_is_what_it_was(self, data: Path, forms: dict[str, Path]) -> None:
        """Names and endings make no difference."""
        answer = answering({("radwege", NEW): "Steht"})
        for name in ("Kopie von rückfrage (1) final.XLSX", "antwort.xls", "antwort"):
            file = edited(forms["80.10"], answer)
            renamed = file.with_name(name)
            renamed.write_bytes(file.read_bytes())
            done = merge(data, [renamed], dry_run=True, today=DAY)
            assert len(done.changes) == 1, name

    def test_signs_that_nobody_sees_are_left_out(self, data: Path, forms: dict[str, Path]) -> None:
        """Control characters and half characters, which Excel writes as numbers, do no harm."""
        edited(forms["80.10"], answering({("radwege", NEW): "Steht", ("radwege", STATUS): "x"}))
        with zipfile.ZipFile(forms["80.10"]) as package:
            sheet = package.read("xl/worksheets/sheet2.xml")
        nasty = sheet.replace(b"<t>Steht<", b"<t>St_xD800_e_x001B_ht_x000D_<")
        nasty = nasty.replace(b"<t>x<", b"<t>_x001B_[0m<")
        assert nasty.count(b"_x001B_") == 2
        _parts(forms["80.10"], {"xl/worksheets/sheet2.xml": nasty})
        strange = forms["80.10"].with_name("antwort \udcfc.xlsx")
        forms["80.10"].rename(strange)
        done = merge(data, [strange], today=DAY)

        assert progress(data, "radwege") == "Steht\n"
        assert done.conflict_file is not None
        assert b"\x1b" not in done.conflict_file.read_bytes()
        assert "antwort ?.xlsx" in done.conflict_file.read_text("utf-8")

    def test_a_deleted_row_is_an_open_question(self, data: Path, forms: dict[str, Path]) -> None:
        """What is missing in a file is not answered, and nothing happens to it."""
        edited(forms["80.1"], lambda book: book[layout.PROJECTS].delete_rows(2))
        edited(forms["80.1"], answering({("solar#1", NEW): "Steht"}))
        done = merge(data, [forms["80.1"]], today=DAY)

        assert done.states[0].open == ("solar", "solar#2")
        assert done.conflicts == ()


def _parts(file: Path, more: dict[str, bytes], edit: Callable[[bytes], bytes] = bytes) -> None:
    """A file with further parts, or other sheets."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheets = {name: edit(data) for name, data in parts.items() if "worksheets/sheet" in name}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**parts, **sheets, **more}.items():
            package.writestr(name, data)


class TestRefusals:
    @pytest.mark.parametrize(
        ("more", "word"),
        [
            ({"xl/vbaProject.bin": b"x"}, "Makros"),
            ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "Makros"),
            ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "Verknüpfungen"),
            ({"xl/media/x.xml": b" " * 17_000_000}, "so groß"),
            ({f"xl/{at}.xml": b"" for at in range(1001)}, "so groß"),
            ({"xl/sharedStrings.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "Dokumenttyp"),
            ({"xl/workbook.xml": b"<x"}, "beschädigt"),
        ],
        ids=["macros", "old macros", "links", "bomb", "many parts", "entities", "damaged"],
    )
    def test_what_is_not_read_is_refused(
        self, forms: dict[str, Path], more: dict[str, bytes], word: str
    ) -> None:
        """Macros, links to other files, bombs, entities and damage, each with a sentence."""
        _parts(forms["80.1"], more)

        with pytest.raises(UsageError, match=word):
            read_all([forms["80.1"]])

    def test_a_huge_merged_area_takes_no_memory(self, forms: dict[str, Path]) -> None:
        """A merged area of seventeen thousand million cells is only two corners."""
        area = b'<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>'
        _parts(forms["80.1"], {}, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + area))

        assert len(read(forms["80.1"]).answers) == 3

    @pytest.mark.parametrize(
        ("content", "word"),
        [
            (b"\xd0\xcf\x11\xe0" + bytes(600), "alten Format"),
            (b"Nr.;Titel\n1;x\n", "beschädigt oder keine Excel-Datei"),
            (b"", "beschädigt oder keine Excel-Datei"),
            (b"PK\x03\x04kaputt", "beschädigt oder keine Excel-Datei"),
        ],
        ids=["old", "csv", "empty", "broken"],
    )
    def test_other_files_are_refused(self, tmp_path: Path, content: bytes, word: str) -> None:
        """Each with a sentence that says what to do."""
        file = tmp_path / "antwort.xlsx"
        file.write_bytes(content)

        with pytest.raises(UsageError, match=word):
            read_all([file])

    def test_a_foreign_spreadsheet_is_refused(self, tmp_path: Path) -> None:
        """A workbook without the hidden sheet is no form."""
        book = openpyxl.Workbook()
        book.save(tmp_path / "fremd.xlsx")

        with pytest.raises(UsageError, match="keine Rückfrage"):
            read_all([tmp_path / "fremd.xlsx"])

    def test_without_headings_it_is_refused(self, forms: dict[str, Path]) -> None:
        """Answers that nobody can find are not skipped in silence."""
        edited(forms["80.1"], lambda book: book[layout.PROJECTS].delete_rows(1))

        with pytest.raises(UsageError, match="Überschriften"):
            read_all([forms["80.1"]])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0, 1e300, 0.0])
def test_no_number_is_too_strange(value: float) -> None:
    """Whatever stands in a date cell has words."""
    assert words_of(value, "dd.mm.yyyy", from_1904=True)


def test_runs_of_a_sheet_are_lines(forms: dict[str, Path], data: Path) -> None:
    """The reader gives back what was shown."""
    answers = {one.key: one for one in read(forms["80.1"]).answers}

    assert answers["solar"].description is not None
    assert Run("fett", bold=True) in answers["solar"].description[0]
    assert "| 2023 | 5 |" in plain(answers["solar"].description)
    assert REPORT.as_of == read(forms["80.1"]).edition
