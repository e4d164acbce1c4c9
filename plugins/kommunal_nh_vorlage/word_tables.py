"""Tables in Word: a caption, a header row that repeats, rules instead of a grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import Column, Inline, Table
from kommunal_nh_vorlage.styles import RULE, SHADE

if TYPE_CHECKING:
    from docx.document import Document as Word

_WIDTH = 16.3  # of a table, in centimetres
_MARGIN = "108"  # of cells, in twentieths of a point: text in a table stands where other text does
_ORDER = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblLook", "tblCaption")
"""How Word wants the properties of a table to follow one another."""


def write_table(word: Word, table: Table, words: Callable[[tuple[Inline, ...]], str]) -> None:
    """Write a table.

    Args:
        word: The file.

        table: The table.

        words: Makes text of the content of a cell.
    """
    caption = word.add_paragraph(table.caption, "Caption")
    caption.paragraph_format.keep_with_next = True
    made = word.add_table(1, len(table.columns))
    made.autofit = False
    _dress(made, table.caption)
    _fill(made.rows[0], [column.title for column in table.columns], table.columns, is_head=True)
    for row in table.rows:
        _fill(made.add_row(), [words(cell) for cell in row.cells], table.columns)
    _set_widths(made, table.columns)


def _fill(
    row: Any, texts: Sequence[str], columns: Sequence[Column], *, is_head: bool = False
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for cell, text, column in zip(row.cells, texts, columns, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).bold = is_head or column.header
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(2)
        if column.align == "end":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if is_head:
            _shade(cell)
    _keep(row, is_head=is_head)


def _element(tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _keep(row: Any, *, is_head: bool) -> None:
    """No row breaks over pages; the header row stands on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_head:
        properties.append(_element("w:tblHeader"))


def _shade(cell: Any) -> None:
    shade = _element("w:shd", val="clear", color="auto", fill=SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _dress(made: Any, caption: str) -> None:
    """Rules, the place on the page, and what the table is for those who do not see it."""
    from docx.oxml.ns import qn

    properties = made._tbl.tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    properties.append(_element("w:tblInd", w=_MARGIN, type="dxa"))
    properties.append(borders)
    properties.append(
        _element("w:tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1",
                 lastColumn="0", noHBand="1", noVBand="1")
    )  # fmt: skip
    properties.append(_element("w:tblCaption", val=caption))
    order = {qn(f"w:{name}"): place for place, name in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda one: order[one.tag])


def _set_widths(made: Any, columns: Sequence[Column]) -> None:
    from docx.shared import Cm

    total = sum(column.width for column in columns)
    widths = [Cm(_WIDTH * column.width / total) for column in columns]
    for grid, width in zip(made.columns, widths, strict=True):
        grid.width = width
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
