"""Tables of an existing report: lists of projects, archive, overview of the themes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from kommunal_nh.importing.drafts import Draft, ListRow
from kommunal_nh.importing.meanings import COLUMNS, meaning
from kommunal_nh.importing.wording import Wording, close_up, folded
from kommunal_nh.manuscripts import Grid, GridRow

_UNKNOWN = "?"
"""Key of what stands in columns that nobody knows."""
_CROSS = frozenset({"x", "✓", "✔", "●", "•", "ja", "x."})
_BULLET = re.compile(r"^[•▪*-]\s+")
_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?|[A-ZÄÖÜ]\d+")


class TableReader:
    """Reads tables; remembers the heads of the last one, for those that go on after a page."""

    def __init__(self, draft: Draft, wording: Wording) -> None:
        self.heading = ""
        self._draft = draft
        self._wording = wording
        self._known = [(_plain(name), column) for name, column in wording.columns()]
        self._columns: tuple[str, ...] = ()

    def read(self, grid: Grid) -> bool:
        """Take what a table says.

        Args:
            grid: The table.

        Returns:
            False if it is none that the report is made from.
        """
        columns, rows = self._headed(grid)
        if not columns:
            return False
        self._columns = columns
        for row in rows:
            self._row(columns, row)
        return True

    def _headed(self, grid: Grid) -> tuple[tuple[str, ...], Sequence[GridRow]]:
        for count in (1, 2):
            columns = self._columns_of(grid.rows[:count])
            more = self._columns_of(grid.rows[count : count + 1])
            if _is_list(columns) and not (count == 1 and self._is_head(grid.rows[1:2], more)):
                return columns, grid.rows[count:]
        if columns := self._told():
            return columns, grid.rows
        if self._columns[:1] == ("number",) and all(
            _NUMBER.fullmatch(row.cells[0]) for row in grid.rows
        ):
            return self._columns, grid.rows
        return (), ()

    @staticmethod
    def _is_head(rows: Sequence[GridRow], columns: tuple[str, ...]) -> bool:
        """Whether every word of a row is the name of a column."""
        return any(
            bool(columns)
            and all(
                name or not cell.strip() for name, cell in zip(columns, row.cells, strict=False)
            )
            for row in rows
        )

    def _told(self) -> tuple[str, ...]:
        for table in self._wording.profile.recognition.tables:
            if folded(table.heading) == folded(self.heading):
                return tuple(meaning(name, COLUMNS) for name in table.columns)
        return ()

    def _columns_of(self, heads: Sequence[GridRow]) -> tuple[str, ...]:
        width = max((len(row.cells) for row in heads), default=0)
        names = [[*row.cells, *[""] * (width - len(row.cells))] for row in heads]
        found = [
            next(filter(None, (self._column(row[place]) for row in reversed(names))), "")
            for place in range(width)
        ]
        return tuple(found)

    def _column(self, name: str) -> str:
        words = _plain(name)
        exact = [column for known, column in self._known if known == words]
        near = [column for known, column in self._known if known and _begins(words, known)]
        return next(iter([*exact, *near]), "") if words else ""

    def _row(self, columns: tuple[str, ...], row: GridRow) -> None:
        if not any(cell.strip() for cell in row.cells):
            return
        cells = self._by_column(columns, row.cells)
        if "project" in columns and not {"project", "number"} & cells.keys():  # another head
            self._draft.leave(row.at, "\t".join(row.cells))
            return
        entry = ListRow(row.at, cells, self.heading, "\t".join(row.cells))
        if "edition" in columns and "reason" not in columns:
            self._draft.archive.append(entry)
        elif "edition" in columns and "project" in cells:
            self._draft.withdrawn.append(entry)
        elif "edition" in columns:
            self._draft.leave(row.at, entry.words)
        elif "project" in columns:
            self._draft.rows.append(entry)
        else:
            self._draft.overview.append(entry)

    def _by_column(self, columns: tuple[str, ...], cells: tuple[str, ...]) -> dict[str, str]:
        """The cells of a row; in a row with too few, the last ones belong to the last columns."""
        cells = tuple(_BULLET.sub("", close_up(cell.strip())) for cell in cells)
        missing = len(columns) - len(cells)
        if missing > 0:
            cells = _filled_up(columns, cells, missing)
        found: dict[str, str] = {}
        for column, cell in zip_longest(columns, cells, fillvalue=""):
            kind, value = self._meaning(column, cell)
            if value and kind not in found:
                found[kind] = value
            elif value:
                found[_UNKNOWN] = f"{found.get(_UNKNOWN, '')} {cell}".strip()
        return found

    def _meaning(self, column: str, cell: str) -> tuple[str, str]:
        """What a cell says: the kind of its column, and its words or the status it stands for."""
        if not column.startswith("status") or not cell:
            return column or _UNKNOWN, cell
        words = folded(cell)
        _, _, marked = column.partition(":")
        if marked and words in _CROSS:
            return "status", marked
        status = self._wording.statuses.get(words.lstrip("●►□○ "))
        return ("status", status) if status else (_UNKNOWN, cell)


def _plain(name: str) -> str:
    """The head of a column without full stops and hyphenation."""
    return folded(name).replace(".", "").replace("\u00ad", "")


def _begins(words: str, known: str) -> bool:
    return words.startswith(f"{known} ") or known.startswith(f"{words} ")


def _is_list(columns: Sequence[str]) -> bool:
    kinds = set(columns) - {""}
    statuses = {kind for kind in kinds if kind.startswith("status:")}
    if "project" in kinds:
        return "edition" in kinds or bool(statuses) or {"status", "number"} & kinds != set()
    return "theme" in kinds and bool({"dimension", "lead"} & kinds)


def _filled_up(columns: tuple[str, ...], cells: tuple[str, ...], missing: int) -> tuple[str, ...]:
    """Where an empty cell is lost, it was after the crosses and before the words that follow."""
    last = max(
        (place for place, name in enumerate(columns) if name.startswith("status:")), default=0
    )
    crosses = [place for place, cell in enumerate(cells) if folded(cell) in _CROSS]
    split = max(crosses, default=last) + 1
    return (*cells[:split], *[""] * missing, *cells[split:])
