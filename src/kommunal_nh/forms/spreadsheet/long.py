"""Texts that no cell can show: the cell has their beginning, a sheet of its own has all of it."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.texts import cell_words, parts_of
from kommunal_nh.surveying.model import Question, Questionnaire
from kommunal_nh.surveying.rich import RichText, of_words


def is_long(question: Question, name: str) -> bool:
    """Whether a text is too long for a cell.

    Args:
        question: The question.

        name: Heading of the column.

    Returns:
        True if it stands in the sheet of long texts.
    """
    return len(cell_words(text_of(question, name))) > layout.LONGEST


def text_of(question: Question, name: str) -> RichText:
    """The text of a column.

    Args:
        question: The question.

        name: Heading of the column, one of `layout.TEXTS`.

    Returns:
        Its lines.
    """
    return {
        layout.DESCRIPTION: question.description,
        layout.LAST: question.progress,
        layout.COOPERATION: question.cooperation,
    }[name]


def short(text: RichText) -> RichText:
    """A text as a cell can show it.

    Args:
        text: Its lines.

    Returns:
        All of it, or its beginning.
    """
    words = cell_words(text)
    if len(words) <= layout.LONGEST:
        return text
    start = parts_of(words, layout.LONGEST // 3)[0]
    return of_words(f"{start} …\n\n(Ganz zu lesen im Blatt „{layout.LONG}“.)")


def long_rows(asked: Questionnaire) -> Iterator[tuple[str, str, str]]:
    """The rows of the sheet of long texts.

    Args:
        asked: The questions.

    Yields:
        Number and title, what it is, and a part of the text.
    """
    for question in asked.questions:
        title = f"{question.number} {question.title}".strip()
        for name in layout.TEXTS:
            if is_long(question, name):
                for part in parts_of(cell_words(text_of(question, name)), layout.LONGEST):
                    yield title, name, part
