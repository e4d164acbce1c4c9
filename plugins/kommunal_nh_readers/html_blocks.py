"""Headings, paragraphs, lists and tables of a page, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kommunal_nh.document import Code, Emphasis, Inline, LineBreak, Strong, Text, plain_text
from kommunal_nh.importers import Grid, Line, running_text
from kommunal_nh.text import markdown_of
from kommunal_nh_readers.html_inlines import (
    classes_of,
    content,
    inlines,
    is_hidden,
    tag_of,
    text_node,
)
from kommunal_nh_readers.html_own import facets_of, is_frame
from kommunal_nh_readers.html_tables import grid_of, is_layout

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
_BULLETS = "-*"


class Blocks:
    """Collects the blocks of one page.

    Attributes:
        found: The blocks so far.
    """

    def __init__(self, *, own: bool, at: int = 0, depth: int = 0) -> None:
        self.found: list[Line | Grid] = []
        self._own = own
        self._at = at
        self._depth = depth
        self._marker = ""
        self._anchor = ""
        self._facets: dict[str, tuple[str, ...]] = {}
        self._run: list[Inline] = []
        self._told = False

    def page(self, root: _Element) -> None:
        """Read a whole page.

        Args:
            root: Its root; it has `data-line` if its blocks say in which line they stand.
        """
        self._told = root.get("data-line") is not None
        self.read(root)

    def read(self, element: _Element) -> None:
        """Read everything in an element.

        Args:
            element: The element.
        """
        self._run += text_node(element.text)
        for child in element:
            if _holds_blocks(child):
                self._flush()
                self._block(child)
            else:
                self._inline(child)
            self._run += text_node(child.tail)
        self._flush()

    def _inline(self, element: _Element) -> None:
        if self._own and is_frame(element):
            return
        self._at = self._at if self._run else self._place(element)
        if tag_of(element) == "a" and not element.get("href"):
            self._anchor = element.get("id") or element.get("name") or self._anchor
        self._run += inlines(element)

    def _block(self, element: _Element) -> None:
        name = tag_of(element)
        if is_hidden(element) or (self._own and is_frame(element)):
            return
        self._at = self._place(element)
        if _HEADING.fullmatch(name):
            self._heading(element)
        else:
            _READERS.get(name, Blocks._container)(self, element)

    def _flush(self) -> None:
        run, self._run = tuple(self._run), []
        if run:
            self._paragraph_of(run)

    def _paragraph_of(self, run: tuple[Inline, ...]) -> None:
        words = _words(run)
        if not words:
            return
        text = markdown_of(run)
        if not self._own and not self._marker and (item := _WORD_ITEM.match(words)):
            words = words[item.end() :]
            self._marker, text = item[1], ""
        self._add(words, text)

    def _add(self, words: str, text: str, level: int = 0) -> None:
        marker, self._marker = self._marker, ""
        anchor, self._anchor = self._anchor, ""
        facets, self._facets = self._facets, {}
        if not self._own:
            words, anchor = " ".join(words.split()), anchor if level else ""
        depth = self._depth or bool(marker)
        self.found.append(Line(self._at, words, text, level, marker, depth, anchor, facets))

    def _place(self, element: _Element) -> int:
        told = element.get("data-line")
        if self._told:
            return int(told) if told and told.isdecimal() else self._at
        return element.sourceline or self._at

    def _container(self, element: _Element) -> None:
        self._mark(element)
        self.read(element)

    def _mark(self, element: _Element) -> None:
        name = tag_of(element)
        if self._own and element.get("data-facets"):
            self._facets = facets_of(element)
        if name in ("section", "article") or (self._own and name == "div"):
            self._anchor = element.get("id") or self._anchor

    def _heading(self, element: _Element) -> None:
        if not self._own:
            inner = (one.get("id") or one.get("name") for one in element.iter("a"))
            self._anchor = element.get("id") or next(filter(None, inner), "") or self._anchor
        run = content(element)
        rank = element.get("aria-level") or tag_of(element)[1:]
        if not _words(run):
            return
        if self._depth:
            self._paragraph_of((Strong(run),))
        else:
            self._add(_words(run), markdown_of(run), int(rank) if rank.isdecimal() else 6)

    def _paragraph(self, element: _Element) -> None:
        run, classes = self._with_anchor(element), classes_of(element)
        if self._own and {"label", "legend-title"} & classes:
            run = (Strong(run),)
        if self._own and "empty" in classes:
            run = (Emphasis(run),)
        self._run += run
        self._flush()

    def _with_anchor(self, element: _Element) -> tuple[Inline, ...]:
        """What stands in a paragraph; a place without words is the anchor of what follows."""
        for one in element.iter("a"):
            if not one.get("href") and not (one.text or len(one)):
                self._anchor = one.get("id") or one.get("name") or self._anchor
        return content(element)

    def _caption(self, words: str) -> None:
        if words:
            self._paragraph_of((Strong((Text(words),)),))

    def _list(self, element: _Element) -> None:
        start = element.get("start") or "1"
        number = int(start) if start.isdecimal() else 1
        bullet = self._bullet(element)
        is_ordered = tag_of(element) == "ol"
        self._run += text_node(element.text)
        for item in element:
            if tag_of(item) == "li":
                self._flush()
                sign = "." if bullet == "-" else ")"
                self._item(item, f"{number}{sign}" if is_ordered else bullet)
                number += 1
            else:
                self._stray(item)
            self._run += text_node(item.tail)
        self._flush()

    def _stray(self, element: _Element) -> None:
        """What stands in a list and is no item."""
        if not _holds_blocks(element):
            self._inline(element)
            return
        self._flush()
        self._depth += 1
        self._block(element)
        self._depth -= 1

    def _bullet(self, element: _Element) -> str:
        """Another sign for a list that follows a list of the same kind directly."""
        before = element.getprevious()
        beside = (
            before is not None and before.tag == element.tag and not (before.tail or "").strip()
        )
        other = beside and before is not None and before.get("data-bullet") != "*"
        element.set("data-bullet", _BULLETS[other])
        return _BULLETS[other]

    def _item(self, item: _Element, marker: str) -> None:
        self._at = self._place(item)
        self._depth += 1
        self._marker = marker
        first = item[0] if len(item) else None
        if first is not None and tag_of(first) in ("ul", "ol") and not (item.text or "").strip():
            self._add("", "")  # the list in it is all that the item has
        self.read(item)
        if self._marker and self._own:
            self._add("", "")
        self._marker = ""
        self._depth -= 1

    def _table(self, element: _Element) -> None:
        if is_layout(element):
            self._container(element)
            return
        caption = element.find("caption")
        if caption is not None:
            self._caption(_words(content(caption)))
        grid = grid_of(element, self._at)
        if grid is None:
            return
        if self._depth:
            self._without_caption(grid)
            self._add(_said(grid), grid.text)
        else:
            self._anchor = ""
            self.found.append(grid)

    def _without_caption(self, grid: Grid) -> None:
        """In lists of our own: the caption that the library makes goes, its table is the item."""
        last = self.found[-1] if self.found else None
        made = " ".join(", ".join(filter(None, grid.rows[0].cells)).split())
        if self._own and isinstance(last, Line) and last.depth and last.words == made:
            del self.found[-1]
            self._marker = last.marker

    def _quote(self, element: _Element) -> None:
        inner = Blocks(own=self._own, at=self._at)
        inner._told = self._told
        inner.read(element)
        if inner.found:
            text = running_text(inner.found)
            lines = (f"> {line}".rstrip() for line in text.split("\n"))
            self._add(" ".join(map(_said, inner.found)), "\n".join(lines))

    def _pre(self, element: _Element) -> None:
        run: list[Inline] = []
        for line in "".join(element.itertext()).rstrip("\n").split("\n"):
            run += ([LineBreak()] if run else []) + ([Code(line)] if line else [])
        self._run += run
        self._flush()

    def _pairs(self, element: _Element) -> None:
        """Names and what is said of them, each pair as one paragraph."""
        name: tuple[Inline, ...] = ()
        for child in element:
            if tag_of(child) == "dt":
                self._caption_of(name)
                name, self._at = content(child), self._place(child)
            elif any(map(_holds_blocks, child)):
                self._caption_of(name)
                self._container(child)
                name = ()
            else:
                self._paragraph_of((Strong(name), Text(" "), *content(child)))
                name = ()
        self._caption_of(name)

    def _caption_of(self, name: tuple[Inline, ...]) -> None:
        if name:
            self._paragraph_of((Strong(name),))


_READERS: dict[str, Callable[[Blocks, _Element], None]] = {
    "p": Blocks._paragraph,
    "ul": Blocks._list,
    "ol": Blocks._list,
    "menu": Blocks._list,
    "table": Blocks._table,
    "blockquote": Blocks._quote,
    "pre": Blocks._pre,
    "dl": Blocks._pairs,
    "hr": lambda blocks, element: None,
}


def _holds_blocks(element: _Element) -> bool:
    return any(tag_of(one) in _BLOCKS for one in element.iter())


def _words(run: Iterable[Inline]) -> str:
    return " ".join(filter(None, re.split(r"[ \n]+", plain_text(tuple(run)))))


def _said(block: Line | Grid) -> str:
    if isinstance(block, Line):
        return block.words
    return " ".join(cell for row in block.rows for cell in row.cells)
