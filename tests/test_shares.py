"""Shares add up."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh.assembly.shares import shares

counts = st.lists(st.integers(0, 10_000), min_size=1, max_size=12)


@given(counts)
def test_shares_add_up_to_a_hundred(numbers: list[int]) -> None:
    """Shares add up to exactly 100 wherever there is something to share."""
    assert sum(shares(numbers)) == (100 if any(numbers) else 0)


@given(counts)
def test_each_share_is_near_the_exact_one(numbers: list[int]) -> None:
    """No share is a whole per cent away from the exact one, and nothing has no share."""
    for number, share in zip(numbers, shares(numbers), strict=True):
        exact = Fraction(100 * number, sum(numbers) or 1)
        assert abs(share - exact) < 1
        assert number or share == 0


@given(counts)
def test_more_never_has_the_smaller_share(numbers: list[int]) -> None:
    """Who has more has at least the share of who has less."""
    pairs = sorted(zip(numbers, shares(numbers), strict=True))

    assert [share for _, share in pairs] == sorted(share for _, share in pairs)
