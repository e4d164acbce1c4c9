"""Headings: none is empty, and none skips a level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import BODY, STYLES, WordFile, near, value, words
from kommunal_nh_docx.xml import name

_HEADING = re.compile(r"(?:heading|überschrift) ([1-9])", re.IGNORECASE)


def empty(file: WordFile) -> Iterator[Problem]:
    """Headings without words.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    before = ""
    for level, paragraph in _headings(file):
        if not words(paragraph).strip():
            where = f"hinter der Überschrift „{before}“" if before else "am Anfang"
            yield Problem(
                "heading-empty", f"Eine Überschrift {level} {where} hat keinen Text.", BODY
            )
        else:
            before = words(paragraph).strip()


def skipped(file: WordFile) -> Iterator[Problem]:
    """Headings that are more than one level below the one before.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    last = 0
    for level, paragraph in _headings(file):
        if level > last + 1:
            text = f"Auf Ebene {last} folgt eine Überschrift der Ebene {level}, {near(paragraph)}."
            yield Problem("heading-skipped", text, BODY)
        last = level


def _headings(file: WordFile) -> Iterator[tuple[int, _Element]]:
    levels = _levels(file)
    for paragraph in file.tree(BODY).iter(name("p")):
        level = levels.get(value(paragraph.find(f"{name('pPr')}/{name('pStyle')}")), 0)
        if level:
            yield level, paragraph


def _levels(file: WordFile) -> Mapping[str, int]:
    """The styles of headings by id, with their level."""
    found: dict[str, int] = {}
    for style in file.tree(STYLES).iter(name("style")):
        match = _HEADING.fullmatch(value(style.find(name("name"))))
        if match:
            found[value(style, "styleId")] = int(match[1])
    return found
