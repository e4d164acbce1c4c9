"""What several verbs do: look for the data, print findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kommunal_nh.findings import Finding


def demand(source: Path) -> None:
    """Make sure that there is something to read.

    Args:
        source: A data folder, its bericht.yaml, or a frozen edition.

    Raises:
        UsageError: There is no such file.
    """
    from kommunal_nh.errors import UsageError
    from kommunal_nh.loading.files import REPORT_FILE

    is_file = source.name == REPORT_FILE or source.suffix == ".json"
    file = source if is_file else source / REPORT_FILE
    try:
        is_there = file.is_file()
    except (OSError, ValueError):  # a name that no file can have
        is_there = False
    if not is_there:
        if source.suffix == ".json":
            raise UsageError(f"Die Datei {str(source)[:200]} gibt es nicht.")
        raise UsageError(f"In {str(source)[:200]} gibt es keine Datei {REPORT_FILE}.")


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings, one line each, errors in red.

    Args:
        findings: What was found.
    """
    colours = {"Fehler": "red", "Warnung": "yellow", "Hinweis": "cyan"}
    for finding in findings:
        click.secho(str(finding), fg=colours[finding.severity.value])


def print_json(findings: Sequence[Finding]) -> None:
    """Print findings for programs.

    Args:
        findings: What was found.
    """
    import json

    rows = [
        {
            "rule": finding.rule,
            "severity": finding.severity.name.lower(),
            "file": finding.file,
            "line": finding.line,
            "message": finding.message,
            "about": finding.about,
        }
        for finding in findings
    ]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def summary(findings: Sequence[Finding]) -> str:
    """How many findings there are.

    Args:
        findings: What was found.

    Returns:
        A German half sentence.
    """
    if not findings:
        return "Keine Befunde."
    several = {"Fehler": "Fehler", "Warnung": "Warnungen", "Hinweis": "Hinweise"}
    counts = {name: sum(found.severity.value == name for found in findings) for name in several}
    words = ((count, name if count == 1 else several[name]) for name, count in counts.items())
    return ", ".join(f"{count} {word}" for count, word in words if count)
