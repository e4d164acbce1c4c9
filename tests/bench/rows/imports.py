"""Import of an existing report: our own Markdown, and the published text if it is there."""

from __future__ import annotations

import json
from collections.abc import Iterator

from peers.peer import made
from processes import answer, python
from rounds import Rounds
from table import Line, Row
from workshop import HERE

_SEED = HERE.parents[2] / "shared" / "seeds" / "001_768b7419ac81c7e9.txt"
PUBLISHED = [_SEED] if _SEED.exists() else []


def rows(rounds: Rounds) -> Iterator[Line]:
    """One import against two seconds, and a long file against a short one.

    Args:
        rounds: What was measured.

    Yields:
        Rows.
    """
    times = rounds.shop.scale.times
    for source in (made(rounds.shop, rounds.shop.soest, "markdown"), *PUBLISHED):
        name = "the published text" if source in PUBLISHED else "Soest as Markdown"
        command = python(HERE / "imports.py", source, "soest", str(times))
        taken = json.loads(answer(command))
        yield Row(f"import of {name} : two seconds", taken["one"], 2.0, 1.0)
        title = f"import of {name}, {times} times the text : {times} × one"
        yield Row(title, taken["many"], times * taken["one"], 1.2)
