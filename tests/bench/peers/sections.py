"""The Markdown that kommunal_nh exports, cut at its headings, as requirement tools want it.

    python sections.py strictdoc FILE FOLDER
    python sections.py doorstop FILE FOLDER

Each project becomes a requirement, each heading above it a section. Numbers and the list of
contents are left out: these tools make their own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

_HEADING = re.compile(r"(#{2,6}) (?:[\d.]+ )?(.+)")
_ANCHOR = re.compile(r"<a id=[^>]*></a>\n*")
_CONTENTS = "Inhaltsverzeichnis"
_FEATURES = "def create_config():\n    return ProjectConfig(project_features=[])\n"
_CONFIG = f"from strictdoc.core.project_config import ProjectConfig\n\n\n{_FEATURES}"


class Section(NamedTuple):
    """A heading with what stands below it until the next heading.

    Attributes:
        level: Of the heading, from 1.
        title: Of the heading, without its number.
        text: Markdown.
    """

    level: int
    title: str
    text: str


def sections(lines: Iterable[str]) -> Iterator[Section]:
    """Cut a report at its headings.

    Args:
        lines: Of its Markdown.

    Yields:
        Its sections, except the list of contents.
    """
    level, title, text = 0, "", ""
    for line in lines:
        if found := _HEADING.match(line):
            yield from _section(level, title, text)
            level, title, text = len(found[1]) - 1, found[2], ""
        else:
            text += line
    yield from _section(level, title, text)


def _section(level: int, title: str, text: str) -> Iterator[Section]:
    if level and title != _CONTENTS:
        yield Section(level, title, _ANCHOR.sub("", text).strip())


# --------------------------------------------------------------------------------------- StrictDoc


def write_strictdoc(lines: Iterable[str], folder: Path) -> None:
    """Write a document for each chapter, as large projects of StrictDoc do.

    Args:
        lines: Of the Markdown.

        folder: To be made.
    """
    folder.mkdir(parents=True)
    (folder / "strictdoc_config.py").write_text(_CONFIG, "utf-8")
    numbers = count(1)
    for place, chapter in enumerate(_chapters(sections(lines))):
        text = "".join(_strictdoc(chapter, place, numbers))
        (folder / f"chapter-{place:04}.sdoc").write_text(text, "utf-8")


def _chapters(found: Iterable[Section]) -> Iterator[list[Section]]:
    chapters = count()
    place = 0

    def chapter(section: Section) -> int:
        nonlocal place
        place = next(chapters) if section.level == 1 else place
        return place

    yield from ([*group] for _, group in groupby(found, chapter))


def _strictdoc(chapter: list[Section], place: int, numbers: Iterator[int]) -> Iterator[str]:
    first, *rest = chapter
    yield f"[DOCUMENT]\nTITLE: {first.title}\nUID: C{place}\nOPTIONS:\n  MARKUP: Markdown\n"
    yield _node("TEXT", next(numbers), "", first.text)
    opened: list[int] = []
    for section, level_below in zip(rest, [*(one.level for one in rest), 0][1:], strict=True):
        while opened and opened[-1] >= section.level:
            opened.pop()
            yield "\n[[/SECTION]]\n"
        if level_below > section.level:
            opened.append(section.level)
            yield f"\n[[SECTION]]\nTITLE: {section.title}\n"
            yield _node("TEXT", next(numbers), "", section.text)
        else:
            yield _node("REQUIREMENT", next(numbers), section.title, section.text)
    yield "\n[[/SECTION]]\n" * len(opened)


def _node(kind: str, number: int, title: str, text: str) -> str:
    if not text and not title:
        return ""
    named = f"UID: P{number}\nTITLE: {title}\n" if title else ""
    return f"\n[{kind}]\n{named}STATEMENT: >>>\n{text or title}\n<<<\n"


# ---------------------------------------------------------------------------------------- Doorstop


def write_doorstop(lines: Iterable[str], folder: Path) -> None:
    """Write a document whose items are the sections, one file for each.

    Args:
        lines: Of the Markdown.

        folder: To be made.
    """
    items = folder / "items"
    items.mkdir(parents=True)
    (folder / ".mockvcs").mkdir()  # what Doorstop takes for a version control that does nothing
    settings = "settings:\n  digits: 6\n  itemformat: yaml\n  prefix: P\n  sep: ''\n"
    (items / ".doorstop.yml").write_text(settings, "utf-8")
    number: list[int] = []
    for place, section in enumerate(sections(lines), 1):
        number = [*number, 0, 0, 0, 0, 0][: section.level]
        number[-1] += 1
        text = "".join(_doorstop(section, number))
        (items / f"P{place:06}.yml").write_text(text, "utf-8")


def _doorstop(section: Section, number: list[int]) -> Iterator[str]:
    yield "active: true\nderived: false\n"
    yield f"header: {json.dumps(section.title, ensure_ascii=False)}\n"
    yield f"level: '{'.'.join(map(str, number))}'\nlinks: []\nnormative: true\nref: ''\n"
    yield f"reviewed: null\ntext: {json.dumps(section.text, ensure_ascii=False)}\n"


if __name__ == "__main__":
    tool, source, target = sys.argv[1:]
    write = {"strictdoc": write_strictdoc, "doorstop": write_doorstop}[tool]
    with Path(source).open(encoding="utf-8") as opened:
        write(opened, Path(target))
