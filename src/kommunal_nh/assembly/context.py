"""What every part of the assembly needs: the report, its numbers and its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from kommunal_nh.assembly.past import PastEdition
from kommunal_nh.document import (
    Block,
    Inline,
    Paragraph,
    Reference,
    StatusMark,
    Strong,
    Text,
)
from kommunal_nh.images import ImageFinder
from kommunal_nh.labels import Labels, fill
from kommunal_nh.model import Chapter, Goal, Project, Report, Theme
from kommunal_nh.numbering import Numbering
from kommunal_nh.plugins import modules_of
from kommunal_nh.profile import FieldKind, Level, Profile, Status
from kommunal_nh.text import (
    ParsedHeading,
    Surroundings,
    Target,
    beginning_of,
    blocks_of,
    inlines_of,
)
from kommunal_nh.walks import all_goals, all_projects, projects_of

if TYPE_CHECKING:
    from kommunal_nh.modules import Fact, Module

Thing: TypeAlias = Chapter | Theme | Goal | Project
FRAME = "nh-"
"""Anchors of the frame start like this; ids of the data never do."""


@attrs.frozen(eq=False, repr=False, slots=False)
class Context:
    """One report while it is assembled.

    Attributes:
        report: The report.
        numbering: Its numbers.
        for_contents: Only headings are wanted; what sections can be filtered by is left out.
    """

    report: Report
    numbering: Numbering
    for_contents: bool = False

    @property
    def profile(self) -> Profile:
        """The report's profile."""
        return self.report.profile

    @property
    def labels(self) -> Labels:
        """The words of the frame."""
        return self.report.profile.labels

    def filled(self, label: str, **values: str) -> str:
        """A label with the word for projects.

        Args:
            label: The label.

            **values: What else stands in it.

        Returns:
            The text.
        """
        return fill(label, projekte=self.profile.levels.project.several, **values)

    @cached_property
    def statuses(self) -> dict[str, Status]:
        """The statuses by id."""
        return {status.id: status for status in self.profile.statuses}

    @cached_property
    def past(self) -> tuple[PastEdition, ...]:
        """What earlier editions said, the oldest first."""
        return tuple(PastEdition.of(edition) for edition in self.report.past)

    @cached_property
    def modules(self) -> tuple[tuple[Module, Any], ...]:
        """The modules that are switched on, each with its data."""
        data = self.report.modules
        return tuple((module, data[key]) for key, module in modules_of(data).items())

    @cached_property
    def module_facts(self) -> dict[str, dict[str, Fact]]:
        """What modules say among the facts, by id of a thing and key of the fact."""
        found: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
        for module, data in () if self.for_contents else self.modules:
            for thing, facts in module.facts(self.report, self.numbering, data).items():
                found[thing].update((fact.key, fact) for fact in facts)
        return dict(found)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What texts need to know of this report."""
        return Surroundings(self.target, ImageFinder(self.report.folder, self.report.images))

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Chapters, themes, goals and projects by id."""
        things: dict[str, Thing] = {chapter.id: chapter for chapter in self.report.chapters}
        for theme in self.report.themes:
            things[theme.id] = theme
            things.update((goal.id, goal) for goal in all_goals(theme))
            things.update((project.id, project) for project in projects_of(theme))
        return things

    @cached_property
    def _former(self) -> dict[str, Target]:
        """Projects that are only in the archive or with the withdrawn ones; they have no number."""
        report, parts = self.report, self.profile.parts
        chapters = (("archiv", report.archive), ("entfallen", report.withdrawn))
        return {
            entry.id: Target(f"{FRAME}{part}" if part in parts else "", "", entry.project)
            for part, entries in chapters
            for entry in entries
            if entry.id
        }

    @cached_property
    def references(self) -> dict[tuple[str, str], list[str]]:
        """Which projects refer to what, by key of the field and id of what they refer to."""
        keys = [one.key for one in self.profile.fields if one.kind is FieldKind.REFERENCE]
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for project in all_projects(self.report) if keys else ():
            for key in keys:
                found[key, project.extra.get(key, "")].append(project.id)
        return dict(found)

    def target(self, thing_id: str) -> Target | None:
        """What a reference to an id prints and where it leads.

        Args:
            thing_id: The id.

        Returns:
            The target; nothing if the report has no such thing.
        """
        thing = self.things.get(thing_id)
        if thing is None:
            return self._former.get(thing_id)
        short = thing.short_title if isinstance(thing, Project) else ""
        anchor = self.anchor(thing)
        return Target(anchor, self.reference_number(thing), self.title(thing), short)

    def anchor(self, thing: Thing) -> str:
        """Where a thing stands in the document.

        Args:
            thing: The thing.

        Returns:
            Its anchor, or that of the list that it stands in; nothing if the profile leaves out the
            part of the report that it is in.
        """
        part = "kapitel" if isinstance(thing, Chapter) else "themen"
        if part not in self.profile.parts:
            return ""
        return self._lists.get(thing.id, thing.id)

    @cached_property
    def _lists(self) -> dict[str, str]:
        """Anchors of the lists in which goals stand, by id of the goal."""
        found: dict[str, str] = {}
        for thing in self.things.values():
            if isinstance(thing, Theme | Goal):
                anchor = found.get(thing.id, self.list_anchor(thing))
                found.update((goal.id, anchor) for goal in thing.goals if self.is_listed(goal))
        return found

    def list_anchor(self, parent: Theme | Goal) -> str:
        """Where the list of the goals of a theme or goal stands.

        Args:
            parent: The theme or goal.

        Returns:
            An anchor of the frame.
        """
        return f"{FRAME}{parent.id}...ziele"

    def level(self, goal: Goal) -> Level:
        """The level that a goal is on.

        Args:
            goal: The goal.

        Returns:
            Its level in the profile.
        """
        return self.profile.levels.goal(len(self.numbering.numbers[goal.id].goal) - 1)

    def is_listed(self, goal: Goal) -> bool:
        """Whether a goal is the item of a list.

        Args:
            goal: The goal.

        Returns:
            True if its level says so, or the level of a goal that it belongs to.
        """
        return self.profile.levels.is_listed(len(self.numbering.numbers[goal.id].goal) - 1)

    def link(self, thing: Thing, text: str) -> tuple[Inline, ...]:
        """Words that lead to a thing.

        Args:
            thing: The thing.

            text: The words.

        Returns:
            A reference, or only the words if the thing is not in the document.
        """
        anchor = self.anchor(thing)
        return (Reference(anchor, (Text(text),)),) if anchor else words(text)

    def reference_number(self, thing: Thing) -> str:
        """The number that names a thing wherever it is mentioned.

        Args:
            thing: The thing.

        Returns:
            Its printed number; nothing for chapters and for numbers that start again below each
            goal.
        """
        local = isinstance(thing, Project) and self.numbering.projects_are_local
        return "" if isinstance(thing, Chapter) or local else self.numbering[thing.id]

    def title(self, thing: Thing) -> str:
        """The title of a thing, as its heading prints it.

        Args:
            thing: The thing.

        Returns:
            Its own title; without one, what a goal in a list says, or what the profile makes for
            its level.
        """
        if thing.title or not isinstance(thing, Goal):
            return thing.title
        if self.is_listed(thing) and (said := beginning_of(thing.statement)):
            return said
        value, level = self.numbering.numbers[thing.id].goal, self.level(thing)
        pattern = level.heading or f"{level.singular} {{ziel}}"
        return fill(pattern, ziel=value[-1], nummer=self.numbering[thing.id])

    def mark(self, status_id: str) -> StatusMark:
        """The mark of a status, the same wherever a project is shown.

        Args:
            status_id: The status.

        Returns:
            The mark.
        """
        status = self.statuses[status_id]
        return StatusMark(status_id, status.column_title or status.label)

    def text(self, source: str) -> Iterator[Block]:
        """A text of the data as blocks; headings in it become labels.

        Args:
            source: Markdown.

        Yields:
            The blocks.
        """
        for block in blocks_of(source, self.surroundings):
            if isinstance(block, ParsedHeading):
                yield Paragraph(block.content, role="label")
            else:
                yield block

    def line(self, source: str) -> tuple[Inline, ...]:
        """A text of the data where only one paragraph fits.

        Args:
            source: Markdown.

        Returns:
            Its content.
        """
        return inlines_of(source, self.surroundings)


def words(text: str) -> tuple[Inline, ...]:
    """Plain text as inline content.

    Args:
        text: The words.

    Returns:
        One node, or none for an empty text.
    """
    return (Text(text),) if text else ()


def fact(label: str, content: tuple[Inline, ...]) -> Paragraph:
    """A line with a label and what it says.

    Args:
        label: Such as "Status:".

        content: What stands after it.

    Returns:
        The paragraph.
    """
    return Paragraph((Strong((Text(label),)), Text(" "), *content), role="facts")
