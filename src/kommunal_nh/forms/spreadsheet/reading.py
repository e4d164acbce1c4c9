"""A spreadsheet that came back: answers, ideas, and whatever else was written in it.

Columns are found by their headings and rows by their keys, so sorting, filters, hidden or moved
columns and empty rows make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kommunal_nh.errors import UsageError
from kommunal_nh.forms.head import SIGN, no_form
from kommunal_nh.forms.package import Package
from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.cells import Cell, Sheet, sheets_of
from kommunal_nh.forms.spreadsheet.hidden import Head, read_head
from kommunal_nh.forms.spreadsheet.ideas import read_ideas
from kommunal_nh.forms.spreadsheet.places import headings_of, place_name, strays
from kommunal_nh.forms.spreadsheet.rows import RowReader
from kommunal_nh.merging.answers import Answer, Answers, Idea, Remark

_NEEDED = (layout.KEY, layout.NEW)
_IDEA_NEEDED = (layout.GOAL, layout.IDEA_TITLE)


def read(source: Path) -> Answers:
    """Read a file that came back.

    Args:
        source: The file, whatever its name is now.

    Returns:
        What stands in it.

    Raises:
        UsageError: It is no questionnaire, damaged, or holds what is not read.
    """
    sheets = sheets_of(Package(source))
    head = _head(source, sheets)
    remarks: list[Remark] = []
    answers: list[Answer] = []
    ideas: list[Idea] = []
    found = False
    for sheet in sheets:
        if sheet.name in (layout.GUIDE, layout.LONG, layout.HIDDEN):
            continue
        if headings := headings_of(sheet, _NEEDED):
            found = True
            answers += _answers(sheet, headings, head, remarks)
        elif headings := headings_of(sheet, _IDEA_NEEDED):
            ideas += read_ideas(sheet, headings, head, remarks)
        else:
            remarks += _other_sheet(sheet)
    if not found:
        raise UsageError(
            f"In {source.name} fehlen die Überschriften „{layout.NEW}“ und „{layout.KEY}“, an "
            "denen die Antworten erkannt werden. Bitte sie in der ersten Zeile wieder eintragen."
        )
    return Answers(
        source.name, head.edition, head.unit, head.due, head.asked,
        tuple(answers), tuple(ideas), tuple(remarks),
    )  # fmt: skip


def _head(source: Path, sheets: list[Sheet]) -> Head:
    for sheet in sheets:
        if head := read_head(_words(sheet)):
            return head
    raise no_form(source.name, f"das verborgene Blatt „{layout.HIDDEN}“")


def _words(sheet: Sheet) -> list[list[str]]:
    """The cells of the hidden sheet as words; a number as Python writes it, not as people do."""
    if sheet.cells.get((1, 1), Cell(())).words != SIGN:
        return []
    rows = []
    for cells in sheet.rows().values():
        width = min(max(cells), 9)
        rows.append([_word(cells.get(column)) for column in range(1, width + 1)])
    return rows


def _word(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.words if cell.number is None else f"{cell.number:g}"


def _answers(
    sheet: Sheet, headings: tuple[int, Mapping[str, int]], head: Head, remarks: list[Remark]
) -> Iterator[Answer]:
    top, columns = headings
    keys = dict[int, str]()
    reader = RowReader(sheet, columns, head, remarks)
    for row, cells in sheet.rows().items():
        if row <= top:
            continue
        key = cells[columns[layout.KEY]].words if columns[layout.KEY] in cells else ""
        if key in head.asked:
            keys[row] = key
            yield reader.answer(row, cells, key)
        else:
            remarks.append(_by_hand(sheet, row, cells))
    remarks += strays(sheet, top, columns, keys)


def _by_hand(sheet: Sheet, row: int, cells: Mapping[int, Cell]) -> Remark:
    said = " | ".join(cell.words for cell in cells.values())
    return Remark(place_name(sheet, row), "Diese Zeile gehört zu keiner gestellten Frage.", said)


def _other_sheet(sheet: Sheet) -> Iterator[Remark]:
    if sheet.cells:
        said = "\n".join(
            " | ".join(cell.words for cell in cells.values()) for cells in sheet.rows().values()
        )
        yield Remark(f"Blatt „{sheet.name}“", "Dieses Blatt kam von Hand dazu.", said[:20_000])
