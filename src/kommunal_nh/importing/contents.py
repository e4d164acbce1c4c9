"""The table of contents: derived, unless it names what does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh.importing.drafts import Draft, GoalDraft, ThemeDraft
from kommunal_nh.importing.matching import likeness
from kommunal_nh.importing.prose import Prose
from kommunal_nh.importing.wording import Wording, folded
from kommunal_nh.manuscripts import Line

_NUMBER = re.compile(r"^[\d.]+\s+")
_ALIKE = 75


def leave_contents(draft: Draft, wording: Wording) -> None:
    """Entries of the contents that name nothing in the report are left over.

    Args:
        draft: The report in the making.

        wording: The words of the profile.
    """
    names = {folded(name) for name in _names(draft)} | set(wording.regions) | set(wording.sections)
    for at, entry in draft.contents:
        words = folded(_NUMBER.sub("", entry))
        is_made = any(one.fullmatch(words) for one in wording.goal_headings)
        if words not in names and not is_made and not _has_near(words, names):
            draft.leave(at, entry)


def _has_near(words: str, names: set[str]) -> bool:
    return any(name.startswith(words) for name in names) or any(
        likeness(words, name) >= _ALIKE for name in names
    )


def _names(draft: Draft) -> Iterator[str]:
    for chapter in draft.chapters:
        yield chapter.title
        yield from _headings(chapter.text)
    for theme in draft.themes:
        yield theme.title
        yield from _names_below(theme)


def _names_below(parent: ThemeDraft | GoalDraft) -> Iterator[str]:
    yield from (project.title for project in parent.projects)
    for goal in parent.goals:
        yield goal.title
        yield from _names_below(goal)


def _headings(text: Prose) -> Iterator[str]:
    for block in text.blocks:
        if isinstance(block, Line) and block.level:
            yield block.words
