"""What stays on one page: rows of a table and points of a list that must not stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise, tee
from typing import TypeVar

from kommunal_nh.document import Block, Paragraph, Row, plain_text

_SHORT_TABLE = 12  # rows; a table with fewer stays on one page
_SHORT_LIST = 6  # points; such a list stays on one page
_TALL = 300  # characters in a cell
_LONG = 500  # characters in a list
_T = TypeVar("_T")


def kept_rows(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Rows of a table; only a few are read ahead, so that long tables stay streams.

    Args:
        rows: The rows.

    Yields:
        Each row, and whether it stays on the page of the next one: all rows of a short table, and
        the first and the last two of a long one.
    """
    coming = iter(rows)
    begun = list(islice(coming, _SHORT_TABLE))
    is_short = len(begun) < _SHORT_TABLE and not any(map(_is_tall, begun))
    for place, (row, is_last_but_one, is_last) in enumerate(_ends(chain(begun, coming))):
        yield row, not is_last and (is_short or place == 0 or is_last_but_one)


def kept_points(points: Sequence[Sequence[Block]]) -> list[bool]:
    """Points of a list.

    Args:
        points: What each says.

    Returns:
        Whether each stays on the page of the next one, as with rows.
    """
    is_short = len(points) <= _SHORT_LIST and _letters(points) < _LONG
    return [
        not is_last and (is_short or place == 0 or is_last_but_one)
        for place, (_, is_last_but_one, is_last) in enumerate(_ends(points))
    ]


def _ends(items: Iterable[_T]) -> Iterator[tuple[_T, bool, bool]]:
    """Each item, whether it is the last but one, and whether it is the last."""
    here, ahead = tee(items)
    rest = chain((True for _ in islice(ahead, 1, None)), (False, False))
    for item, (has_one, has_two) in zip(here, pairwise(rest), strict=False):
        yield item, has_one and not has_two, not has_one


def _is_tall(row: Row) -> bool:
    return any(len(plain_text(cell)) >= _TALL for cell in row.cells)


def _letters(points: Iterable[Iterable[Block]]) -> int:
    """How long a list is; one with more than words in it counts as long."""
    blocks = [block for point in points for block in point]
    texts = [len(plain_text(one.content)) for one in blocks if isinstance(one, Paragraph)]
    return sum(texts) if len(texts) == len(blocks) else _LONG
