"""One row of answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from kommunal_nh.forms.spreadsheet import layout
from kommunal_nh.forms.spreadsheet.cells import Cell, Sheet
from kommunal_nh.forms.spreadsheet.hidden import Head
from kommunal_nh.forms.spreadsheet.places import place_name
from kommunal_nh.merging.answers import Answer, Remark
from kommunal_nh.surveying.fingerprints import print_of
from kommunal_nh.surveying.instructions import YES
from kommunal_nh.surveying.rich import RichText
from kommunal_nh.surveying.sameness import folded, meant

_Row: TypeAlias = Mapping[int, Cell]
_YES = {folded(word) for word in (YES, "x", "j", "1", "wahr", "true", "unverändert", "✓", "✔")}
_NO = {"", "nein", "n", "0", "falsch", "false", "-"}


@attrs.frozen
class RowReader:
    """Reads rows of answers.

    Attributes:
        sheet: The sheet.
        columns: Columns by heading.
        head: What was asked.
        remarks: Gets what can not be read as an answer.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    head: Head
    remarks: list[Remark]

    def answer(self, row: int, cells: _Row, key: str) -> Answer:
        """Read one row.

        Args:
            row: Its number.

            cells: Its cells by column.

            key: The question.

        Returns:
            The answer; what is unclear is a remark and not in it.
        """
        place, prints = place_name(self.sheet, row), self.head.asked[key]
        status = meant(self._words(row, cells, layout.STATUS, key), self.head.statuses)
        new = self._text(row, cells, layout.NEW, key) or ()
        last = self._text(row, cells, layout.LAST, key)
        if last and print_of(last) != prints.progress:
            if new:
                what = "Der letzte Sachstand ist geändert, und es gibt einen neuen."
                self._remark(row, what, "\n".join(run.text for line in last for run in line), key)
            new = new or last
        return Answer(
            key, place, status, new,
            self._text(row, cells, layout.DESCRIPTION, key),
            None if "#" in key else self._text(row, cells, layout.COOPERATION, key),
            self._is_unchanged(row, cells, key),
        )  # fmt: skip

    def _text(self, row: int, cells: _Row, name: str, key: str) -> RichText | None:
        """The lines of a cell; None if the cell does not count."""
        column = self.columns[name]
        if not column or name in self.head.long.get(key, ()):
            return None
        if self._is_merged(row, column):
            if name != layout.LAST:
                self._remark(row, f"Die Zelle „{name}“ ist mit anderen verbunden.",
                             cells[column].words if column in cells else "", key)  # fmt: skip
            return None
        cell = cells.get(column, Cell(()))
        if cell.broken:
            self._remark(row, f"In „{name}“ steht eine Formel oder ein Fehler statt eines Textes.",
                         cell.words, key)  # fmt: skip
            return None
        return cell.text

    def _words(self, row: int, cells: _Row, name: str, key: str) -> str:
        text = self._text(row, cells, name, key) or ()
        return " ".join("".join(run.text for run in line) for line in text)

    def _is_unchanged(self, row: int, cells: _Row, key: str) -> bool:
        words = self._words(row, cells, layout.UNCHANGED, key)
        said = folded(words)
        if said not in _YES | _NO:
            self._remark(
                row, f"In „{layout.UNCHANGED}“ steht weder „{YES}“ noch nichts.", words, key
            )
        return said in _YES

    def _is_merged(self, row: int, column: int) -> bool:
        """Whether a cell is one with others, so that nobody knows what belongs to which."""
        return any(
            first[0] <= row <= last[0] and first[1] <= column <= last[1]
            for first, last in self.sheet.merged
        )

    def _remark(self, row: int, message: str, said: str, key: str) -> None:
        self.remarks.append(Remark(place_name(self.sheet, row), message, said, key))
