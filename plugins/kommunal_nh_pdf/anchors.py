"""What can be linked inside the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document import Block, Section


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors of all sections.

    Args:
        blocks: The blocks of a document.

    Yields:
        Each anchor that is not empty, in document order.
    """
    for block in blocks:
        if isinstance(block, Section):
            if block.anchor:
                yield block.anchor
            yield from anchors(block.blocks)


class Anchors:
    """Hands out each anchor once, because a name can stand for one place only.

    Attributes:
        known: All anchors of the document.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.known = frozenset(anchors(blocks))
        self._used: set[str] = set()

    def claim(self, anchor: str) -> str:
        """An anchor for the place that comes next.

        Args:
            anchor: The anchor of a section.

        Returns:
            The anchor; nothing if another place has it already.
        """
        if anchor in self._used:
            return ""
        self._used.add(anchor)
        return anchor
