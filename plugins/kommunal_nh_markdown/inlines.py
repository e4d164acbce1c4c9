"""The words of a block as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from kommunal_nh.document import Inline
from kommunal_nh_markdown.escaping import at_heading_end, at_start, trimmed
from kommunal_nh_markdown.looks import Looks
from kommunal_nh_markdown.words import words


def paragraph(content: Iterable[Inline], looks: Looks) -> list[str]:
    """Content as the lines of a paragraph.

    Args:
        content: The inlines.

        looks: What marks and references look like.

    Returns:
        The lines; none if there is nothing to read.
    """
    lines = [at_start(trimmed(line)) for line in words(content, looks).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def heading(content: Iterable[Inline], looks: Looks) -> str:
    """Content as the words of a heading.

    Args:
        content: The inlines.

        looks: What marks and references look like.

    Returns:
        Markdown of one line, in which spaces stand for line breaks.
    """
    return at_heading_end(_one_line(content, looks, " "))


def cell(content: Iterable[Inline], looks: Looks) -> str:
    """Content as the words of a cell.

    Args:
        content: The inlines.

        looks: What marks and references look like.

    Returns:
        Markdown of one line, in which slashes stand for line breaks.
    """
    return _one_line(content, looks, " / ")


def _one_line(content: Iterable[Inline], looks: Looks, line_break: str) -> str:
    lines = map(trimmed, words(content, looks).split("\n"))
    return line_break.join(filter(None, lines))
