"""The verb `import`: a data folder from an existing report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kommunal_nh.command.german import GermanCommand
from kommunal_nh.command.printing import print_findings, summary

if TYPE_CHECKING:
    from kommunal_nh.model import Report


@click.command("import", cls=GermanCommand)
@click.argument("source", metavar="FILE", type=Path)
@click.option("-o", "--out", metavar="DIR", type=Path, required=True,
              help="Neuer oder leerer Ordner für die Daten.")  # fmt: skip
@click.option("--profile", default="standard", metavar="NAME",
              help="Profil (Name oder Datei) mit den Wörtern und Nummern des Reports.")  # fmt: skip
@click.option("--as-of", "day", metavar="DATE",
              help="Stand, etwa 2024-04-01; ohne Angabe der der Titelseite.")  # fmt: skip
def import_(source: Path, out: Path, profile: str, day: str | None) -> None:
    """Macht aus einem vorhandenen Report einen Datenordner.

    Gelesen werden Word (DOCX), HTML, Markdown und Text, etwa aus einem PDF. Neben den Daten
    stehen danach befunde.md (was sich im Report widerspricht) und unzugeordnet.md (was nicht
    erkannt wurde).
    """
    from kommunal_nh.importing import import_report

    found = import_report(source, out, profile, day)
    print_findings(found.findings)
    click.echo(f"{out}: {_counts(found.report)}")
    click.echo(summary(found.findings))


def _counts(report: Report) -> str:
    from kommunal_nh.walks import all_goals, all_projects

    levels = report.profile.levels
    goals = sum(1 for theme in report.themes for _ in all_goals(theme))
    projects = sum(1 for _ in all_projects(report))
    return (
        f"{len(report.themes)} {levels.theme.counted(len(report.themes))}, "
        f"{goals} {levels.goal(0).counted(goals)}, {projects} {levels.project.counted(projects)}"
    )
