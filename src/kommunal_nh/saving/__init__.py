"""From the report back to the data folder: the only place that writes YAML.

`save` changes what a report says differently and leaves all else as it is, byte for byte: comments,
order, quotation marks, empty lines and line ends. What it writes is read again before it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import attrs

from kommunal_nh.commits import Commit, changing
from kommunal_nh.errors import DataError, UsageError
from kommunal_nh.findings import has_errors
from kommunal_nh.loading.files import REPORT_FILE, folder_of
from kommunal_nh.loading.folder import read_folder
from kommunal_nh.loading.places import Places
from kommunal_nh.model import Report
from kommunal_nh.reading import check, demand_folder, load
from kommunal_nh.saving.folder import folder_changes
from kommunal_nh.saving.new_folder import new_folder

__all__ = ["Plan", "planned", "revise", "save"]


def save(report: Report, folder: str | Path) -> list[Path]:
    """Write a report into a data folder, all of it or nothing.

    In a folder that is there already, only what differs is changed; comments, order and formatting
    of the rest stay. Numbers, counts and the like are never written, as they are computed.

    Args:
        report: The report.

        folder: The data folder; it is made if needed.

    Returns:
        The files that were written or removed; none if the folder says all this already.

    Raises:
        DataError: The report, or the folder as it is, has errors.
        UsageError: The files can not be written.
    """
    folder = Path(folder)
    findings = check(report)
    if has_errors(findings):
        raise DataError(findings)
    with changing(folder) as commit:
        old = load(folder) if (folder / REPORT_FILE).exists() else None
        return [] if old == report else _saved(report, folder, old, commit)


def revise(folder: str | Path, change: Callable[[Report], Report]) -> list[Path]:
    """Load a report, change it and save it, while nobody else can change its folder.

    Args:
        folder: The data folder.

        change: What the report becomes.

    Returns:
        The files that were written or removed; none if nothing changed.

    Raises:
        DataError: The report has errors, before the change or after it.
        UsageError: Somebody else is changing the folder, or the files can not be written.
    """
    folder = folder_of(folder)
    demand_folder(folder)
    with changing(folder) as commit:
        old = load(folder)
        new = change(old)
        if has_errors(findings := check(new)):
            raise DataError(findings)
        return [] if new == old else _saved(new, folder, old, commit)


def _saved(report: Report, folder: Path, old: Report | None, commit: Commit) -> list[Path]:
    changes = planned(report, folder, old).changes
    commit(changes)
    return [folder / name for name in changes]


@attrs.frozen(eq=False)
class Plan:
    """What has to be written so that a folder says what a report says.

    Attributes:
        changes: New content by path inside the folder; None for a file that shall go.
        places: Where everything stands afterwards.
    """

    changes: Mapping[str, bytes | None]
    places: Places


def planned(report: Report, folder: Path, old: Report | None) -> Plan:
    """Find out what has to be written, and whether it will be read as it is meant.

    Args:
        report: The report.

        folder: The data folder.

        old: What the folder says; None if it has no report yet.

    Returns:
        The plan.

    Raises:
        UsageError: The data folder can not say this.
    """
    changes: dict[str, bytes | None] = (
        {**new_folder(report)} if old is None else folder_changes(folder, old, report)
    )
    written = read_folder(folder, changes)
    if written.report != report:
        what = "; ".join(str(finding) for finding in written.findings[:3])
        raise UsageError(
            f"Der Report lässt sich in {folder} nicht so speichern, dass er beim Lesen derselbe "
            f"ist; es wurde nichts geändert. {what}"
        )
    return Plan(changes, written.places)
