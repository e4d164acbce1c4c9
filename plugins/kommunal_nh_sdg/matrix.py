"""The matrix: a row for each goal for sustainable development, a column for each theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh import Theme, projects_of
from kommunal_nh.document import Block, Column, Heading, Inline, Paragraph, Row, Table, Text
from kommunal_nh.sdgs import SDGS, Sdg
from kommunal_nh.sequences import in_parts
from kommunal_nh_sdg.view import View

_SDG, _THEME = 350, 110
_UPRIGHT = 3
"""So many themes fit on an upright page."""


def matrix(view: View) -> Iterator[Block]:
    """Make the matrix.

    Args:
        view: The report.

    Yields:
        Heading, what the cells mean, and one table or several.
    """
    texts = view.data.texts
    yield Heading(2, "", (Text(view.words(texts.matrix)),))
    if note := view.words(texts.matrix_note, ja=texts.yes).strip():
        yield Paragraph((Text(note),))
    parts = in_parts(view.report.themes, view.data.columns)
    for place, part in enumerate(parts, start=1):
        yield _table(view, part, _caption(view, place, len(parts)))


def _caption(view: View, place: int, count: int) -> str:
    texts = view.data.texts
    title = view.words(texts.matrix_caption)
    if count == 1:
        return title
    return view.words(texts.matrix_part, titel=title, teil=place, teile=count)


def _table(view: View, themes: Sequence[Theme], caption: str) -> Table:
    columns = (
        Column(view.data.texts.column, _SDG, header=True),
        *(Column(view.names.title(theme.id), _THEME, "center") for theme in themes),
    )
    rows = tuple(_row(view, sdg, themes) for sdg in SDGS)
    return Table(caption, columns, rows, landscape=len(themes) > _UPRIGHT)


def _row(view: View, sdg: Sdg, themes: Sequence[Theme]) -> Row:
    return Row((view.named(sdg), *(_cell(view, sdg, theme) for theme in themes)))


def _cell(view: View, sdg: Sdg, theme: Theme) -> tuple[Inline, ...]:
    assigned = view.assigned
    named = [view.data.texts.yes] if sdg.number in assigned[theme.id].own else []
    projects = [assigned[project.id] for project in projects_of(theme)]
    count = sum(
        sdg.number in one.own or one.inherited.get(sdg.number, theme.id) != theme.id
        for one in projects
    )
    text = ", ".join([*named, *([str(count)] if count else [])])
    return (Text(text),) if text else ()
