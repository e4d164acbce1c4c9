"""Chapters of running text of reports that this library wrote."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kommunal_nh.importing.own.sections import Part
from kommunal_nh.importing.own.texts import own_text
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import Chapter


def chapter_of(part: Part) -> Chapter:
    """Read a chapter.

    Args:
        part: Its section.

    Returns:
        The chapter; its headings begin with level 2.
    """
    blocks = [*part.blocks, *(block for one in part.parts for block in _below(one, 2))]
    return Chapter(part.anchor, part.head.words, own_text(blocks))


def _below(part: Part, level: int) -> Iterator[Line | Grid]:
    yield attrs.evolve(part.head, level=min(level, 6))
    yield from part.blocks
    for one in part.parts:
        yield from _below(one, level + 1)
