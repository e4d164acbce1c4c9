"""A text and the changes that are to be made in it; what no change touches stays as it is."""

from __future__ import annotations

from operator import itemgetter


class Edits:
    """Collects changes of one text, by places in the text as it was.

    Attributes:
        text: The text before the changes.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._changes: list[tuple[int, int, int, str]] = []

    def replace(self, start: int, end: int, new: str, column: int = 0) -> None:
        """Put other text in the place of some.

        Args:
            start: Where it begins.

            end: Where it ends; the same place to insert something.

            new: What stands there afterwards.

            column: How far right it stands; of two insertions in one place, the one further right
                belongs to what is before it and comes first.
        """
        self._changes.append((start, end, -column, new))

    def result(self, start: int = 0, end: int | None = None) -> str:
        """The text after the changes.

        Args:
            start: Where to begin.

            end: Where to end; the end of the text if left out.

        Returns:
            That part of the text, with all changes made that lie in it.
        """
        pieces = []
        last = len(self.text) if end is None else end
        for begin, stop, _, new in sorted(self._changes, key=itemgetter(0, 1, 2)):
            if start <= begin and stop <= last:
                pieces += [self.text[start:begin], new]
                start = stop
        return "".join([*pieces, self.text[start:last]])
