"""What stands before the themes: title page, table of contents, chapters."""

from __future__ import annotations

import re

from kommunal_nh.importing.drafts import ChapterDraft, Draft
from kommunal_nh.importing.signs import Sign
from kommunal_nh.importing.wording import folded
from kommunal_nh.manuscripts import Line

BEFORE_THE_THEMES = ("front", "contents", "chapters")
"""The parts."""
_PAGE = re.compile(r"[\s.…·_]*\d{1,4}$")
_CHAPTERS = 2
"""Deepest level of chapters, where the first one has none."""
_LONGEST_HEADING = 120
_CLOSES = re.compile(r"[.!?:;,]$")


class Beginning:
    """Fills title page, contents and chapters of a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def text(self, line: Line, sign: Sign, region: str) -> str:
        """Put a line where it belongs.

        Args:
            line: The line.

            sign: What it announces.

            region: The part that the line before stood in.

        Returns:
            The part that this line stands in.
        """
        if region == "contents" and (entry := _PAGE.search(line.words)):
            self._draft.contents.append((line.at, line.words[: entry.start()]))
        elif region == "front" and not self._begins_a_chapter(line):
            self._draft.front.append((line.at, line.whole))
        elif _is_heading(line) or sign.printed:
            return self._heading(line, sign, region)
        elif self._draft.chapters:
            self._draft.chapters[-1].text.add(line)
        else:
            self._draft.leave(line.at, line.whole)
        return region

    def _begins_a_chapter(self, line: Line) -> bool:
        return line.level > 1 or (line.level == 1 and bool(self._draft.front))

    def _heading(self, line: Line, sign: Sign, region: str) -> str:
        if not self._draft.chapters or self._is_a_chapter(line):
            self._draft.chapters.append(ChapterDraft(line.at, line.words, line.anchor, line.level))
            return "chapters"
        below = self._below_a_chapter(line.level) or (3 if sign.printed else 2)
        self._draft.chapters[-1].text.add(Line(line.at, sign.words or line.words, level=below))
        if sign.printed:
            self._draft.spellings.append(sign.words)
        return region

    def _below_a_chapter(self, level: int) -> int:
        """Level of a heading inside a chapter, if the source gives levels; chapters have 1."""
        first = self._draft.chapters[0].level
        return max(level - first + 1, 2) if level and first else 0

    def _is_a_chapter(self, line: Line) -> bool:
        if line.level:
            return line.level <= (self._draft.chapters[0].level or _CHAPTERS)
        names = {folded(name) for _, name in self._draft.contents}
        return folded(line.words) in names


def _is_heading(line: Line) -> bool:
    words = line.words
    is_short = len(words) <= _LONGEST_HEADING and not _CLOSES.search(words)
    return bool(line.level) or (is_short and not line.marker and words[:1].isupper())
