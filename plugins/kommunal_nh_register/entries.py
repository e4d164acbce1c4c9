"""Which projects stand under which entry of which register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs

from kommunal_nh import Project, Report
from kommunal_nh.sdgs import SDGS, Assigned, assigned_sdgs
from kommunal_nh_register.data import Kind
from kommunal_nh_register.view import View

_SDG = "sdg"
"""Key of the module whose assignments and titles count; it is not needed, though."""


@attrs.frozen
class Entry:
    """One entry of a register.

    Attributes:
        id: Id of the unit or municipality, or number of the goal for sustainable development.
        name: What it is called.
        projects: Its projects, each once, in the order of the document.
    """

    id: str
    name: str
    projects: tuple[Project, ...]


def by_unit(view: View) -> list[Entry]:
    """The units with their projects.

    Args:
        view: The report.

    Returns:
        The units that are responsible for anything, in the order of the data.
    """
    names = {unit: view.names.unit(unit) for unit in view.report.units}
    return _entries(view, names, lambda project: project.responsible)


def by_municipality(view: View) -> list[Entry]:
    """The municipalities with their projects.

    Args:
        view: The report.

    Returns:
        The municipalities that take part in anything, in the order of the data.
    """
    return _entries(view, view.report.municipalities, view.names.municipalities)


def by_sdg(view: View) -> list[Entry]:
    """The goals for sustainable development with their projects.

    Args:
        view: The report.

    Returns:
        The goals that any project serves.
    """
    titles = getattr(view.report.modules.get(_SDG), "titles", {})
    assigned = sdgs_of(view.report, view.report.modules)
    names = {}
    for sdg in SDGS:
        number = str(sdg.number)
        title = titles.get(number, sdg.title)
        names[number] = view.words(view.texts.sdg, nummer=number, titel=title)
    return _entries(view, names, lambda project: map(str, assigned[project.id].all))


def sdgs_of(report: Report, modules: Mapping[str, object]) -> dict[str, Assigned]:
    """Which goals for sustainable development the things of a report serve.

    Args:
        report: The report.

        modules: The data of modules; what the module `sdg` says counts, if it is on.

    Returns:
        One entry for each theme, goal and project, by id.
    """
    sdg = modules.get(_SDG)
    further, inherit = getattr(sdg, "further", {}), getattr(sdg, "inherited", True)
    return assigned_sdgs(report, further, inherit=inherit)


def _entries(
    view: View, names: Mapping[str, str], ids_of: Callable[[Project], Iterable[str]]
) -> list[Entry]:
    found: dict[str, list[Project]] = {one: [] for one in names}
    for project in view.projects:
        for one in dict.fromkeys(ids_of(project)):
            if one in found:
                found[one].append(project)
    return [Entry(one, names[one], tuple(some)) for one, some in found.items() if some]


REGISTERS: dict[Kind, Callable[[View], list[Entry]]] = {
    Kind.UNITS: by_unit,
    Kind.MUNICIPALITIES: by_municipality,
    Kind.SDGS: by_sdg,
}
"""The registers that are lists; the matrix is a table."""
