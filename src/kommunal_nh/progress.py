"""How far a build is, for those who wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from kommunal_nh.document import Block, Deferred, Document

Progress: TypeAlias = Callable[[float, str], object]
"""Called now and then with the share of the work that is done, from 0 to 1, and with a word for
what is being done."""


@attrs.define
class Steps:
    """Counts the blocks of a document while formats are written one after the other.

    Attributes:
        report: Is told how far it is.
        formats: How many formats there are.
        blocks: How many blocks each of them writes.
    """

    report: Progress
    formats: int
    blocks: int
    _format: str = ""
    _begun: int = -1

    def begin(self, name: str) -> None:
        """The next format is being written.

        Args:
            name: The format.
        """
        self._format = name
        self._begun += 1
        self._tell(0)

    def watched(self, document: Document) -> Document:
        """A document that tells how far it is read.

        Args:
            document: The document.

        Returns:
            The same document.
        """
        return attrs.evolve(document, blocks=Deferred(lambda: self._passing(document)))

    def _passing(self, document: Document) -> Iterator[Block]:
        for place, block in enumerate(document.blocks):
            yield block
            self._tell(place + 1)

    def _tell(self, blocks: int) -> None:
        share = min(blocks / max(self.blocks, 1), 1)
        self.report((self._begun + share) / self.formats, self._format)
