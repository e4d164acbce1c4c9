"""The overview: how many projects there are, by theme and status, and what the marks mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommunal_nh.assembly.columns import status_columns
from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.document import (
    Block,
    Column,
    Heading,
    Inline,
    Legend,
    Paragraph,
    Row,
    Section,
    Table,
)
from kommunal_nh.labels import fill
from kommunal_nh.walks import all_projects, projects_of


def legend(context: Context) -> Iterator[Block]:
    """The legend alone.

    Args:
        context: The report.

    Yields:
        One block.
    """
    yield Legend(fill(context.labels.legend, projekte=context.profile.levels.project.several))


def overview(context: Context) -> Iterator[Block]:
    """The chapter with the legend and the counts.

    Args:
        context: The report.

    Yields:
        One section.
    """
    yield Section("overview", f"{FRAME}uebersicht", tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(1, "", words(context.labels.overview))
    yield intro(context)
    yield from legend(context)
    if context.report.themes:
        yield counts_table(context)
        yield from leads(context)


def intro(context: Context) -> Paragraph:
    """How many projects there are.

    Args:
        context: The report.

    Returns:
        One sentence.
    """
    labels, level = context.labels, context.profile.levels.project
    count = sum(1 for _ in all_projects(context.report))
    day = labels.date(context.report.as_of)
    text = fill(labels.overview_text, stand=day, anzahl=count, projekte=level.counted(count))
    return Paragraph(words(text))


def leads(context: Context) -> Iterator[Table]:
    """Dimension and lead of each theme, as far as the data has them.

    Args:
        context: The report.

    Yields:
        One table, if there is anything to say.
    """
    labels, level, themes = context.labels, context.profile.levels.theme, context.report.themes
    columns = [(Column(level.singular, 40, header=True), _names(context))]
    if any(theme.dimension for theme in themes):
        column = Column(labels.column_dimension, 30)
        columns.insert(0, (column, [words(theme.dimension) for theme in themes]))
    if any(theme.lead for theme in themes):
        columns.append((Column(labels.column_lead, 30), [words(theme.lead) for theme in themes]))
    if len(columns) > 1:
        caption = fill(labels.themes_caption, themen=level.several)
        rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in columns), strict=True))
        yield Table(caption, tuple(column for column, _ in columns), rows)


def _names(context: Context) -> list[tuple[Inline, ...]]:
    """Number and title of each theme, leading to it."""
    numbers = context.numbering
    themes = context.report.themes
    return [context.link(one, f"{numbers[one.id]} {one.title}".strip()) for one in themes]


def counts_table(context: Context) -> Table:
    """How many projects there are, by theme and status.

    Args:
        context: The report; it has themes.

    Returns:
        One row for each theme, and one with the sums.
    """
    labels, levels = context.labels, context.profile.levels
    columns = (
        Column(levels.theme.singular, 400, header=True),
        *status_columns(context, 115 * len(context.profile.statuses), "end"),
        Column(labels.total, 80, "end"),
    )
    caption = fill(
        labels.overview_caption, projekte=levels.project.several, thema=levels.theme.singular
    )
    return Table(caption, columns, tuple(_rows(context)))


def _rows(context: Context) -> Iterator[Row]:
    total: Counter[str] = Counter()
    for theme, name in zip(context.report.themes, _names(context), strict=True):
        counts = Counter(project.status for project in projects_of(theme))
        total += counts
        yield _row(context, name, counts)
    themes = fill(context.labels.all_themes, themen=context.profile.levels.theme.several)
    yield _row(context, words(themes), total)


def _row(context: Context, name: tuple[Inline, ...], counts: Counter[str]) -> Row:
    values = [counts[status.id] for status in context.profile.by_stage]
    return Row((name, *(words(str(value)) for value in (*values, counts.total()))))
