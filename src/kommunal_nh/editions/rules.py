"""Rules about a report and its earlier editions: nothing gets lost, nothing stands still."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kommunal_nh.editions.shelf import Frozen, Projects, shelf
from kommunal_nh.errors import EditionError, TamperedEdition
from kommunal_nh.findings import Finding
from kommunal_nh.labels import Labels
from kommunal_nh.model import Project, Report
from kommunal_nh.profile import Stage
from kommunal_nh.public import public_view
from kommunal_nh.rules import REPORT, RULES, found
from kommunal_nh.saving.plain import plain
from kommunal_nh.walks import all_projects, former_ids


def edition_rules(report: Report, folder: Path, *, thorough: bool) -> Iterator[Finding]:
    """Rules `vanished-project`, `untouched-project`, `tampered-edition` and so on.

    Args:
        report: The whole report.

        folder: Its data folder.

        thorough: Look at all editions; otherwise only at the last one.

    Yields:
        What was found.
    """
    frozen = shelf(folder)
    read: list[tuple[Frozen, Projects]] = []
    for one in frozen if thorough else frozen[-1:]:
        try:
            read.append((one, one.projects()))
        except EditionError as problem:
            yield _broken(problem, one)
    if read:
        yield from _order(report, read[-1][0])
        yield from _vanished(report, *read[-1])
    if thorough:
        yield from untouched(report, [projects for _, projects in read])


def _broken(problem: EditionError, frozen: Frozen) -> Finding:
    rule = "tampered-edition" if isinstance(problem, TamperedEdition) else "unreadable-edition"
    return Finding(rule, str(problem), RULES[rule], file=frozen.name, line=1)


def _order(report: Report, last: Frozen) -> Iterator[Finding]:
    if report.as_of < last.as_of:
        message = (
            f"Die Ausgabe vom {_day(last)} ist schon eingefroren, und stand liegt davor: bitte "
            "stand prüfen."
        )
        yield found("date-order", message, field="stand")


def _vanished(report: Report, last: Frozen, projects: Projects) -> Iterator[Finding]:
    """A draft has vanished, too: nobody sees it."""
    drafts = {project.id: project.draft for project in all_projects(report)}
    former = {*former_ids(report)}
    for name, project in projects.items():
        if name in former or drafts.get(name) is False:
            continue
        now = "ist jetzt ein Entwurf" if name in drafts else "fehlt jetzt"
        back = "den Entwurf freigeben" if name in drafts else "wieder aufnehmen"
        message = (
            f"Das Projekt „{project['titel']}“ ({name}) stand im Report vom {_day(last)} und "
            f"{now}: bitte {back} oder unter entfallen mit id: {name} und grund eintragen."
        )
        yield found("vanished-project", message, name if name in drafts else REPORT)


def untouched(report: Report, editions: Sequence[Projects]) -> Iterator[Finding]:
    """Rule `untouched-project`.

    Args:
        report: The whole report.

        editions: The projects of the editions before it, the oldest first.

    Yields:
        Hints about running projects that say what they said in the last two editions.
    """
    if len(editions) < 2:
        return
    before, last = editions[-2:]
    stages = {status.id: status.stage for status in report.profile.statuses}
    for project in all_projects(public_view(report)):
        name = project.id
        running = stages.get(project.status) in (Stage.ACTIVE, Stage.PLANNED)
        same = name in last and last[name] == before.get(name)
        if running and same and last[name] == _as_frozen(project):
            message = (
                "Das Projekt steht seit zwei Ausgaben unverändert im Report: bitte den Sachstand "
                "prüfen."
            )
            yield found("untouched-project", message, name, "sachstand")


def _as_frozen(project: Project) -> Any:
    return json.loads(json.dumps(plain(project), default=str))


def _day(frozen: Frozen) -> str:
    return Labels().date(frozen.as_of)
