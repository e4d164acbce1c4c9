"""The chapter: matrix, index and gaps, as far as the data wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kommunal_nh.document import Block, Heading, Paragraph, Section, Table, Text
from kommunal_nh_sdg.data import ChapterPart
from kommunal_nh_sdg.gaps import gaps
from kommunal_nh_sdg.index import index
from kommunal_nh_sdg.matrix import matrix
from kommunal_nh_sdg.view import View, labelled

ANCHOR = "nh-sdg"
_PARTS: dict[ChapterPart, Callable[[View], Iterator[Block]]] = {
    ChapterPart.MATRIX: matrix,
    ChapterPart.INDEX: index,
    ChapterPart.GAPS: gaps,
}


def chapter(view: View) -> Iterator[Section]:
    """Make the chapter.

    Args:
        view: The report.

    Yields:
        One section, if the data wants any part of it.
    """
    if view.data.parts:
        yield Section("sdgs", ANCHOR, tuple(_blocks(view)))


def _blocks(view: View) -> Iterator[Block]:
    texts = view.data.texts
    yield Heading(1, "", (Text(view.words(texts.chapter)),))
    yield from _introduction(view)
    for part in dict.fromkeys(view.data.parts):
        blocks = tuple(_PARTS[part](view))
        wide = any(isinstance(block, Table) and block.landscape for block in blocks)
        yield Section("sdgs", f"{ANCHOR}-{part.value}", blocks, landscape=wide)


def _introduction(view: View) -> Iterator[Block]:
    texts = view.data.texts
    day = view.report.profile.labels.date(view.report.as_of)
    text = view.words(texts.introduction, stand=day)
    if view.data.inherited:
        text = f"{text} {view.words(texts.inheritance)}"
    if text.strip():
        yield Paragraph((Text(text.strip()),))
    if chips := view.chips(view.data.chosen):
        yield labelled(texts.chosen, chips)
