"""Goals that are the items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from kommunal_nh.document import Strong, Text
from kommunal_nh.importing.naming import Names
from kommunal_nh.importing.own.facts import last_fact
from kommunal_nh.importing.own.numbers import numbered
from kommunal_nh.importing.own.texts import own_text
from kommunal_nh.importing.own.values import numbers_in
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import Goal
from kommunal_nh.patterns import Number, Pattern
from kommunal_nh.profile import Profile
from kommunal_nh.text import markdown_of

_Blocks = Sequence[Line | Grid]


class ListedGoals:
    """Reads a list of goals.

    Attributes:
        printed: The number of each goal, by id.
    """

    def __init__(self, profile: Profile, names: Names, above: str) -> None:
        self.printed: dict[str, Number] = {}
        self._pattern = Pattern(profile.numbering.goal)
        self._labels = profile.labels
        self._names = names
        self._above = above

    def goals(self, blocks: _Blocks, depth: int = 1) -> tuple[Goal, ...]:
        """The goals of a list.

        Args:
            blocks: Its items.

            depth: How deep they stand.

        Returns:
            The goals, each with those below it.
        """
        return tuple(self._goal(item, depth) for item in _items(blocks, depth))

    def _goal(self, item: list[Line | Grid], depth: int) -> Goal:
        own, below = self._apart(item, depth)
        title, head = self._title(own)
        sdgs = last_fact(own, self._labels.sdgs, self._labels.frameworks)
        text = own_text([_outside(block, depth) for block in own])
        name = self._names.new("", title, text, f"{self._above}-ziel")
        if head is not None:
            self.printed[name] = head
        return Goal(
            name, title, text, self.goals(below, depth + 1), (), numbers_in(sdgs),
        )  # fmt: skip

    def _title(self, own: list[Line | Grid]) -> tuple[str, Number | None]:
        """Title and number of a goal; the rest of the item is what it says."""
        first = own[0]
        if not isinstance(first, Line):
            return "", None
        found = numbered(first.words, self._pattern)
        if first.text and first.text == markdown_of((Strong((Text(first.words),)),)):
            del own[0]
            return found.title, found.number
        if found.number is not None:
            text = first.text[len(markdown_of((Text(found.printed),))) :].lstrip(" ")
            own[0] = attrs.evolve(first, words=found.title, text=text)
        return "", found.number

    def _apart(self, item: list[Line | Grid], depth: int) -> tuple[list[Line | Grid], _Blocks]:
        """What a goal says, and the list of the goals below it at its end."""
        start = len(item)
        for place in range(len(item) - 1, 0, -1):
            block = item[place]
            if not isinstance(block, Line) or block.depth <= depth:
                break
            if block.depth == depth + 1 and block.marker:
                if not self._is_below(block, item[0]):
                    break
                start = place
        return item[:start], item[start:]

    def _is_below(self, line: Line, above: Line | Grid) -> bool:
        own = self._number(line)
        outer = self._number(above) if isinstance(above, Line) else None
        return own is not None and outer is not None and own.goal[:-1] == outer.goal

    def _number(self, line: Line) -> Number | None:
        return numbered(line.words, self._pattern).number


def _items(blocks: _Blocks, depth: int) -> Iterator[list[Line | Grid]]:
    item: list[Line | Grid] = []
    for block in blocks:
        begins = isinstance(block, Line) and block.depth == depth and block.marker
        if begins and item:
            yield item
            item = []
        item.append(block)
    if item:
        yield item


def _outside(block: Line | Grid, depth: int) -> Line | Grid:
    """A block of an item as it stands outside of the list."""
    if isinstance(block, Grid):
        return block
    marker = block.marker if block.depth > depth else ""
    return attrs.evolve(block, depth=max(block.depth - depth, 0), marker=marker)
