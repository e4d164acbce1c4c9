"""Blocks: sections, headings, paragraphs, tables and what else a page is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from kommunal_nh.document.inlines import Inline
from kommunal_nh.value import Value


@attrs.frozen(eq=False, repr=False)
class Section(Value):
    """A part of the document that can be found, linked and filtered.

    Attributes:
        kind: What it is: `chapter`, `theme`, `goal`, `goals` (a list of them), `status`, `project`,
            `guide`, `figures`, `overview`, `lists`, `archive`, `withdrawn`, `history`, `changes`,
            `changed`, or a module's own word.
        anchor: Made from the id, so it stays when numbers change; unique in the document, or empty.
        blocks: What is in it, its heading first.
        facets: What it can be filtered by: key of a `Facet` and ids of its options.
        landscape: Printed on pages in landscape.
        runs_on: Stays on the page even if headings of its level begin a new one.
    """

    kind: str
    anchor: str
    blocks: Iterable[Block]
    facets: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    landscape: bool = False
    runs_on: bool = False


@attrs.frozen(eq=False, repr=False)
class TitlePage(Value):
    """The first page.

    Attributes:
        title: The title of the document.
        subtitle: Below the title; may be empty.
        lines: Further lines, such as publisher and date.
    """

    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class ContentsEntry(Value):
    """One line of the table of contents.

    Attributes:
        level: Level of its heading, from 1.
        number: Number of its heading, or empty.
        title: Words of its heading.
        anchor: Anchor of its section.
    """

    level: int
    number: str
    title: str
    anchor: str


@attrs.frozen(eq=False, repr=False)
class TableOfContents(Value):
    """The table of contents, entries included.

    Attributes:
        title: Its heading.
        entries: All lines in order.
        depth: The deepest heading level that it shows.
    """

    title: str
    entries: Iterable[ContentsEntry]
    depth: int = 4


@attrs.frozen(eq=False, repr=False)
class Heading(Value):
    """A heading; the first block of the section that it names.

    Attributes:
        level: 1 for chapters, one more for each level below.
        number: As printed, or empty.
        content: The words, without the number.
    """

    level: int
    number: str
    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Paragraph(Value):
    """A paragraph.

    Attributes:
        content: What it says.
        role: `text`; `statement` for the wording of a goal; `label` for a name above the text that
            follows; `facts` for lines such as status and responsibility; `empty` for a text that
            stands where there is nothing.
    """

    content: tuple[Inline, ...]
    role: str = "text"


@attrs.frozen(eq=False, repr=False)
class List(Value):
    """A list.

    Attributes:
        items: The items, each of one or more blocks.
        ordered: Numbered instead of bulleted.
        start: Number of the first item.
    """

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


@attrs.frozen(eq=False, repr=False)
class Column(Value):
    """A column of a table.

    Attributes:
        title: Words of the header cell.
        width: Share of the table's width; all shares are added up.
        align: `start`, `center` or `end`.
        header: The cells of this column name their rows.
    """

    title: str
    width: int = 1
    align: str = "start"
    header: bool = False


@attrs.frozen(eq=False, repr=False)
class Row(Value):
    """A row of a table.

    Attributes:
        cells: One content for each column; an empty cell is an empty tuple.
        facets: As in `Section`.
    """

    cells: tuple[tuple[Inline, ...], ...]
    facets: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False)
class Table(Value):
    """A table with one header row.

    Attributes:
        caption: What the table shows; never empty.
        columns: The columns.
        rows: The rows.
        landscape: Too wide for an upright page.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    landscape: bool = False


@attrs.frozen(eq=False, repr=False)
class Figure(Value):
    """A picture.

    Attributes:
        media_type: `image/png` or `image/jpeg`.
        data: The bytes of the file.
        alt: What it shows, for those who can not see it; never empty.
        caption: Words below it; may be empty.
    """

    media_type: str
    data: bytes
    alt: str
    caption: str = ""


@attrs.frozen(eq=False, repr=False)
class Chart(Value):
    """Figures that can be drawn.

    Attributes:
        spec: The drawing as a Vega-Lite specification.
        alt: What it shows; never empty.
        table: The same figures as a table, for formats and readers without the drawing.
    """

    spec: Mapping[str, Any]
    alt: str
    table: Table


@attrs.frozen(eq=False, repr=False)
class Legend(Value):
    """What the marks mean: one line for each of `Document.statuses`.

    Attributes:
        title: Words above it.
    """

    title: str


@attrs.frozen(eq=False, repr=False)
class Quote(Value):
    """Words of somebody else.

    Attributes:
        blocks: What is quoted.
    """

    blocks: tuple[Block, ...]


@attrs.frozen(eq=False, repr=False)
class PageBreak(Value):
    """The next block starts a new page."""


Block: TypeAlias = (
    Section
    | TitlePage
    | TableOfContents
    | Heading
    | Paragraph
    | List
    | Table
    | Figure
    | Chart
    | Legend
    | Quote
    | PageBreak
)
"""Whatever can stand in a section or in the document itself."""
