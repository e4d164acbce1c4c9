"""Goals and projects that stand somewhere else afterwards take their lines with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import attrs
import yaml

from kommunal_nh.model import Goal, Project, Report, Theme
from kommunal_nh.saving.edits import Edits
from kommunal_nh.saving.sources import Node, Source, entry
from kommunal_nh.saving.updating import Updater
from kommunal_nh.saving.yaml_text import Lines

_LINE_END = re.compile(r"\r\n|\r|\n")


@attrs.frozen(eq=False)
class _Item:
    """An item of a list, as it stood before.

    Attributes:
        thing: What it says.
        source: Its file.
        sequence: The list that it is in.
        place: Which item of the list.
    """

    thing: Goal | Project
    source: Source
    sequence: Node
    place: int


class Moves:
    """Knows where every goal and project stood.

    Attributes:
        old: The report before.
        open: The file of a theme and the node of the theme in it.
    """

    def __init__(self, old: Report, open_theme: Callable[[str], tuple[Source, Node]]) -> None:
        self.old = old
        self.open = open_theme

    def lines(self, thing: Any) -> Lines | None:
        """The lines of a thing that stood somewhere else, with its own comments.

        Args:
            thing: What they shall say.

        Returns:
            The lines from the left edge; None if it stood nowhere, or not in lines of its own.
        """
        if not isinstance(thing, Goal | Project):
            return None
        item = self._items.get((type(thing), thing.id))
        if item is None or item.sequence.flow_style:
            return None
        return self._taken(item, thing)

    def _taken(self, item: _Item, thing: Goal | Project) -> Lines:
        source, edits = item.source, Edits(item.source.text)
        node = item.sequence.value[item.place]
        Updater(source, edits, self.lines).thing(node, item.thing, thing)
        start = source.item_start(item.sequence, item.place)
        text = edits.result(start, source.item_end(node))
        margin = " " * item.sequence.start_mark.column
        lines = _LINE_END.split(text)
        kept = lines if lines[-1] else lines[:-1]
        return Lines(line.removeprefix(margin) for line in kept)

    @cached_property
    def _items(self) -> dict[tuple[type, str], _Item]:
        return {
            (type(item.thing), item.thing.id): item
            for theme in self.old.themes
            for item in self._below(theme, *self.open(theme.id))
        }

    def _below(self, parent: Theme | Goal, source: Source, node: Node) -> Iterator[_Item]:
        lists: tuple[tuple[str, tuple[Goal | Project, ...]], ...] = (
            ("ziele", parent.goals),
            ("projekte", parent.projects),
        )
        for key, things in lists:
            found = entry(node, key)
            if found is None or not isinstance(found[1], yaml.SequenceNode):
                continue
            for place, thing in enumerate(things):
                yield _Item(thing, source, found[1], place)
                if isinstance(thing, Goal):
                    yield from self._below(thing, source, found[1].value[place])
