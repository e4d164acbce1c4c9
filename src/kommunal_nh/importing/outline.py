"""From lines and tables to themes, goals and projects: what stands below what."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from kommunal_nh.importing.beginning import BEFORE_THE_THEMES, Beginning
from kommunal_nh.importing.drafts import (
    Draft,
    GoalDraft,
    ProjectDraft,
    SectionDraft,
    ThemeDraft,
)
from kommunal_nh.importing.prose import Prose
from kommunal_nh.importing.signs import Kind, Sign
from kommunal_nh.importing.tables import TableReader
from kommunal_nh.importing.themehood import Signed, confirmed
from kommunal_nh.importing.wording import Wording, folded
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.patterns import Number

_TEXTS = ("description", "progress")


def outline_of(signed: Sequence[Signed], wording: Wording) -> Draft:
    """Put every line where it belongs.

    Args:
        signed: Lines with what they announce, and tables.

        wording: The words of the profile.

    Returns:
        The report in the making; what belongs nowhere is in `left`.
    """
    outline = _Outline(wording)
    for block, sign in confirmed(signed):
        if isinstance(block, Grid):
            outline.table(block)
        elif sign is not None:
            outline.line(block, sign)
    return outline.draft


class _Outline:
    """What the last lines were, and so where the next one belongs."""

    def __init__(self, wording: Wording) -> None:
        self.draft = Draft()
        self.wording = wording
        self.tables = TableReader(self.draft, wording)
        self.beginning = Beginning(self.draft)
        self.region = "front"
        self.theme: ThemeDraft | None = None
        self.goals: list[GoalDraft] = []
        self.section: SectionDraft | None = None
        self.project: ProjectDraft | None = None
        self.prose: Prose | None = None
        self.listed_goals = False

    def line(self, line: Line, sign: Sign) -> None:
        getattr(self, f"_{sign.kind.name.lower()}")(line, sign)

    def table(self, grid: Grid) -> None:
        if grid.contents or (self.region == "contents" and _is_contents(grid)):
            self.draft.contents += [(row.at, row.cells[0]) for row in grid.rows]
        elif self.tables.read(grid):
            pass
        elif self.prose is not None:
            self.prose.add(grid)
        elif self.region == "chapters" and self.draft.chapters:
            self.draft.chapters[-1].text.add(grid)
        else:
            self._leave_table(grid)

    def _leave_table(self, grid: Grid) -> None:
        for row in grid.rows:
            self.draft.leave(row.at, "\t".join(row.cells))

    def _theme(self, line: Line, sign: Sign) -> None:
        self.region, self.goals, self.section, self.project = "body", [], None, None
        self.listed_goals = False
        self.theme = ThemeDraft(line.at, sign.words, sign.printed, sign.number, line.anchor)
        self.prose = self.theme.introduction
        self.draft.themes.append(self.theme)
        self.tables.heading = sign.words

    def _goal(self, line: Line, sign: Sign) -> None:
        if self.theme is None:
            return self._text(line, sign)
        depth = len(sign.number.goal) if sign.number else len(self.goals) or 1
        self.goals = self.goals[: depth - 1]
        title = "" if self._is_made(sign.words) else sign.words
        goal = GoalDraft(line.at, title, sign.printed, sign.number, line.anchor)
        (self.goals[-1] if self.goals else self.theme).goals.append(goal)
        self.goals.append(goal)
        self.section, self.project, self.prose = None, None, goal.statement
        return None

    def _is_made(self, words: str) -> bool:
        return any(one.fullmatch(folded(words)) for one in self.wording.goal_headings)

    def _goals(self, line: Line, sign: Sign) -> None:
        if self.theme is None:
            return self._text(line, sign)
        self.listed_goals, self.section, self.project, self.prose = True, None, None, None
        return None

    def _section(self, line: Line, sign: Sign) -> None:
        parent = self.goals[-1] if self.goals else self.theme
        if parent is None or self.region != "body":
            return self._text(line, sign)
        self.section = SectionDraft(line.at, sign.key, sign.printed, sign.number)
        parent.sections.append(self.section)
        self.project, self.prose, self.listed_goals = None, None, False
        return None

    def _project(self, line: Line, sign: Sign) -> None:
        parent = self.goals[-1] if self.goals else self.theme
        if parent is None or self.region != "body":
            return self._text(line, sign)
        self._add_project(line, sign)
        return None

    def _add_project(self, line: Line, sign: Sign) -> None:
        project = ProjectDraft(line.at, sign.words, sign.printed, sign.number)
        project.id, project.section = line.anchor, self.section
        self._demand_goal(line.at, sign.number)
        parent = self.goals[-1] if self.goals else self.theme
        if parent is not None:
            parent.projects.append(project)
        self.project, self.prose = project, None

    def _demand_goal(self, at: int, number: Number | None) -> None:
        """A project whose number names a goal stands below one, even if that has no heading."""
        if self.theme is not None and not self.goals and number and number.goal:
            goal = GoalDraft(at, number=attrs.evolve(number, status=0, project=0))
            self.theme.goals.append(goal)
            self.goals.append(goal)

    def _field(self, line: Line, sign: Sign) -> None:
        if self.project is None:
            return self._field_of_theme(line, sign)
        if sign.key not in _TEXTS and sign.key in self.project.fields:
            return self._text(line, sign)
        if sign.key not in _TEXTS:
            self.project.fields[sign.key] = sign.words
            return None
        self.prose = Prose()
        self.project.texts.append((sign.key, self.prose))
        if sign.words:
            self.prose.add(Line(line.at, sign.words))
        return None

    def _field_of_theme(self, line: Line, sign: Sign) -> None:
        is_open = sign.key in ("dimension", "lead") and not getattr(self.theme, sign.key, "")
        if self.theme is None or self.region != "body" or not is_open:
            return self._text(line, sign)
        setattr(self.theme, sign.key, sign.words)
        return None

    def _empty(self, line: Line, sign: Sign) -> None:
        if self.section is None:
            return self._text(line, sign)
        self.section.empty_at = line.at
        self.draft.previous = self.draft.previous or sign.day
        return None

    def _region(self, line: Line, sign: Sign) -> None:
        self.region, self.project, self.prose = sign.key, None, None
        self.tables.heading = line.words

    def _caption(self, line: Line, sign: Sign) -> None:
        self.project, self.prose = None, None
        self.tables.heading = line.words
        self.draft.captions.append((line.at, line.words))

    def _text(self, line: Line, sign: Sign) -> None:
        if self.region in BEFORE_THE_THEMES:
            self.tables.heading = line.words
            self.region = self.beginning.text(line, sign, self.region)
        elif self.region != "body":
            self.draft.leave(line.at, line.whole)
        elif not self._in_a_list(line):
            self._in_the_body(line)

    def _in_a_list(self, line: Line) -> bool:
        """Goals and projects that are the items of a list."""
        if self.listed_goals and line.marker and self.theme is not None:
            goal = GoalDraft(line.at)
            goal.statement.add(Line(line.at, line.words))
            self.theme.goals.append(goal)
            return True
        local = "projekt" in self.wording.patterns and self.wording.patterns["projekt"].is_local
        if local and line.marker and self.section is not None and self.prose is None:
            self._add_project(line, Sign(Kind.PROJECT, _without_letter(line.words), line.marker))
            return True
        return False

    def _in_the_body(self, line: Line) -> None:
        if self.prose is None and self.project is not None and not self._is_listed_project():
            self.prose = Prose()
            self.project.texts.append(("description", self.prose))
        if self.prose is None:
            self.draft.leave(line.at, line.whole)
            self.section, self.tables.heading = None, line.words
        else:
            self.prose.add(line)

    def _is_listed_project(self) -> bool:
        return self.project is not None and self.project.number is None and not self.project.texts


def _is_contents(grid: Grid) -> bool:
    return all(row.cells[-1].strip().isdigit() for row in grid.rows)


def _without_letter(words: str) -> str:
    return re.sub(r"^(?:[a-z]\)|[➔→])\s+", "", words)
