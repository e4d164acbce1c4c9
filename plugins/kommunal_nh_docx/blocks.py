"""One writer for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from kommunal_nh.charts import chart_png, is_drawn
from kommunal_nh.document import (
    Block,
    Chart,
    Figure,
    Heading,
    Inline,
    Legend,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
    TableOfContents,
    Text,
    TitlePage,
    plain_text,
)
from kommunal_nh_docx.body import Body, Place
from kommunal_nh_docx.contents import write_contents
from kommunal_nh_docx.keeping import kept_points
from kommunal_nh_docx.numbering import DEEPEST, STEP
from kommunal_nh_docx.paragraphs import opening
from kommunal_nh_docx.tables import write_table
from kommunal_nh_docx.xml import DECLARATION, R, W

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_BEGIN = f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{_DRAWING}"><w:body>'
_END = "</w:body></w:document>"
_DEEPEST_HEADING = 9
_ROLES = {"statement": "Statement", "label": "Label", "facts": "Facts", "empty": "Empty"}
_BELOW_HEADINGS = frozenset({"facts", "statement"})
_SHORT = 400  # characters; longer texts may leave their last lines to the facts
_TALLEST = 0.75  # of a page, so that a picture and its caption fit


def write_body(body: Body, blocks: Iterable[Block], write: Callable[[str], None]) -> None:
    """Write the document part.

    Args:
        body: What the writers of blocks share.

        blocks: The blocks of the document.

        write: Takes the next piece of XML.
    """
    body.write = write
    write(body.cover.beginning if body.cover else _BEGIN)
    write_blocks(body, blocks, Place())
    if body.change:  # the last paragraph of a file can not go
        write(f"{opening(body.ids['Gap'])}</w:p>")
    write(f"{body.pages.end()}{_END}")


def write_blocks(body: Body, blocks: Iterable[Block], place: Place) -> None:
    """Write blocks, one after the other.

    Args:
        body: Where to write them.

        blocks: The blocks.

        place: Where they stand.
    """
    for block, follower in _with_followers(blocks):
        body.follower = follower
        _WRITERS[type(block)](body, block, place)


def _with_followers(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one behind it; one is read ahead, so that long documents stay streams."""
    coming = iter(blocks)
    current = next(coming, None)
    while current is not None:
        follower = next(coming, None)
        yield current, follower
        current = follower


def _section(body: Body, section: Section, place: Place) -> None:
    if section.landscape:
        place = attrs.evolve(place, page="landscape")
    if section.runs_on:
        body.wants_page = False
    body.remember(section.anchor)
    write_blocks(body, section.blocks, place)
    body.write(body.bookmarks())  # of a section without any text


def _title_page(body: Body, page: TitlePage, place: Place) -> None:
    place = Place("title")
    if body.cover:
        body.begin(place)
        body.write(body.cover.xml)
        return
    _words(body, place, page.title, "Title")
    _words(body, place, page.subtitle, "Subtitle")
    for line in page.lines:
        _words(body, place, line, "TitleLine")


def _words(body: Body, place: Place, text: str, style: str, *, keep_next: bool = False) -> None:
    if text:
        body.paragraph(place, body.words.xml((Text(text),)), style, keep_next=keep_next)


def _heading(body: Body, heading: Heading, place: Place) -> None:
    style = f"Heading{min(max(heading.level, 1), _DEEPEST_HEADING)}"
    number = (Text(f"{heading.number} "),) if heading.number else ()
    off = (0, 0) if body.ids[style] in body.numbered else None
    content = (*number, *heading.content)
    change = body.words.changes.mark(content)
    body.note(content)
    body.paragraph(place, body.words.xml(content), style, number=off, change=change)
    body.is_headed = True


def _paragraph(body: Body, paragraph: Paragraph, place: Place) -> None:
    runs = body.words.xml(paragraph.content)
    if runs:
        keep_next = _belongs_to_next(body, paragraph)
        is_headed = body.is_headed and paragraph.role in _BELOW_HEADINGS
        style = _ROLES.get(paragraph.role, place.style)
        change = body.words.changes.mark(paragraph.content)
        body.paragraph(place, runs, style, keep_next=keep_next, indent=place.indent, change=change)
        body.is_headed = is_headed


def _belongs_to_next(body: Body, paragraph: Paragraph) -> bool:
    """Facts that lead or have others behind them, words with a colon, short texts above facts."""
    match body.follower:
        case None:
            return False
        case Paragraph(role="facts") if paragraph.role == "facts":
            return body.is_headed or len(plain_text(paragraph.content)) < _SHORT
        case _ if paragraph.role == "facts":
            return body.is_headed
        case List() | Table() | Quote() | Figure() | Chart():
            return plain_text(paragraph.content).rstrip().endswith(":")
        case Paragraph(role="facts"):
            return len(plain_text(paragraph.content)) < _SHORT
    return False


def _list(body: Body, block: List, place: Place) -> None:
    level = min(place.depth, DEEPEST)
    ordered = block.ordered
    number = body.numbering.ordered(level, block.start) if ordered else body.numbering.bullets
    inside = attrs.evolve(place.indented(STEP, "ListContinue"), depth=place.depth + 1)
    for item, keep_next in zip(block.items, kept_points(block.items), strict=True):
        content, below = _beside_bullet(item)
        body.paragraph(
            place,
            body.words.xml(content),
            "ListNumber" if ordered else "ListBullet",
            keep_next=keep_next,
            number=(level, number),
            indent=inside.indent,
            hanging=STEP,
            change=body.words.changes.mark(content),
        )
        write_blocks(body, below, inside)


def _beside_bullet(item: Sequence[Block]) -> tuple[Sequence[Inline], Sequence[Block]]:
    """The words of an item's own paragraph, and the blocks below it."""
    match item:
        case (Paragraph(content), *below):
            return content, below
        case _:
            return (), item


def _quote(body: Body, quote: Quote, place: Place) -> None:
    write_blocks(body, quote.blocks, place.indented(STEP, "Quote"))


def _figure(body: Body, figure: Figure, place: Place) -> None:
    room = body.pages.layout(place.page)
    width, height = room.width - place.indent, round(room.height * _TALLEST)
    drawing = body.pictures.drawing(figure, width, height)
    body.paragraph(place, drawing, "Figure", keep_next=bool(figure.caption), indent=place.indent)
    _words(body, place, figure.caption, "Caption")


def _chart(body: Body, chart: Chart, place: Place) -> None:
    """The drawing as a picture that says what it shows, or only the words; then the table."""
    if is_drawn(chart):
        _figure(body, Figure("image/png", chart_png(chart), chart.alt), place)
    else:
        _words(body, place, chart.alt, "", keep_next=True)
    write_table(body, chart.table, place)


def _legend(body: Body, legend: Legend, place: Place) -> None:
    _words(body, place, legend.title, "Label")
    for status in body.statuses:
        mark = body.words.mark(status.id, status.label)
        definition = f" {status.definition}" if status.definition else ""
        body.paragraph(place, mark + body.words.xml((Text(definition),)), "Legend")


def _page_break(body: Body, block: PageBreak, place: Place) -> None:
    body.wants_page = True


_WRITERS: Mapping[type[Block], Callable[[Body, Any, Place], None]] = {
    Section: _section,
    TitlePage: _title_page,
    TableOfContents: write_contents,
    Heading: _heading,
    Paragraph: _paragraph,
    List: _list,
    Table: write_table,
    Figure: _figure,
    Chart: _chart,
    Legend: _legend,
    Quote: _quote,
    PageBreak: _page_break,
}
