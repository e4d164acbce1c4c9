"""Lines of words in a cell, and how much room they need."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from xlsxwriter.worksheet import Worksheet

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.forms.spreadsheet.styles import Styles, look_of
from kommunal_nh.surveying.rich import RichText, Run, literal, plain

HIGHEST = 409.0
"""Points; no row of a spreadsheet is higher."""
_LINE = 13.2
_WIDEST = 115
_LOOKS = {(True, False): "bold", (False, True): "italic", (True, True): "both"}


def write_text(
    sheet: Worksheet, place: tuple[int, int], text: RichText, style: str, styles: Styles
) -> None:
    """Write lines of words into a cell, as words and never as a formula.

    Args:
        sheet: The sheet.

        place: Row and column.

        text: The lines.

        style: `fixed` or `open`.

        styles: The looks of the workbook.
    """
    words = cell_words(text)
    look = styles[look_of(style, words)]
    pieces = list(_pieces(text))
    if not any(run.bold or run.italic for run in pieces):
        write_word(sheet, place, words, look)
        return
    if len(pieces) == 1:
        pieces.append(Run(" "))  # a single look is no rich text
    fragments: list[Any] = []
    for run in pieces:
        mark = _LOOKS.get((run.bold, run.italic))
        fragments += [styles[mark], run.text] if mark else [run.text]
    sheet.write_rich_string(*place, *fragments, look)


def write_word(sheet: Worksheet, place: tuple[int, int], word: str, look: Any) -> None:
    """Write a word into a cell, as a word; no word leaves the cell empty.

    Args:
        sheet: The sheet.

        place: Row and column.

        word: The word.

        look: Its format.
    """
    if word:
        sheet.write_string(*place, word, look)
    else:
        sheet.write_blank(*place, None, look)


def cell_words(text: RichText) -> str:
    """What stands in a cell.

    Args:
        text: Lines of words.

    Returns:
        The words.
    """
    return ILLEGAL.sub("", plain(text))


def _pieces(text: RichText) -> Iterator[Run]:
    """Words of one look, with line feeds, and none of them empty."""
    words, look = "", (False, False)
    for at, line in enumerate(text):
        for run in ((Run("\n"),) if at else ()) + line:
            said = ILLEGAL.sub("", literal(run))
            new = look if not said.strip() else (run.bold, run.italic)
            if new != look and words:
                yield Run(words, *look)
                words = ""
            words, look = words + said, new
    if words:
        yield Run(words, *look)


def lines_of(words: str, width: float) -> int:
    """How many lines words take.

    Args:
        words: The words.

        width: Letters in a line.

    Returns:
        The number, rather one more than one too few.
    """
    return sum(max(1, math.ceil(len(line) / width)) for line in words.split("\n"))


def height_of(cells: list[tuple[str, float]]) -> float:
    """The height of a row.

    Args:
        cells: Words and widths of its cells.

    Returns:
        Points.
    """
    most = max((lines_of(words, width) for words, width in cells), default=1)
    return min(HIGHEST, max(2, most) * _LINE + 4)


def width_for(texts: list[str], least: float) -> float:
    """How wide a column must be so that no text is cut off.

    Args:
        texts: What stands in its cells.

        least: The usual width.

    Returns:
        Letters.
    """
    room = int((HIGHEST - 4) / _LINE)
    for width in (least, least * 1.5, 90.0):
        if all(lines_of(text, width) <= room for text in texts):
            return width
    return _WIDEST


def parts_of(words: str, longest: int) -> list[str]:
    """A long text in parts, cut between lines or words where there are some.

    Args:
        words: The text.

        longest: Letters of a part.

    Returns:
        The parts.
    """
    pattern = rf"(?s).{{1,{longest}}}(?=\n|\Z)|.{{1,{longest}}}(?=\s)|.{{1,{longest}}}"
    return [part.strip() for part in re.findall(pattern, words) if part.strip()]
