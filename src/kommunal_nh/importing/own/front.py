"""What the title page of a report of this library says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from kommunal_nh.importing.own.days import Days, placeholders
from kommunal_nh.labels import Labels
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import Council


@attrs.define
class TitlePage:
    """A title page.

    Attributes:
        title: Name of the report.
        publisher: Who publishes it.
        as_of: The day that it speaks of.
        council: The council paper.
        left: What was not recognised.
    """

    title: str = ""
    publisher: str = ""
    as_of: date | None = None
    council: Council | None = None
    left: list[Line | Grid] = attrs.field(factory=list)


def title_page(title: str, blocks: Iterable[Line | Grid], labels: Labels) -> TitlePage:
    """Read a title page.

    Args:
        title: Its title.

        blocks: What stands below it.

        labels: The words of the frame.

    Returns:
        What it says.
    """
    page, days = TitlePage(title), Days(labels)
    for block in blocks:
        for words in _lines(block):
            if not _take(page, words, labels, days):
                page.left.append(block)
    return page


def _lines(block: Line | Grid) -> Iterator[str]:
    if isinstance(block, Grid):
        yield ""
    elif not block.text:
        yield block.words
    else:
        yield from (_plain(line) for line in block.text.split("\\\n"))


def _plain(text: str) -> str:
    bare = text[2:-2] if text.startswith("**") and text.endswith("**") else text
    bare = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), bare)
    return re.sub(r"\\(.)", r"\1", bare)


def _take(page: TitlePage, words: str, labels: Labels, days: Days) -> bool:
    said = placeholders(labels.as_of, "stand").fullmatch(words)
    day = days.day(said["stand"]) if said and "{stand}" in labels.as_of else None
    if page.as_of is None and day is not None:
        page.as_of = day
        return True
    if said and day is not None and day == page.as_of:
        return True
    if not page.publisher:
        page.publisher = words
        return bool(words)
    if page.council is None and (council := _council(words, labels, days)):
        page.council = council
        return True
    return False


def _council(words: str, labels: Labels, days: Days) -> Council | None:
    """The council paper; what it lacks is left out at the end of the line."""
    for ending in ("", ", ", ", , "):
        found = placeholders(labels.council, "nummer", "gremium", "sitzung").fullmatch(
            words + ending
        )
        if found:
            said = found.groupdict()
            day = days.day(said.get("sitzung", ""))
            if day is not None or not said.get("sitzung"):
                return Council(said.get("nummer", ""), said.get("gremium", ""), day)
    return None
