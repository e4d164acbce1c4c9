"""Running text of reports that this library wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh.importing.own.facts import is_strong
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.running_text import running_text


def own_text(blocks: Sequence[Line | Grid]) -> str:
    """Blocks as Markdown, without the captions that tables in texts are given.

    Args:
        blocks: The blocks.

    Returns:
        The text.
    """
    return running_text(_without_captions(blocks))


def _without_captions(blocks: Sequence[Line | Grid]) -> Iterator[Line | Grid]:
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if not (isinstance(following, Grid) and is_caption(block, following)):
            yield block


def is_caption(block: Line | Grid, table: Grid) -> bool:
    """Whether a line names the columns of the table below it.

    Args:
        block: The line.

        table: The table.

    Returns:
        True for the caption that the library makes.
    """
    if not isinstance(block, Line) or not is_strong(block):
        return False
    titles = ", ".join(filter(None, table.rows[0].cells))
    return block.words.split() == titles.split()
