"""Tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document import Strong, Table, Text
from kommunal_nh_markdown.inlines import cell, paragraph
from kommunal_nh_markdown.looks import Looks

_RULERS = {"start": "---", "center": ":---:", "end": "---:"}


def table_lines(table: Table, looks: Looks) -> Iterator[str]:
    """A table, row by row, with its caption above.

    Args:
        table: The table.

        looks: What marks and references look like.

    Yields:
        The lines.
    """
    caption = paragraph([Strong((Text(table.caption),))], looks)
    yield from caption
    if not table.columns:
        return
    if caption:
        yield ""
    yield _row(cell([Text(column.title)], looks) for column in table.columns)
    yield _row(_RULERS.get(column.align, "---") for column in table.columns)
    for row in table.rows:
        yield _row(cell(content, looks) for content in row.cells)


def _row(cells: Iterable[str]) -> str:
    return "|" + ("".join(f" {text} |" if text else " |" for text in cells) or " |")
