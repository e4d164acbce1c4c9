"""Documents with one mistake, as a faulty exporter would write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from kommunal_nh.document import (
    Document,
    Heading,
    Legend,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    Table,
    TableOfContents,
    Text,
)

Change = Callable[[Any], Iterable[Any]]
"""What becomes of a block; a change gives back the same block where there is nothing to do."""


class Once:
    """Does something to the first block that it can be done to."""

    def __init__(self, change: Callable[[Any], Iterable[Any] | None]) -> None:
        self.change = change
        self.done = False

    def __call__(self, block: Any) -> Iterable[Any]:
        changed = None if self.done else self.change(block)
        if changed is None:
            return [block]
        self.done = True
        return changed


def changed(document: Document, change: Callable[[Any], Iterable[Any] | None]) -> Document:
    """The document with one change.

    Args:
        document: The document.

        change: Gives back what takes the place of a block, or None if it is not the one.
    """
    once = Once(change)
    blocks = tuple(_rebuilt(document.blocks, once))
    assert once.done
    return attrs.evolve(document, blocks=blocks)


def _rebuilt(blocks: Iterable[Any], change: Change) -> Iterator[Any]:
    for block in blocks:
        for one in change(block):
            match one:
                case Section() | Quote():
                    yield attrs.evolve(one, blocks=tuple(_rebuilt(one.blocks, change)))
                case List():
                    items = tuple(tuple(_rebuilt(item, change)) for item in one.items)
                    yield attrs.evolve(one, items=items)
                case _:
                    yield one


def is_text(block: Any) -> bool:
    return isinstance(block, Paragraph) and block.role == "text" and len(block.content) > 1


def without_paragraph(block: Any) -> Any:
    return () if is_text(block) else None


def twice(block: Any) -> Any:
    return (block, block) if is_text(block) else None


def paragraph_in_two(block: Any) -> Any:
    if not is_text(block):
        return None
    first, *others = block.content
    return (Paragraph((first,)), Paragraph(tuple(others)))


def without_word(block: Any) -> Any:
    if not is_text(block) or not isinstance(block.content[0], Text):
        return None
    words = block.content[0].text.split(" ")
    text = Text(" ".join([*words[:1], *words[2:]]))
    return (attrs.evolve(block, content=(text, *block.content[1:])),)


def without_space(block: Any) -> Any:
    if not is_text(block) or not isinstance(block.content[0], Text):
        return None
    text = Text(block.content[0].text.replace(" ", "", 1))
    return (attrs.evolve(block, content=(text, *block.content[1:])),)


def swapped_projects(block: Any) -> Any:
    inside = list(block.blocks) if isinstance(block, Section) else []
    places = [n for n, one in enumerate(inside) if getattr(one, "kind", "") == "project"]
    if len(places) < 2:
        return None
    one, other = places[:2]
    inside[one], inside[other] = inside[other], inside[one]
    return (attrs.evolve(block, blocks=tuple(inside)),)


def wrong_number(block: Any) -> Any:
    is_numbered = isinstance(block, Heading) and block.number.endswith(".a")
    return (attrs.evolve(block, number=f"{block.number[:-1]}b"),) if is_numbered else None


def wrong_level(block: Any) -> Any:
    is_deep = isinstance(block, Heading) and block.level == 4
    return (attrs.evolve(block, level=3),) if is_deep else None


def wrong_title(block: Any) -> Any:
    return (attrs.evolve(block, content=(Text("?"),)),) if isinstance(block, Heading) else None


def without_heading(block: Any) -> Any:
    return () if isinstance(block, Heading) else None


def without_section(block: Any) -> Any:
    return () if isinstance(block, Section) and block.kind == "goal" else None


def wrong_status(block: Any) -> Any:
    if not isinstance(block, Paragraph) or not isinstance(block.content[-1], StatusMark):
        return None
    return (attrs.evolve(block, content=(*block.content[:-1], StatusMark("x", "fertig"))),)


def without_row(block: Any) -> Any:
    return (attrs.evolve(block, rows=tuple(block.rows)[1:]),) if isinstance(block, Table) else None


def swapped_rows(block: Any) -> Any:
    rows = list(block.rows) if isinstance(block, Table) else []
    return (attrs.evolve(block, rows=(rows[1], rows[0], *rows[2:])),) if rows[1:] else None


def mark_in_wrong_column(block: Any) -> Any:
    if not isinstance(block, Table) or not block.landscape:
        return None
    first, *others = block.rows
    number, title, *marks, cooperation, responsible = first.cells
    row = Row((number, title, *marks[1:], marks[0], cooperation, responsible))
    return (attrs.evolve(block, rows=(row, *others)),)


def without_column_title(block: Any) -> Any:
    if not isinstance(block, Table):
        return None
    first, *others = block.columns
    return (attrs.evolve(block, columns=(attrs.evolve(first, title=""), *others)),)


def without_caption(block: Any) -> Any:
    return (attrs.evolve(block, caption="?"),) if isinstance(block, Table) else None


def without_item(block: Any) -> Any:
    is_list = isinstance(block, List) and len(block.items) > 1
    return (attrs.evolve(block, items=block.items[1:]),) if is_list else None


def wrong_reference(block: Any) -> Any:
    if not isinstance(block, Paragraph):
        return None
    content = tuple(
        attrs.evolve(one, anchor="thema-ende") if isinstance(one, Reference) else one
        for one in block.content
    )
    return (attrs.evolve(block, content=content),) if content != block.content else None


def without_anchor(block: Any) -> Any:
    is_target = isinstance(block, Section) and block.anchor == "p-1"
    return (attrs.evolve(block, anchor=""),) if is_target else None


def without_line_of_contents(block: Any) -> Any:
    if not isinstance(block, TableOfContents):
        return None
    return (attrs.evolve(block, entries=tuple(block.entries)[1:]),)


def without_legend(block: Any) -> Any:
    return () if isinstance(block, Legend) else None


CHANGES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "a paragraph is missing": (without_paragraph, "texts"),
    "a paragraph stands there twice": (twice, "texts"),
    "a paragraph is broken in two": (paragraph_in_two, "texts"),
    "a word is missing": (without_word, "texts"),
    "a space is missing": (without_space, "texts"),
    "an item is missing": (without_item, "texts"),
    "the legend is missing": (without_legend, "texts"),
    "a caption is wrong": (without_caption, "texts"),
    "a status is wrong": (wrong_status, "texts"),
    "a line of the contents is missing": (without_line_of_contents, "texts"),
    "two projects are swapped": (swapped_projects, "outline"),
    "a number is wrong": (wrong_number, "outline"),
    "a title is wrong": (wrong_title, "outline"),
    "a level is wrong": (wrong_level, "outline"),
    "a heading is missing": (without_heading, "outline"),
    "a section is missing": (without_section, "outline"),
    "a row is missing": (without_row, "rows"),
    "two rows are swapped": (swapped_rows, "rows"),
    "a mark stands in the wrong column": (mark_in_wrong_column, "rows"),
    "the title of a column is missing": (without_column_title, "rows"),
    "a reference leads elsewhere": (wrong_reference, "links"),
    "a project can not be linked": (without_anchor, "links"),
}
"""What is changed, and the part of a reading that has to show it."""
