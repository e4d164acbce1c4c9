"""Headings and paragraphs of a page, in their order; html_lists reads what is in between."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kommunal_nh.document import Emphasis, Inline, Strong, plain_text
from kommunal_nh.importers import Grid, Line, markdown_of
from kommunal_nh_readers.html_inlines import (
    classes_of,
    content,
    inlines,
    is_hidden,
    line_of,
    tag_of,
    text_node,
)
from kommunal_nh_readers.html_lists import READERS
from kommunal_nh_readers.html_own import facets_of, is_frame

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav",
     "noscript", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot",
     "th", "thead", "tr", "ul")
)  # fmt: skip
_HEADING = re.compile(r"h[1-6]")
_WORD_ITEM = re.compile(r"^([·•▪§–o]|\d{1,3}[.)]|[a-z]\))[ \xa0]*\xa0[ \xa0]+")
"""What word processors write for an item of a list: its sign and many no-break spaces."""


class Blocks:
    """Collects the blocks of one page.

    Attributes:
        found: The blocks so far.
        own: This library wrote the page.
        at: The line that is being read.
        depth: How many lists it stands in.
        marker: What stands before the item that begins.
        anchor: Id of what comes next.
    """

    def __init__(self, *, own: bool, told: bool = False, at: int = 0) -> None:
        """Begin.

        Args:
            own: This library wrote the page.

            told: Its blocks say in `data-line` where they stand.

            at: Where to begin.
        """
        self.found: list[Line | Grid] = []
        self.own = own
        self.at = at
        self.depth = 0
        self.marker = ""
        self.anchor = ""
        self._facets: dict[str, tuple[str, ...]] = {}
        self._run: list[Inline] = []
        self._told = told

    def beside(self) -> Blocks:
        """A place for blocks that become one, such as a quotation.

        Returns:
            An empty collection for the same page.
        """
        return Blocks(own=self.own, told=self._told, at=self.at)

    def read(self, element: _Element) -> None:
        """Read everything in an element.

        Args:
            element: The element.
        """
        self.words(element.text)
        for child in element:
            self.any(child)
            self.words(child.tail)
        self.flush()

    def any(self, element: _Element) -> None:
        """Read an element.

        Args:
            element: A block, or a part of one.
        """
        if self.own and is_frame(element):
            return
        if holds_blocks(element):
            self.flush()
            self._block(element)
            return
        self.at = self.at if self._run else self.place(element)
        if tag_of(element) == "a" and not element.get("href"):
            self.anchor = element.get("id") or element.get("name") or self.anchor
        self._run += inlines(element)

    def words(self, text: str | None) -> None:
        """Add words between tags.

        Args:
            text: The words.
        """
        self._run += text_node(text)

    def paragraph(self, run: Iterable[Inline]) -> None:
        """Add a paragraph, if there is anything to read.

        Args:
            run: Its content.
        """
        run = tuple(run)
        if not (words := words_of(run)):
            return
        text = markdown_of(run)
        if not self.own and not self.marker and (item := _WORD_ITEM.match(words)):
            words, text = words[item.end() :], ""
            self.marker = item[1]
        self.add(words, text)

    def add(self, words: str, text: str, level: int = 0) -> None:
        """Add a line.

        Args:
            words: What it says.

            text: The same as Markdown.

            level: Level of a heading.
        """
        if not self.own:
            words, self.anchor = " ".join(words.split()), self.anchor if level else ""
        depth = self.depth or int(bool(self.marker))
        line = Line(self.at, words, text, level, self.marker, depth, self.anchor, self._facets)
        self.found.append(line)
        self.marker, self.anchor, self._facets = "", "", {}

    def flush(self) -> None:
        """End the paragraph that is being read."""
        run, self._run = self._run, []
        self.paragraph(run)

    def place(self, element: _Element) -> int:
        """Where an element stands.

        Args:
            element: The element.

        Returns:
            Its line; that of what came before if it does not say.
        """
        told = element.get("data-line")
        if self._told:
            return int(told) if told and told.isdecimal() else self.at
        return line_of(element, self.at)

    def _block(self, element: _Element) -> None:
        name = tag_of(element)
        if is_hidden(element):
            return
        self.at = self.place(element)
        if _HEADING.fullmatch(name):
            self._heading(element)
        elif name == "p":
            self._paragraph(element)
        elif name in READERS:
            READERS[name](self, element)
        else:
            self._container(element)

    def _container(self, element: _Element) -> None:
        if self.own and element.get("data-facets"):
            self._facets = facets_of(element)
        if tag_of(element) in ("section", "article") or (self.own and tag_of(element) == "div"):
            self.anchor = element.get("id") or self.anchor
        self.read(element)

    def _heading(self, element: _Element) -> None:
        run, rank = content(element), element.get("aria-level") or tag_of(element)[1:]
        if not self.own:
            inner = (one.get("id") or one.get("name") for one in element.iter("a"))
            self.anchor = element.get("id") or next(filter(None, inner), "") or self.anchor
        if self.depth:
            self.paragraph((Strong(run),))
        elif words := words_of(run):
            self.add(words, markdown_of(run), int(rank) if rank.isdecimal() else 6)

    def _paragraph(self, element: _Element) -> None:
        if any(map(holds_blocks, element)):
            self.read(element)
            return
        for one in element.iter("a"):
            if not one.get("href") and not (one.text or len(one)):
                self.anchor = one.get("id") or one.get("name") or self.anchor
        run, classes = content(element), classes_of(element)
        if self.own and {"label", "legend-title"} & classes:
            run = (Strong(run),)
        if self.own and "empty" in classes:
            run = (Emphasis(run),)
        self.paragraph(run)


def holds_blocks(element: _Element) -> bool:
    """Whether an element is a block or has one in it.

    Args:
        element: The element.

    Returns:
        False for what stands inside of paragraphs.
    """
    return any(tag_of(one) in _BLOCKS for one in element.iter())


def words_of(run: Iterable[Inline]) -> str:
    """The words of a paragraph.

    Args:
        run: Its content.

    Returns:
        The words; spaces and line feeds count as one space.
    """
    return " ".join(filter(None, re.split(r"[ \n]+", plain_text(tuple(run)))))
