"""The table: rows, and how they are printed and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from measuring import Failed, Outcome, Usage

_WIDTHS = (70, 9, 9, 7, 15, 15, 12)
HEAD = ("ours : other", "ours", "other", "ratio", "wall, s", "peak, MB", "at most")


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        title: What is compared with what.
        ours: The first of them.
        other: The second.
        target: What `ours` may be at most, in units of `other`, or None.
        unit: Of both; none for a plain number.
        difference: Whether the target is about what `ours` is more than `other`, in this unit.
        wall: Seconds until the two ended, if whole processes are compared.
        peak: Most memory of the two, in MB, if whole processes are compared.
    """

    title: str
    ours: float
    other: float
    target: float | None = None
    unit: str = "s"
    difference: bool = False
    wall: tuple[float, float] | None = None
    peak: tuple[float, float] | None = None

    @property
    def value(self) -> float:
        """What the target is about."""
        return self.ours - self.other if self.difference else self.ours / self.other

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        return None if self.target is None else self.value <= self.target


class Skipped(NamedTuple):
    """A line for what was not measured.

    Attributes:
        title: What would have been compared.
        reason: Why it was not.
    """

    title: str
    reason: str


Line = Row | Skipped


def compared(title: str, ours: Outcome, other: Outcome, target: float | None = None) -> Line:
    """A row about two whole processes: CPU seconds, wall seconds and memory.

    Args:
        title: What is compared with what.

        ours: The first process.

        other: The second one.

        target: What the first may take at most, in CPU seconds of the second.

    Returns:
        The row; why there is none, if one of them failed.
    """
    for outcome in (ours, other):
        if isinstance(outcome, Failed):
            return Skipped(title, f"{'ours' if outcome is ours else 'the other'} {outcome}")
    assert isinstance(ours, Usage)
    assert isinstance(other, Usage)
    wall, peak = (ours.wall, other.wall), (ours.peak, other.peak)
    return Row(title, ours.cpu, other.cpu, target, wall=wall, peak=peak)


# ---------------------------------------------------------------------------------------- printing


def heading() -> Iterator[str]:
    """The first two lines of the table, which is Markdown.

    Yields:
        Lines.
    """
    yield _cells(HEAD)
    yield _cells(["-" * width for width in _WIDTHS])


def title_line(title: str) -> str:
    """The line above a group of rows.

    Args:
        title: Of the group.

    Returns:
        The line.
    """
    return _cells([f"**{title}**", *[""] * (len(HEAD) - 1)])


def printed(line: Line) -> str:
    """A row as a line of the table.

    Args:
        line: The row.

    Returns:
        The line.
    """
    if isinstance(line, Skipped):
        return _cells([f"{line.title}: skipped, as {line.reason}", *[""] * (len(HEAD) - 1)])
    amounts = (_amount(line.ours, line.unit), _amount(line.other, line.unit))
    value = f"{line.value:+.0f}" if line.difference else f"{line.value:.2f}"
    return _cells([line.title, *amounts, value, _pair(line.wall, 2), _pair(line.peak, 0),
                   _verdict(line)])  # fmt: skip


def _verdict(row: Row) -> str:
    if row.target is None:
        return ""
    return f"{row.target:g} {'ok' if row.met else '**MISSED**'}"


def _amount(value: float, unit: str) -> str:
    if unit in ("s", ""):
        return f"{value:.2f}" if value >= 10 else f"{value:.3f}"
    return f"{value:.0f} {unit}"


def _pair(pair: tuple[float, float] | None, digits: int) -> str:
    return "" if pair is None else " : ".join(f"{value:.{digits}f}" for value in pair)


def _cells(cells: Iterable[str]) -> str:
    padded = (
        f"{cell:<{width}}" if place == 0 else f"{cell:>{width}}"
        for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def summary(lines: Iterable[Line]) -> Iterator[str]:
    """How many targets are met, and which are not.

    Args:
        lines: Of the whole table.

    Yields:
        Lines.
    """
    judged = [line for line in lines if isinstance(line, Row) and line.met is not None]
    missed = [line for line in judged if not line.met]
    yield f"{len(judged) - len(missed)} of {len(judged)} targets met."
    for row in missed:
        yield f"- missed: {row.title}: {row.value:.2f} instead of {row.target:g}"


def as_data(line: Line) -> dict[str, Any]:
    """A row for a file.

    Args:
        line: The row.

    Returns:
        Names and values, for JSON.
    """
    return line._asdict()
