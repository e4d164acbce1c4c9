"""The matrix: which municipality works together on which project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh import Project
from kommunal_nh.document import Column, Row, Table, Text
from kommunal_nh.sequences import in_parts
from kommunal_nh_register.view import View

_PROJECT, _MUNICIPALITY = 320, 100
_UPRIGHT = 4
"""So many municipalities fit on an upright page."""


def matrix(view: View) -> Iterator[Table]:
    """Make the matrix.

    Args:
        view: The report.

    Yields:
        One table, or several where there are more municipalities than fit on a page; none if no
        project names a municipality.
    """
    projects = [one for one in view.projects if view.names.municipalities(one)]
    parts = in_parts(list(view.report.municipalities), view.data.columns)
    for part in parts if projects else ():
        yield _table(view, projects, part, alone=len(parts) == 1)


def _table(view: View, projects: Sequence[Project], ids: Sequence[str], *, alone: bool) -> Table:
    known = view.report.municipalities
    level = view.report.profile.levels.project
    columns = (
        Column(level.singular, _PROJECT, header=True),
        *(Column(known[one], _MUNICIPALITY, "center") for one in ids),
    )
    rows = tuple(_row(view, project, ids) for project in projects)
    caption = view.words(view.texts.matrix_caption)
    if not alone:
        caption = _part(view, caption, known[ids[0]], known[ids[-1]])
    return Table(caption, columns, rows, landscape=len(ids) > _UPRIGHT)


def _part(view: View, title: str, first: str, last: str) -> str:
    text = view.texts.matrix_single if first == last else view.texts.matrix_part
    return view.words(text, titel=title, erste=first, letzte=last)


def _row(view: View, project: Project, ids: Sequence[str]) -> Row:
    taking_part = view.names.municipalities(project)
    yes = (Text(view.texts.yes),)
    cells = (yes if one in taking_part else () for one in ids)
    return Row((view.names.link(project.id), *cells), view.names.facets(project))
