"""The shape of a report: what is in what, still without words."""

from __future__ import annotations

from hypothesis import strategies as st

from kommunal_nh.model import Goal, Project, Theme
from kommunal_nh.profile import Profile
from kommunal_nh.testing.choice import SEEDS, Choices
from kommunal_nh.testing.fit import goals_hold_both, themes_hold_projects

_CODES = ("B", "Ü", "KL", "öff", "Z")


class Shape:
    """Draws the shape of a report: ids, statuses, drafts and fixed numbers, but no texts yet."""

    def __init__(self, draw: st.DrawFn, profile: Profile, crowd: int) -> None:
        self.draw = draw
        self.crowd = crowd
        self.both = goals_hold_both(profile)
        self.in_themes = themes_hold_projects(profile)
        pattern = profile.numbering.goal
        self.continued = bool(pattern) and "{thema" not in pattern
        self.profile = profile
        self.statuses = [status.id for status in profile.statuses]
        self.count = 0

    def themes(self) -> tuple[Theme, ...]:
        """All themes with their goals and projects.

        Returns:
            The themes; apart from ids, codes and numbers their texts are empty.
        """
        choices = self._choices()
        values = _fixed_numbers(choices, choices.one((1, 2, 0, 2, 3, 5)))
        return tuple(self._theme(code, value) for code, value in zip(_CODES, values, strict=False))

    def _theme(self, code: str, value: int | None) -> Theme:
        choices = self._choices()
        count = choices.one((1, 2, 0, 3))
        goals = self._goals(choices, count, 0) if self._fits_list(0, self.in_themes) else ()
        projects = self._projects(choices) if self.in_themes else ()
        return Theme(self._id(choices), "", code, goals=goals, projects=projects, number=value)

    def _goals(self, choices: Choices, count: int, depth: int) -> tuple[Goal, ...]:
        values = [None] * count if self.continued else _fixed_numbers(choices, count)
        return tuple(self._goal(depth, value) for value in values)

    def _goal(self, depth: int, value: int | None) -> Goal:
        choices = self._choices()
        deeper = depth < 2 and choices.seldom() and self._fits_list(depth + 1, self.both)
        inner = self._goals(choices, 2, depth + 1) if deeper else ()
        can_have = (self.both or not inner) and not self.profile.levels.is_listed(depth)
        projects = self._projects(choices) if can_have else ()
        return Goal(self._id(choices), goals=inner, projects=projects, number=value)

    def _fits_list(self, depth: int, beside_projects: bool) -> bool:
        """Goals in a list stand beside the status sections, whose numbers must be others."""
        profile = self.profile
        listed = profile.grouped_by_status and profile.levels.is_listed(depth)
        return beside_projects or not listed

    def _projects(self, choices: Choices) -> tuple[Project, ...]:
        count = choices.one((1, 2, 0, 3, 5)) * self.crowd
        names = [self._id(choices) for _ in range(count)]
        if self.crowd > 1:
            choices = Choices(7 ** (3 * count))  # enough digits for all of them
        return tuple(
            Project(name, "", choices.one(self.statuses), draft=choices.seldom()) for name in names
        )

    def _choices(self) -> Choices:
        return Choices(self.draw(SEEDS))

    def _id(self, choices: Choices) -> str:
        self.count += 1  # no beginning is one that `word.ids` gives to a chapter
        return f"{choices.one(('p', 'klima-allianz', 'a.b_c', '9'))}-{self.count}"


def _fixed_numbers(choices: Choices, count: int) -> list[int | None]:
    """Fixed numbers for some of the siblings, rising with gaps."""
    values: list[int | None] = []
    last = 0
    for _ in range(count):
        gap = choices.one((0, 0, 1, 2, 0, 30))
        last += max(gap, 1)
        values.append(last if gap else None)
    return values
