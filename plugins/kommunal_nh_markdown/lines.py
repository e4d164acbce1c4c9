"""A document as lines: which function writes which block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from kommunal_nh.document import (
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    Strong,
    Table,
    TableOfContents,
    Text,
)
from kommunal_nh.labels import fill
from kommunal_nh_markdown import inlines
from kommunal_nh_markdown.addresses import reference
from kommunal_nh_markdown.contents import contents_lines
from kommunal_nh_markdown.escaping import SPLIT, clean, escaped
from kommunal_nh_markdown.levels import Levels
from kommunal_nh_markdown.looks import PLAIN, Looks
from kommunal_nh_markdown.lowering import Anchor, Simple, Title, lowered, lowered_blocks
from kommunal_nh_markdown.tables import table_lines

_DEEPEST = 6
_HIGHEST_NUMBER = 999_999_999
_LISTS = (List, TableOfContents)


def document_lines(document: Document) -> Iterator[str]:
    """A document, line by line.

    Args:
        document: The document.

    Returns:
        The lines without their ends, made while they are read.
    """
    return Lines(document, Looks(symbols(document))).of(lowered(document))


def symbols(document: Document) -> dict[str, str]:
    """The symbols of the statuses.

    Args:
        document: The document.

    Returns:
        Each symbol by the id of its status.
    """
    return {status.id: status.symbol for status in document.statuses}


class Lines:
    """Writes blocks of one document and knows where in the outline of the file it is."""

    def __init__(self, document: Document, looks: Looks, *, titled: bool = True) -> None:
        """Begin a file.

        Args:
            document: The document.

            looks: What marks, references and pictures look like.

            titled: The file has a title, and its headings stand below it.
        """
        self._document = document
        self._looks = looks
        self._above = int(titled)
        self._levels = Levels()

    def of(self, blocks: Iterable[Simple]) -> Iterator[str]:
        """Blocks with one empty line between them, and a comment between two lists.

        Args:
            blocks: The blocks.

        Yields:
            The lines.
        """
        previous: Simple | None = None
        for block in blocks:
            lines = _WRITERS[type(block)](self, block)
            first = next(lines, None)
            if first is None:
                continue
            if previous is not None:
                yield ""
            if isinstance(previous, _LISTS) and isinstance(block, _LISTS):
                yield from (SPLIT, "")
            yield first
            yield from lines
            previous = block

    def _title(self, title: Title) -> Iterator[str]:
        yield f"# {inlines.heading([Text(title.text)], PLAIN)}".rstrip()

    def _anchor(self, anchor: Anchor) -> Iterator[str]:
        # GitLab removes the id of a link, HTML of today prefers it to the name
        name = escape(clean(anchor.name))
        yield f'<a id="{name}" name="{name}"></a>'

    def _heading(self, heading: Heading) -> Iterator[str]:
        number = (Text(f"{heading.number} "),) if heading.number else ()
        content: tuple[Inline, ...] = (*number, *heading.content)
        words = inlines.heading(content, self._looks)
        depth = self._above + self._levels.depth(heading.level) if words else 0
        if depth > _DEEPEST:
            yield from inlines.paragraph([Strong(content)], self._looks)
        elif words:
            yield f"{'#' * depth} {words}"

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        content = paragraph.content
        if mark := _MARKED_ROLES.get(paragraph.role):
            content = (mark(content),)
        return iter(inlines.paragraph(content, self._looks))

    def _figure(self, figure: Figure) -> Iterator[str]:
        if self._looks.picture is None:
            words = fill(self._document.labels.figure, alt=figure.alt)
            yield from inlines.paragraph([Text(words)], PLAIN)
        else:
            yield f"!{reference(escaped(clean(figure.alt)), self._looks.picture(figure))}"
        if caption := inlines.paragraph([Text(figure.caption)], PLAIN):
            yield from ("", *caption)

    def _list(self, block: List) -> Iterator[str]:
        loose = any(len(item) > 1 for item in block.items)
        for place, item in enumerate(block.items):
            if loose and place:
                yield ""
            number = min(max(block.start, 0) + place, _HIGHEST_NUMBER)
            marker = f"{number}. " if block.ordered else "- "
            yield from _item(marker, self.of(lowered_blocks(item, self._document)))

    def _quote(self, quote: Quote) -> Iterator[str]:
        for line in self.of(lowered_blocks(quote.blocks, self._document)):
            yield f"> {line}".rstrip()

    def _table(self, table: Table) -> Iterator[str]:
        return table_lines(table, self._looks)

    def _contents(self, contents: TableOfContents) -> Iterator[str]:
        return contents_lines(contents, self._looks)


_MARKED_ROLES: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "label": Strong,
    "empty": Emphasis,
}

_WRITERS: dict[type, Callable[[Lines, Any], Iterator[str]]] = {
    Title: Lines._title,
    Anchor: Lines._anchor,
    Heading: Lines._heading,
    Paragraph: Lines._paragraph,
    List: Lines._list,
    Quote: Lines._quote,
    Table: Lines._table,
    Figure: Lines._figure,
    TableOfContents: Lines._contents,
}


def _item(marker: str, lines: Iterator[str]) -> Iterator[str]:
    """An item; an empty one holds a comment, lest its mark be taken for a rule or an underline."""
    yield marker + next(lines, SPLIT)
    for line in lines:
        yield " " * len(marker) + line if line else ""
