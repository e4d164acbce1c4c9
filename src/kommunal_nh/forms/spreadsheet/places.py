"""Where something stands in a sheet: headings, rows, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kommunal_nh.forms.spreadsheet.cells import Sheet
from kommunal_nh.merging.answers import Remark
from kommunal_nh.surveying.sameness import folded

_DEEPEST = 30


def headings_of(sheet: Sheet, needed: Sequence[str]) -> tuple[int, Mapping[str, int]] | None:
    """The row with the headings.

    Args:
        sheet: The sheet.

        needed: Headings that must be there.

    Returns:
        The row, and the column of each heading by its words; None if there is no such row.
    """
    for row, cells in sheet.rows().items():
        if row > _DEEPEST:
            break
        found: dict[str, int] = {}
        for column, cell in cells.items():
            found.setdefault(folded(cell.words), column)
        if all(folded(name) in found for name in needed):
            return row, _Headings(found)
    return None


class _Headings(dict[str, int]):
    """Columns by heading; how a heading is written makes no difference."""

    def __getitem__(self, name: str) -> int:
        return super().get(folded(name), 0)


def place_name(sheet: Sheet, row: int) -> str:
    """What people call a place.

    Args:
        sheet: The sheet.

        row: The row.

    Returns:
        German words.
    """
    return f"Blatt „{sheet.name}“, Zeile {row}"


def strays(
    sheet: Sheet, top: int, columns: Mapping[str, int], keys: Mapping[int, str]
) -> Iterator[Remark]:
    """What is written beside the answers: above the table, in columns of one's own, in comments.

    Args:
        sheet: The sheet.

        top: The row of the headings.

        columns: The columns that are known.

        keys: The question of each row.

    Yields:
        A remark for each.
    """
    known = set(columns.values())
    names = {column: sheet.cells[top, column].words for column in known if column}
    for (row, column), cell in sorted(sheet.cells.items(), key=lambda item: item[0]):
        if row < top or (row in keys and column not in known):
            yield Remark(place_name(sheet, row), "Das steht neben den Antworten.", cell.words,
                         keys.get(row, ""))  # fmt: skip
    for (row, column), words in sheet.notes:
        what = f"Das steht in einem Kommentar zu „{names.get(column, '')}“."
        yield Remark(place_name(sheet, row), what, words, keys.get(row, ""))
