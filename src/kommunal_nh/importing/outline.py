"""From lines and tables to themes, goals and projects: what stands below what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from kommunal_nh.importing.drafts import (
    ChapterDraft,
    Draft,
    GoalDraft,
    ProjectDraft,
    SectionDraft,
    ThemeDraft,
)
from kommunal_nh.importing.prose import Prose
from kommunal_nh.importing.signs import Kind, Sign
from kommunal_nh.importing.tables import TableReader
from kommunal_nh.importing.wording import Wording, folded
from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.patterns import Number

Signed = tuple[Line | Grid, Sign | None]
_TEXTS = ("description", "progress")
_ABOVE_TEXT = (Kind.THEME, Kind.GOAL, Kind.PROJECT, Kind.SECTION)
_PAGE = re.compile(r"[\s.…·_]*\d{1,4}$")
_CHAPTERS = 2
"""Deepest level of chapters, where the first one has none."""
_LONGEST_HEADING = 120
_CLOSES = re.compile(r"[.!?:;,]$")


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


def confirmed(signed: Sequence[Signed]) -> Iterator[Signed]:
    """Lines that begin with a number are themes only if goals or projects of theirs follow.

    Args:
        signed: Lines with what they announce.

    Yields:
        The same; numbered lines that announce no theme are text.
    """
    following: Sign | None = None
    result: list[Signed] = []
    for block, sign in reversed(signed):
        meant = sign
        if sign is not None and isinstance(block, Line) and _is_no_theme(block, sign, following):
            meant = Sign(Kind.TEXT, sign.words, sign.printed, sign.number)
        if meant is not None and meant.kind in _ABOVE_TEXT:
            following = meant
        result.append((block, meant))
    return reversed(result)


def _is_no_theme(line: Line, sign: Sign, following: Sign | None) -> bool:
    is_numbered = sign.kind is Kind.THEME and sign.number is not None and not line.level
    return is_numbered and not _is_above(sign, following)


def _is_above(theme: Sign, following: Sign | None) -> bool:
    if following is None or following.number is None or theme.number is None:
        return False
    same = (following.number.theme, following.number.code)
    return following.kind is not Kind.THEME and same == (theme.number.theme, theme.number.code)


class _Outline:
    """What the last lines were, and so where the next one belongs."""

    def __init__(self, wording: Wording) -> None:
        self.draft = Draft()
        self.wording = wording
        self.tables = TableReader(self.draft, wording)
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
        if self.region in ("front", "contents", "chapters"):
            self._before_the_themes(line, sign)
        elif self.region != "body":
            self.draft.leave(line.at, _whole(line))
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
            self.draft.leave(line.at, _whole(line))
            self.section, self.tables.heading = None, line.words
        else:
            self.prose.add(line)

    def _is_listed_project(self) -> bool:
        return self.project is not None and self.project.number is None and not self.project.texts

    def _before_the_themes(self, line: Line, sign: Sign) -> None:
        self.tables.heading = line.words
        if self.region == "contents" and (entry := _PAGE.search(line.words)):
            self.draft.contents.append((line.at, line.words[: entry.start()]))
        elif self.region == "front" and not self._begins_a_chapter(line):
            self.draft.front.append((line.at, _whole(line)))
        elif _is_heading(line) or sign.printed:
            self._heading(line, sign)
        elif self.draft.chapters:
            self.draft.chapters[-1].text.add(line)
        else:
            self.draft.leave(line.at, _whole(line))

    def _begins_a_chapter(self, line: Line) -> bool:
        return line.level > 1 or (line.level == 1 and bool(self.draft.front))

    def _heading(self, line: Line, sign: Sign) -> None:
        if not self.draft.chapters or self._is_a_chapter(line):
            self.draft.chapters.append(ChapterDraft(line.at, line.words, line.anchor, line.level))
            self.region = "chapters"
            return
        below = self._below_a_chapter(line.level) or (3 if sign.printed else 2)
        self.draft.chapters[-1].text.add(Line(line.at, sign.words or line.words, level=below))
        if sign.printed:
            self._variant(sign.printed, line.at, sign.words)

    def _variant(self, printed: str, at: int, words: str) -> None:
        self.draft.variants.setdefault(printed.rstrip("."), []).append((at, words))

    def _below_a_chapter(self, level: int) -> int:
        """Level of a heading inside a chapter, if the source gives levels; chapters have 1."""
        first = self.draft.chapters[0].level
        return max(level - first + 1, 2) if level and first else 0

    def _is_a_chapter(self, line: Line) -> bool:
        if line.level:
            return line.level <= (self.draft.chapters[0].level or _CHAPTERS)
        names = {folded(name) for _, name in self.draft.contents}
        return folded(line.words) in names


def _is_contents(grid: Grid) -> bool:
    return all(row.cells[-1].strip().isdigit() for row in grid.rows)


def _is_heading(line: Line) -> bool:
    words = line.words
    is_short = len(words) <= _LONGEST_HEADING and not _CLOSES.search(words)
    return bool(line.level) or (is_short and not line.marker and words[:1].isupper())


def _whole(line: Line) -> str:
    return f"{line.marker} {line.words}".strip()


def _without_letter(words: str) -> str:
    return re.sub(r"^(?:[a-z]\)|[➔→])\s+", "", words)
