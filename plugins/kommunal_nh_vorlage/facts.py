"""What templates can speak of: text, numbers, lists and mappings, and no objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from kommunal_nh import (
    Changes,
    Council,
    Edition,
    Numbering,
    Report,
    all_projects,
    compare,
    projects_of,
)
from kommunal_nh_vorlage.data import PaperData
from kommunal_nh_vorlage.texts import Texts

Facts: TypeAlias = dict[str, Any]


def facts_of(report: Report, numbering: Numbering, data: PaperData) -> Facts:
    """All that templates and tables say of a report.

    Args:
        report: The public part of the report.

        numbering: Its numbers.

        data: The module's data.

    Returns:
        Values by the names that templates use.
    """
    labels, council = report.profile.labels, report.council or Council()
    count = sum(1 for _ in all_projects(report))
    return {
        "titel": report.title,
        "herausgeber": report.publisher,
        "stand": labels.date(report.as_of),
        "letzter_stand": labels.date(report.previous_as_of) if report.previous_as_of else "",
        "nummer": council.number,
        "gremium": council.body,
        "sitzung": labels.date(council.date) if council.date else "",
        "produkt": data.product,
        "federfuehrend": data.lead,
        "anzahl": count,
        "projektwort": report.profile.levels.project.counted(count),
        "archiv": len(report.archive),
        "status": list(_statuses(report)),
        "themen": list(_themes(report, numbering)),
        "aenderungen": _changes(report, numbering, data.texts) if report.past else {},
    }


def _statuses(report: Report) -> Iterator[Facts]:
    counted = Counter(project.status for project in all_projects(report))
    for status in report.profile.by_stage:
        title = status.column_title or status.label
        yield {"id": status.id, "titel": title, "anzahl": counted[status.id]}


def _themes(report: Report, numbering: Numbering) -> Iterator[Facts]:
    for theme in report.themes:
        count = sum(1 for _ in projects_of(theme))
        yield {"nummer": numbering[theme.id], "titel": theme.title, "anzahl": count}


def _changes(report: Report, numbering: Numbering, texts: Texts) -> Facts:
    now = Edition(report, numbering.texts, numbering.sections)
    past = report.past[-1]
    changes = compare(past, now)
    before = Counter(project.status for project in all_projects(past.report))
    return {
        "seit": report.profile.labels.date(past.report.as_of),
        "anzahl_bisher": before.total(),
        "bisher": dict(before),
        "neu": list(_new(changes)),
        "status": list(_new_statuses(changes)),
        "beendet": list(_ended(changes, texts)),
        "texte": sum(1 for change in changes.projects if change.has_new_texts),
        "verschoben": sum(1 for change in changes.projects if change.is_moved),
        "nummern": changes.renumbered_projects,
    }


def _new(changes: Changes) -> Iterator[Facts]:
    for change in changes.projects:
        if change.is_new:
            placed = change.latest
            status = placed.mark.text if placed.mark else ""
            yield {"nummer": placed.number, "titel": placed.title, "status": status}


def _new_statuses(changes: Changes) -> Iterator[Facts]:
    for change in changes.projects:
        if change.has_new_status and change.old and change.new:
            old, new = change.old.mark, change.new.mark
            yield {
                "nummer": change.new.number,
                "titel": change.new.title,
                "bisher": old.text if old else "",
                "jetzt": new.text if new else "",
            }


def _ended(changes: Changes, texts: Texts) -> Iterator[Facts]:
    for change in changes.projects:
        if change.is_gone:
            kinds = (
                (change.is_archived, texts.archived),
                (change.is_merged, texts.merged),
                (change.is_withdrawn, texts.withdrawn),
            )
            how = next((words for is_so, words in kinds if is_so), texts.missing)
            placed = change.latest
            yield {"nummer": placed.number, "titel": placed.title, "wie": how}
