"""Lists, tables, quotations, code and pairs of names and values of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kommunal_nh.document import Code, Inline, LineBreak, Strong, Text, plain_text
from kommunal_nh.importers import Grid, Line, running_text
from kommunal_nh_readers.html_inlines import content, is_hidden, tag_of
from kommunal_nh_readers.html_tables import grid_of, is_layout

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh_readers.html_blocks import Blocks

_BULLETS = "-*"
_SIGNS = {"-": ".", "*": ")"}
_LISTS = ("ul", "ol", "menu")


def _list(blocks: Blocks, element: _Element) -> None:
    start = element.get("start") or "1"
    number = int(start) if start.isdecimal() else 1
    bullet = _bullet(element)
    blocks.words(element.text)
    for item in element:
        if tag_of(item) == "li":
            blocks.flush()
            is_ordered = tag_of(element) == "ol"
            _item(blocks, item, f"{number}{_SIGNS[bullet]}" if is_ordered else bullet)
            number += 1
        else:
            blocks.depth += 1
            blocks.any(item)
            blocks.depth -= 1
        blocks.words(item.tail)
    blocks.flush()


def _bullet(element: _Element) -> str:
    """Another sign for a list that follows a list of the same kind directly."""
    before = element.getprevious()
    beside = before is not None and before.tag == element.tag and not (before.tail or "").strip()
    other = beside and before is not None and before.get("data-bullet") != "*"
    element.set("data-bullet", _BULLETS[other])
    return _BULLETS[other]


def _item(blocks: Blocks, item: _Element, marker: str) -> None:
    blocks.at = blocks.place(item)
    blocks.depth += 1
    blocks.marker = marker
    first = item[0] if len(item) else None
    if first is not None and tag_of(first) in _LISTS and not (item.text or "").strip():
        blocks.add("", "")  # the list in it is all that the item has
    blocks.read(item)
    if blocks.marker and blocks.own:
        blocks.add("", "")
    blocks.marker = ""
    blocks.depth -= 1


def _table(blocks: Blocks, element: _Element) -> None:
    if is_layout(element):
        blocks.read(element)
        return
    caption = element.find("caption")
    words = " ".join(plain_text(content(caption)).split(" ")) if caption is not None else ""
    if words.strip():
        blocks.paragraph((Strong((Text(words),)),))
    grid = grid_of(element, blocks.at)
    if grid is None:
        return
    if blocks.depth:
        _without_caption(blocks, grid)
        blocks.add(_said(grid), grid.text)
    else:
        blocks.anchor = ""
        blocks.found.append(grid)


def _without_caption(blocks: Blocks, grid: Grid) -> None:
    """In lists of our own: the caption that the library makes goes, its table is the item."""
    last = blocks.found[-1] if blocks.found else None
    made = " ".join(", ".join(filter(None, grid.rows[0].cells)).split())
    if blocks.own and isinstance(last, Line) and last.depth and last.words == made:
        del blocks.found[-1]
        blocks.marker = last.marker


def _quote(blocks: Blocks, element: _Element) -> None:
    inner = blocks.beside()
    inner.read(element)
    if inner.found:
        lines = (f"> {line}".rstrip() for line in running_text(inner.found).split("\n"))
        blocks.add(" ".join(map(_said, inner.found)), "\n".join(lines))


def _code(blocks: Blocks, element: _Element) -> None:
    run: list[Inline] = []
    for line in plain_text(_as_it_is(element)).rstrip("\n").split("\n"):
        run += ([LineBreak()] if run else []) + ([Code(line)] if line else [])
    blocks.paragraph(run)


def _as_it_is(element: _Element) -> tuple[Inline, ...]:
    """The words of an element with all their spaces."""
    return (Text("".join(map(str, element.itertext()))),)


def _pairs(blocks: Blocks, element: _Element) -> None:
    """Names and what is said of them, each pair as one paragraph."""
    from kommunal_nh_readers.html_blocks import holds_blocks

    name: tuple[Inline, ...] = ()
    blocks.words(element.text)
    for child in element:
        blocks.flush()
        is_name, blocks.at = tag_of(child) == "dt", blocks.place(child)
        is_value = tag_of(child) == "dd" and not any(map(holds_blocks, child))
        if is_value and name and not is_hidden(child):
            blocks.paragraph((Strong(name), Text(" "), *content(child)))
            name = ()
        else:
            blocks.paragraph((Strong(name),) if name else ())
            name = content(child) if is_name else ()
            if not is_name:
                blocks.read(child)
        blocks.words(child.tail)
    blocks.paragraph((Strong(name),) if name else ())
    blocks.flush()


def _said(block: Line | Grid) -> str:
    if isinstance(block, Line):
        return block.words
    return " ".join(cell for row in block.rows for cell in row.cells)


def _nothing(blocks: Blocks, element: _Element) -> None:
    """A rule between paragraphs has no words."""


READERS: dict[str, Callable[[Blocks, _Element], None]] = {
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "table": _table,
    "blockquote": _quote,
    "pre": _code,
    "dl": _pairs,
    "hr": _nothing,
}
"""What reads which block."""
