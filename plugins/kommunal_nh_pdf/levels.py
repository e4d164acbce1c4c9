"""Depths of headings without gaps: PDF/UA refuses a heading that skips a level."""

from __future__ import annotations


class Depths:
    """Turns the levels of headings into depths of which none is left out."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def next(self, level: int) -> int:
        """The depth of the next heading.

        Args:
            level: Its level.

        Returns:
            1 below no heading, else one more than the heading that it stands below.
        """
        self._above = [above for above in self._above if above < level]
        self._above.append(level)
        return len(self._above)
