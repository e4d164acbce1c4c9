"""How time and memory of our formats grow with the number of projects."""

from __future__ import annotations

from collections.abc import Iterator

from fits import exponent, steepest
from measuring import Usage
from rounds import Rounds
from table import Line, Row, Skipped
from workshop import EVERY_FORMAT, FORMATS

_LINEAR = 1.05
_GIBIBYTES = 2 * 1024**3 / 1e6  # two, in MB
_ABOVE_THE_DATA = 50  # MB
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
    outcomes = ((size, rounds.at(size)[name]) for size in rounds.shop.scale.sizes)
    points = [(size, used) for size, used in outcomes if isinstance(used, Usage)]
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


def _memory(rounds: Rounds) -> Iterator[Line]:
    size = rounds.shop.scale.sizes[-1]
    used = rounds.at(size)
    load = used["load"]
    for name in FORMATS:
        ours = used[name]
        if not isinstance(ours, Usage) or not isinstance(load, Usage):
            yield Skipped(f"{size:,} projects: peak of {name}", f"it {ours}")
            continue
        yield Row(f"{size:,} projects: peak of {name} : 2 GiB", ours.peak, _GIBIBYTES, 1, "MB")
        yield Row(f"{size:,} projects: peak of {name} − peak of load", ours.peak, load.peak,
                  _ABOVE_THE_DATA, "MB", difference=True)  # fmt: skip
