"""Running text that grows line by line and becomes Markdown."""

from __future__ import annotations

import attrs

from kommunal_nh.importing.escaping import escaped
from kommunal_nh.manuscripts import Grid, Line


@attrs.define(eq=False)
class Prose:
    """Lines and tables of one text."""

    blocks: list[Line | Grid] = attrs.field(factory=list)

    def add(self, block: Line | Grid) -> None:
        """Add a block at the end.

        Args:
            block: A paragraph, an item of a list, a heading or a table.
        """
        self.blocks.append(block)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def at(self) -> int:
        """Where it begins; 0 if there is nothing."""
        return self.blocks[0].at if self.blocks else 0

    @property
    def markdown(self) -> str:
        """The text as Markdown."""
        text = ""
        for before, block in zip([None, *self.blocks], self.blocks, strict=False):
            text += _gap(before, block) + markdown_of(block)
        return text


def markdown_of(block: Line | Grid) -> str:
    """A block as Markdown.

    Args:
        block: The block.

    Returns:
        One or more lines.
    """
    if isinstance(block, Grid):
        return block.text or _table(block)
    text = block.text or escaped(block.words)
    if block.level:
        return f"{'#' * block.level} {text}"
    if block.marker:
        letter = f"{block.marker} " if block.marker[:-1].isalpha() else ""
        return f"{_indent(block)}{_marker(block)} {letter}{text}"
    return text


def _gap(before: Line | Grid | None, block: Line | Grid) -> str:
    if before is None:
        return ""
    items = isinstance(before, Line) and isinstance(block, Line) and before.marker and block.marker
    return "\n" if items else "\n\n"


def _marker(line: Line) -> str:
    return line.marker if line.marker.rstrip(".)").isdigit() else "-"


def _indent(line: Line) -> str:
    return " " * (len(_marker(line)) + 1) * (line.depth - 1)


def _table(grid: Grid) -> str:
    width = max(len(row.cells) for row in grid.rows)
    rows = [[*map(_cell, row.cells), *[""] * (width - len(row.cells))] for row in grid.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _cell(words: str) -> str:
    return escaped(words)
