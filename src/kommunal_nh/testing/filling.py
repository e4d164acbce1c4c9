"""What fills the shape of a report: titles, texts, dates, units and extra fields."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from hypothesis import strategies as st

from kommunal_nh.dates import parse_partial_date
from kommunal_nh.model import Cooperation, Goal, Part, Project, Theme
from kommunal_nh.profile import FieldKind, Profile
from kommunal_nh.testing.choice import SEEDS, Choices

UNITS = {
    "80.01": "Sachgebiet Klima", "80.10": "80.10 Mobilität", "61": "Planung und Entwicklung",
    "wfg": "wfg Wirtschaftsförderung GmbH", "dez-06": "Dezernat „06“", "NO": "Nordost",
}  # fmt: skip
MUNICIPALITIES = {
    "anroechte": "Anröchte", "soest": "Soest", "wickede": "Wickede (Ruhr)", "moehnesee": "Möhnesee",
    "rheda": "Rheda-Wiedenbrück", "a|b": "A|B <Dorf>",
}  # fmt: skip
_NUMBERS = ("0", "-5", "1.000", "12.345,67", "1000000")
_LINKS = ("https://example.org/ä?x=1&y=<2>", "http://example.org/(a)_*b*")
_DATES = ("2024", "2024-Q2", "2024-03", "2024-03-01", "0900-01-01")
_STARTS = (None, *map(parse_partial_date, ("1999", "2023-Q4", "2024-01-31", "01.02.2024")))
_ENDS = (None, *map(parse_partial_date, ("2024-Q2", "2025-11", "31.12.2030", "9999")))
_FRAMEWORKS: tuple[dict[str, tuple[str, ...]], ...] = (
    {}, {"BNK": ("10",)}, {"SDG-Ü": ("1.a", "<2>"), "X": ()},
)  # fmt: skip


@attrs.frozen
class Filling:
    """Fills the shape of a report with texts out of a small stock.

    Attributes:
        draw: Given by Hypothesis.
        profile: Says which extra fields there are.
        titles: Titles to choose from.
        texts: Texts in Markdown to choose from.
    """

    draw: st.DrawFn
    profile: Profile
    titles: Sequence[str]
    texts: Sequence[str]
    targets: Sequence[str]

    def theme(self, theme: Theme) -> Theme:
        """A theme with words in it and in all that it holds.

        Args:
            theme: Its shape.

        Returns:
            The filled theme.
        """
        choices = self._choices()
        return attrs.evolve(
            theme,
            title=choices.one(self.titles),
            dimension=choices.one(("", *self.titles)),
            lead=choices.one(("", *self.titles)),
            sdgs=choices.some(range(1, 18)),
            introduction=choices.one(self.texts),
            goals=tuple(self.goal(goal) for goal in theme.goals),
            projects=tuple(self.project(project) for project in theme.projects),
        )

    def goal(self, goal: Goal) -> Goal:
        """A goal with words in it and in all that it holds.

        Args:
            goal: Its shape.

        Returns:
            The filled goal.
        """
        choices = self._choices()
        return attrs.evolve(
            goal,
            title=choices.one(("", *self.titles)),
            statement=choices.one(self.texts),
            sdgs=choices.some(range(1, 18)),
            goals=tuple(self.goal(inner) for inner in goal.goals),
            projects=tuple(self.project(project) for project in goal.projects),
        )

    def project(self, project: Project) -> Project:
        """A project with words, units, dates and extra fields.

        Args:
            project: Its shape.

        Returns:
            The filled project.
        """
        choices, maybe = self._choices(), ("", *self.titles)
        return attrs.evolve(
            project,
            title=choices.one(self.titles) + choices.one(("", f" {project.id}")),
            short_title=choices.one(maybe),
            description=choices.one(self.texts),
            progress=choices.one(self.texts),
            internal_note=choices.one(maybe),
            responsible=choices.some(list(UNITS)),
            cooperation=self._cooperation(choices),
            sdgs=choices.some(range(1, 18)),
            frameworks=choices.one(_FRAMEWORKS),
            start=choices.one(_STARTS),
            end=choices.one(_ENDS),
            parts=self._parts(choices),
            extra=self._extra(choices),
        )

    def _choices(self) -> Choices:
        return Choices(self.draw(SEEDS))

    def _parts(self, choices: Choices) -> tuple[Part, ...]:
        return tuple(
            Part(title, choices.one(self.texts), choices.one(self.texts))
            for title in choices.some(("", *self.titles))
        )

    def _cooperation(self, choices: Choices) -> Cooperation:
        everyone = choices.seldom()
        named = ("alle",) if everyone else choices.some(list(MUNICIPALITIES), 3)
        return Cooperation(choices.one(("", *self.texts)), named)

    def _extra(self, choices: Choices) -> dict[str, str]:
        pools: dict[FieldKind, Sequence[str]] = {
            FieldKind.TEXT: self.titles,
            FieldKind.MARKDOWN: [text or "**Text**" for text in self.texts],
            FieldKind.DATE: _DATES,
            FieldKind.NUMBER: _NUMBERS,
            FieldKind.LINK: _LINKS,
            FieldKind.REFERENCE: self.targets,
        }
        return {
            field.key: choices.one(pools[field.kind])
            for field in self.profile.fields
            if pools[field.kind] and (field.required or choices.one((False, True)))
        }
