"""The verbs `survey` and `merge`: ask the units, and take over what they answer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kommunal_nh.command.german import GermanCommand
from kommunal_nh.command.printing import demand

if TYPE_CHECKING:
    from kommunal_nh.merging.outcome import Conflict, Merge, UnitState
    from kommunal_nh.merging.present import Present

_SHOWN = 5
"""So many open questions of a unit are named."""


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.option("-o", "--out", metavar="OUT", type=Path, required=True,
              help="Ordner für die Dateien, die verschickt werden.")  # fmt: skip
@click.option("--only", multiple=True, metavar="UNIT",
              help="Nur diese Einheit fragen, mehrfach möglich.")  # fmt: skip
@click.option("--due", metavar="DATE", help="Bis wann zu antworten ist, etwa 2024-03-01.")
@click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT",
              help="Format der Dateien, mehrfach möglich; ohne Angabe xlsx.")  # fmt: skip
def survey(
    folder: Path, out: Path, only: tuple[str, ...], due: str | None, formats: tuple[str, ...]
) -> None:
    """Schreibt für jede verantwortliche Einheit eine Rückfrage.

    Neben jeder Datei liegt der Text einer E-Mail, mit der sie verschickt werden kann.
    """
    from kommunal_nh.surveying import survey as write_survey

    demand(folder)
    done = write_survey(folder, out, only=only, due=due, formats=formats or ("xlsx",))
    for file in done.files:
        click.echo(file)
    click.echo(f"Gefragt: {len(done.units)} Einheiten.")
    if done.unassigned:
        click.echo("Niemand verantwortlich, also nicht gefragt:")
        for project in done.unassigned:
            click.echo(f"  {project.title} ({project.id})")


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.argument("files", metavar="FILE...", type=Path, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Nur zeigen, was geschähe.")
@click.pass_context
def merge(ctx: click.Context, folder: Path, files: tuple[Path, ...], dry_run: bool) -> None:
    """Übernimmt ausgefüllte Rückfragen in die Daten.

    Die Reihenfolge der Dateien ist gleich, und dieselbe Datei zweimal schadet nicht. Was sich
    widerspricht, steht danach in DIR/konflikte-<Datum>.md; die Daten bleiben dort, wie sie waren.
    """
    from kommunal_nh.merging import merge as merge_answers
    from kommunal_nh.merging.present import Present

    demand(folder)
    done = merge_answers(folder, files, dry_run=dry_run)
    _print_changes(done, Present.of(done.report))
    _print_conflicts(done.conflicts)
    _print_states(done.states)
    for file in done.files:
        click.echo(file)
    if dry_run:
        click.echo("Vorschau: Es wurde nichts geschrieben.")
    elif not done.files:
        click.echo("Es gab nichts zu ändern.")
    ctx.exit(1 if done.conflicts else 0)


def _print_changes(done: Merge, present: Present) -> None:
    click.echo(f"Änderungen: {len(done.changes)}")
    for change in done.changes:
        units = ", ".join(change.units)
        said = f"{_short(change.old)} → {_short(change.new)}"
        click.echo(f"  {present.title(change.key)} [{units}]\n    {change.field.value}: {said}")
    if done.ideas:
        click.echo(f"Neue Vorschläge: {len(done.ideas)}")
    for idea in done.ideas:
        units = ", ".join(idea.project.responsible)
        click.echo(f"  {idea.project.title} [{units}] bei {idea.goal}")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"„{words[:60].rstrip()} …“" if len(words) > 60 else f"„{words}“"


def _print_conflicts(conflicts: tuple[Conflict, ...]) -> None:
    if conflicts:
        click.secho(f"Konflikte, nicht übernommen: {len(conflicts)}", fg="yellow")
    for conflict in conflicts:
        click.echo(f"  {conflict.title}: {conflict.what}\n    {conflict.message}")
        for one in conflict.versions:
            where = ", ".join(filter(None, (one.source, one.place)))
            click.echo(f"    {one.unit}{f' ({where})' if where else ''}: {_short(one.said)}")


def _print_states(states: tuple[UnitState, ...]) -> None:
    counts = Counter(state.state.value for state in states)
    click.echo("Einheiten: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
    width = max((len(state.unit) for state in states), default=0)
    for state in states:
        left = _left(state)
        click.echo(f"  {state.unit:{width}}  {state.state.value}{left}")


def _left(state: UnitState) -> str:
    """What a unit that answered something left out."""
    if not state.open or not state.answered:
        return ""
    more = f" und {len(state.open) - _SHOWN} weitere" if len(state.open) > _SHOWN else ""
    return f" (offen: {', '.join(state.open[:_SHOWN])}{more})"
