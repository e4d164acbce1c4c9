"""What whole processes take at one size: ours and those of others, in turn, and kept."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from measuring import Broken, Failed, Outcome, Task, Usage, measured
from peers.known import PEERS
from peers.peer import Peer, program
from processes import in_turn
from workshop import EVERY_FORMAT, FORMATS, SOEST_PROJECTS, Workshop

_Maker = Callable[[Workshop, Path], Task]
_TRIAL = 12  # projects
_STEADY = 1_000  # projects; below, the start of a process hides how fast it grows


class Rounds:
    """A round is every task at one size; it is run when somebody asks for it.

    Attributes:
        shop: Where it is run.
    """

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self._kept: dict[int, dict[str, Outcome]] = {}
        self._trials: dict[str, Failed | None] = {}

    def sizes(self) -> list[int]:
        """Numbers of projects of all rounds, rising.

        Returns:
            Those of Soest, and those that were asked for.
        """
        return sorted({SOEST_PROJECTS, *self.shop.scale.sizes})

    def at(self, projects: int) -> dict[str, Outcome]:
        """A round.

        Args:
            projects: The number of projects.

        Returns:
            What each took: formats of ours by name, `load`, and peers as text.
        """
        if projects not in self._kept:
            self._kept[projects] = self._round(projects)
        return self._kept[projects]

    def curves(self) -> Iterator[tuple[str, int, Usage]]:
        """All that was measured at the sizes of rounds.

        Yields:
            What, number of projects, and what it took.
        """
        for projects, outcomes in sorted(self._kept.items()):
            for name, outcome in outcomes.items():
                if isinstance(outcome, Usage):
                    yield name, projects, outcome

    def _round(self, projects: int) -> dict[str, Outcome]:
        smaller = [size for size in self.sizes() if size < projects]
        before = self.at(smaller[-1]) if smaller else {}
        folder = self.shop.folder(projects)
        beyond: dict[str, Outcome] = {}
        tasks: dict[str, Task] = {}
        for name, make in self._makers():
            reason = self.reason(name)
            if name not in (*FORMATS, "load"):  # these are tried in any case
                reason = reason or self._beyond(before.get(name), projects, smaller)
            if reason:
                beyond[name] = reason
            else:
                tasks[name] = make(self.shop, folder)
        runs = self.shop.scale.runs if projects == SOEST_PROJECTS else self.shop.scale.few
        used = in_turn(tasks, runs, self.shop.scale.limits)
        for name in EVERY_FORMAT:
            if isinstance(problem := used.get(name), Broken):
                raise problem
        return beyond | used

    def _makers(self) -> Iterator[tuple[str, _Maker]]:
        for name in EVERY_FORMAT:
            yield name, partial(Workshop.build, name=name)
        yield "load", Workshop.load
        for peer in PEERS:
            yield str(peer), peer.task

    def _beyond(self, outcome: Outcome | None, projects: int, smaller: list[int]) -> Failed | None:
        """Why it is not even tried."""
        if isinstance(outcome, Failed):
            known = " projects" in str(outcome)
            return outcome if known else Failed(f"{outcome} at {smaller[-1]:,} projects")
        if outcome and smaller[-1] >= _STEADY:
            limit = self.shop.scale.limits.seconds
            if outcome.wall * projects / smaller[-1] > limit:
                took = f"took {outcome.wall:,.0f} s at {smaller[-1]:,} projects"
                return Failed(f"{took}, which leads over {limit:,.0f} s")
        return None

    # ------------------------------------------------------------------------------------- trials

    def reason(self, name: str) -> Failed | None:
        """Why a peer does not work at all; once it was tried, its modules are compiled.

        Args:
            name: Of the task.

        Returns:
            The reason; None if it works.
        """
        if name not in self._trials:
            peer = next((peer for peer in PEERS if str(peer) == name), None)
            self._trials[name] = peer and self._tried(peer)
        return self._trials[name]

    def _tried(self, peer: Peer) -> Failed | None:
        if not program(self.shop, "python").exists():
            return Failed("is not installed; `python tests/bench/peers` does that")
        try:
            measured(peer.task(self.shop, self.shop.folder(_TRIAL)), self.shop.scale.limits)
        except (Failed, OSError, subprocess.CalledProcessError) as problem:
            return Failed(f"does not work here: {problem}")
        return None
