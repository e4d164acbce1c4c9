"""Running text that grows line by line and becomes Markdown."""

from __future__ import annotations

import attrs

from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.running_text import running_text


@attrs.define(eq=False)
class Prose:
    """Lines and tables of one text."""

    blocks: list[Line | Grid] = attrs.field(factory=list)

    def add(self, block: Line | Grid) -> None:
        """Add a block at the end.

        Args:
            block: A paragraph, an item of a list, a heading or a table.
        """
        self.blocks.append(block)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def at(self) -> int:
        """Where it begins; 0 if there is nothing."""
        return self.blocks[0].at if self.blocks else 0

    @property
    def markdown(self) -> str:
        """The text as Markdown."""
        return running_text(self.blocks)
