"""Which line of an older text became which line of a newer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from kommunal_nh.comparing.lines import Line
from kommunal_nh.comparing.tokens import is_space, tokens_of
from kommunal_nh.comparing.words import changed_words
from kommunal_nh.document import Deleted, Inserted

_ALIKE = 0.4  # from here on two lines are one that was changed
_MOST_PAIRS = 10_000
_Pair = tuple[Line | None, Line | None]


def changed_lines(
    old: Sequence[Line], new: Sequence[Line], *, together: bool = False
) -> tuple[Line, ...]:
    """Both texts in one.

    Args:
        old: Lines of the older text.

        new: Lines of the newer one.

        together: If both have one line, it is the same line, however much of it was changed.

    Returns:
        The lines of both in order, what changed in them marked as `Inserted` and `Deleted`; a line
        that only one of them has is marked as a whole.
    """
    if together and len(old) == len(new) == 1:
        return (_changed(old[0], new[0]),)
    return tuple(_changed(*pair) for pair in aligned(old, new))


def aligned(old: Sequence[Line], new: Sequence[Line]) -> Iterator[_Pair]:
    """Pair the lines of two texts.

    Args:
        old: Lines of the older text.

        new: Lines of the newer one.

    Yields:
        The pairs in order; one without a partner stands beside None.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i:i_end], new[j:j_end], strict=True)
        else:
            yield from _best_pairs(old[i:i_end], new[j:j_end])


def _changed(old: Line | None, new: Line | None) -> Line:
    if old is not None and new is not None:
        return attrs.evolve(new, content=changed_words(old.content, new.content))
    if new is not None:
        return attrs.evolve(new, content=(Inserted(new.content),))
    assert old is not None  # noqa: S101 - a pair has at least one line
    return attrs.evolve(old, content=(Deleted(old.content),))


def _best_pairs(old: Sequence[Line], new: Sequence[Line]) -> Iterator[_Pair]:
    """The pairs that are most alike as a whole, without crossing."""
    likeness = _likeness(old, new)
    totals = _totals(likeness, len(old), len(new))
    i = j = 0
    while i < len(old) or j < len(new):
        if likeness.get((i, j)) and totals[i][j] == likeness[i, j] + totals[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < len(old) and totals[i][j] == totals[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _totals(likeness: dict[tuple[int, int], float], height: int, width: int) -> list[list[float]]:
    """How alike the texts can be from each pair of places to their ends."""
    totals = [[0.0] * (width + 1) for _ in range(height + 1)]
    if likeness:
        for i in reversed(range(height)):
            for j in reversed(range(width)):
                paired = likeness.get((i, j), 0.0)
                paired += totals[i + 1][j + 1] if paired else 0.0
                totals[i][j] = max(paired, totals[i + 1][j], totals[i][j + 1])
    return totals


def _likeness(old: Sequence[Line], new: Sequence[Line]) -> dict[tuple[int, int], float]:
    if len(old) * len(new) > _MOST_PAIRS:
        return {}
    old_words, new_words = [_words(line) for line in old], [_words(line) for line in new]
    found: dict[tuple[int, int], float] = {}
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            alike = _alike(old_words[i], new_words[j]) if _same_kind(one, other) else 0
            if alike >= _ALIKE:
                found[i, j] = alike
    return found


def _same_kind(one: Line, other: Line) -> bool:
    return (one.kind, one.depth, one.detail) == (other.kind, other.depth, other.detail)


def _words(line: Line) -> Counter[str]:
    """The words, whatever formatting they have."""
    return Counter(str(token[1]) for token in tokens_of(line.content) if not is_space(token))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that both have, from 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
