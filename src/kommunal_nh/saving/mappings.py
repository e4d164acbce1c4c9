"""Entries of a YAML mapping: added, removed and written anew where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import yaml

from kommunal_nh.saving.lists import update_list
from kommunal_nh.saving.yaml_text import entry_lines, flow

if TYPE_CHECKING:
    from kommunal_nh.saving.sources import Node
    from kommunal_nh.saving.updating import Updater


def insert_entry(updater: Updater, node: Node, key: str, value: Any, order: Sequence[str]) -> None:
    """Add an entry to a mapping.

    Args:
        updater: Of the file.

        node: The mapping.

        key: The new key.

        value: Its plain value.

        order: In which order keys stand.
    """
    place = _place_for(node, key, order)
    if node.flow_style:
        _insert_in_braces(updater, node, place, f"{flow(key)}: {flow(value)}")
        return
    end, column = updater.source.item_end(node.value[place][1]), node.start_mark.column
    updater.insert_lines(end, updater.lines(entry_lines(key, value), column), column)


def _insert_in_braces(updater: Updater, node: Node, place: int, text: str) -> None:
    start = node.start_mark.index + 1
    if node.value:
        start, text = updater.source.end_of(node.value[place][1]), f", {text}"
    updater.edits.replace(start, start, text)


def remove_entry(updater: Updater, node: Node, found: tuple[Node, Node], before: Any) -> None:
    """Remove an entry of a mapping.

    A list in lines of its own stays as an empty one, with the comments between its items.

    Args:
        updater: Of the file.

        node: The mapping.

        found: Key and value.

        before: What the value says.
    """
    key, value = found
    if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
        update_list(updater, value, before, ())  # comments between the items stay
        colon = updater.source.text.index(":", key.end_mark.index) + 1
        updater.edits.replace(colon, colon, " []")
    else:
        updater.edits.replace(*_range(updater, node, found), "")


def _range(updater: Updater, node: Node, found: tuple[Node, Node]) -> tuple[int, int]:
    """What has to go with an entry: its lines, or the comma beside it."""
    key, value = found
    start, end = key.start_mark.index, updater.source.end_of(value)
    if not node.flow_style:
        return updater.source.line_start(start), updater.source.item_end(value)
    place = node.value.index(found)
    if place:
        return updater.source.end_of(node.value[place - 1][1]), end
    return start, node.value[1][0].start_mark.index if len(node.value) > 1 else end


def overwrite_entry(updater: Updater, node: Node, found: tuple[Node, Node], value: Any) -> None:
    """Write the value of an entry anew.

    Args:
        updater: Of the file.

        node: The mapping.

        found: Key and value.

        value: The new plain value.
    """
    key, old = found
    lines = entry_lines(key.value, value)
    in_line = isinstance(old, yaml.ScalarNode) and old.style not in ("|", ">") and old.value
    if node.flow_style or (in_line and len(lines) == 1):
        updater.rewrite(old, value, in_flow=bool(node.flow_style))
    else:
        _overwrite_lines(updater, key, old, lines, node.start_mark.column)


def _overwrite_lines(
    updater: Updater, key: Node, old: Node, lines: Sequence[str], column: int
) -> None:
    """Write an entry anew; a comment behind it then stands in its first line."""
    start, end, text = key.start_mark.index, updater.source.end_of(old), updater.source.text
    comment = ""
    if not updater.source.is_at_line_start(end):
        comment = text[end : updater.source.next_line(end)].rstrip("\r\n")
        end = updater.source.next_line(end)
    new = lines[0] + comment + updater.source.line_end + updater.lines(lines[1:], column)
    updater.edits.replace(start, end, new)


def _place_for(node: Node, key: str, order: Sequence[str]) -> int:
    """After which entry of a mapping a new one comes: the last of those that go before it."""
    places = {name: place for place, name in enumerate(order)}
    own = places.get(key, len(order))
    before = [i for i, (name, _) in enumerate(node.value) if places.get(name.value, own) < own]
    return before[-1] if before else len(node.value) - 1
