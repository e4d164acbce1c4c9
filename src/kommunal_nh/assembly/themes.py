"""Themes, goals and status sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.facets import THEME, project_facets
from kommunal_nh.assembly.figures import theme_bar
from kommunal_nh.assembly.goals import fact_passages, goal_list, goal_passages
from kommunal_nh.assembly.passages import Passage, printed
from kommunal_nh.assembly.projects import project_blocks
from kommunal_nh.document import Block, Deferred, Heading, Paragraph, Section
from kommunal_nh.labels import fill
from kommunal_nh.model import Goal, Project, Theme
from kommunal_nh.numbering import in_order
from kommunal_nh.profile import Status
from kommunal_nh.walks import projects_of


def themes(context: Context) -> Iterator[Block]:
    """All themes.

    Args:
        context: The report.

    Yields:
        One section for each.
    """
    short = False
    for theme in context.report.themes:
        blocks = Deferred(partial(_theme, context, theme))
        runs_on, short = short and _is_empty(theme), _is_empty(theme)
        yield Section("theme", theme.id, blocks, {THEME: (theme.id,)}, runs_on=runs_on)


def _is_empty(theme: Theme) -> bool:
    """Whether a theme has nothing to report; several of them share a page."""
    return not theme.goals and not theme.projects


def theme_passages(context: Context, theme: Theme) -> Iterator[Passage]:
    """The texts and facts of a theme itself.

    Args:
        context: The report.

        theme: The theme.

    Yields:
        What the data has, in the order of the document.
    """
    labels = context.labels
    if theme.dimension:
        yield Passage("dimension", labels.dimension, line=words(theme.dimension))
    if theme.lead:
        yield Passage("lead", labels.lead, line=words(theme.lead))
    yield from fact_passages(context, theme)
    if blocks := tuple(context.text(theme.introduction)):
        yield Passage("introduction", labels.introduction, blocks)


def _theme(context: Context, theme: Theme) -> Iterator[Block]:
    yield Heading(1, context.numbering[theme.id], words(theme.title))
    yield from printed(theme_passages(context, theme))
    yield from theme_bar(context, theme)
    yield from _below(context, theme, theme, 2)
    if _is_empty(theme):
        yield Paragraph(words(context.labels.no_entries), role="empty")


def _below(context: Context, parent: Theme | Goal, theme: Theme, level: int) -> Iterator[Block]:
    """The projects and goals of a theme or goal; goals in a list stand before the projects."""
    listed = bool(parent.goals) and context.is_listed(parent.goals[0])
    if listed:
        yield goal_list(context, parent, level)
    yield from _projects(context, parent, theme, level)
    if not listed:
        yield from (_goal_section(context, goal, theme, level) for goal in parent.goals)


def _goal_section(context: Context, goal: Goal, theme: Theme, level: int) -> Section:
    blocks = Deferred(partial(_goal, context, goal, theme, level))
    return Section("goal", goal.id, blocks, {THEME: (theme.id,)})


def _goal(context: Context, goal: Goal, theme: Theme, level: int) -> Iterator[Block]:
    yield Heading(level, context.numbering[goal.id], words(context.title(goal)))
    yield from printed(goal_passages(context, goal))
    yield from _below(context, goal, theme, level + 1)
    if not context.numbering.grouped_by_status and not any(projects_of(goal)) and not goal.goals:
        yield Paragraph(words(context.labels.no_entries), role="empty")


def _projects(context: Context, parent: Theme | Goal, theme: Theme, level: int) -> Iterator[Block]:
    numbered = context.numbering.sections
    sections = [one for one in context.profile.statuses if (parent.id, one.id) in numbered]
    projects = in_order(context.profile, parent)
    for status in sections:
        own = [project for project in projects if project.status == status.id]
        yield _status_section(context, parent, theme, status, own, level)
    if not sections:
        yield from (_project(context, project, theme, level) for project in projects)


def _status_section(
    context: Context,
    parent: Theme | Goal,
    theme: Theme,
    status: Status,
    projects: list[Project],
    level: int,
) -> Section:
    heading = Heading(
        level, context.numbering.sections[parent.id, status.id],
        words(_filled(context, status.section_title or status.label)),
    )  # fmt: skip
    facets = {THEME: (theme.id,), "status": (status.id,)}
    make: Callable[[], Iterator[Block]] = partial(
        _status_blocks, context, theme, status, projects, heading
    )
    return Section("status", f"{FRAME}{parent.id}..{status.id}", Deferred(make), facets)


def _status_blocks(
    context: Context, theme: Theme, status: Status, projects: list[Project], heading: Heading
) -> Iterator[Block]:
    yield heading
    if not projects:
        yield Paragraph(words(_empty_text(context, status)), role="empty")
    for project in projects:
        yield _project(context, project, theme, heading.level + 1)


def _empty_text(context: Context, status: Status) -> str:
    previous = context.report.previous_as_of
    if not status.empty_text or (previous is None and "{letzter_stand}" in status.empty_text):
        return context.labels.no_entries
    day = context.labels.date(previous) if previous else ""
    return _filled(context, status.empty_text, letzter_stand=day)


def _filled(context: Context, text: str, **values: str) -> str:
    return fill(text, projekte=context.profile.levels.project.several, **values)


def _project(context: Context, project: Project, theme: Theme, level: int) -> Section:
    blocks = Deferred(partial(project_blocks, context, project, level))
    facets = project_facets(context, project, theme.id)
    return Section("project", project.id, blocks, facets)
