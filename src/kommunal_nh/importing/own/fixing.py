"""Numbers that a council has fixed: where counting would give others than are printed."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kommunal_nh.model import Goal, Theme
from kommunal_nh.patterns import Number
from kommunal_nh.profile import Profile


def with_fixed_numbers(
    themes: Sequence[Theme], printed: dict[str, Number], profile: Profile
) -> tuple[Theme, ...]:
    """Themes whose numbers are fixed where counting would give others.

    Args:
        themes: The themes.

        printed: The numbers as printed.

        profile: Says which parts of numbers are printed, and whether goals are counted on.

    Returns:
        The same themes with numbers.
    """
    goal = profile.numbering.goal
    continued = bool(goal) and "{thema" not in goal
    return _Fixing(printed, continued).themes(themes)


@attrs.define
class _Fixing:
    printed: dict[str, Number]
    continued: bool
    last: int = 0

    def themes(self, themes: Sequence[Theme]) -> tuple[Theme, ...]:
        result, last = [], 0
        for theme in themes:
            found = self.printed.get(theme.id, Number()).theme
            last, fixed = _next(last, found)
            self.last = self.last if self.continued else 0
            goals, self.last = self._goals(theme.goals, self.last)
            result.append(attrs.evolve(theme, number=fixed, goals=goals))
        return tuple(result)

    def _goals(self, goals: Sequence[Goal], last: int) -> tuple[tuple[Goal, ...], int]:
        result = []
        for goal in goals:
            found = self.printed.get(goal.id, Number()).goal
            last, fixed = _next(last, found[-1] if found else 0)
            inner, _ = self._goals(goal.goals, 0)
            result.append(attrs.evolve(goal, number=fixed, goals=inner))
        return tuple(result), last


def _next(last: int, found: int) -> tuple[int, int | None]:
    if not found or found == last + 1:
        return last + 1, None
    return found, found
