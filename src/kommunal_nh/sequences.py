"""What two sequences have in common."""

from __future__ import annotations

from collections.abc import Sequence


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
