"""Makes a YAML file say what changed objects say, and touches nothing else in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import yaml

from kommunal_nh.labels import Labels
from kommunal_nh.model import Cooperation, Project
from kommunal_nh.saving.edits import Edits
from kommunal_nh.saving.lists import update_list
from kommunal_nh.saving.mappings import insert_entry, overwrite_entry, remove_entry
from kommunal_nh.saving.plain import fields_of, plain
from kommunal_nh.saving.sources import Node, Source, entry
from kommunal_nh.saving.yaml_text import Lines, flow, indented, single

ABSENT = object()
"""Stands for a value that needs no entry."""
_QUOTES = ("'", '"')


class Updater:
    """Changes one file.

    Attributes:
        source: The file as it is.
        edits: Takes the changes.
        moved: Finds the lines of an item that stood somewhere else before.
    """

    def __init__(self, source: Source, edits: Edits, moved: Callable[[Any], Lines | None]) -> None:
        self.source = source
        self.edits = edits
        self.moved = moved

    def thing(
        self,
        node: Node,
        old: Any,
        new: Any,
        apart: Collection[str] = (),
        order: Sequence[str] = (),
    ) -> None:
        """Change the mapping of an object.

        Args:
            node: The mapping.

            old: What it says.

            new: What it shall say, an object of the same class.

            apart: Keys that are not changed here.

            order: In which order keys stand; that of the class if left out.
        """
        order = order or [*fields_of(type(new))]
        for key, before, after in _differences(old, new):
            if key not in apart:
                self.entry(node, key, before, after, order)

    def entry(
        self, node: Node, key: str, before: Any, after: Any, order: Sequence[str] = ()
    ) -> None:
        """Change, add or remove an entry of a mapping.

        Args:
            node: The mapping.

            key: The key.

            before: The value so far.

            after: The new value, or `ABSENT`.

            order: In which order keys stand, so that a new one finds its place.
        """
        found = entry(node, key)
        if after is ABSENT:
            if found is not None:
                remove_entry(self, node, found, before)
        elif found is None:
            insert_entry(self, node, key, self.plain(after, node), order)
        elif not self.inside(found[1], before, after):
            overwrite_entry(self, node, found, self.plain(after, node))

    def inside(self, node: Node, before: Any, after: Any) -> bool:
        """Change what is in a value, so that the rest of it stays as it is.

        Args:
            node: The value.

            before: What it says.

            after: What it shall say.

        Returns:
            False if it has to be written anew.
        """
        if isinstance(node, yaml.MappingNode) and node.value and _stays_mapping(before, after):
            self._mapping(node, before, after)
        elif isinstance(node, yaml.SequenceNode) and node.value and isinstance(after, tuple):
            update_list(self, node, before, after)
        else:
            return False
        return True

    def plain(self, value: Any, near: Node) -> Any:
        """A new value as plain data; what stood somewhere else brings its lines along.

        Args:
            value: The value.

            near: What it will stand in.

        Returns:
            The plain value.
        """
        return plain(value) if near.flow_style else plain(value, known=self.moved)

    def lines(self, lines: Iterable[str], column: int) -> str:
        """Lines as they stand in this file.

        Args:
            lines: The lines, from the left edge.

            column: How far right they shall stand.

        Returns:
            Their text with the file's own line ends.
        """
        return "".join(line + self.source.line_end for line in indented(lines, column))

    def insert_lines(self, place: int, text: str, column: int = 0) -> None:
        """Insert whole lines.

        Args:
            place: The start of a line, or the end of the text.

            text: The lines.

            column: How far right they stand.
        """
        missing = place > 0 and not self.source.is_at_line_start(place)
        text = (self.source.line_end if missing else "") + text
        self.edits.replace(place, place, text, column)

    def rewrite(self, node: Node, value: Any, *, in_flow: bool = False) -> None:
        """Write a single value or a list in brackets anew, in its old style where that is possible.

        Args:
            node: The value as it stands.

            value: The new plain value.

            in_flow: It stands in brackets or braces.
        """
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        quotes = style if style in _QUOTES else None
        text = (
            flow(value)
            if isinstance(value, dict | list)
            else single(value, quotes, in_flow=in_flow)
        )
        self.edits.replace(node.start_mark.index, self.source.end_of(node), text)

    def _mapping(self, node: Node, before: Any, after: Any) -> None:
        if attrs.has(type(after)):
            self.thing(node, before, after)
            return
        for key in [*before, *(key for key in after if key not in before)]:
            value = after.get(key, ABSENT)
            if key not in before or before[key] != value:
                self.entry(node, key, before.get(key), value, list(after))


def _stays_mapping(before: Any, after: Any) -> bool:
    if isinstance(after, Cooperation):
        return bool(after.municipalities)
    return type(before) is type(after) and (attrs.has(type(after)) or isinstance(after, Mapping))


def _differences(old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    for key, field in fields_of(type(new)).items():
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before is not after and before != after:
            said = isinstance(new, Labels) or isinstance(after, Labels)  # a basis may say otherwise
            yield key, before, ABSENT if field.is_default(after) and not said else after
    if isinstance(new, Project):
        for key in dict.fromkeys((*old.extra, *new.extra)):
            before, after = old.extra.get(key), new.extra.get(key, ABSENT)
            if before != after:
                yield key, before, after
