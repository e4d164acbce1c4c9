"""From the report in the making to the report: ids, texts, statuses, what the lists add."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kommunal_nh.dates import parse_date
from kommunal_nh.importing.drafts import (
    ChapterDraft,
    Draft,
    GoalDraft,
    ListRow,
    ProjectDraft,
    ThemeDraft,
    projects_below,
)
from kommunal_nh.importing.front import Front
from kommunal_nh.importing.naming import Names
from kommunal_nh.importing.prose import Prose
from kommunal_nh.importing.references import References
from kommunal_nh.importing.units import Units
from kommunal_nh.model import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    Withdrawn,
)
from kommunal_nh.profile import Profile
from kommunal_nh.running_text import escaped


@attrs.define(eq=False)
class Finishing:
    """Makes the report.

    Attributes:
        draft: The report in the making.
        profile: The profile.
        references: What turns numbers into references.
        names: Gives ids.
        units: The responsible units.
    """

    draft: Draft
    profile: Profile
    references: References
    names: Names
    units: Units

    def report(self, front: Front, as_of: date) -> Report:
        """The report.

        Args:
            front: What the title page says.

            as_of: The day it speaks of.

        Returns:
            The report.
        """
        return Report(
            front.title or "Report",
            front.publisher or "–",
            as_of,
            self.profile,
            previous_as_of=_day(self.draft.previous),
            chapters=tuple(map(self._chapter, self.draft.chapters)),
            themes=tuple(map(self._theme, self.draft.themes)),
            units=self.units.names,
            archive=tuple(filter(None, map(self._archived, self.draft.archive))),
            withdrawn=tuple(map(self._withdrawn, self.draft.withdrawn)),
        )

    def _chapter(self, draft: ChapterDraft) -> Chapter:
        return Chapter(draft.id, draft.title, self._text(draft.text, draft.at))

    def _theme(self, draft: ThemeDraft) -> Theme:
        return Theme(
            draft.id,
            draft.title,
            code=draft.number.code if draft.number else "",
            dimension=draft.dimension,
            lead=draft.lead,
            introduction=self._text(draft.introduction, draft.at),
            goals=tuple(map(self._goal, draft.goals)),
            projects=tuple(map(self._project, draft.projects)),
        )

    def _goal(self, draft: GoalDraft) -> Goal:
        return Goal(
            draft.id,
            draft.title,
            self._text(draft.statement, draft.at),
            tuple(map(self._goal, draft.goals)),
            tuple(map(self._project, draft.projects)),
        )

    def _project(self, draft: ProjectDraft) -> Project:
        parts, extra = self._parts(draft), _extra(draft)
        for words in draft.fields.values():
            self.draft.leave(draft.at, words)
        first = parts[0] if len(parts) == 1 else Part()
        return Project(
            draft.id,
            draft.title,
            draft.status,
            short_title=draft.short_title,
            description=first.description,
            progress=first.progress,
            parts=tuple(parts) if len(parts) > 1 else (),
            responsible=draft.responsible,
            cooperation=Cooperation(escaped(draft.cooperation)),
            extra=extra,
        )

    def _parts(self, draft: ProjectDraft) -> list[Part]:
        """Pairs of description and progress; each description begins a new one."""
        parts: list[Part] = []
        for field, prose in draft.texts:
            text = self._text(prose, draft.at, draft)
            if field == "description" or not parts or parts[-1].progress:
                parts.append(Part())
            parts[-1] = attrs.evolve(parts[-1], **{field: text})
        return parts

    def _text(self, prose: Prose, at: int, own: ProjectDraft | None = None) -> str:
        return self.references.replaced(prose.markdown, prose.at or at, own)

    def _archived(self, row: ListRow) -> ArchiveEntry | None:
        day, cells = _day(row.cells.get("edition", "")), row.cells
        if day is None or "project" not in cells:
            self.draft.leave(row.at, row.words)
            return None
        theme = self._theme_id(cells.get("theme", ""))
        self.draft.leave_rest(row, {"theme", "project", "edition", "number"})
        return ArchiveEntry(theme, cells["project"], day, cells.get("number", ""))

    def _withdrawn(self, row: ListRow) -> Withdrawn:
        day, cells = _day(row.cells.get("edition", "")), row.cells
        self.draft.leave_rest(
            row, {"project", "reason", "edition"} if day else {"project", "reason"}
        )
        return Withdrawn(cells["project"], escaped(cells.get("reason", "")), day)

    def _theme_id(self, title: str) -> str:
        return next((one.id for one in self.draft.themes if one.title == title), title)


def give_ids(draft: Draft, names: Names) -> None:
    """Give an id to everything that has none.

    Args:
        draft: The report in the making.

        names: Gives ids.
    """
    for chapter in draft.chapters:
        chapter.id = names.new(chapter.id, chapter.title)
    for theme in draft.themes:
        theme.id = names.new(theme.id, theme.title)
        for project in projects_below(theme):
            project.id = names.new(project.id, project.short_title or project.title, project.title)
        _give_goal_ids(theme.goals, names, theme.id)


def _give_goal_ids(goals: Iterable[GoalDraft], names: Names, above: str) -> None:
    for goal in goals:
        goal.id = names.new(goal.id, goal.title, goal.statement.markdown, f"{above}-ziel")
        _give_goal_ids(goal.goals, names, goal.id)


def _extra(draft: ProjectDraft) -> dict[str, str]:
    keys = [key for key in draft.fields if key.startswith("extra:")]
    return {key.removeprefix("extra:"): draft.fields.pop(key) for key in keys}


def _day(text: str) -> date | None:
    try:
        return parse_date(text.strip())
    except ValueError:
        return None
