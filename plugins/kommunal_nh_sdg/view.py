"""One report seen by the module: what serves which goal, and how both are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from kommunal_nh import Goal, Names, Numbering, Project, Report, Theme
from kommunal_nh.document import Chip, ChipStyle, Inline, Paragraph, Strong, Text
from kommunal_nh.labels import fill
from kommunal_nh.sdgs import SDGS, Sdg, assigned_sdgs
from kommunal_nh_sdg.data import SdgData

Thing: TypeAlias = Theme | Goal | Project
STYLES = tuple(ChipStyle(f"sdg-{one.number}", one.colour) for one in SDGS)
"""How the chips look: the colours of the United Nations, with black or white words."""


class View:
    """One report and the module's data.

    Attributes:
        report: The report.
        data: The data.
        names: What the things of the report are called.
        assigned: What each thing serves, by id.
    """

    def __init__(self, report: Report, numbering: Numbering, data: SdgData) -> None:
        self.report = report
        self.data = data
        self.names = Names(report, numbering)
        self.assigned = assigned_sdgs(report, data.further, inherit=data.inherited)

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Themes, goals and projects in the order of the document."""
        return tuple(thing for thing, _ in self.names.lineages())

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The projects in the order of the document."""
        return tuple(thing for thing in self.things if isinstance(thing, Project))

    @cached_property
    def heirs(self) -> dict[tuple[int, str], list[str]]:
        """Ids of the projects that inherit, by number and id of that from which they inherit."""
        found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for project in self.projects:
            for number, source in self.assigned[project.id].inherited.items():
                found[number, source].append(project.id)
        return dict(found)

    def words(self, text: str, **values: object) -> str:
        """One of the module's texts, with the report's words for themes and projects.

        Args:
            text: The text.

            **values: What else stands in it.

        Returns:
            The text, filled in.
        """
        levels = self.report.profile.levels
        return fill(
            text,
            thema=levels.theme.singular,
            themen=levels.theme.several,
            projekte=levels.project.several,
            **values,
        )

    def title(self, sdg: Sdg) -> str:
        """The title of a goal for sustainable development.

        Args:
            sdg: The goal.

        Returns:
            The title that the data gives it, or its usual one.
        """
        return self.data.titles.get(str(sdg.number), sdg.title)

    def chip(self, sdg: Sdg) -> Chip:
        """The chip of a goal for sustainable development.

        Args:
            sdg: The goal.

        Returns:
            The chip with its number.
        """
        return Chip(f"sdg-{sdg.number}", self.words(self.data.texts.chip, nummer=sdg.number))

    def named(self, sdg: Sdg) -> tuple[Inline, ...]:
        """A goal for sustainable development in full.

        Args:
            sdg: The goal.

        Returns:
            Its chip and its title.
        """
        return (self.chip(sdg), Text(f" {self.title(sdg)}"))

    def chips(self, numbers: Iterable[int], *, in_full: bool = True) -> tuple[Inline, ...]:
        """Several chips.

        Args:
            numbers: Numbers of goals for sustainable development.

            in_full: With their titles.

        Returns:
            The chips, with commas between them.
        """
        wanted = set(numbers)
        sdgs = [sdg for sdg in SDGS if sdg.number in wanted]
        return joined(self.named(sdg) if in_full else (self.chip(sdg),) for sdg in sdgs)


def joined(parts: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Parts of a line with commas between them.

    Args:
        parts: The parts.

    Returns:
        The line.
    """
    line = chain.from_iterable((Text(", "), *part) for part in parts)
    return tuple(line)[1:]


def labelled(label: str, content: tuple[Inline, ...]) -> Paragraph:
    """A line with a label.

    Args:
        label: The label.

        content: What stands after it.

    Returns:
        The paragraph.
    """
    return Paragraph((Strong((Text(label),)), Text(" "), *content), role="facts")
