"""Chapters of running text; their headings become sections that can be linked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import partial

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.passages import Passage
from kommunal_nh.document import Block, Deferred, Heading, Section, plain_text
from kommunal_nh.model import Chapter
from kommunal_nh.slugs import slug
from kommunal_nh.text import ParsedHeading, blocks_of


def chapters(context: Context) -> Iterator[Block]:
    """All chapters.

    Args:
        context: The report.

    Yields:
        One section for each.
    """
    for chapter in context.report.chapters:
        yield Section("chapter", chapter.id, Deferred(partial(_chapter, context, chapter)))


def chapter_passages(context: Context, chapter: Chapter) -> Iterator[Passage]:
    """The text of a chapter in one piece, its headings as labels.

    Args:
        context: The report.

        chapter: The chapter.

    Yields:
        One passage, if there is a text.
    """
    if blocks := tuple(context.text(chapter.text)):
        yield Passage("text", "", blocks)


def _chapter(context: Context, chapter: Chapter) -> Iterator[Block]:
    yield Heading(1, "", words(chapter.title))
    blocks = list(blocks_of(chapter.text, context.surroundings))
    yield from _nested(blocks, 1, chapter.id, {})


def _nested(
    blocks: Sequence[Block | ParsedHeading], level: int, prefix: str, taken: dict[str, int]
) -> Iterator[Block]:
    """Blocks below a heading: first those before the next heading, then a section for each."""
    heads = [place for place, block in enumerate(blocks) if isinstance(block, ParsedHeading)]
    highest = min((_level(blocks[place]) for place in heads), default=0)
    starts = [place for place in heads if _level(blocks[place]) == highest]
    if heads and heads[0] != starts[0]:
        starts.insert(0, heads[0])
    first = starts[0] if starts else len(blocks)
    yield from (block for block in blocks[:first] if not isinstance(block, ParsedHeading))
    for start, end in itertools.pairwise([*starts, len(blocks)]):
        yield _section(blocks[start:end], level + 1, prefix, taken)


def _section(
    blocks: Sequence[Block | ParsedHeading], level: int, prefix: str, taken: dict[str, int]
) -> Section:
    head = blocks[0]
    assert isinstance(head, ParsedHeading)  # noqa: S101 - that is where sections start
    anchor = _unique(f"{FRAME}{prefix}..{slug(plain_text(head.content))}", taken)
    inner = tuple(_nested(blocks[1:], level, prefix, taken))
    return Section("chapter", anchor, (Heading(level, "", head.content), *inner))


def _level(block: Block | ParsedHeading) -> int:
    return block.level if isinstance(block, ParsedHeading) else 0


def _unique(anchor: str, taken: dict[str, int]) -> str:
    taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if taken[anchor] == 1 else f"{anchor}.{taken[anchor]}"
