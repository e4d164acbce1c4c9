"""Each kind of block as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import (
    Block,
    Chart,
    Figure,
    Heading,
    Legend,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
    TableOfContents,
    TitlePage,
)
from kommunal_nh_pdf.inlines import words
from kommunal_nh_pdf.tables import table_data

if TYPE_CHECKING:
    from kommunal_nh_pdf.flow import Flow

Data = dict[str, Any]

_SHORT_LIST, _SHORT_TEXT = 6, 500  # items, letters


def block_data(block: Block, flow: Flow) -> Data:
    """A block as data.

    Args:
        block: The block.

        flow: What the blocks of a document share.

    Returns:
        A mapping with the kind of the block below `block`.
    """
    return _WRITERS[type(block)](block, flow)


def _group(blocks: Iterable[Block], flow: Flow) -> list[Data]:
    return [block_data(block, flow) for block in blocks]


def _section(section: Section, flow: Flow) -> Data:
    """A section inside of a list or a quotation."""
    return {"block": "group", "blocks": _group(section.blocks, flow)}


def _title_page(page: TitlePage, flow: Flow) -> Data:
    lines = [line for line in page.lines if line.strip()]
    return {"block": "cover", "title": page.title, "subtitle": page.subtitle, "lines": lines}


def _contents(contents: TableOfContents, flow: Flow) -> Data:
    return {"block": "contents", "title": contents.title, "depth": max(contents.depth, 1)}


def _heading(heading: Heading, flow: Flow) -> Data:
    content = words(heading.content, flow.anchors.known)
    return {"block": "heading", "number": heading.number, "content": content}


def _paragraph(paragraph: Paragraph, flow: Flow) -> Data:
    content = words(paragraph.content, flow.anchors.known)
    return {"block": "paragraph", "role": paragraph.role, "content": content}


def _list(block: List, flow: Flow) -> Data:
    items = [_group(item, flow) for item in block.items]
    made = {"block": "list", "ordered": block.ordered, "start": block.start, "items": items}
    return made | {"whole": _is_short(items)}


def _is_short(items: list[list[Data]]) -> bool:
    """A list that is not worth being cut at the end of a page."""
    texts = [block.get("content") for item in items for block in item]
    letters = sum(len(word) for text in texts if text for word in text if isinstance(word, str))
    return None not in texts and len(items) <= _SHORT_LIST and letters < _SHORT_TEXT


def _table(table: Table, flow: Flow) -> Data:
    return table_data(table, flow.anchors.known)


def _figure(figure: Figure, flow: Flow) -> Data:
    file = flow.pictures.add_figure(figure)
    return {"block": "figure", "file": file, "alt": figure.alt, "caption": figure.caption}


def _chart(chart: Chart, flow: Flow) -> Data:
    file = flow.pictures.add_chart(chart)
    return {"block": "chart", "file": file, "alt": chart.alt, "table": _table(chart.table, flow)}


def _legend(legend: Legend, flow: Flow) -> Data:
    return {"block": "legend", "title": legend.title}


def _quote(quote: Quote, flow: Flow) -> Data:
    return {"block": "quote", "blocks": _group(quote.blocks, flow)}


def _page_break(block: PageBreak, flow: Flow) -> Data:
    return {"block": "page-break"}


_WRITERS: dict[type, Callable[[Any, Flow], Data]] = {
    Section: _section,
    TitlePage: _title_page,
    TableOfContents: _contents,
    Heading: _heading,
    Paragraph: _paragraph,
    List: _list,
    Table: _table,
    Figure: _figure,
    Chart: _chart,
    Legend: _legend,
    Quote: _quote,
    PageBreak: _page_break,
}
