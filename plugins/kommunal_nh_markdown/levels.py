"""Depths of headings without gaps."""

from __future__ import annotations


class Levels:
    """Turns the levels of headings in order into depths of which none is left out.

    A heading that follows one of level 1 is of depth 2, whether its own level is 2 or 4; headings
    of one level below the same heading are of one depth.
    """

    def __init__(self) -> None:
        self._open: list[int] = []

    def depth(self, level: int) -> int:
        """The depth of the next heading.

        Args:
            level: Its level.

        Returns:
            1 for the outermost, at most one more than for the heading before.
        """
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)
