"""Pages: their size, their orientation, and the breaks between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

from kommunal_nh_docx.paragraphs import opening

Kind: TypeAlias = Literal["title", "portrait", "landscape"]


@attrs.frozen(eq=False, repr=False)
class Layout:
    """Pages of one kind.

    Attributes:
        width: Width of the text in twentieths of a point.
        height: Height of the text in twentieths of a point.
        properties: Its `w:sectPr`.
    """

    width: int
    height: int
    properties: str


class Pages:
    """Knows which pages are being written.

    In Word a section's properties stand at its end, so that a break names the pages before it.
    """

    def __init__(self, layouts: Mapping[Kind, Layout], gap: str) -> None:
        self._layouts = layouts
        self._gap = gap
        self.current: Kind | None = None

    def layout(self, kind: Kind) -> Layout:
        """The pages of a kind.

        Args:
            kind: The kind.

        Returns:
            Their layout.
        """
        return self._layouts[kind]

    def turn(self, kind: Kind) -> str:
        """Begin pages of another kind.

        Args:
            kind: The pages that follow.

        Returns:
            A paragraph with the break, or nothing at the beginning of the document.
        """
        before, self.current = self.current, kind
        if before is None:
            return ""
        properties = self._layouts[before].properties
        return opening(self._gap).replace("</w:pPr>", f"{properties}</w:pPr></w:p>")

    def end(self) -> str:
        """The end of the document.

        Returns:
            The properties of the last pages.
        """
        return self._layouts[self.current or "portrait"].properties
