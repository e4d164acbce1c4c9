"""Bookmarks: each has a name and an id of its own, begins and ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import WordFile, near, value
from kommunal_nh_docx.xml import name


def names_twice(file: WordFile) -> Iterator[Problem]:
    """Bookmarks with the same name; capitals make no difference, and all but one are dropped.

    Args:
        file: The file.

    Yields:
        A problem for each name.
    """
    starts = [one for _, story in file.stories() for one in story.iter(name("bookmarkStart"))]
    counts = Counter(value(one, "name").lower() for one in starts)
    for one in starts:
        label = value(one, "name")
        if counts.pop(label.lower(), 0) > 1:
            text = f"Die Textmarke „{label}“ gibt es mehrmals, zuerst {near(one)}."
            yield Problem("bookmark-name-twice", text, "word/document.xml")


def ids_twice(file: WordFile) -> Iterator[Problem]:
    """Bookmarks with the same id.

    Args:
        file: The file.

    Yields:
        A problem for each id.
    """
    for part, story in file.stories():
        counts = Counter(value(one, "id") for one in story.iter(name("bookmarkStart")))
        for number, count in counts.items():
            if count > 1:
                text = f"Die Kennung {number} gehört zu {count} Textmarken."
                yield Problem("bookmark-id-twice", text, part)


def unpaired(file: WordFile) -> Iterator[Problem]:
    """Bookmarks that only begin or only end.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    for part, story in file.stories():
        starts = {value(one, "id"): one for one in story.iter(name("bookmarkStart"))}
        ends = {value(one, "id"): one for one in story.iter(name("bookmarkEnd"))}
        for number in starts.keys() - ends.keys():
            label = value(starts[number], "name")
            text = f"Die Textmarke „{label}“ {near(starts[number])} endet nicht."
            yield Problem("bookmark-unclosed", text, part)
        for number in ends.keys() - starts.keys():
            text = f"Eine Textmarke endet {near(ends[number])}, beginnt aber nicht."
            yield Problem("bookmark-unclosed", text, part)
