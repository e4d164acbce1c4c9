"""The groups of rows, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from rounds import Rounds
from table import Line

from rows import editions, floor, growth, imports, many, modules, sizes, soest, start, typesetting


class Group(NamedTuple):
    """Rows about one question.

    Attributes:
        title: The question.
        rows: Measures and yields them.
    """

    title: str
    rows: Callable[[Rounds], Iterator[Line]]


GROUPS: Mapping[str, Group] = {
    "start": Group("Start of the process", start.rows),
    "soest": Group("Soest, 99 projects: against other tools, and with charts", soest.rows),
    "sizes": Group("Against other tools at every size", sizes.rows),
    "growth": Group("Growth", growth.rows),
    "floor": Group("Within one process: against writing and deflating the same bytes", floor.rows),
    "editions": Group("The next edition, against building the same report", editions.rows),
    "typst": Group("PDF, against Typst alone", typesetting.rows),
    "import": Group("Import of an existing report", imports.rows),
    "modules": Group("Modules, on and off", modules.rows),
    "many": Group("Many reports in one run", many.rows),
}
"""By the name that `--only` takes."""
