"""The verbs about editions: freeze, advance, diff, withdraw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kommunal_nh.command.german import GermanCommand
from kommunal_nh.command.options import exporter_options, options_of
from kommunal_nh.command.printing import demand

if TYPE_CHECKING:
    from kommunal_nh.comparing import Changes
    from kommunal_nh.editions.advancing import Advance
    from kommunal_nh.model import Edition


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.option("--replace", is_flag=True,
              help="Eine abweichende Ausgabe desselben Tages ersetzen.")  # fmt: skip
def freeze(folder: Path, replace: bool) -> None:
    """Hält den Report als Ausgabe fest."""
    from kommunal_nh.editions.freezing import freeze as freeze_report

    demand(folder)
    click.echo(freeze_report(folder, replace=replace))


def frozen(file: Path) -> Edition:
    """Read a frozen edition, and say so if another version of the library froze it.

    Args:
        file: Its file.

    Returns:
        The edition.
    """
    from kommunal_nh.editions.shelf import read_edition
    from kommunal_nh.version import version

    edition = read_edition(file)
    if edition.library != version():
        click.echo(
            f"Hinweis: Eingefroren mit kommunal-nh {edition.library}, gebaut mit {version()}. "
            "Worte und Nummern sind dieselben; das Aussehen kann abweichen.",
            err=True,
        )
    return edition


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.option("--as-of", "as_of", required=True, metavar="DATE",
              help="Stand der neuen Ausgabe, etwa 2024-04-01.")  # fmt: skip
def advance(folder: Path, as_of: str) -> None:
    """Beginnt die nächste Ausgabe."""
    from kommunal_nh.editions.advancing import advance as advance_report

    demand(folder)
    _print_advance(advance_report(folder, as_of))


def _print_advance(done: Advance) -> None:
    from kommunal_nh.numbering import number
    from kommunal_nh.public import public_view
    from kommunal_nh.walks import all_projects

    labels, count = done.report.profile.labels, len(done.archived)
    click.echo(f"Eingefroren: {done.edition}")
    click.echo(f"Ins Archiv übernommen: {count or 'nichts'}")
    for entry in done.archived:
        click.echo(f"  {entry.number} {entry.project}")
    click.echo(f"Neuer Stand: {labels.date(done.report.as_of)}")
    click.echo("\nJetzt zu tun:" if done.agenda else "\nZu tun ist nichts, was zu erkennen wäre.")
    numbers = number(public_view(done.report)).texts
    titles = {project.id: project.title for project in all_projects(done.report)}
    for finding in done.agenda:
        name = f"{numbers.get(finding.about, '')} {titles.get(finding.about, '')}".strip()
        click.echo(f"  {name or 'Report'} ({finding.file}:{finding.line})\n    {finding.message}")


@click.command(cls=GermanCommand)
@click.argument("old", metavar="OLD", type=Path)
@click.argument("new", metavar="[NEW]", type=Path, required=False)
@click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT",
              help="Format, mehrfach möglich; ohne Angabe alle installierten.")  # fmt: skip
@click.option("-o", "--out", type=Path, metavar="OUT",
              help="Zielordner oder Zieldatei; ohne Angabe DIR/build.")  # fmt: skip
@exporter_options
@click.option("--json", "as_json", is_flag=True, help="Die Änderungen als JSON ausgeben.")
def diff(
    old: Path, new: Path | None, formats: tuple[str, ...], out: Path | None,
    as_json: bool, **given: Any,
) -> None:  # fmt: skip
    """Schreibt einen Bericht über die Änderungen.

    OLD und NEW sind Datenordner oder eingefrorene Ausgaben. Ohne NEW wird der Ordner OLD mit seiner
    letzten eingefrorenen Ausgabe verglichen.
    """
    from kommunal_nh.comparing.data import to_json
    from kommunal_nh.comparing.diffing import diff as compare_sources

    for source in filter(None, (old, new)):
        demand(source)
    changes = compare_sources(old, new)
    if as_json:
        click.echo(to_json(changes))
        return
    click.echo(_summary(changes), err=True)
    for file in _written(changes, formats, out, options_of(given), new or old):
        click.echo(file)


def _summary(changes: Changes) -> str:
    counts = {
        "neu": changes.new_projects,
        "nicht mehr im Report": changes.gone_projects,
        "geändert": changes.changed_projects,
        "nur neu nummeriert": changes.renumbered_projects,
    }
    projects = changes.new.report.profile.levels.project.several
    return f"{projects}: " + ", ".join(f"{count} {what}" for what, count in counts.items())


def _written(
    changes: Changes, formats: tuple[str, ...], out: Path | None, options: dict[str, str],
    source: Path,
) -> list[Path]:  # fmt: skip
    from kommunal_nh.building import build_document
    from kommunal_nh.comparing import change_report
    from kommunal_nh.targets import default_place

    days = (changes.old.report.as_of, changes.new.report.as_of)
    name = f"aenderungen-{days[0].isoformat()}-{days[1].isoformat()}"
    place = out or default_place(source)
    return build_document(
        change_report(changes), name, formats or None, place, options, named=out is not None
    )


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.argument("project", metavar="ID")
@click.option("--reason", default="", metavar="TEXT", help="Warum das Projekt entfällt.")
@click.option("--into", default="", metavar="ID", help="In welchem Projekt es aufgegangen ist.")
def withdraw(folder: Path, project: str, reason: str, into: str) -> None:
    """Nimmt ein Projekt mit Angabe des Grundes heraus."""
    from kommunal_nh.changing import withdraw_project
    from kommunal_nh.saving import revise

    demand(folder)
    for file in revise(folder, lambda report: withdraw_project(report, project, reason, into)):
        click.echo(file)
