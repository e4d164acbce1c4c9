"""Compared texts as blocks of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kommunal_nh.assembly.context import fact, words
from kommunal_nh.comparing.changes import TextChange
from kommunal_nh.comparing.lines import ITEM, NUMBERED, Line
from kommunal_nh.comparing.names import Names
from kommunal_nh.document import Block, Deleted, Inserted, List, Paragraph, Text, plain_text

_ROLES = ("text", "statement", "label")
_SHORT = 160  # an unchanged line of so many characters takes no more room than "[…]"


def changed_text(names: Names, change: TextChange) -> Iterator[Block]:
    """A text that changed, with what was inserted and deleted.

    Args:
        names: What references print.

        change: The text.

    Yields:
        Its label and its lines, long unchanged parts left out.
    """
    label = change.label
    lines = [_plain(names, line) for line in change.lines]
    if change.on_one_line:
        yield from (fact(label, line.content) for line in lines)
        return
    yield Paragraph(words(label), role="label")
    yield from blocks_of_lines(list(_shortened(lines, names.new.labels.omitted)))


def blocks_of_lines(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines as paragraphs and lists.

    Args:
        lines: The lines.

    Yields:
        A list for items that follow each other, a paragraph for each other line.
    """
    for kind, group in groupby(lines, lambda line: line.kind):
        if kind in (ITEM, NUMBERED):
            yield List(tuple((Paragraph(line.content),) for line in group))
        else:
            role = kind if kind in _ROLES else "text"
            yield from (Paragraph(line.content, role) for line in group)


def _plain(names: Names, line: Line) -> Line:
    return Line(names.plain(line.content), line.kind, line.depth)


def _shortened(lines: Iterable[Line], omitted: str) -> Iterator[Line]:
    """The lines without those that are far from any change."""
    for changed, group in groupby(lines, _is_changed):
        run = list(group)
        if changed or (len(run) == 1 and len(plain_text(run[0].content)) <= _SHORT):
            yield from run
            continue
        heading = run[-1:] if run[-1].kind == "label" else []
        if len(run) > len(heading):
            yield Line((Text(omitted),), run[0].kind if run[0].kind == ITEM else "text")
        yield from heading


def _is_changed(line: Line) -> bool:
    return any(isinstance(inline, Deleted | Inserted) for inline in line.content)
