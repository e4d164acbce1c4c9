"""The last table: for whom the file was made and what was asked."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kommunal_nh.forms import head
from kommunal_nh.forms.document import layout
from kommunal_nh.forms.document.tables import Grid, words_of
from kommunal_nh.forms.head import head_of


@attrs.frozen
class Head(head.Head):
    """What the table says.

    Attributes:
        frame: Fingerprint of what stands outside the tables.
    """

    frame: str


def parted(tables: Sequence[Grid]) -> tuple[Head, list[Grid]] | None:
    """Find the table.

    Args:
        tables: All tables of a file.

    Returns:
        What it says, and the other tables; None if it is missing or damaged.
    """
    for place in reversed(range(len(tables))):
        if found := _head(tables[place]):
            return found, [*tables[:place], *tables[place + 1 :]]
    return None


def _head(table: Grid) -> Head | None:
    rows = [[words_of(text) for text in row] for row in table.rows]
    if not rows or rows[0][:1] != [head.SIGN]:
        return None
    said = {row[0]: row[1] for row in rows if len(row) > 1}
    statuses, goals = (
        {label: value for value, label in _pairs(rows, name)}
        for name in (layout.STATUSES, layout.GOALS)
    )
    found = head_of(said, _pairs(rows, head.QUESTION), statuses, goals)
    frame = said.get(layout.FRAME, "")
    return None if found is None else Head(**attrs.asdict(found, recurse=False), frame=frame)


def _pairs(rows: Sequence[Sequence[str]], name: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in rows if len(row) > 2 and row[0] == name]
