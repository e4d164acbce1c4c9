"""Running text of reports that this library wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh.importing.own.facts import is_strong
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.running_text import running_text


def own_text(blocks: Sequence[Line | Grid]) -> str:
    """Blocks as Markdown; the captions of tables are as authors write them.

    Args:
        blocks: The blocks.

    Returns:
        The text.
    """
    return running_text(_with_written_captions(blocks))


def _with_written_captions(blocks: Sequence[Line | Grid]) -> Iterator[Line | Grid]:
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not isinstance(block, Line) or not isinstance(following, Grid) or not is_strong(block):
            yield block
        elif not is_usual_caption(block, following):
            yield Line(block.at, f"Tabelle: {block.words}")


def is_usual_caption(line: Line, table: Grid) -> bool:
    """Whether a line names the columns of the table below it.

    Args:
        line: The line.

        table: The table.

    Returns:
        True for the caption that the library makes.
    """
    titles = ", ".join(filter(None, table.rows[0].cells))
    return line.words.split() == titles.split()
