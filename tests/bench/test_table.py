"""Rows of the table, and lines through measured points."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

HERE = Path(__file__).parent


@pytest.fixture(autouse=True, scope="module")
def bench() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(HERE), *sys.path])
        import fits  # noqa: F401
        import table  # noqa: F401


@pytest.mark.parametrize(
    ("ours", "other", "target", "met"),
    [(1, 2, 0.5, True), (1.1, 2, 0.5, False), (9, 1, None, None)],
)
def test_verdict(ours: float, other: float, target: float | None, met: bool | None) -> None:
    """A target is met up to its very value; without a target there is no verdict."""
    from table import Row, printed

    row = Row("a : b", ours, other, target)

    assert row.met is met
    assert ("MISSED" in printed(row)) is (met is False)


def test_difference() -> None:
    """A row about a difference judges the difference."""
    from table import Row

    assert Row("a − b", 120, 100, 50, "MB", difference=True).met
    assert not Row("a − b", 160, 100, 50, "MB", difference=True).met


def test_not_compared() -> None:
    """If one of two processes failed, the line says which, and why."""
    from measuring import Failed, Usage
    from table import compared, printed

    usage, failed = Usage(1, 1, 1), Failed("took more than 9 s")

    assert "skipped, as the other took more than 9 s" in printed(compared("a", usage, failed, 1))
    assert "skipped, as ours took more than 9 s" in printed(compared("a", failed, usage, 1))


def test_columns() -> None:
    """Every line of the table has as many cells as its head."""
    from measuring import Usage
    from table import compared, heading, printed, title_line

    row = compared("a", Usage(1, 2, 3), Usage(4, 5, 6), 0.1)
    lines = [*heading(), title_line("b"), printed(row)]

    assert {line.count("|") for line in lines} == {8}
    assert "2.00 : 5.00" in printed(row)
    assert "0.25" in printed(row)


def test_summary() -> None:
    """The summary counts targets and names those that were missed."""
    from table import Line, Row, Skipped, summary

    lines: list[Line] = [
        Row("good", 1, 2, 1),
        Row("bad", 3, 2, 1),
        Row("free", 3, 2),
        Skipped("none", "so"),
    ]

    assert [*summary(lines)] == ["1 of 2 targets met.", "- missed: bad: 1.50 instead of 1"]


@given(st.floats(0.1, 3), st.floats(0.001, 1000))
def test_exponent(power: float, factor: float) -> None:
    """The exponent of a power law is found whatever its factor."""
    from fits import exponent, steepest

    points = [(size, factor * size**power) for size in (1_000, 5_000, 20_000, 100_000)]

    assert exponent(points) == pytest.approx(power)
    assert steepest(points) == pytest.approx(power)


def test_steepest() -> None:
    """A step that a line through all points hides is found."""
    from fits import exponent, steepest

    points = [(1, 1), (10, 10), (100, 1_000), (1_000, 1_000)]

    assert exponent(points) < 1.25
    assert steepest(points) == pytest.approx(2)
