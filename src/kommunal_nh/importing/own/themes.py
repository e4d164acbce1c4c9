"""Themes, goals and sections of statuses of reports that this library wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kommunal_nh.importing.naming import Names
from kommunal_nh.importing.own.days import placeholders
from kommunal_nh.importing.own.facts import fact, is_emphasised, is_label, is_strong, last_fact
from kommunal_nh.importing.own.listed import ListedGoals
from kommunal_nh.importing.own.numbers import Numbered, numbered
from kommunal_nh.importing.own.projects import Projects
from kommunal_nh.importing.own.sections import FRAME, Part
from kommunal_nh.importing.own.texts import own_text
from kommunal_nh.importing.own.values import numbers_in
from kommunal_nh.labels import fill
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.model import Goal, Project, Theme
from kommunal_nh.patterns import Number, Pattern
from kommunal_nh.profile import Profile

_Blocks = list[Line | Grid]


class Themes:
    """Reads the sections of themes.

    Attributes:
        printed: The number of each theme and goal, by id.
        previous: What the empty sections say of the edition before.
    """

    def __init__(self, profile: Profile, projects: Projects, leave: Callable[[Part], None]) -> None:
        self.printed: dict[str, Number] = {}
        self.previous = ""
        self._profile = profile
        self._projects = projects
        self._leave = leave
        self._names = Names()
        self._theme = Pattern(profile.numbering.theme)
        self._goal = Pattern(profile.numbering.goal)
        self._empty = _empty_texts(profile)

    def is_theme(self, part: Part) -> bool:
        """Whether a section is that of a theme, and not a chapter of running text.

        Args:
            part: A section of the highest level.

        Returns:
            True if it has goals, projects or sections of statuses, or says that it has none.
        """
        frames = {f"{FRAME}{part.anchor}..{one.id}" for one in self._profile.statuses}
        frames.add(f"{FRAME}{part.anchor}...ziele")
        if any(not one.is_frame or one.anchor in frames for one in part.parts):
            return True
        no_entries = self._profile.labels.no_entries
        return bool(part.blocks) and is_emphasised(part.blocks[-1], no_entries)

    def theme(self, part: Part) -> Theme:
        """Read a theme.

        Args:
            part: Its section.

        Returns:
            The theme.
        """
        head, labels = numbered(part.head.words, self._theme), self._profile.labels
        blocks = self._without_bar(self._without_sentence(part.blocks), head.title)
        found = {name: self._take(blocks, getattr(labels, name))
                 for name in ("dimension", "lead", "sdgs")}  # fmt: skip
        if blocks and is_label(blocks[0], labels.introduction):
            del blocks[0]
        self._remember(part.anchor, head)
        goals, projects = self._below(part)
        return Theme(
            part.anchor,
            head.title,
            code=head.number.code if head.number else "",
            dimension=found["dimension"],
            lead=found["lead"],
            sdgs=numbers_in(found["sdgs"]),
            introduction=own_text(blocks),
            goals=goals,
            projects=projects,
        )

    def _goal_of(self, part: Part) -> Goal:
        head = numbered(part.head.words, self._goal)
        blocks = self._without_sentence(part.blocks)
        sdgs = last_fact(blocks, self._profile.labels.sdgs, self._profile.labels.frameworks)
        self._remember(part.anchor, head)
        goals, projects = self._below(part)
        return Goal(
            part.anchor,
            head.title,
            own_text(blocks),
            goals,
            projects,
            numbers_in(sdgs),
        )

    def _below(self, part: Part) -> tuple[tuple[Goal, ...], tuple[Project, ...]]:
        goals: list[Goal] = []
        projects: list[Project] = []
        for one in part.parts:
            if one.anchor == f"{FRAME}{part.anchor}...ziele":
                listed = ListedGoals(self._profile, self._names, part.anchor)
                goals += listed.goals(one.blocks)
                self.printed.update(listed.printed)
            elif status := self._status_of(one, part.anchor):
                projects += self._in_section(one, status)
            elif self._projects.is_project(one):
                projects.append(self._project(one, ""))
            else:
                goals.append(self._goal_of(one))
        return tuple(goals), tuple(projects)

    def _status_of(self, part: Part, parent: str) -> str:
        ids = (one.id for one in self._profile.statuses)
        return next((one for one in ids if part.anchor == f"{FRAME}{parent}..{one}"), "")

    def _in_section(self, part: Part, status: str) -> Iterator[Project]:
        for block in part.blocks:
            self._sentence(block, status)
        for one in part.parts:
            yield self._project(one, status)

    def _project(self, part: Part, status: str) -> Project:
        for one in part.parts:
            self._leave(one)
        return self._projects.project(part, status)

    def _sentence(self, block: Line | Grid, status: str) -> None:
        pattern = self._empty.get(status)
        if isinstance(block, Line) and pattern and (found := pattern.fullmatch(block.words)):
            self.previous = self.previous or found["letzter_stand"]

    def _take(self, blocks: _Blocks, label: str) -> str:
        said = fact(blocks[0], label) if blocks else None
        if said is None:
            return ""
        del blocks[0]
        return said.words

    def _without_sentence(self, blocks: Sequence[Line | Grid]) -> _Blocks:
        ends = bool(blocks) and is_emphasised(blocks[-1], self._profile.labels.no_entries)
        return list(blocks[:-1] if ends else blocks)

    def _without_bar(self, blocks: _Blocks, title: str) -> _Blocks:
        """The blocks before the bar of a theme: a sentence, a caption and a table."""
        caption = fill(
            self._profile.labels.theme_bar_caption,
            projekte=self._profile.levels.project.several,
            thema=title,
        )
        is_bar = len(blocks) > 2 and isinstance(blocks[-1], Grid) and is_strong(blocks[-2])
        words = blocks[-2].words if is_bar and isinstance(blocks[-2], Line) else ""
        return blocks[:-3] if words and words.split() == caption.split() else blocks

    def _remember(self, anchor: str, head: Numbered) -> None:
        if head.number is not None:
            self.printed[anchor] = head.number


def _empty_texts(profile: Profile) -> dict[str, re.Pattern[str]]:
    """What reads the day of the edition before from the sentences of empty sections."""
    several = profile.levels.project.several
    return {
        one.id: placeholders(fill(one.empty_text, projekte=several), "letzter_stand")
        for one in profile.statuses
        if "{letzter_stand}" in one.empty_text
    }
