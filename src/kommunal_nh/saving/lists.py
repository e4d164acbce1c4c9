"""Lists of a YAML file: items are changed where they stand, taken out, put in and moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from kommunal_nh.saving.plain import plain
from kommunal_nh.saving.yaml_text import item_lines, lines_of
from kommunal_nh.sequences import common_start

if TYPE_CHECKING:
    from kommunal_nh.saving.sources import Node
    from kommunal_nh.saving.updating import Updater


Range: TypeAlias = tuple[int, int]


def update_list(updater: Updater, node: Node, before: Sequence[Any], after: Sequence[Any]) -> None:
    """Change a list.

    Args:
        updater: Of the file.

        node: The list; it has items.

        before: What it says.

        after: What it shall say.
    """
    if node.flow_style:
        updater.rewrite(node, plain(tuple(after)))
        return
    for kind, (start, end), (new_start, new_end) in steps(before, after):
        if kind == "keep":
            for place in range(start, end):
                old, new = before[place], after[new_start + place - start]
                _update_item(updater, node.value[place], old, new)
        else:
            for place in range(start, end):
                _remove_item(updater, node, place)
            _insert_items(updater, node, start, after[new_start:new_end])


def steps(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[str, Range, Range]]:
    """How one list becomes another.

    Args:
        before: The items so far.

        after: The items that there shall be.

    Yields:
        `keep` for items that stay in their place, changed or not, and `replace` for those that come
        or go; and the range of them in both lists.
    """
    old, new = _names(before, after)
    head = common_start(old, new)
    tail = common_start(old[head:][::-1], new[head:][::-1])
    yield "keep", (0, head), (0, head)
    middles = old[head : len(old) - tail], new[head : len(new) - tail]
    for tag, i, j, k, m in SequenceMatcher(None, *middles, autojunk=False).get_opcodes():
        in_place = tag == "equal" or (j - i == m - k and not _id(before[head + i]))
        yield (
            "keep" if in_place else "replace",
            (head + i, head + j),
            (head + k, head + m),
        )
    yield "keep", (len(old) - tail, len(old)), (len(new) - tail, len(new))


def _names(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[object], list[object]]:
    """What items are told apart by: their id; without one, being equal."""
    seen: list[Any] = []

    def name(item: Any) -> object:
        if found := _id(item):
            return found
        if item not in seen:
            seen.append(item)
        return seen.index(item)

    return [name(item) for item in before], [name(item) for item in after]


def _id(item: Any) -> str:
    return item if isinstance(item, str) else getattr(item, "id", "")


def _update_item(updater: Updater, node: Node, old: Any, new: Any) -> None:
    if old is new or old == new:
        return
    value = plain(new)
    if isinstance(node, yaml.MappingNode) and not _keeps_first(node, value):
        lines = updater.lines(lines_of(value), node.start_mark.column)
        end = updater.source.end_of(node)
        updater.edits.replace(node.start_mark.index, end, lines.strip("\r\n "))
    elif not updater.inside(node, old, new):
        updater.rewrite(node, value)


def _keeps_first(node: Node, value: Any) -> bool:
    """Whether the entry beside the hyphen stays, so that the others can stay where they are."""
    return node.flow_style or (isinstance(value, dict) and node.value[0][0].value in value)


def _remove_item(updater: Updater, node: Node, place: int) -> None:
    """Take an item out, with its own comments and the empty lines that set it apart."""
    source = updater.source
    start, end = source.item_start(node, place), source.item_end(node.value[place])
    if place + 1 < len(node.value):
        while source.is_blank(end):
            end = source.next_line(end)
    updater.edits.replace(start, end, "")


def _insert_items(updater: Updater, node: Node, place: int, items: Sequence[Any]) -> None:
    source, column = updater.source, node.start_mark.column
    in_line = isinstance(node.value[-1], yaml.MappingNode) and node.value[-1].flow_style
    gap = source.line_end if source.is_spaced(node) else ""
    at_end = place == len(node.value)
    start = source.item_end(node.value[-1]) if at_end else source.item_start(node, place)
    for item in items:
        value = updater.moved(item) or updater.plain(item, node)
        lines = item_lines(value, in_line=bool(in_line))
        text = updater.lines(lines, column)
        updater.insert_lines(start, gap + text if at_end else text + gap, column)
