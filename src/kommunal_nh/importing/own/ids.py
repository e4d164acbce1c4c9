"""Anchors that are ids; files are named after them, so nobody else's anchor is taken for one."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kommunal_nh.checks.identity import is_id
from kommunal_nh.importing.naming import Names
from kommunal_nh.importing.own.sections import FRAME
from kommunal_nh.manuscripts import Grid, Line


def with_ids(blocks: Iterable[Line | Grid]) -> list[Line | Grid]:
    """Lines whose anchors can be ids of a report.

    Args:
        blocks: What stands where.

    Returns:
        The same; an anchor that this library would not have written becomes one made of the words.
    """
    blocks, names = list(blocks), Names()
    for block in blocks:
        if isinstance(block, Line) and is_id(block.anchor):
            names.new(block.anchor)
    return [
        attrs.evolve(block, anchor=names.new("", block.words, "abschnitt"))
        if isinstance(block, Line) and _is_foreign(block.anchor)
        else block
        for block in blocks
    ]


def _is_foreign(anchor: str) -> bool:
    return bool(anchor) and not anchor.startswith(FRAME) and not is_id(anchor)
