"""Sentences that a page break or the width of a page tore apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import attrs

from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.running_text import escaped

_IS_FINISHED = re.compile(r"[.!?:;…)\]][\"“”’»*]?$|[.!?]$")
_SPLIT_WORD = re.compile(r"(?<=[a-zäöüß])-$")
_COORDINATES = re.compile(r"(?:und|oder|bzw\.|sowie|noch)\b")
_FULL_LINE = 80
"""A paragraph of at least so many characters was not meant to end without a full stop."""


def joined(
    blocks: Iterable[Line | Grid], page_ends: set[int], is_text: Callable[[Line], bool]
) -> list[Line | Grid]:
    """Put together what belongs together.

    Args:
        blocks: Lines and tables without the furniture of pages.

        page_ends: Places after which a page ended.

        is_text: Whether a line is text, and announces nothing.

    Returns:
        The blocks; a joined line stands where its first part stood.
    """
    kept: list[Line | Grid] = []
    last = Line(0, "")
    for block in blocks:
        before = kept[-1] if kept else None
        if (
            isinstance(block, Line)
            and isinstance(before, Line)
            and _belong_together(before, last, block, last.at in page_ends)
            and is_text(before)
            and is_text(block)
        ):
            kept[-1] = _one(before, block)
        else:
            kept.append(block)
        last = block if isinstance(block, Line) else Line(block.at, "")
    return kept


def _belong_together(before: Line, last: Line, after: Line, page_ended: bool) -> bool:
    if before.level or after.level or after.marker or not last.words or not after.words:
        return False
    if after.continues:
        return True
    if _IS_FINISHED.search(last.words):
        return False
    goes_on = page_ended or after.words[0].islower()
    return goes_on or (not before.marker and len(last.words) >= _FULL_LINE)


def _one(before: Line, after: Line) -> Line:
    hyphen = _SPLIT_WORD.search(before.words) and after.words[0].islower()
    if hyphen and not _COORDINATES.match(after.words):
        words = before.words[:-1] + after.words
        return attrs.evolve(before, words=words, text=escaped(words))
    text = f"{before.text or escaped(before.words)} {after.text or escaped(after.words)}"
    return attrs.evolve(before, words=f"{before.words} {after.words}", text=text)
