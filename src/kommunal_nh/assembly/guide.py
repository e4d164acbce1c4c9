"""The reading guide: how the report is built up, what its numbers say and what its marks mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.overview import legend
from kommunal_nh.document import Block, Heading, List, Paragraph, Section
from kommunal_nh.profile import Level
from kommunal_nh.walks import all_goals, all_projects

_PLACE = re.compile(r"\{(thema|ziel|status|projekt)\b")


def guide(context: Context) -> Iterator[Block]:
    """The chapter with the reading guide.

    Args:
        context: The report.

    Yields:
        One section.
    """
    yield Section("guide", f"{FRAME}lesehilfe", tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(1, "", words(context.labels.guide))
    if context.for_contents:
        return
    items = [text for text in _sentences(context) if text]
    if items:
        yield List(tuple((Paragraph(words(text)),) for text in items))
    yield from legend(context)


def _sentences(context: Context) -> Iterator[str]:
    labels, profile = context.labels, context.profile
    several = [level.several for level in _levels(context)]
    yield context.filled(labels.guide_levels, ebenen=", ".join(several))
    yield _numbers(context)
    if profile.grouped_by_status:
        order = ", ".join(status.label for status in profile.statuses)
        yield context.filled(labels.guide_groups, status=order)
    if "projektlisten" in profile.parts:
        yield context.filled(labels.guide_lists, kapitel=labels.project_lists)
    if "archiv" in profile.parts:
        yield context.filled(labels.guide_archive, kapitel=labels.archive)


def _levels(context: Context) -> list[Level]:
    """The levels that this report has, from the themes down to the projects."""
    levels, numbers = context.profile.levels, context.numbering.numbers
    depths = {len(numbers[goal.id].goal) for theme in context.report.themes
              for goal in all_goals(theme)}  # fmt: skip
    goals = dict.fromkeys(levels.goal(depth) for depth in range(max(depths, default=0)))
    return [levels.theme, *goals, levels.project]


def _numbers(context: Context) -> str:
    """What the places of a project's number stand for, with the first project as an example."""
    project = next(all_projects(context.report), None)
    places = _PLACE.findall(context.profile.numbering.project)
    if project is None or len(places) < 2:
        return ""
    theme, *goals, last = [level.singular for level in _levels(context)]
    names = {"thema": [theme], "ziel": goals, "projekt": [last]}
    names["status"] = [context.labels.column_status]
    said = ", ".join(name for place in places for name in names[place])
    return context.filled(
        context.labels.guide_numbers,
        stellen=said,
        nummer=context.numbering[project.id],
        titel=project.title,
    )
