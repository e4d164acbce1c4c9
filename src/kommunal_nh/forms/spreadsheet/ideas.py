"""The sheet of new ideas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.cells import Cell, Sheet
from kommunal_nh.forms.spreadsheet.hidden import Head
from kommunal_nh.forms.spreadsheet.places import place_name, strays
from kommunal_nh.merging.answers import Idea, Remark
from kommunal_nh.surveying.sameness import meant


def read_ideas(
    sheet: Sheet, headings: tuple[int, Mapping[str, int]], head: Head, remarks: list[Remark]
) -> Iterator[Idea]:
    """Read the ideas.

    Args:
        sheet: Their sheet.

        headings: The row of the headings, and the columns.

        head: What there was to choose from.

        remarks: Gets what can not be read as an idea.

    Yields:
        The ideas; one without a title is a remark.
    """
    top, columns = headings
    for row, cells in sheet.rows().items():
        if row <= top:
            continue
        idea = _idea(sheet, row, cells, columns, head)
        said = " | ".join(cell.words for cell in cells.values())
        if any(cell.broken for cell in cells.values()):
            what = "Dieser Vorschlag enthält eine Formel oder einen Fehler."
            remarks.append(Remark(idea.place, what, said))
        elif idea.title:
            yield idea
        elif said.strip(" |"):
            remarks.append(Remark(idea.place, "Diesem Vorschlag fehlt ein Titel.", said))
    remarks += strays(sheet, top, columns, {row: "" for row in sheet.rows() if row > top})


def _idea(
    sheet: Sheet, row: int, cells: Mapping[int, Cell], columns: Mapping[str, int], head: Head
) -> Idea:
    def cell(name: str) -> Cell:
        return cells.get(columns[name], Cell(()))

    return Idea(
        place_name(sheet, row),
        meant(cell(layout.GOAL).words, head.goals),
        " ".join(cell(layout.IDEA_TITLE).words.split()),
        cell(layout.DESCRIPTION).text,
        cell(layout.COOPERATION).text,
    )
