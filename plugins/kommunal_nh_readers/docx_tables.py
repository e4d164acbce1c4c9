"""Tables of a Word file: their cells where they are seen, each text once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kommunal_nh.document import Text
from kommunal_nh.importers import Grid, GridRow
from kommunal_nh.importers import markdown_of as markdown
from kommunal_nh_readers.docx_markup import Span, markdown_of, split, words_of
from kommunal_nh_readers.docx_names import child, name, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 200
_RULERS = {"center": ":---:", "right": "---:", "end": "---:"}
_INSIDE = {name("w:sdt"), name("w:sdtContent"), name("w:customXml"), name("w:ins"),
           name("w:moveTo")}  # fmt: skip


class Cell(NamedTuple):
    """What a cell says.

    Attributes:
        words: Its words, a line feed between paragraphs.
        text: The same as Markdown.
    """

    words: str = ""
    text: str = ""


def children(parent: _Element) -> Iterator[_Element]:
    """What an element encloses, also in content controls and insertions.

    Args:
        parent: A body, table, row or cell.

    Yields:
        The elements in order.
    """
    for one in parent:
        if one.tag in _INSIDE:
            yield from children(one)
        else:
            yield one


def rows_of(table: _Element) -> Iterator[_Element]:
    """The rows of a table that are not deleted.

    Args:
        table: A `w:tbl`.

    Yields:
        Each `w:tr`.
    """
    for row in children(table):
        if row.tag == name("w:tr") and child(row, "w:trPr", "w:del") is None:
            yield row


def cells_of(row: _Element) -> Iterator[_Element | None]:
    """The cells of a row by column.

    Args:
        row: A `w:tr`.

    Yields:
        Each `w:tc`; None for a column that a cell to the left or above covers.
    """
    yield from [None] * _width(row, "w:trPr", "w:gridBefore", least=0)
    for cell in children(row):
        if cell.tag == name("w:tc"):
            yield None if _goes_on(cell) else cell
            yield from [None] * (_width(cell, "w:tcPr", "w:gridSpan", least=1) - 1)
    yield from [None] * _width(row, "w:trPr", "w:gridAfter", least=0)


def is_layout(table: _Element, level_of: Callable[[_Element], int]) -> bool:
    """Whether a table only arranges text: it has one column, or headings or tables in its cells.

    Args:
        table: A `w:tbl`.

        level_of: Level of a paragraph that is a heading; 0 for others.

    Returns:
        True if its cells are to be read like text.
    """
    if next(table.iterdescendants(name("w:tbl")), None) is not None:
        return True
    if any(map(level_of, table.iter(name("w:p")))):
        return True
    return all(sum(1 for _ in cells_of(row)) <= 1 for row in rows_of(table))


def cell_of(lines: Iterable[Sequence[Span]]) -> Cell:
    """A cell from its paragraphs.

    Args:
        lines: The words of each.

    Returns:
        The cell.
    """
    said = [(words_of(line), markdown_of(line)) for one in lines for line in split(one)]
    return joined_cell([(words, text or markdown((Text(words),))) for words, text in said])


def joined_cell(lines: Iterable[tuple[str, str]]) -> Cell:
    """A cell from its lines.

    Args:
        lines: The words of each, and the same as Markdown; empty ones are left out.

    Returns:
        The cell.
    """
    said = [(words, text) for words, text in lines if words]
    return Cell("\n".join(words for words, _ in said), "\\\n".join(text for _, text in said))


def names_rows(table: _Element) -> bool:
    """Whether the first column names the rows, and is set in bold for that.

    Args:
        table: A `w:tbl`.

    Returns:
        What the table says of its look.
    """
    look = child(table, "w:tblPr", "w:tblLook")
    return look is not None and look.get(name("w:firstColumn")) == "1"


def alignments(table: _Element) -> list[str]:
    """How the columns of a table are aligned, as its first row says.

    Args:
        table: A `w:tbl`.

    Returns:
        What stands below the heads in Markdown, by column.
    """
    first = next(rows_of(table), None)
    cells = () if first is None else cells_of(first)
    return [_RULERS.get(value(cell, "w:p", "w:pPr", "w:jc") or "", "---") for cell in cells]


def grid(rows: Sequence[tuple[int, Sequence[Cell]]], rulers: Sequence[str] = ()) -> Grid:
    """A table from its cells.

    Args:
        rows: The place and the cells of each row.

        rulers: What stands below the heads in Markdown, if columns are aligned.

    Returns:
        The table.
    """
    aligned = any(ruler != "---" for ruler in rulers)
    return Grid(
        tuple(
            GridRow(at, tuple(cell.words for cell in cells), tuple(cell.text for cell in cells))
            for at, cells in rows
        ),
        _markdown([[cell.text for cell in cells] for _, cells in rows], rulers) if aligned else "",
    )


def _markdown(rows: Sequence[Sequence[str]], rulers: Sequence[str]) -> str:
    lines = [" | ".join(text.replace("\\\n", " / ") for text in row) for row in rows]
    return "\n".join(f"| {line} |" for line in [lines[0], " | ".join(rulers), *lines[1:]])


def _goes_on(cell: _Element) -> bool:
    """Whether it is covered by the cell above it."""
    merge = child(cell, "w:tcPr", "w:vMerge")
    return merge is not None and (value(cell, "w:tcPr", "w:vMerge") or "continue") == "continue"


def _width(element: _Element, *path: str, least: int) -> int:
    return min(max(number(element, *path) or least, least), _MOST_COLUMNS)
