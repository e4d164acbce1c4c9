"""What a reader should find in the Markdown of a document, made from the tree alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from tests.plugins.markdown_reading import Marked, from_first_words, normal, shows_itself

from kommunal_nh.document import (
    Chart,
    Code,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inserted,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Section,
    StatusMark,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)

Marks = frozenset[Any]
Holder = Strong | Emphasis | Inserted | Deleted | Link | Reference
MARKS: dict[type, Marks] = {
    Strong: frozenset({"strong"}),
    Emphasis: frozenset({"em"}),
    Inserted: frozenset({"ins"}),
    Deleted: frozenset({"del"}),
}
NO_MARKS: Marks = frozenset()
STRONG: Marks = frozenset({"strong"})
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def expected(document: Document) -> list[Any]:
    """The blocks of a document that begins with its title page."""
    return list(in_blocks(document.blocks, document))


def in_blocks(blocks: Iterable[Any], document: Document) -> Iterator[Any]:
    for block in blocks:
        for read in in_block(block, document):
            if read[-1] or read[0] == "table":
                yield read


def in_block(block: Any, document: Document) -> Iterator[Any]:
    return BLOCKS[type(block)](block, document)


def section(block: Section, document: Document) -> Iterator[Any]:
    yield from in_blocks(block.blocks, document)


def title_page(block: TitlePage, document: Document) -> Iterator[Any]:
    lines = [part for line in block.lines for part in (Text(line), LineBreak())]
    yield ("h1", text(block.title))
    yield ("p", text(block.subtitle, STRONG))
    yield ("p", inlines(lines, document))


def contents(block: TableOfContents, document: Document) -> Iterator[Any]:
    yield ("h2", text(block.title))


def heading(block: Heading, document: Document) -> Iterator[Any]:
    words = [Text(f"{block.number} "), *block.content]
    if block.level > 5:
        yield ("p", inlines(words, document, STRONG))
    else:
        yield (f"h{block.level + 1}", inlines(words, document, line_break=" "))


def paragraph(block: Paragraph, document: Document) -> Iterator[Any]:
    marks = {"label": STRONG, "empty": frozenset({"em"})}.get(block.role, NO_MARKS)
    yield ("p", inlines(block.content, document, marks))


def items(block: List, document: Document) -> Iterator[Any]:
    read = [list(in_blocks(item, document)) for item in block.items]
    yield ("ol", block.start, read) if block.ordered else ("ul", read)


def quote(block: Quote, document: Document) -> Iterator[Any]:
    yield ("blockquote", list(in_blocks(block.blocks, document)))


def table(block: Table, document: Document) -> Iterator[Any]:
    yield ("p", text(block.caption, STRONG))
    head = [text(column.title) for column in block.columns]
    rows = [[inlines(cell, document, line_break=" / ") for cell in row.cells] for row in block.rows]
    yield from [("table", from_first_words([head, *rows]))] if block.columns else []


def chart(block: Chart, document: Document) -> Iterator[Any]:
    yield ("p", text(block.alt))
    yield from table(block.table, document)


def figure(block: Figure, document: Document) -> Iterator[Any]:
    yield ("p", text(f"Bild: {block.alt}"))
    yield ("p", text(block.caption))


def legend(block: Legend, document: Document) -> Iterator[Any]:
    yield ("p", text(block.title, STRONG))
    yield ("ul", [[("p", legend_line(status))] for status in document.statuses])


def page_break(block: PageBreak, document: Document) -> Iterator[Any]:
    yield from ()


BLOCKS: dict[type, Callable[[Any, Document], Iterator[Any]]] = {
    Section: section,
    TitlePage: title_page,
    TableOfContents: contents,
    Heading: heading,
    Paragraph: paragraph,
    List: items,
    Quote: quote,
    Table: table,
    Chart: chart,
    Figure: figure,
    Legend: legend,
    PageBreak: page_break,
}


def legend_line(status: Any) -> tuple[Marked, ...]:
    definition = f": {status.definition}" if status.definition else ""
    words = [(character, STRONG) for character in f"{status.symbol} {status.label}"]
    return normal([*words, *((character, NO_MARKS) for character in definition)])


def text(words: str, marks: Marks = NO_MARKS) -> tuple[Marked, ...]:
    return normal((character, marks) for character in one_line(words))


def inlines(
    content: Iterable[Inline], document: Document, marks: Marks = NO_MARKS, line_break: str = "\v"
) -> tuple[Marked, ...]:
    """Words with their marks, and what stands for a line break between two lines of them."""
    words = normal(characters(content, document, marks))
    if line_break == "\v":
        return words
    flat = [(character, marks) for run, marks in words for character in run]
    lines: list[list[Marked]] = [[]]
    for character, marked in flat:
        if character == "\v":
            lines.append([])
        else:
            lines[-1].append((character, marked))
    joined: list[Marked] = []
    for line in filter(None, lines):
        joined += [*((character, NO_MARKS) for character in line_break * bool(joined)), *line]
    return normal(joined)


def characters(content: Iterable[Inline], document: Document, marks: Marks) -> Iterator[Marked]:
    for inline in content:
        if isinstance(inline, Holder):
            yield from characters(inline.content, document, marks_inside(inline, marks))
        else:
            yield from ((shown, marks | literal(inline)) for shown in words(inline, document))


def words(inline: Any, document: Document) -> str:
    if isinstance(inline, LineBreak):
        return "\v"
    symbols = {style.id: f"{style.symbol} " for style in document.statuses}
    mark = symbols.get(inline.status, "") if isinstance(inline, StatusMark) else ""
    return one_line(mark + inline.text)


def literal(inline: Inline) -> Marks:
    return frozenset({"code"}) if isinstance(inline, Code) else NO_MARKS


def marks_inside(inline: Holder, marks: Marks) -> Marks:
    if not isinstance(inline, Link | Reference):
        return marks | MARKS[type(inline)]
    address = inline.url if isinstance(inline, Link) else f"#{inline.anchor}"
    return linked(marks, address, inline.content)


def one_line(words: str) -> str:
    return CONTROL.sub("\ufffd", re.sub("[\t\n\r\u2028\u2029]", " ", words))


def linked(marks: Marks, address: str, content: tuple[Inline, ...]) -> Marks:
    """The marks inside a link; in a link there is no other, and one to itself says nothing."""
    inside = any(isinstance(mark, tuple) for mark in marks)
    itself = shows_itself(unquote(address), one_line(all_words(content)))
    return marks if inside or itself else marks | {("a", unquote(address))}


def all_words(content: Iterable[Any]) -> str:
    """All words of inlines, also those that are gone."""
    return "".join(
        "\n"
        if isinstance(inline, LineBreak)
        else all_words(inline.content)
        if isinstance(inline, Holder)
        else inline.text
        for inline in content
    )
