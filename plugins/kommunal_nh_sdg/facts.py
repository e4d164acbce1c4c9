"""Chips among the facts of themes, goals and projects, instead of the plain numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kommunal_nh import Fact
from kommunal_nh.document import Inline, Text
from kommunal_nh.sdgs import Assigned
from kommunal_nh_sdg.view import View


def facts_of(view: View) -> dict[str, tuple[Fact, ...]]:
    """The facts of all things that serve anything.

    Args:
        view: The report.

    Returns:
        One fact for each, by id; it replaces the line that the report has itself.
    """
    label = view.report.profile.labels.sdgs
    return {
        thing_id: (Fact("sdgs", label, _line(view, assigned)),)
        for thing_id, assigned in view.assigned.items()
        if assigned.all
    }


def _line(view: View, assigned: Assigned) -> tuple[Inline, ...]:
    """Own chips in full, then short ones with the words that say where they come from."""
    line = list(view.chips(assigned.own))
    for origin, numbers in _by_origin(view, assigned):
        between = "; " if line else ""
        line += [Text(f"{between}{origin} "), *view.chips(numbers, in_full=False)]
    return tuple(line)


def _by_origin(view: View, assigned: Assigned) -> Iterator[tuple[str, list[int]]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    themes = {theme.id for theme in view.report.themes}
    texts = view.data.texts
    for number, source in assigned.inherited.items():
        groups[texts.from_theme if source in themes else texts.from_goal].append(number)
    for text in (texts.from_goal, texts.from_theme):
        if numbers := groups.pop(text, None):
            yield view.words(text), numbers
