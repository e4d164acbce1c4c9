"""Tables, each in a region of its own that scrolls on small screens."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kommunal_nh.labels import fill
from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.sections import facets_attribute

if TYPE_CHECKING:
    from kommunal_nh.document import Column, Row, Table
    from kommunal_nh_html.writer import Writer

_ALIGNED = {"center": ' class="center"', "end": ' class="end"'}
_PLAIN_CELL = ("<td>", "</td>")
_EMPTY_CELL = "<td></td>"
_MANY_COLUMNS = 6


def write_table(table: Table, writer: Writer) -> None:
    """Write a table with caption, header cells and a label for its region.

    Args:
        table: The table.

        writer: Where to.
    """
    label = attribute(fill(writer.document.labels.table_region, titel=table.caption))
    writer.put(
        f'<div class="{_classes(table)}" role="region" tabindex="0" aria-label="{label}">\n'
        f"<table>\n<caption>{text(table.caption)}</caption>\n{_header(table.columns)}<tbody>\n"
    )
    shapes = [_shape(column) for column in table.columns]
    for row in table.rows:
        _write_row(row, shapes, writer)
        writer.flush_when_full()
    writer.put("</tbody>\n</table>\n</div>\n")


def _classes(table: Table) -> str:
    texts = [column for column in table.columns if column.align != "end"]  # numbers are narrow
    wide = len(texts) > _MANY_COLUMNS
    return "table-region" + " wide" * wide + " landscape" * table.landscape


def _header(columns: tuple[Column, ...]) -> str:
    if not columns:
        return ""
    cells = "".join(_header_cell(column) for column in columns)
    return f"{_widths(columns)}<thead>\n<tr>{cells}</tr>\n</thead>\n"


def _header_cell(column: Column) -> str:
    if not column.title.strip():
        return _EMPTY_CELL
    words = text(column.title).replace("/", "/<wbr>")  # else a narrow column is as wide as all
    return f'<th scope="col"{_ALIGNED.get(column.align, "")}>{words}</th>'


def _widths(columns: tuple[Column, ...]) -> str:
    # The policy of the page forbids style attributes, so the style sheet has a class for each
    # multiple of 5 %.
    total = sum(max(column.width, 0) for column in columns)
    if total == 0 or len({column.width for column in columns}) == 1:
        return ""
    exact = [20 * max(column.width, 0) / total for column in columns]
    parts = [max(round(part), 1) for part in exact]
    if sum(parts) > 20:  # browsers would take what is too much from the last column
        parts = [max(int(part), 1) for part in exact]
    return "<colgroup>" + "".join(f'<col class="w{5 * part}">' for part in parts) + "</colgroup>\n"


def _shape(column: Column) -> tuple[str, str]:
    aligned = _ALIGNED.get(column.align, "")
    return (f'<th scope="row"{aligned}>', "</th>") if column.header else (f"<td{aligned}>", "</td>")


def _write_row(row: Row, shapes: list[tuple[str, str]], writer: Writer) -> None:
    cells = []
    for shape, cell in zip_longest(shapes, row.cells):
        words = writer.inlines(cell or ())
        start, end = shape or _PLAIN_CELL
        # A header cell without words would name nothing.
        cells.append(f"{start}{words}{end}" if words else _EMPTY_CELL)
    if cells:
        writer.put(f"<tr{facets_attribute(row.facets)}>{''.join(cells)}</tr>\n")
