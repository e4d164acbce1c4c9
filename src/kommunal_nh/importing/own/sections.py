"""The sections of a report that this library wrote: what stands below which heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kommunal_nh.manuscripts import Grid, Line

FRAME = "nh-"
"""Anchors of the frame start like this; ids of the data never do."""


@attrs.define(eq=False)
class Part:
    """A section.

    Attributes:
        head: Its heading; nothing for the whole report.
        level: Level of that heading.
        blocks: What stands in it before its own sections.
        parts: Its own sections.
    """

    head: Line
    level: int = 0
    blocks: list[Line | Grid] = attrs.field(factory=list)
    parts: list[Part] = attrs.field(factory=list)

    @property
    def anchor(self) -> str:
        """Id of what it is about, or an anchor of the frame."""
        return self.head.anchor

    @property
    def is_frame(self) -> bool:
        """Whether it is made anew for each report."""
        return self.anchor.startswith(FRAME)

    def below(self) -> Iterator[Part]:
        """All sections in it.

        Yields:
            The sections in their order.
        """
        for part in self.parts:
            yield part
            yield from part.below()

    def lines(self) -> Iterator[Line | Grid]:
        """Everything in it, heading first.

        Yields:
            Lines and tables.
        """
        if self.level:
            yield self.head
        yield from self.blocks
        for part in self.parts:
            yield from part.lines()


def sections_of(blocks: Iterable[Line | Grid]) -> Part:
    """Put blocks below their headings.

    Args:
        blocks: The blocks of a manuscript.

    Returns:
        The whole report.
    """
    whole = Part(Line(0, ""))
    opened = [whole]
    for block in blocks:
        if not isinstance(block, Line) or not (block.level or block.anchor):
            opened[-1].blocks.append(block)
            continue
        part = Part(block, block.level or _implied(opened, block.anchor))
        while len(opened) > 1 and opened[-1].level >= part.level:
            opened.pop()
        opened[-1].parts.append(part)
        opened.append(part)
    return whole


def _implied(opened: list[Part], anchor: str) -> int:
    """The level of a heading that stands too deep to be written as one."""
    for part in reversed(opened[1:]):
        if part.is_frame or anchor.startswith(f"{FRAME}{part.anchor}.."):
            return part.level + 1
    last = opened[-1]
    return last.level if not last.head.level else last.level + 1
