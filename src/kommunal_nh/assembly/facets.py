"""What readers can filter by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kommunal_nh.assembly.context import Context
from kommunal_nh.document import Facet
from kommunal_nh.model import ALL_MUNICIPALITIES, Project
from kommunal_nh.walks import all_projects

STATUS, THEME, UNIT, MUNICIPALITY = "status", "theme", "unit", "municipality"


def facets_of(context: Context) -> tuple[Facet, ...]:
    """The facets of a report, with the options that occur in it.

    Args:
        context: The report.

    Returns:
        Status, theme, unit and municipality; one without options is left out.
    """
    report, labels = context.report, context.labels
    used_units = {unit for project in all_projects(report) for unit in project.responsible}
    used_municipalities = {
        name for project in all_projects(report) for name in municipalities(context, project)
    }
    statuses = [(status.id, context.mark(status.id).text) for status in context.profile.statuses]
    themes = [
        (theme.id, f"{context.numbering[theme.id]} {theme.title}".strip())
        for theme in report.themes
    ]
    units = [(unit, unit_name(context, unit)) for unit in report.units if unit in used_units]
    places = [item for item in report.municipalities.items() if item[0] in used_municipalities]
    facets = (
        Facet(STATUS, labels.filter_status, tuple(statuses)),
        Facet(THEME, context.profile.levels.theme.singular, tuple(themes)),
        Facet(UNIT, labels.filter_unit, tuple(units)),
        Facet(MUNICIPALITY, labels.filter_municipality, tuple(places)),
    )
    return tuple(facet for facet in facets if facet.options)


def project_facets(
    context: Context, project: Project, theme_id: str
) -> Mapping[str, tuple[str, ...]]:
    """What one project can be found by.

    Args:
        context: The report.

        project: The project.

        theme_id: The theme that it belongs to.

    Returns:
        Ids of options by facet.
    """
    if context.for_contents:
        return {}
    return {
        STATUS: (project.status,),
        THEME: (theme_id,),
        UNIT: project.responsible,
        MUNICIPALITY: tuple(municipalities(context, project)),
    }


def municipalities(context: Context, project: Project) -> Iterable[str]:
    """The municipalities that work together on a project.

    Args:
        context: The report.

        project: The project.

    Returns:
        Their ids; every one of the report where the project says `alle`.
    """
    named = project.cooperation.municipalities
    return context.report.municipalities if ALL_MUNICIPALITIES in named else named


def unit_name(context: Context, unit: str) -> str:
    """A unit as the text names it.

    Args:
        context: The report.

        unit: Its id.

    Returns:
        Its name, with its code before it unless the name contains the code.
    """
    name = context.report.units.get(unit, unit)
    return f"{unit} {name}" if has_code(unit) and unit not in name else name


def unit_code(context: Context, unit: str) -> str:
    """A unit as the narrow columns of lists name it.

    Args:
        context: The report.

        unit: Its id.

    Returns:
        Its code; the first word of its name if that is the id (wfg); otherwise its name.
    """
    if has_code(unit):
        return unit
    name = context.report.units.get(unit, unit)
    first = name.partition(" ")[0]
    return first if first.casefold() == unit.casefold() else name


def has_code(unit: str) -> bool:
    """Whether the id of a unit is a code of the organisation chart, such as 80.01.

    Args:
        unit: The id.

    Returns:
        True if it begins with a digit.
    """
    return unit[:1].isdigit()
