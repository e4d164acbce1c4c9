"""The headings of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document.blocks import Block, ContentsEntry, Heading, Section
from kommunal_nh.document.inlines import plain_text


def outline(blocks: Iterable[Block]) -> Iterator[ContentsEntry]:
    """The headings of a document, without reading the texts of its projects.

    Args:
        blocks: The blocks of a document or section.

    Yields:
        One entry for each heading that begins a section.
    """
    for block in blocks:
        if isinstance(block, Section):
            yield from _section_outline(block)


def _section_outline(section: Section) -> Iterator[ContentsEntry]:
    blocks = iter(section.blocks)
    first = next(blocks, None)
    if isinstance(first, Heading):
        yield ContentsEntry(first.level, first.number, plain_text(first.content), section.anchor)
    if section.kind != "project":
        yield from outline(blocks)
