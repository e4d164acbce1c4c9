"""What two sequences have in common, and how one is cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

_Item = TypeVar("_Item")


def common_start(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items are the same from the start.

    Args:
        one: A sequence.

        other: Another one.

    Returns:
        The number of items.
    """
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def in_parts(items: Sequence[_Item], most: int) -> list[Sequence[_Item]]:
    """Cut a sequence into as few parts as possible, all about as long.

    Args:
        items: The sequence.

        most: How long a part can be; at least 1.

    Returns:
        The parts in order; together they are the sequence.
    """
    count = -(-len(items) // max(most, 1))
    cuts = [len(items) * place // max(count, 1) for place in range(count + 1)]
    return [items[start:end] for start, end in pairwise(cuts)]
