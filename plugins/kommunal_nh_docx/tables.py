"""Tables: written row by row, with a header row that every page repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from kommunal_nh.document import Column, Row, Table, Text
from kommunal_nh_docx.body import Body, Place
from kommunal_nh_docx.keeping import kept_rows
from kommunal_nh_docx.looks import CELL, ROW_NAME, Look
from kommunal_nh_docx.paragraphs import opening
from kommunal_nh_docx.xml import attribute

_HEADER = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_CLOSE_CELL = "</w:p></w:tc>"
_NARROWEST = 100


def write_table(body: Body, table: Table, place: Place) -> None:
    """Write a table with its caption above.

    Args:
        body: Where to write it.

        table: The table.

        place: Where it stands.
    """
    if table.landscape:
        place = attrs.evolve(place, page="landscape")
    caption = body.words.xml((Text(table.caption),))
    body.paragraph(place, caption, "Caption", keep_next=True, indent=place.indent)
    if table.columns:
        widths = shares(table.columns, body.pages.layout(place.page).width - place.indent)
        for piece in _pieces(body, table, widths, place.indent):
            body.write(piece)


def shares(columns: Sequence[Column], width: int) -> list[int]:
    """Divide a width among columns.

    Args:
        columns: The columns.

        width: The width of the table.

    Returns:
        The widths of the columns, which add up to that of the table.
    """
    parts = [max(column.width, 0) for column in columns]
    total = sum(parts)
    if not total:
        parts, total = [1] * len(parts), len(parts)
    room = max(width - _NARROWEST * len(parts), 0)
    edges = [room * sum(parts[:count]) // total for count in range(len(parts) + 1)]
    return [end - start + _NARROWEST for start, end in pairwise(edges)]


def _pieces(body: Body, table: Table, widths: Sequence[int], indent: int) -> Iterator[str]:
    yield _beginning(body.ids["ReportTable"], table, widths, indent)
    yield _header(body, table.columns, widths)
    openings = {
        keep: [
            _cell(body.ids["TableText"], column, width, keep_next=keep)
            for column, width in zip(table.columns, widths, strict=True)
        ]
        for keep in (True, False)
    }
    looks = [ROW_NAME if column.header else CELL for column in table.columns]
    for row, keep in kept_rows(table.rows):
        yield _row(body, row, openings[keep], looks)
    # Tables that touch would become one, and a page can not end in a table.
    yield f"</w:tbl>{opening(body.ids['Gap'])}</w:p>"


def _beginning(style: str, table: Table, widths: Sequence[int], indent: int) -> str:
    caption = attribute(table.caption)
    columns = attribute(", ".join(column.title for column in table.columns))
    names_rows = int(table.columns[0].header)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{attribute(style)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"04A0" if names_rows else "0420"}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{names_rows}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{columns}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _header(body: Body, columns: Sequence[Column], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(body.ids["TableHeader"], column, width, keep_next=False)
        + body.words.xml((Text(column.title),), CELL)
        + _CLOSE_CELL
        for column, width in zip(columns, widths, strict=True)
    )
    return f"{_HEADER}{cells}</w:tr>"


def _cell(style: str, column: Column, width: int, *, keep_next: bool) -> str:
    align = column.align if column.align in {"center", "end"} else ""
    paragraph = opening(style, keep_next, align="right" if align == "end" else align)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}'


def _row(body: Body, row: Row, openings: Sequence[str], looks: Sequence[Look]) -> str:
    xml = body.words.xml
    cells = [
        f"{start}{xml(cell, look) if cell else ''}{_CLOSE_CELL}"
        for start, look, cell in zip(openings, looks, row.cells, strict=True)
    ]
    return f"{_ROW}{''.join(cells)}</w:tr>"
