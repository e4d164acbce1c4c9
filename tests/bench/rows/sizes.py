"""Each format against each other tool that writes it, at every size."""

from __future__ import annotations

from collections.abc import Iterator

from peers.known import PEERS
from rounds import Rounds
from table import Line, compared

_JUDGED = 5_000
_TARGETS = {"docx by pandoc": 0.15, "html by pandoc": 0.15}


def rows(rounds: Rounds) -> Iterator[Line]:
    """A row for each size and each other tool.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    for projects in rounds.sizes():
        used = rounds.at(projects)
        for peer in PEERS:
            target = _TARGETS.get(str(peer)) if projects == _JUDGED else None
            title = f"{projects:,} projects: {peer.format} : {peer}"
            yield compared(title, used[peer.format], used[str(peer)], target)
