"""What Markdown has no word for, in words that it has.

Sections, title pages, legends, charts and the like become a stream of the few blocks that remain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from kommunal_nh.document import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Inline,
    Legend,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    StatusMark,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)


@attrs.frozen(eq=False, repr=False)
class Title:
    """The title of the document.

    Attributes:
        text: Its words.
    """

    text: str


@attrs.frozen(eq=False, repr=False)
class Anchor:
    """A place that can be linked.

    Attributes:
        name: Its name.
    """

    name: str


Simple: TypeAlias = (
    Title | Anchor | Heading | Paragraph | List | Table | Figure | TableOfContents | Quote
)


def lowered(document: Document, content: Iterable[Block] | None = None) -> Iterator[Simple]:
    """The whole document, or a part of it, the document's title first.

    Args:
        document: The document.

        content: The part; all blocks if left out.

    Yields:
        Simple blocks.
    """
    blocks = iter(document.blocks if content is None else content)
    first = next(blocks, None)
    page = first if isinstance(first, TitlePage) else TitlePage(document.title)
    yield Title(page.title)
    yield from _below_title(page)
    if first is not None and first is not page:
        yield from lowered_blocks([first], document)
    yield from lowered_blocks(blocks, document)


def lowered_blocks(blocks: Iterable[Block], document: Document) -> Iterator[Simple]:
    """Some blocks of a document.

    Args:
        blocks: The blocks.

        document: The document that they belong to.

    Yields:
        Simple blocks.
    """
    for block in blocks:
        yield from _LOWER.get(type(block), _itself)(block, document)


def _itself(block: Simple, document: Document) -> Iterator[Simple]:
    yield block


def _section(section: Section, document: Document) -> Iterator[Simple]:
    if section.anchor:
        yield Anchor(section.anchor)
    yield from lowered_blocks(section.blocks, document)


def _title_page(page: TitlePage, document: Document) -> Iterator[Simple]:
    yield Heading(1, "", (Text(page.title),))
    yield from _below_title(page)


def _below_title(page: TitlePage) -> Iterator[Simple]:
    yield Paragraph((Strong((Text(page.subtitle),)),))
    lines: list[Inline] = []
    for line in page.lines:
        lines += [Text(line), LineBreak()]
    yield Paragraph(tuple(lines))


def _contents(contents: TableOfContents, document: Document) -> Iterator[Simple]:
    yield Heading(1, "", (Text(contents.title),))
    yield contents


def _legend(legend: Legend, document: Document) -> Iterator[Simple]:
    yield Paragraph((Text(legend.title),), role="label")
    items = []
    for status in document.statuses:
        mark = Strong((StatusMark(status.id, status.label),))
        definition = f": {status.definition}" if status.definition else ""
        items.append((Paragraph((mark, Text(definition))),))
    yield List(tuple(items))


def _chart(chart: Chart, document: Document) -> Iterator[Simple]:
    yield Paragraph((Text(chart.alt),))
    yield chart.table


def _page_break(block: PageBreak, document: Document) -> Iterator[Simple]:
    return iter(())


_LOWER: dict[type, Callable[[Any, Document], Iterator[Simple]]] = {
    Section: _section,
    TitlePage: _title_page,
    TableOfContents: _contents,
    Legend: _legend,
    Chart: _chart,
    PageBreak: _page_break,
}
