"""The document between report and file: a small closed set of frozen nodes.

    Document
    └─ blocks: Section · TitlePage · TableOfContents · Heading · Paragraph · List · Table · Figure ·
               Chart · Legend · Quote · PageBreak
       └─ inlines: Text · Strong · Emphasis · Code · Link · Reference · LineBreak · StatusMark

Exporters see nothing but this tree. Numbers, titles and marks are already in it as text, so they
can not come out differently in two formats. Where a field is an `Iterable`, it may be long: it can
be iterated any number of times and is then made anew (`Deferred`), so that a writer which streams
needs little memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from kommunal_nh.labels import Labels
from kommunal_nh.value import Value

_T = TypeVar("_T")


class Deferred(Generic[_T]):
    """Items that are made anew each time they are iterated."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Iterable[_T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[_T]:
        return iter(self._make())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deferred | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<Deferred {self._make!r}>"


# --------------------------------------------------------------------------------------- inlines


@attrs.frozen(eq=False, repr=False)
class Text(Value):
    """Words.

    Attributes:
        text: Plain text; `<`, `*` and the like are just characters.
    """

    text: str


@attrs.frozen(eq=False, repr=False)
class Strong(Value):
    """Important words.

    Attributes:
        content: What is important.
    """

    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Emphasis(Value):
    """Stressed words.

    Attributes:
        content: What is stressed.
    """

    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Code(Value):
    """Words to be taken literally.

    Attributes:
        text: Plain text.
    """

    text: str


@attrs.frozen(eq=False, repr=False)
class Link(Value):
    """A link out of the document.

    Attributes:
        url: An http, https, mailto or tel address.
        content: What is shown; never empty.
    """

    url: str
    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class Reference(Value):
    """A link to a section of this document.

    Attributes:
        anchor: `Section.anchor` of the target.
        content: What is shown, with the number already in it; never empty.
    """

    anchor: str
    content: tuple[Inline, ...]


@attrs.frozen(eq=False, repr=False)
class LineBreak(Value):
    """A new line inside a paragraph."""


@attrs.frozen(eq=False, repr=False)
class StatusMark(Value):
    """The coloured mark of a status.

    Attributes:
        status: Id of the status; its look is in `Document.statuses`.
        text: The words of the mark, so that it can be read without colour or symbol.
    """

    status: str
    text: str


Inline: TypeAlias = Text | Strong | Emphasis | Code | Link | Reference | LineBreak | StatusMark

# ---------------------------------------------------------------------------------------- blocks


@attrs.frozen(eq=False, repr=False)
class Section(Value):
    """A part of the document that can be found, linked and filtered.

    Attributes:
        kind: What it is: `chapter`, `theme`, `goal`, `status`, `project`, `overview`, `lists`,
            `archive`, `withdrawn`, or a module's own word.
        anchor: Made from the id, so it stays when numbers change; unique in the document, or empty.
        blocks: What is in it, its heading first.
        facets: What it can be filtered by: key of a `Facet` and ids of its options.
        landscape: Printed on pages in landscape.
    """

    kind: str
    anchor: str
    blocks: Iterable[Block]
    facets: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    landscape: bool = False


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

# -------------------------------------------------------------------------------------- document


@attrs.frozen(eq=False, repr=False)
class StatusStyle(Value):
    """How a status looks.

    Attributes:
        id: `StatusMark.status`.
        label: In the legend.
        definition: What the status means; may be empty.
        colour: Background as #rrggbb; text on it is black or white, whichever contrasts more.
        symbol: One character beside the words.
    """

    id: str
    label: str
    definition: str
    colour: str
    symbol: str


@attrs.frozen(eq=False, repr=False)
class Facet(Value):
    """Something that sections and rows can be filtered by.

    Attributes:
        key: `status`, `theme`, `unit` or `municipality`.
        label: What readers call it.
        options: Id and name of every value that occurs.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


@attrs.frozen(eq=False, repr=False)
class Document(Value):
    """A whole document, ready to be written in any format.

    Attributes:
        title: For the properties of the file.
        publisher: Who answers for it.
        as_of: The day it speaks of; also the time stamp of the file.
        subject: One line that says more than the title.
        language: Language tag, such as de-DE.
        labels: The words of the frame.
        statuses: How the statuses look, in the order of the legend.
        facets: What readers can filter by.
        blocks: The content.
        project_word: What one calls the projects, in the plural.
    """

    title: str
    publisher: str
    as_of: date
    blocks: Iterable[Block]
    subject: str = ""
    language: str = "de-DE"
    labels: Labels = Labels()
    statuses: tuple[StatusStyle, ...] = ()
    facets: tuple[Facet, ...] = ()
    project_word: str = "Projekte"


def plain_text(content: Iterable[Inline]) -> str:
    """The words of inline content, without any markup.

    Args:
        content: The inlines.

    Returns:
        The text; a line break becomes a line feed.
    """
    return "".join(_words(inline) for inline in content)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | StatusMark(_, text):
            return text
        case LineBreak():
            return "\n"
        case _:
            return plain_text(inline.content)


def outline(blocks: Iterable[Block]) -> Iterator[ContentsEntry]:
    """The headings of a document, without reading the texts of its projects.

    Args:
        blocks: The blocks of a document or section.

    Yields:
        One entry for each heading that begins a section.
    """
    for block in blocks:
        if isinstance(block, Section):
            yield from _section_outline(block)


def _section_outline(section: Section) -> Iterator[ContentsEntry]:
    blocks = iter(section.blocks)
    first = next(blocks, None)
    if isinstance(first, Heading):
        yield ContentsEntry(first.level, first.number, plain_text(first.content), section.anchor)
    if section.kind != "project":
        yield from outline(blocks)
