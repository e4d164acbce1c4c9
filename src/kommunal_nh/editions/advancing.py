"""Advance: the next edition begins where the last one ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import attrs

from kommunal_nh.changing import without_projects
from kommunal_nh.commits import changing
from kommunal_nh.dates import day_of
from kommunal_nh.editions.agenda import agenda
from kommunal_nh.editions.freezing import frozen_files
from kommunal_nh.editions.making import edition_of
from kommunal_nh.editions.shelf import file_name
from kommunal_nh.errors import EditionError
from kommunal_nh.findings import Finding
from kommunal_nh.loading.files import folder_of
from kommunal_nh.model import ArchiveEntry, Project, Report
from kommunal_nh.profile import Stage
from kommunal_nh.reading import demand_folder, load
from kommunal_nh.saving import planned
from kommunal_nh.walks import projects_of


@attrs.frozen
class Advance:
    """What happened when a report advanced to its next edition.

    Attributes:
        edition: The file of the edition that was frozen.
        archived: The entries that the archive got.
        report: The report as it begins now.
        agenda: What is to be done now, as hints with file and line.
    """

    edition: Path
    archived: tuple[ArchiveEntry, ...]
    report: Report
    agenda: tuple[Finding, ...] = ()


def advance(folder: str | Path, as_of: date | str) -> Advance:
    """Begin the next edition: freeze this one, archive what is finished, set the dates.

    All of it happens or nothing, also if the computer stops in between. Comments, order and
    formatting of the files stay.

    Args:
        folder: The data folder.

        as_of: The day that the next edition speaks of, such as `2024-04-01` or `01.04.2024`.

    Returns:
        What happened and what is to be done now.

    Raises:
        DataError: The data has errors; nothing was changed.
        EditionError: The day is not after that of this edition, or this edition is frozen already
            with other content.
        UsageError: There is no such day, or the files can not be written; nothing was changed.
    """
    folder = folder_of(folder)
    day = day_of(as_of)
    demand_folder(folder)
    with changing(folder) as commit:
        report = load(folder)
        edition = edition_of(report)
        new = advanced(report, edition.numbers, day)
        plan = planned(new, folder, report)
        commit({**frozen_files(folder, edition, replace=False), **plan.changes})
    archived = new.archive[len(report.archive) :]
    frozen = folder / file_name(report.as_of)
    return Advance(frozen, archived, new, agenda(folder, new, plan.places))


def advanced(report: Report, numbers: Mapping[str, str], as_of: date) -> Report:
    """A report as its next edition begins.

    Args:
        report: The report of this edition, drafts included.

        numbers: The numbers under which it printed its projects.

        as_of: The day that the next edition speaks of.

    Returns:
        A new report: what is finished and was published is in the archive.

    Raises:
        EditionError: The day is not after that of this edition.
    """
    if as_of <= report.as_of:
        raise EditionError(
            f"Der Report hat schon den Stand {report.as_of:%d.%m.%Y}; der neue Stand "
            f"{as_of:%d.%m.%Y} muss danach liegen."
        )
    done = {status.id for status in report.profile.statuses if status.stage is Stage.DONE}
    finished = [
        (theme.id, project)
        for theme in report.themes
        for project in projects_of(theme)
        if project.status in done and not project.draft
    ]
    entries = [_entry(report, theme, one, numbers[one.id]) for theme, one in finished]
    return attrs.evolve(
        without_projects(report, {project.id for _, project in finished}),
        as_of=as_of,
        previous_as_of=report.as_of,
        archive=(*report.archive, *entries),
    )


def _entry(report: Report, theme: str, project: Project, number: str) -> ArchiveEntry:
    return ArchiveEntry(
        theme, project.title, report.as_of, number, project.id, project.internal_note
    )
