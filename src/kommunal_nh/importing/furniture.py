"""What belongs to the pages and not to the report: legends in mid-sentence, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kommunal_nh.importing.wording import Wording, folded
from kommunal_nh.manuscripts import Grid, Line

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|] ?)?(?:Seite |S\. ?)?\d{1,4}(?: ?(?:von|/) ?\d{1,4})?(?: ?[-–—|])?"
)
_SHORTEST_LEGEND = 2


def without_furniture(
    blocks: Sequence[Line | Grid], wording: Wording
) -> tuple[list[Line | Grid], list[list[Line]], set[int]]:
    """Take out what the pages repeat.

    Args:
        blocks: A manuscript.

        wording: The words of the profile.

    Returns:
        The rest; what was taken out; and the places after which a page ended.
    """
    kept: list[Line | Grid] = []
    taken: list[list[Line]] = []
    ends: set[int] = set()
    place = 0
    while place < len(blocks):
        length = _length(blocks, place, wording)
        if length:
            run = blocks[place : place + length]
            taken.append([block for block in run if isinstance(block, Line)])
            if kept:
                ends.add(kept[-1].at)
        else:
            kept.append(blocks[place])
        place += max(1, length)
    return kept, taken, ends


def _length(blocks: Sequence[Line | Grid], place: int, wording: Wording) -> int:
    """How many blocks of furniture stand at a place."""
    run = list(_legend_lines(blocks, place, wording))
    if len(run) >= max(_SHORTEST_LEGEND, len(wording.legend)):
        return len(run)
    return int(_is_page_number(blocks[place]))


def _legend_lines(
    blocks: Sequence[Line | Grid], place: int, wording: Wording
) -> Iterator[Line | Grid]:
    for block, label in zip(
        blocks[place : place + len(wording.legend)], wording.legend, strict=False
    ):
        if not isinstance(block, Line) or block.level or folded(block.words) != label:
            return
        yield block


def _is_page_number(block: Line | Grid) -> bool:
    return (
        isinstance(block, Line)
        and not block.level
        and not block.marker
        and _PAGE_NUMBER.fullmatch(block.words) is not None
    )
