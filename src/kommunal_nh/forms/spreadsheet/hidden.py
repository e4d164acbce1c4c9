"""The hidden sheet: for whom the file was made and what was asked, as text in rows.

Column A names what a row is about; the lists to choose from stand in columns F and H.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
from xlsxwriter.worksheet import Worksheet

from kommunal_nh.forms import head
from kommunal_nh.forms.head import head_of
from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.long import is_long
from kommunal_nh.surveying.model import Questionnaire


@attrs.frozen
class Head(head.Head):
    """What the hidden sheet says.

    Attributes:
        long: Headings of the columns that show only a beginning, by key.
    """

    long: Mapping[str, frozenset[str]]


def hide(sheet: Worksheet, asked: Questionnaire) -> None:
    """Write the sheet.

    Args:
        sheet: An empty sheet.

        asked: The questions.
    """
    for row, cells in enumerate(_rows(asked)):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell)
    for row, status in enumerate(asked.statuses):
        sheet.write_string(row, 5, status.label)
        sheet.write_string(row, 6, status.id)
    for row, goal in enumerate(asked.goals):
        sheet.write_string(row, 7, goal.label)
        sheet.write_string(row, 8, goal.id)
    sheet.protect("", {})
    sheet.very_hidden()


def _rows(asked: Questionnaire) -> Iterator[Sequence[str]]:
    yield (head.SIGN,)
    yield (head.EDITION, asked.edition.isoformat())
    yield (head.UNIT, asked.unit)
    yield (head.DUE, asked.due.isoformat() if asked.due else "")
    for question in asked.questions:
        names = [name for name in layout.TEXTS if is_long(question, name)]
        yield (head.QUESTION, question.key, str(question.fingerprint), ",".join(names))


def read_head(rows: Sequence[Sequence[str]]) -> Head | None:
    """Read the sheet.

    Args:
        rows: Its cells as words.

    Returns:
        What it says, or None if it is not the sheet of a questionnaire.
    """
    if not rows or not rows[0] or rows[0][0].strip() != head.SIGN:
        return None
    said = {row[0]: row[1].strip() for row in rows if len(row) > 1}
    questions = [row for row in rows if len(row) > 2 and row[0] == head.QUESTION]
    prints = [(row[1].strip(), row[2]) for row in questions]
    found = head_of(said, prints, _choices(rows, 5), _choices(rows, 7))
    long = {row[1].strip(): frozenset("".join(row[3:4]).split(",")) for row in questions}
    return None if found is None else Head(**attrs.asdict(found, recurse=False), long=long)


def _choices(rows: Sequence[Sequence[str]], column: int) -> dict[str, str]:
    found = [row for row in rows if len(row) > column + 1 and row[column].strip()]
    return {row[column].strip(): row[column + 1].strip() for row in found}
