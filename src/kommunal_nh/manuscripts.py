"""An existing report as it stands on its pages: lines and tables in order, and where they are.

Importers make manuscripts; what the lines mean is found out later, from the words of the profile.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Line(Value):
    """A heading, a paragraph or an item of a list.

    Attributes:
        at: Where it stands, counted in the unit of the manuscript.
        words: What it says, without markup.
        text: The same as Markdown; left out, it is made from the words.
        level: Level of the heading that the source says it is, from 1; 0 for anything else.
        marker: What stands before an item of a list, such as `-` or `2.`.
        depth: How many lists the item stands in, from 1; 0 outside of lists.
        anchor: Id that the source gives it.
        facets: What it can be found by in a file of this library: ids by facet.
        continues: It follows the line before without a gap, as lines of one paragraph do.
        aside: It stands beside the text and is no part of it, as headers, comments and the
            descriptions of pictures.
    """

    at: int
    words: str
    text: str = ""
    level: int = 0
    marker: str = ""
    depth: int = 0
    anchor: str = ""
    facets: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    continues: bool = False
    aside: bool = False

    @property
    def whole(self) -> str:
        """What stands there, with the marker of an item."""
        return f"{self.marker} {self.words}".strip()


@attrs.frozen(eq=False, repr=False)
class GridRow(Value):
    """A row of a table.

    Attributes:
        at: Where it stands.
        cells: The words of its cells.
        texts: The same as Markdown, where the source has more than words.
    """

    at: int
    cells: tuple[str, ...]
    texts: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Grid(Value):
    """A table.

    Attributes:
        rows: Its rows, heads among them.
        text: The same as Markdown, for tables in running text.
        contents: The source says that it is a table of contents; each row is an entry.
    """

    rows: tuple[GridRow, ...]
    text: str = ""
    contents: bool = False

    @property
    def at(self) -> int:
        """Where it begins."""
        return self.rows[0].at if self.rows else 0


@attrs.frozen(eq=False, repr=False)
class Manuscript(Value):
    """An existing report.

    Attributes:
        name: Name of the file.
        blocks: Lines and tables in their order.
        unit: What places are counted in, such as Zeile or Absatz.
        is_own: This library wrote it: anchors are ids of the data or begin with `nh-`.
        names: Names of what can be filtered by: by facet and id.
        language: Language tag of the text.
    """

    name: str
    blocks: tuple[Line | Grid, ...]
    unit: str = "Zeile"
    is_own: bool = False
    names: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    language: str = ""

    def place(self, at: int) -> str:
        """A place in words.

        Args:
            at: As a line or row counts it.

        Returns:
            For example `Zeile 12`.
        """
        return f"{self.unit} {at}"
