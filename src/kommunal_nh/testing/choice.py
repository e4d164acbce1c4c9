"""Many quick choices out of one drawn number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

_T = TypeVar("_T")
SEEDS = st.integers(0, 2**80)


class Choices:
    """Many choices out of one drawn number, digit by digit.

    Drawing each field of each project by itself would take Hypothesis far longer than all tests
    together. The number 0 chooses the first of everything, so examples still become simple.
    """

    def __init__(self, seed: int) -> None:
        """Start with a drawn number."""
        self.left = seed

    def one(self, pool: Sequence[_T]) -> _T:
        """One of several things.

        Args:
            pool: The things; the simplest first.

        Returns:
            One of them.
        """
        self.left, digit = divmod(self.left, len(pool))
        return pool[digit]

    def some(self, pool: Sequence[_T], most: int = 2) -> tuple[_T, ...]:
        """A few of several things.

        Args:
            pool: The things.

            most: How many at most.

        Returns:
            None, one or several different ones.
        """
        chosen = [self.one(pool) for _ in range(self.one(range(most + 1)))]
        return tuple(dict.fromkeys(chosen))

    def seldom(self) -> bool:
        """True in one of five cases."""
        return self.one(range(5)) == 4
