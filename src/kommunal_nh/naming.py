"""How modules speak of what is in a report: names that lead to it, the same as everywhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from kommunal_nh.assembly.context import Context
from kommunal_nh.assembly.facets import municipalities, project_facets, unit_name
from kommunal_nh.assembly.projects import cooperation, project_passages
from kommunal_nh.document import Inline, StatusMark, plain_lines, plain_text
from kommunal_nh.model import Chapter, Goal, Project, Report, Theme
from kommunal_nh.numbering import Numbering, in_order
from kommunal_nh.walks import projects_of


class Names:
    """The names of one report.

    Attributes:
        report: The report.
        numbering: Its numbers.
    """

    def __init__(self, report: Report, numbering: Numbering) -> None:
        """Begin with a report.

        Args:
            report: The report; modules get its public part.

            numbering: Its numbers.
        """
        self.report = report
        self.numbering = numbering
        self._context = Context(report, numbering)

    def __contains__(self, thing_id: object) -> bool:
        """Whether a chapter, theme, goal or project has an id."""
        return thing_id in self._context.things

    def number(self, thing_id: str) -> str:
        """The number that names a thing wherever it is mentioned.

        Args:
            thing_id: Id of a chapter, theme, goal or project of the report.

        Returns:
            Its printed number; nothing for chapters and for numbers that are not unique.
        """
        return self._context.reference_number(self._context.things[thing_id])

    def title(self, thing_id: str) -> str:
        """A thing in words.

        Args:
            thing_id: Id of a chapter, theme, goal or project of the report.

        Returns:
            Its number, where it names the thing, and its title as its heading prints it.
        """
        thing = self._context.things[thing_id]
        return f"{self.number(thing_id)} {self._context.title(thing)}".strip()

    def link(self, thing_id: str, text: str = "") -> tuple[Inline, ...]:
        """Words that lead to a thing.

        Args:
            thing_id: Id of a chapter, theme, goal or project of the report.

            text: The words; number and title if left out.

        Returns:
            A reference, or only the words if the document leaves the thing out.
        """
        return self._context.link(self._context.things[thing_id], text or self.title(thing_id))

    def level(self, thing_id: str) -> str:
        """What one calls a thing.

        Args:
            thing_id: Id of a chapter, theme, goal or project of the report.

        Returns:
            Such as "Themenfeld"; nothing for a chapter.
        """
        thing, levels = self._context.things[thing_id], self.report.profile.levels
        if isinstance(thing, Goal):
            return self._context.level(thing).singular
        if isinstance(thing, Chapter):
            return ""
        return (levels.theme if isinstance(thing, Theme) else levels.project).singular

    def mark(self, project: Project) -> StatusMark:
        """The mark of a project's status.

        Args:
            project: The project.

        Returns:
            The same mark as in the lists.
        """
        return self._context.mark(project.status)

    def unit(self, unit: str) -> str:
        """A unit as texts name it.

        Args:
            unit: Its id.

        Returns:
            Its name, with its code before it unless the name contains the code.
        """
        return unit_name(self._context, unit)

    def plain(self, source: str) -> str:
        """A text of the data as plain words.

        Args:
            source: Markdown.

        Returns:
            A line for each paragraph and item; references print number and title.
        """
        return plain_lines(self._context.text(source)) if source else ""

    def cooperation(self, project: Project) -> str:
        """With whom a project works together, in words.

        Args:
            project: The project.

        Returns:
            What its section says; nothing if it works with nobody.
        """
        return plain_text(cooperation(self._context, project))

    def facts(self, project: Project) -> Iterator[tuple[str, str, str]]:
        """The texts and facts of a project as plain words.

        Args:
            project: The project.

        Yields:
            Key, label and words of each, in the order of its section.
        """
        for passage in project_passages(self._context, project):
            words = plain_text(passage.line) if passage.line else plain_lines(passage.blocks)
            yield passage.key, passage.label, words

    def municipalities(self, project: Project) -> tuple[str, ...]:
        """The municipalities that work together on a project.

        Args:
            project: The project.

        Returns:
            Their ids, each once; every one of the report where the project says `alle`.
        """
        return tuple(dict.fromkeys(municipalities(self._context, project)))

    def facets(self, project: Project) -> Mapping[str, tuple[str, ...]]:
        """What readers can find a row or section by that speaks of a project.

        Args:
            project: A project of the report.

        Returns:
            Ids of options by facet, as the sections and lists have them.
        """
        return project_facets(self._context, project, self._themes[project.id])

    @cached_property
    def _themes(self) -> dict[str, str]:
        """The theme of each project, by ids."""
        return {one.id: theme.id for theme in self.report.themes for one in projects_of(theme)}

    def lineages(self) -> Iterator[tuple[Theme | Goal | Project, tuple[Theme | Goal, ...]]]:
        """Themes, goals and projects in the order of the document, with what they belong to.

        Yields:
            A thing, and its theme and goals from the outermost to the innermost.
        """
        for theme in self.report.themes:
            yield theme, ()
            yield from self._below((theme,))

    def projects(self) -> Iterator[Project]:
        """All projects in the order of the document.

        Yields:
            The projects.
        """
        for thing, _ in self.lineages():
            if isinstance(thing, Project):
                yield thing

    def _below(
        self, above: tuple[Theme | Goal, ...]
    ) -> Iterator[tuple[Theme | Goal | Project, tuple[Theme | Goal, ...]]]:
        for project in in_order(self.report.profile, above[-1]):
            yield project, above
        for goal in above[-1].goals:
            yield goal, above
            yield from self._below((*above, goal))
