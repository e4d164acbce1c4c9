"""Markdown read back: HTML that other people's readers made of it, as blocks that can be compared.

A block is a tuple: `("h2", words)`, `("p", words)`, `("ul", items)`, `("ol", start, items)`,
`("blockquote", blocks)` or `("table", rows)`. Words are a tuple of pairs of characters and marks.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import dropwhile, groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from kommunal_nh.document import Document
from kommunal_nh_markdown import MarkdownExporter

Marked = tuple[str, frozenset[Any]]
VOID = {"br", "hr", "img", "input", "col"}
INLINE = {"a", "strong", "em", "code", "br", "span", "ins", "del", "img", "input", "sup", "g-emoji"}
INVISIBLE = "\ufeff"


def markdown(document: Document) -> str:
    """What the exporter writes."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "report.md")
        MarkdownExporter().write(document, target, {})
        return target.read_bytes().decode("utf-8")


class Element:
    """An element of HTML."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Element | str] = []

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class TreeBuilder(HTMLParser):
    """Builds elements of what Python's own parser reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("body", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def blocks(html: str) -> list[Any]:
    """The blocks of a page."""
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, "all elements are closed"
    return list(read_blocks(builder.open[0]))


def read_blocks(parent: Element) -> Iterator[Any]:
    """The blocks of an element; loose words are a paragraph, empty paragraphs are none."""
    for loose, children in groupby(parent.children, is_inline):
        if loose:
            paragraph = Element("p", {})
            paragraph.children = list(children)
            yield from read_block(paragraph)
        else:
            for child in children:
                yield from read_block(child)


def is_inline(child: Element | str) -> bool:
    return isinstance(child, str) or child.tag in INLINE


def read_block(block: Any) -> Iterator[Any]:
    match block.tag:
        case "p":
            words = normal(characters(block))
            yield from [("p", words)] if words else []
        case "ul":
            yield ("ul", items(block))
        case "ol":
            yield ("ol", int(block.attributes.get("start") or 1), items(block))
        case "blockquote":
            inner = list(read_blocks(block))
            yield from [("blockquote", inner)] if inner else []
        case "table":
            yield ("table", from_first_words([cells(row) for row in rows(block)]))
        case "section" | "div":
            yield from read_blocks(block)
        case _:
            yield (block.tag, normal(characters(block)))


def items(block: Element) -> list[Any]:
    return [list(read_blocks(item)) for item in block.children if isinstance(item, Element)]


def rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from [child] if child.tag == "tr" else rows(child)


def cells(row: Element) -> list[Any]:
    return [normal(characters(cell)) for cell in row.children if isinstance(cell, Element)]


def from_first_words(rows: list[Any]) -> list[Any]:
    """The rows, without those above the first words: pandoc leaves out an empty header."""
    return list(dropwhile(lambda row: not any(row), rows))


def characters(element: Element, marks: frozenset[Any] = frozenset()) -> Iterator[Marked]:
    """Every character with the marks that it carries."""
    for child in element.children:
        if isinstance(child, str):
            yield from ((character, marks) for character in child)
        elif child.tag == "br":
            yield ("\v", marks)
        else:
            yield from characters(child, marks | mark(child))


def mark(element: Element) -> set[Any]:
    """What an element says of its words; a link that shows its own address says nothing."""
    if element.tag != "a":
        return {element.tag} - {"span"}
    address = unquote(element.attributes.get("href") or "")
    forms = (address, _ENCODED_HOST.sub(_decoded, address))
    itself = any(shows_itself(form, element.text()) for form in forms)
    return set() if itself or not address else {("a", address)}


_ENCODED_HOST = re.compile(r"xn--([a-z0-9-]+)")


def _decoded(label: re.Match[str]) -> str:
    """A name with other letters, which some readers write as the network does (xn--kln-sna.de)."""
    try:
        return label[1].encode().decode("punycode")
    except UnicodeError:
        return label[0]


def shows_itself(address: str, words: str) -> bool:
    words = unquote(words)
    return address in (words, f"mailto:{words}", f"http://{words}")


def normal(characters: Iterable[Marked]) -> tuple[Marked, ...]:
    """Runs of equally marked characters; white space is collapsed and carries no marks."""
    runs = []
    previous = " "
    for character, marks in characters:
        space = character in " \t\n\r"
        if space and previous in " \v":
            continue
        previous = " " if space else character
        invisible = previous.isspace() or previous in INVISIBLE + "/"
        runs.append((previous, frozenset() if invisible else marks))
        if character == "\v" and len(runs) > 1 and runs[-2][0] == " ":
            del runs[-2]
    while runs and runs[-1][0] in " \v":
        runs.pop()
    while runs and runs[0][0] in " \v":
        del runs[0]
    grouped = groupby(runs, lambda run: run[1])
    return tuple(("".join(character for character, _ in run), marks) for marks, run in grouped)


def plain(words: tuple[Marked, ...]) -> str:
    """Words without marks."""
    return "".join(text for text, _ in words)


def outline(read: list[Any]) -> list[tuple[int, str]]:
    """Level and words of each heading."""
    return [(int(tag[1]), plain(words)) for tag, words, *_ in read if re.match(r"h\d", tag)]
