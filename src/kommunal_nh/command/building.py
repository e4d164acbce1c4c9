"""What `build` does: one report, or several at a time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kommunal_nh.building import build
from kommunal_nh.command.editions import frozen
from kommunal_nh.command.waiting import Bar
from kommunal_nh.errors import DataError

if TYPE_CHECKING:
    from kommunal_nh.batch import Outcome
    from kommunal_nh.exporters import Options

Formats = Sequence[str] | None


def build_one(
    source: Path, formats: Formats, out: Path | None, options: Options, short: bool
) -> None:
    """Build one report and print the names of its files.

    Args:
        source: A data folder or a frozen edition.

        formats: Names of formats, or nothing for all that are one file.

        out: Where the files go, if somebody said so.

        options: Options for the exporters.

        short: Only the short version.
    """
    if source.suffix == ".json":
        frozen(source)  # says so if another version froze it
    with Bar("Die Daten werden gelesen …") as bar:
        notes: list[str] = []
        files = build(
            source, formats, out, options, short=short, note=notes.append, progress=bar.show
        )
    for note in notes:
        click.echo(note, err=True)
    for file in files:
        click.echo(file)


def build_several(
    sources: Sequence[Path],
    formats: Formats,
    out: Path | None,
    options: Options,
    short: bool,
    jobs: int | None,
) -> None:
    """Build several reports and print the names of all files; one with errors stops no other.

    Args:
        sources: Data folders and frozen editions.

        formats: Names of formats, or nothing for all that are one file.

        out: A folder with one for each report, if somebody said so.

        options: Options for the exporters.

        short: Only the short versions.

        jobs: How many at a time, if somebody said so.
    """
    from kommunal_nh.batch import build_all  # loads what starts processes

    failed = 0
    with Bar() as bar:
        for place, outcome in enumerate(
            build_all(sources, formats, out, options, short=short, jobs=jobs), 1
        ):
            bar.hide()
            _print(outcome)
            failed += outcome.problem is not None
            bar.show(place / len(sources), f"{place} von {len(sources)}")
    if failed:
        click.echo(f"Von {len(sources)} Reports wurden {failed} nicht gebaut.", err=True)
        sys.exit(1)


def _print(outcome: Outcome) -> None:
    for note in outcome.notes:
        click.echo(f"{outcome.source}: {note}", err=True)
    for file in outcome.files:
        click.echo(file)
    if isinstance(outcome.problem, DataError):
        for finding in outcome.problem.findings:
            click.echo(f"{outcome.source}/{finding}", err=True)
    elif outcome.problem is not None:
        click.echo(f"{outcome.source}: Fehler: {outcome.problem}", err=True)
