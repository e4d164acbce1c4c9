"""A questionnaire as a spreadsheet: guide, projects, ideas, and, hidden, what was asked."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.hidden import hide
from kommunal_nh.forms.spreadsheet.long import is_long, long_rows, short
from kommunal_nh.forms.spreadsheet.styles import Styles, look_of, styles
from kommunal_nh.forms.spreadsheet.texts import (
    cell_words,
    height_of,
    width_for,
    write_text,
    write_word,
)
from kommunal_nh.surveying.instructions import YES
from kommunal_nh.surveying.model import Question, Questionnaire
from kommunal_nh.surveying.rich import RichText, Run

_ALLOWED = dict.fromkeys(("sort", "autofilter", "format_columns", "format_rows"), True)


def write(asked: Questionnaire, target: Path) -> None:
    """Write a questionnaire.

    Args:
        asked: The questions.

        target: The file.
    """
    plain_words = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(target), {**plain_words, "constant_memory": False}) as book:
        day = datetime.combine(asked.edition, time(), UTC).replace(tzinfo=None)
        book.set_properties({
            "title": f"{asked.report}: Rückfrage {asked.unit}", "author": "", "created": day,
        })  # fmt: skip
        looks = styles(book)
        _guide(book.add_worksheet(layout.GUIDE), asked, looks)
        _Projects(book.add_worksheet(layout.PROJECTS), asked, looks).write()
        if asked.goals:
            _ideas(book.add_worksheet(layout.IDEAS), asked, looks)
        _long(book, asked, looks)
        hide(book.add_worksheet(layout.HIDDEN), asked)


def _guide(sheet: Worksheet, asked: Questionnaire, looks: Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, asked.report, looks["name"])
    sheet.set_row(0, 30)
    head = f"Rückfrage zum Stand {asked.edition:%d.%m.%Y}: {asked.unit_name} ({asked.unit})"
    sheet.write_string(1, 0, head, looks["bold"])
    for row, line in enumerate(asked.instructions, 3):
        sheet.write_string(row, 0, f"{row - 2}. {line}", looks["line"])
        sheet.set_row(row, 20)
    _print_setup(sheet)
    sheet.protect("", {})


def _print_setup(sheet: Worksheet) -> None:
    sheet.set_paper(8)  # A3
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&L&A&RSeite &P von &N")


class _Projects:
    """The sheet with one row for each question."""

    def __init__(self, sheet: Worksheet, asked: Questionnaire, looks: Styles) -> None:
        self.sheet, self.asked, self.looks = sheet, asked, looks
        self.at = {name: column for column, name in enumerate(layout.COLUMNS)}
        self.labels = {status.id: status.label for status in asked.statuses}
        self.widths = self._widths()

    def write(self) -> None:
        """Write everything."""
        _head(self.sheet, self.widths, self.looks)
        for row, question in enumerate(self.asked.questions, 1):
            self._row(row, question)
        last = len(self.asked.questions)
        self.sheet.autofilter(0, 0, last, len(self.widths) - 1)
        self._choices(last)
        self.sheet.freeze_panes(1, self.at[layout.STATUS])
        self.sheet.repeat_rows(0)
        self.sheet.protect("", _ALLOWED)
        self.sheet.activate()

    def _texts(self, question: Question) -> dict[str, RichText]:
        return {
            layout.DESCRIPTION: short(question.description),
            layout.LAST: short(question.progress),
            layout.COOPERATION: short(question.cooperation),
        }

    def _widths(self) -> dict[str, float]:
        widths: dict[str, float] = dict(layout.COLUMNS)
        for name in (layout.DESCRIPTION, layout.LAST, layout.COOPERATION):
            texts = [cell_words(self._texts(one)[name]) for one in self.asked.questions]
            widths[name] = width_for(texts, widths[name])
        return widths

    def _row(self, row: int, question: Question) -> None:
        title = f"{question.title}\n{question.place}"
        others = "\n".join(question.others)
        self._word(row, layout.NUMBER, question.number, "fixed")
        named = ((Run(question.title, bold=True),), (Run(question.place),))
        write_text(self.sheet, (row, self.at[layout.TITLE]), named, "fixed", self.looks)
        self._word(row, layout.OTHERS, others, "small")
        self._word(row, layout.KEY, question.key, "small")
        self._word(row, layout.NEW, "", "asked")
        self._word(row, layout.UNCHANGED, "", "asked")
        status = self.labels.get(question.status, question.status)
        self._word(row, layout.STATUS, status, "fixed" if question.part else "open")
        texts = self._texts(question)
        for name, text in texts.items():
            write_text(
                self.sheet, (row, self.at[name]), text, self._style(question, name), self.looks
            )
        cells = [(cell_words(text), self.widths[name]) for name, text in texts.items()]
        titles = (title, self.widths[layout.TITLE])
        self.sheet.set_row(row, height_of([*cells, titles, (others, self.widths[layout.OTHERS])]))

    def _style(self, question: Question, name: str) -> str:
        """What is to be corrected is open; what a cell can not hold is not."""
        fixed = name == layout.LAST or (name == layout.COOPERATION and question.part)
        return "fixed" if fixed or is_long(question, name) else "open"

    def _word(self, row: int, name: str, word: str, style: str) -> None:
        quoted = look_of(style, word) if style in ("fixed", "open") else style
        write_word(self.sheet, (row, self.at[name]), word, self.looks[quoted])

    def _choices(self, last: int) -> None:
        if not last:
            return
        status, yes = self.at[layout.STATUS], self.at[layout.UNCHANGED]
        self.sheet.data_validation(1, status, last, status, _list_of(self.asked, "status"))
        only = {"validate": "list", "source": [YES], "error_title": "unverändert",
                "error_message": f"Bitte „{YES}“ wählen oder leer lassen."}  # fmt: skip
        self.sheet.data_validation(1, yes, last, yes, only)


def _head(sheet: Worksheet, widths: dict[str, float], looks: Styles) -> None:
    for column, (name, width) in enumerate(widths.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks["head"])
    sheet.set_row(0, 30)
    _print_setup(sheet)


def _list_of(asked: Questionnaire, kind: str) -> dict[str, Any]:
    """A list to choose from; it stands in the hidden sheet, as longer ones must."""
    column, count = ("F", len(asked.statuses)) if kind == "status" else ("H", len(asked.goals))
    return {
        "validate": "list", "source": f"='{layout.HIDDEN}'!${column}$1:${column}${count}",
        "error_title": "Bitte wählen", "error_message": "Bitte einen Wert aus der Liste wählen.",
    }  # fmt: skip


def _ideas(sheet: Worksheet, asked: Questionnaire, looks: Styles) -> None:
    _head(sheet, dict(layout.IDEA_COLUMNS), looks)
    for row in range(1, layout.IDEA_ROWS + 1):
        for column in range(len(layout.IDEA_COLUMNS)):
            sheet.write_blank(row, column, None, looks["asked"])
        sheet.set_row(row, 32)
    sheet.data_validation(1, 0, layout.IDEA_ROWS, 0, _list_of(asked, "goal"))
    sheet.freeze_panes(1, 0)
    sheet.protect("", _ALLOWED)


def _long(book: xlsxwriter.Workbook, asked: Questionnaire, looks: Styles) -> None:
    """Long texts in full, to be read."""
    if rows := list(long_rows(asked)):
        sheet = book.add_worksheet(layout.LONG)
        _head(sheet, {layout.TITLE: 30.0, "Was": 20.0, "Text": 115.0}, looks)
        for at, row in enumerate(rows, 1):
            for column, word in enumerate(row):
                sheet.write_string(at, column, word, looks[look_of("fixed", word)])
            sheet.set_row(at, height_of([(row[2], 115)]))
        sheet.protect("", _ALLOWED)
