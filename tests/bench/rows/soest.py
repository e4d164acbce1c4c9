"""The report of Soest against other tools, with and without its charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from measuring import Outcome
from peers.known import PEERS
from processes import in_turn
from rounds import Rounds
from table import Line, compared
from workshop import FORMATS, SOEST, SOEST_PROJECTS

_TARGETS = {"docx by pandoc": 0.6, "docx by docxtpl": 1.0}


def rows(rounds: Rounds) -> Iterator[Line]:
    """Targets of single formats, and of all formats together.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    shop = rounds.shop
    tasks = {"all": shop.build_all(shop.soest)}
    used = rounds.at(SOEST_PROJECTS) | in_turn(tasks, shop.scale.runs, shop.scale.limits)
    yield from _judged("Soest", used)
    charts = _with_charts(rounds)
    yield from _judged("Soest with its charts", charts)
    for name in FORMATS:
        title = f"Soest: {name} with charts : without"
        yield compared(title, charts[name], used[name])


def _judged(size: str, used: Mapping[str, Outcome]) -> Iterator[Line]:
    for other, target in _TARGETS.items():
        yield compared(f"{size}: docx : {other}", used["docx"], used[other], target)
    yield compared(f"{size}: all formats : docx by pandoc", used["all"], used["docx by pandoc"], 2)


def _with_charts(rounds: Rounds) -> dict[str, Outcome]:
    """Others have a table for each chart, or nothing."""
    shop = rounds.shop
    tasks = {name: shop.build(SOEST, name) for name in FORMATS} | {"all": shop.build_all(SOEST)}
    reasons = {name: rounds.reason(name) for name in _TARGETS}
    others = {str(peer): peer for peer in PEERS}
    tasks |= {name: others[name].task(shop, SOEST) for name, why in reasons.items() if not why}
    missing = {name: why for name, why in reasons.items() if why}
    return missing | in_turn(tasks, shop.scale.runs, shop.scale.limits)
