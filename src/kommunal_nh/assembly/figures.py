"""Figures at a glance: how many projects there are, by status and by theme, as chart and table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kommunal_nh.assembly.bars import Bar, stacked_bars
from kommunal_nh.assembly.columns import status_columns
from kommunal_nh.assembly.context import FRAME, Context, words
from kommunal_nh.assembly.overview import counts_table, intro, leads
from kommunal_nh.assembly.shares import shares
from kommunal_nh.assembly.styles import styles_of
from kommunal_nh.document import Block, Chart, Column, Heading, Row, Section, StatusStyle, Table
from kommunal_nh.labels import fill
from kommunal_nh.model import Theme
from kommunal_nh.walks import all_projects, projects_of


def figures(context: Context) -> Iterator[Block]:
    """The chapter with the figures.

    Args:
        context: The report.

    Yields:
        One section.
    """
    yield Section("figures", f"{FRAME}kennzahlen", tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(1, "", words(context.labels.figures))
    if context.for_contents:
        return
    yield intro(context)
    counts = _counts(context, None)
    if any(counts):
        yield _shares(context, counts)
    if context.report.themes:
        yield _by_theme(context) if any(counts) else counts_table(context)
        yield from leads(context)


def theme_bar(context: Context, theme: Theme) -> Iterator[Block]:
    """The statuses of the projects of one theme, as a bar.

    Args:
        context: The report.

        theme: The theme.

    Yields:
        One chart, if the profile wants one and there is something to show.
    """
    counts = _counts(context, theme)
    if not (context.profile.theme_bars and any(counts)) or context.for_contents:
        return
    labels = context.labels
    columns = (*status_columns(context, 100, "end"), Column(labels.total, 20, "end"))
    row = Row(tuple(words(str(count)) for count in (*counts, sum(counts))))
    caption = context.filled(labels.theme_bar_caption, thema=theme.title)
    spec = stacked_bars([Bar(theme.id, "", counts)], _styles(context), ())
    yield Chart(spec, _alt(context, counts), Table(caption, columns, (row,)))


def _by_theme(context: Context) -> Chart:
    every = [
        Bar(theme.id, _name(context, theme), _counts(context, theme))
        for theme in context.report.themes
    ]
    bars = [bar for bar in every if any(bar.counts)]
    names = [status.column_title or status.label for status in context.profile.by_stage]
    alt = f"{_alt(context, _counts(context, None))} {_most(context, bars)}".strip()
    return Chart(stacked_bars(bars, _styles(context), names), alt, counts_table(context))


def _styles(context: Context) -> Sequence[StatusStyle]:
    return styles_of(context.profile.by_stage)


def _name(context: Context, theme: Theme) -> str:
    return f"{context.numbering[theme.id]} {theme.title}".strip()


def _counts(context: Context, theme: Theme | None) -> list[int]:
    """How many projects of a theme, or of all, have each status, in the order of the lists."""
    projects = projects_of(theme) if theme else all_projects(context.report)
    counted = Counter(project.status for project in projects)
    return [counted[status.id] for status in context.profile.by_stage]


def _shares(context: Context, counts: Sequence[int]) -> Table:
    labels = context.labels
    columns = (
        Column(labels.column_status, 50, header=True),
        Column(labels.column_count, 25, "end"),
        Column(labels.column_share, 25, "end"),
    )
    rows = [
        Row(((context.mark(status.id),), words(str(count)), words(_share(context, share))))
        for status, count, share in zip(
            context.profile.by_stage, counts, shares(counts), strict=True
        )
    ]
    total = words(labels.total), words(str(sum(counts))), words(_share(context, 100))
    return Table(context.filled(labels.status_caption), columns, (*rows, Row(total)))


def _share(context: Context, share: int) -> str:
    return fill(context.labels.share, anteil=share)


def _alt(context: Context, counts: Sequence[int]) -> str:
    """What a chart shows, in one sentence."""
    labels, total = context.labels, sum(counts)
    said = "; ".join(
        fill(
            labels.chart_entry,
            status=status.column_title or status.label,
            anzahl=count,
            anteil=_share(context, share),
        )
        for status, count, share in zip(
            context.profile.by_stage, counts, shares(counts), strict=True
        )
        if count
    )
    projects = context.profile.levels.project.counted(total)
    return fill(labels.chart_text, anzahl=total, projekte=projects, angaben=said)


def _most(context: Context, bars: Sequence[Bar]) -> str:
    """Which theme has the most projects, if it is one of several."""
    most = max(sum(bar.counts) for bar in bars)
    leading = [bar for bar in bars if sum(bar.counts) == most]
    if len(bars) == 1 or len(leading) > 1:
        return ""
    return fill(context.labels.chart_most, thema=leading[0].name, anzahl=most)
