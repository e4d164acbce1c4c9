"""How time and memory of our formats grow with the number of projects."""

from __future__ import annotations

from collections.abc import Iterator

from fits import exponent, steepest
from measuring import Outcome, Usage
from rounds import Rounds
from table import Line, Row, Skipped
from workshop import EVERY_FORMAT, FORMATS

_LINEAR = 1.05
_GIBIBYTES = 2 * 1024**3 / 1e6  # two, in MB
_ABOVE_THE_DATA = 50  # MB
_SOME = 20_000  # projects
_ENOUGH = 5_000  # projects; below, the start of the process is most of its time


def rows(rounds: Rounds) -> Iterator[Line]:
    """Exponents between the sizes, and the memory at the greatest.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    for name in EVERY_FORMAT:
        yield from _exponents(rounds, name)
    yield from _memory(rounds)


def _exponents(rounds: Rounds, name: str) -> Iterator[Line]:
    points = _measured(rounds, name)
    if len(points) < 2:
        yield Skipped(f"{name}: exponent", "fewer than two sizes were measured")
        return
    target = _LINEAR if points[-1][0] >= _ENOUGH else None
    span = f"{points[0][0]:,} to {points[-1][0]:,} projects"
    times = [(size, used.cpu) for size, used in points]
    peaks = [(size, used.peak) for size, used in points]
    yield Row(f"{name}: exponent of CPU time, {span}", exponent(times), 1, target, "")
    yield Row(f"{name}: the same between the two steepest sizes", steepest(times), 1, None, "")
    yield Row(f"{name}: exponent of peak memory, {span}", exponent(peaks), 1, target, "")


def _measured(rounds: Rounds, name: str) -> list[tuple[int, Usage]]:
    """Soest counts only where hardly anything larger was measured: its time is mostly the start."""
    outcomes = ((size, rounds.at(size)[name]) for size in rounds.sizes())
    points = [(size, used) for size, used in outcomes if isinstance(used, Usage)]
    large = [point for point in points if point[0] >= rounds.shop.scale.sizes[0]]
    return large if len(large) > 1 else points


def _memory(rounds: Rounds) -> Iterator[Line]:
    """Above the data up to some size, since writers stream; as a whole at the greatest."""
    sizes = rounds.shop.scale.sizes
    some, greatest = max(size for size in sizes if size <= max(_SOME, sizes[0])), sizes[-1]
    for name in FORMATS:
        title = f"{some:,} projects: peak of {name} − peak of load"
        yield _peaks(title, rounds.at(some)[name], rounds.at(some)["load"])
    for name in FORMATS:
        title = f"{greatest:,} projects: peak of {name} : 2 GiB"
        ours = rounds.at(greatest)[name]
        if isinstance(ours, Usage):
            yield Row(title, ours.peak, _GIBIBYTES, 1, "MB")
        else:
            yield Skipped(title, f"it {ours}")


def _peaks(title: str, ours: Outcome, load: Outcome) -> Line:
    if isinstance(ours, Usage) and isinstance(load, Usage):
        return Row(title, ours.peak, load.peak, _ABOVE_THE_DATA, "MB", difference=True)
    return Skipped(title, f"ours {ours}, load {load}")
