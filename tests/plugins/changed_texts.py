"""What two texts differ in, in all shapes that occur: words, paragraphs, items, links, cells."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kommunal_nh.document import (
    Block,
    Code,
    Column,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Strong,
    Table,
    Text,
)


class Change(NamedTuple):
    """Blocks with changes.

    Attributes:
        blocks: The blocks.
        new: What they say now; a paragraph, item or cell is a line.
        old: What they said before.
    """

    blocks: tuple[Block, ...]
    new: tuple[str, ...]
    old: tuple[str, ...]


def inlines(*content: Inline | str) -> tuple[Inline, ...]:
    """Inline content; strings are plain words."""
    return tuple(Text(one) if isinstance(one, str) else one for one in content)


def new(*content: Inline | str) -> Inserted:
    """What is new."""
    return Inserted(inlines(*content))


def gone(*content: Inline | str) -> Deleted:
    """What is gone."""
    return Deleted(inlines(*content))


def said(*content: Inline | str) -> Paragraph:
    """A paragraph."""
    return Paragraph(inlines(*content))


def listed(*items: Inline | str) -> List:
    """A list of items with one paragraph each."""
    return List(tuple((said(item),) for item in items))


def section(number: int, *blocks: Block, anchor: str = "") -> Section:
    """A section with its heading."""
    return Section("goal", anchor, (Heading(2, f"1.{number}", inlines("Ziel")), *blocks))


def cells(*rows: tuple[tuple[Inline, ...], ...], caption: str = "Ende") -> Table:
    """A table of two columns."""
    return Table(caption, (Column("A"), Column("B")), tuple(map(Row, rows)))


NET = Link("https://example.org/", inlines("Netz"))
MARK = StatusMark("fertig", "umgesetzt")
ROW = (inlines("c"), inlines("d"))
IN_MIDDLE, AT_END = (("Mitte", "A", "B", "c", "d", ""), ("Ende", "A", "B", "c", "d", ""))
BOTH = Strong(inlines("sehr", Emphasis(inlines(" wichtig"))))

CHANGES = {
    "words": Change(
        (said("Wir ", gone("planen "), new("bauen "), "ein Haus", new(" <& Hof>"), "."),),
        ("Wir bauen ein Haus <& Hof>.",),
        ("Wir planen ein Haus.",),
    ),
    "all words": Change((said(gone("alt"), new("neu")),), ("neu",), ("alt",)),
    "bold words": Change(
        (said(Strong(inlines("fett ", gone("alt"), new("neu"))), gone(BOTH), new(" ", BOTH)),),
        ("fett neu sehr wichtig",),
        ("fett altsehr wichtig",),
    ),
    "other words": Change(
        (said("a", new(Code("x  = 1"), LineBreak(), "b"), gone(LineBreak(), Code("y < 2"))),),
        ("ax  = 1", "b"),
        ("a", "y < 2"),
    ),
    "links": Change(
        (
            said("im ", new("neuen ", NET, " mit ", Reference("ziel", inlines("1.1")))),
            said("im", gone(" alten ", NET), Link(NET.url, inlines(" gan", gone("s"), new("z")))),
            section(1, anchor="ziel"),
        ),
        ("im neuen Netz mit 1.1", "im ganz", "1.1 Ziel"),
        ("im ", "im alten Netz gans", "1.1 Ziel"),
    ),
    "linked paragraphs": Change(
        (said("a"), said(new(NET)), said(gone(NET)), said(Strong((new(NET),))), said("z")),
        ("a", "Netz", "Netz", "z"),
        ("a", "Netz", "z"),
    ),
    "paragraphs at the beginning": Change(
        (section(1, said(new("neu")), said(gone("alt")), said("bleibt")),),
        ("1.1 Ziel", "neu", "bleibt"),
        ("1.1 Ziel", "alt", "bleibt"),
    ),
    "paragraphs in the middle": Change(
        (section(1, said("a"), said(gone("alt")), said(new("neu"), new("er")), said("z")),),
        ("1.1 Ziel", "a", "neuer", "z"),
        ("1.1 Ziel", "a", "alt", "z"),
    ),
    "paragraphs at the end": Change(
        (section(1, said("a"), said(new("neu")), said(gone("alt"))), section(2)),
        ("1.1 Ziel", "a", "neu", "1.2 Ziel"),
        ("1.1 Ziel", "a", "alt", "1.2 Ziel"),
    ),
    "the last paragraph": Change((said("a"), said(gone("alt"))), ("a", ""), ("a", "alt", "")),
    "all paragraphs": Change((said(new("a")), said(gone("b"))), ("a", ""), ("b", "")),
    "headings": Change(
        (
            Heading(1, "", inlines(new("Neues"))),
            said(new("neu")),
            Heading(1, "2", inlines("Al", gone("t"), new("les"))),
            said("bleibt"),
        ),
        ("Neues", "neu", "2 Alles", "bleibt"),
        ("2 Alt", "bleibt"),
    ),
    "items": Change(
        (listed("a", new("neu"), gone("alt"), "b", gone("zuletzt")), said("z")),
        ("a", "neu", "b", "z"),
        ("a", "alt", "b", "zuletzt", "z"),
    ),
    "a list": Change(
        (listed(gone("a"), gone("b")), Quote((listed(new("c"), new("d")),)), said("z")),
        ("c", "d", "z"),
        ("a", "b", "z"),
    ),
    "items of paragraphs": Change(
        (List(((said(new("a")), said(new("b"))), (said("c"), said(gone("d"))))), said("z")),
        ("a", "b", "c", "z"),
        ("c", "d", "z"),
    ),
    "cells": Change(
        (
            cells(
                (inlines(new("neu")), inlines("bleibt", gone(" so"))),
                (inlines(gone("weg"), new("da")), inlines(gone(MARK))),
                caption="Zellen",
            ),
        ),
        ("Zellen", "A", "B", "neu", "bleibt", "da", "", ""),
        ("Zellen", "A", "B", "", "bleibt so", "weg", "umgesetzt", ""),
    ),
    "before and behind a table": Change(
        (said("a"), said(gone("alt")), cells(ROW, caption="Mitte"), said(new("neu")), cells(ROW)),
        ("a", *IN_MIDDLE, "neu", *AT_END),
        ("a", "alt", *IN_MIDDLE, *AT_END),
    ),
    "before pages of another kind": Change(
        (
            said(gone("alt")),
            Section(
                "lists", "", (Heading(2, "", inlines("Quer")), said(new("neu"))), landscape=True
            ),
        ),
        ("Quer", "neu", ""),
        ("alt", "Quer", ""),
    ),
}


def changed(*blocks: Block) -> Document:
    """A document with all these changes, each in a chapter of its own."""
    chapters = (
        Section("chapter", f"kapitel-{number}", (Heading(1, "", inlines(name)), *change.blocks))
        for number, (name, change) in enumerate(CHANGES.items())
    )
    statuses = (StatusStyle("fertig", "umgesetzt", "Das Projekt ist fertig.", "#14532d", "●"),)
    return Document(
        "Änderungen",
        "Kreis <Muster> & Co",
        date(2024, 4, 1),
        (*chapters, *blocks),
        statuses=statuses,
    )
