"""The table of contents as a nested list of links."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.document import ContentsEntry, Inline, Reference, TableOfContents, Text
from kommunal_nh_markdown.escaping import at_start
from kommunal_nh_markdown.inlines import heading
from kommunal_nh_markdown.levels import Levels
from kommunal_nh_markdown.looks import Looks


def contents_lines(contents: TableOfContents, looks: Looks) -> Iterator[str]:
    """The entries, line by line.

    Args:
        contents: The table of contents.

        looks: Where its entries lead.

    Yields:
        One line for each entry that has words, indented by its level.
    """
    levels = Levels()
    for entry in contents.entries:
        words = heading(_content(entry), looks) if entry.level <= contents.depth else ""
        if words:
            yield f"{'  ' * (levels.depth(entry.level) - 1)}- {at_start(words)}"


def _content(entry: ContentsEntry) -> tuple[Inline, ...]:
    words = (Text(" ".join(filter(None, (entry.number, entry.title)))),)
    return (Reference(entry.anchor, words),) if entry.anchor else words
