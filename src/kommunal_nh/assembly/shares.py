"""Shares in whole per cent that add up to 100."""

from __future__ import annotations

from collections.abc import Sequence

_WHOLE = 100


def shares(counts: Sequence[int]) -> list[int]:
    """The share of each count, by the method of largest remainders.

    Args:
        counts: How many there are of each; none is negative.

    Returns:
        Whole per cents that add up to exactly 100, each less than one away from the exact share;
        zeros if there is nothing at all.
    """
    total = sum(counts)
    if total == 0:
        return [0] * len(counts)
    parts = [_WHOLE * count // total for count in counts]
    missing = _WHOLE - sum(parts)
    by_remainder = sorted(range(len(counts)), key=lambda place: -(_WHOLE * counts[place] % total))
    for place in by_remainder[:missing]:
        parts[place] += 1
    return parts
