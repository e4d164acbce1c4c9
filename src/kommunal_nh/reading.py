"""Load and check: from a data folder to a report that can be relied on."""

from __future__ import annotations

from pathlib import Path

import attrs

from kommunal_nh.checks import check_report
from kommunal_nh.errors import DataError
from kommunal_nh.findings import Finding, has_errors, worst_first
from kommunal_nh.loading.folder import Reading, read_folder
from kommunal_nh.model import Report
from kommunal_nh.plugins import modules_of, need_past, plugin_manager
from kommunal_nh.profile import CHANGES_PART, HISTORY_PART
from kommunal_nh.rules import ABSENCES

EDITIONS = "ausgaben"
"""Folder of the frozen editions inside a data folder."""


def load(folder: str | Path) -> Report:
    """Read a report from its data folder.

    Args:
        folder: The folder with `bericht.yaml`, or that file.

    Returns:
        The whole report, drafts and internal notes included.

    Raises:
        DataError: The data has errors; the exception carries every finding.
        EditionError: The report speaks of earlier editions, and one of them can not be read.
    """
    reading = read_folder(Path(folder))
    findings = _all_findings(reading, thorough=False)
    if reading.report is None or has_errors(findings):
        raise DataError(_all_findings(reading, thorough=True))
    return _with_past(reading.report)


def demand_folder(folder: Path) -> None:
    """Make sure that there is a folder to change.

    Args:
        folder: The data folder.

    Raises:
        DataError: There is none; says of it what loading it says.
    """
    if not folder.is_dir():
        load(folder)


def check(source: str | Path | Report) -> list[Finding]:
    """Find out what is wrong with a report.

    Args:
        source: A data folder, or a report that was made in Python.

    Returns:
        All findings, errors first; findings about a folder name file and line.
    """
    if isinstance(source, Report):
        return worst_first(_rules(source))
    return _all_findings(read_folder(Path(source)), thorough=True)


def _all_findings(reading: Reading, *, thorough: bool) -> list[Finding]:
    found = _rules(reading.report) if reading.report is not None else []
    if reading.report is not None and reading.whole:
        found += _edition_rules(reading.report, thorough=thorough)
    if not reading.whole:
        found = [finding for finding in found if finding.rule not in ABSENCES]
    located = [one for finding in found for one in reading.places.locate(finding)]
    return worst_first([*reading.findings, *located])


def _edition_rules(report: Report, *, thorough: bool) -> list[Finding]:
    if report.folder is None or not (report.folder / EDITIONS).is_dir():
        return []
    from kommunal_nh.editions.rules import edition_rules  # many reports have no editions yet

    return list(edition_rules(report, report.folder, thorough=thorough))


def _with_past(report: Report) -> Report:
    """The report with its earlier editions, if it speaks of them."""
    if report.folder is None or not (
        {CHANGES_PART, HISTORY_PART} & {*report.profile.parts} or need_past(report.modules)
    ):
        return report
    from kommunal_nh.editions.shelf import shelf

    past = [one.read() for one in shelf(report.folder) if one.as_of < report.as_of]
    return attrs.evolve(report, past=tuple(past))


def _rules(report: Report) -> list[Finding]:
    findings = check_report(report)
    for answer in plugin_manager().hook.kommunal_nh_checks(report=report):
        findings += answer
    for key, module in modules_of(report.modules).items():
        findings += module.check(report, report.modules[key])
    return findings
