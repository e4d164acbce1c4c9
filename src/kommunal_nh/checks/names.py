"""Names of statuses, units, municipalities and themes: each must be known."""

from __future__ import annotations

from collections.abc import Iterator

from kommunal_nh.checks.identity import ids_of
from kommunal_nh.fields import MISSING
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.model import ALL_MUNICIPALITIES, Project, Report
from kommunal_nh.profile import FieldKind
from kommunal_nh.rules import found, row
from kommunal_nh.walks import all_projects, former_ids


def name_rules(report: Report) -> Iterator[Finding]:
    """Rules `unknown-status`, `unknown-unit`, `unknown-municipality`, `unknown-theme` and so on.

    Args:
        report: The report.

    Yields:
        What was found.
    """
    statuses = {status.id: status.label for status in report.profile.statuses}
    for project in all_projects(report):
        yield from _status(project, statuses)
        yield from _units(project, report)
        yield from _municipalities(project, report)
    yield from _references(report)
    yield from _archive(report)
    yield from _withdrawn(report)


def _status(project: Project, statuses: dict[str, str]) -> Iterator[Finding]:
    if project.status in statuses or project.status == MISSING:
        return
    by_label = [name for name, label in statuses.items() if label == project.status]
    hint = f" Meinten Sie „{by_label[0]}“?" if by_label else suggestion(project.status, statuses)
    message = f"Den Status „{project.status}“ gibt es im Profil nicht.{hint}"
    yield found("unknown-status", message, project.id, "status")


def _units(project: Project, report: Report) -> Iterator[Finding]:
    for unit in project.responsible:
        if unit not in report.units:
            message = (
                f"Die Einheit „{unit}“ steht nicht unter einheiten in bericht.yaml."
                f"{suggestion(unit, report.units) or ' Bitte dort ergänzen.'}"
            )
            yield found("unknown-unit", message, project.id, "verantwortlich")


def _municipalities(project: Project, report: Report) -> Iterator[Finding]:
    known = {ALL_MUNICIPALITIES, *report.municipalities}
    for name in project.cooperation.municipalities:
        if name not in known:
            message = (
                f"Die Kommune „{name}“ steht nicht unter kommunen in bericht.yaml."
                f"{suggestion(name, sorted(known)) or ' Bitte dort ergänzen.'}"
            )
            yield found("unknown-municipality", message, project.id, "zusammenarbeit.kommunen")


def _references(report: Report) -> Iterator[Finding]:
    """Fields of the profile that name something else in the report."""
    keys = [one.key for one in report.profile.fields if one.kind is FieldKind.REFERENCE]
    if not keys:
        return
    known = dict.fromkeys((*ids_of(report), *former_ids(report)))
    drafts = {project.id for project in all_projects(report) if project.draft}
    for project in all_projects(report):
        for key in keys:
            name = project.extra.get(key, "")
            if name and name not in known:
                message = f"Eine Kennung „{name}“ gibt es nicht.{suggestion(name, known)}"
                yield found("dangling-reference", message, project.id, key)
            elif name in drafts and not project.draft:
                message = (
                    f"„{name}“ ist ein Entwurf, der nicht veröffentlicht wird: bitte etwas anderes "
                    "angeben oder den Entwurf freigeben."
                )
                yield found("reference-to-draft", message, project.id, key)


def _archive(report: Report) -> Iterator[Finding]:
    themes = [theme.id for theme in report.themes]
    titles = {theme.title for theme in report.themes}
    for position, entry in enumerate(report.archive):
        if entry.theme not in themes and entry.theme not in titles:
            message = (
                f"Das Thema „{entry.theme}“ gibt es nicht (mehr); das Archiv zeigt den Namen so, "
                f"wie er hier steht. Bitte prüfen.{suggestion(entry.theme, themes)}"
            )
            yield found("unknown-theme", message, row("archiv", position), "thema")


def _withdrawn(report: Report) -> Iterator[Finding]:
    ids = {project.id: project.draft for project in all_projects(report)}
    known = {*ids, *former_ids(report)}
    for position, entry in enumerate(report.withdrawn):
        about = row("entfallen", position)
        if ids.get(entry.merged_into):
            message = (
                f"„{entry.merged_into}“ ist ein Entwurf, der nicht veröffentlicht wird: bitte ein "
                "anderes Projekt angeben oder den Entwurf freigeben."
            )
            yield found("reference-to-draft", message, about, "aufgegangen_in")
        if entry.merged_into and entry.merged_into not in known:
            hint = suggestion(entry.merged_into, known)
            message = f"Das Projekt „{entry.merged_into}“ gibt es nicht.{hint}"
            yield found("unknown-project", message, about, "aufgegangen_in")
