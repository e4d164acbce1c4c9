"""What changed between two lines, word by word, so that people can read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from kommunal_nh.comparing.tokens import Token, content_of, is_space, letters, tokens_of
from kommunal_nh.document import Deleted, Inline, Inserted
from kommunal_nh.sequences import common_start

MOST_PAIRS = 1_000_000
"""Beyond this many pairs of tokens a comparison takes too long, and nobody would read it."""


@attrs.frozen
class Run:
    """Tokens that both lines have, or what stands in each of them instead.

    Attributes:
        old: Of the older line.
        new: Of the newer one.
        same: Both are equal.
    """

    old: Sequence[Token]
    new: Sequence[Token]
    same: bool


def changed_words(
    old: tuple[Inline, ...], new: tuple[Inline, ...], most_pairs: int = MOST_PAIRS
) -> tuple[Inline, ...]:
    """Both lines in one.

    Args:
        old: The older line, as `content_of` makes it.

        new: The newer one.

        most_pairs: Longer passages are deleted and inserted as a whole.

    Returns:
        The words of both, with `Deleted` around what is gone and `Inserted` around what is new.
    """
    if old == new:
        return new
    runs = _smooth(list(_runs(tokens_of(old), tokens_of(new), most_pairs)))
    return tuple(inline for run in runs for inline in _marked(run))


def _marked(run: Run) -> Iterator[Inline]:
    if run.same:
        yield from content_of(run.new)
        return
    if run.old:
        yield Deleted(content_of(run.old))
    if run.new:
        yield Inserted(content_of(run.new))


def _runs(old: list[Token], new: list[Token], most_pairs: int) -> Iterator[Run]:
    start = common_start(old, new)
    rest_old, rest_new = old[start:], new[start:]
    end = common_start(rest_old[::-1], rest_new[::-1])
    inner_old, inner_new = rest_old[: len(rest_old) - end], rest_new[: len(rest_new) - end]
    yield Run(old[:start], new[:start], same=True)
    yield from _inner_runs(inner_old, inner_new, most_pairs)
    yield Run(old[len(old) - end :], new[len(new) - end :], same=True)


def _inner_runs(old: list[Token], new: list[Token], most_pairs: int) -> Iterator[Run]:
    if len(old) * len(new) > most_pairs:
        yield Run(old, new, same=False)
        return
    matcher = SequenceMatcher(is_space, old, new, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        yield Run(old[i:i_end], new[j:j_end], same=tag == "equal")


def _smooth(runs: list[Run]) -> list[Run]:
    """The runs without equalities that are too small to be read as such."""
    smooth: list[Run] = []
    for run, after in zip(runs, (*runs[1:], None), strict=True):
        same = run.same and not (smooth and after and _is_tiny(run, smooth[-1], after))
        if smooth and not smooth[-1].same and not same:
            smooth[-1] = _joined(smooth[-1], run)
        elif run.old or run.new:
            smooth.append(attrs.evolve(run, same=same))
    return smooth


def _joined(first: Run, second: Run) -> Run:
    return Run([*first.old, *second.old], [*first.new, *second.new], same=False)


def _is_tiny(run: Run, before: Run, after: Run) -> bool:
    """Whether what is equal between two changes is less than what surrounds it."""
    if before.same or after.same or not (after.old or after.new):
        return False
    lengths = [letters(token) for token in run.new if letters(token)]
    around = min(_size(before), _size(after))
    total = sum(lengths)
    return total <= 4 or (len(lengths) <= 3 and total <= around)


def _size(run: Run) -> int:
    return max(sum(map(letters, run.old)), sum(map(letters, run.new)))
