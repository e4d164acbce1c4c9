"""The verb `schema`: what editors need to know about the files of a data folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kommunal_nh.command.german import GermanCommand
from kommunal_nh.command.printing import demand

if TYPE_CHECKING:
    from kommunal_nh.model import Report


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="[DIR]", type=Path, required=False)
@click.option("-o", "--out", type=Path, metavar="OUT",
              help="Zielordner oder eine .json-Datei; ohne Angabe die Ausgabe.")  # fmt: skip
@click.option("--vscode", is_flag=True, help="DIR für VS Code einrichten.")
def schema(folder: Path | None, out: Path | None, vscode: bool) -> None:
    """Gibt JSON-Schemas der Datendateien aus.

    Mit DIR kennen sie dessen Status, Einheiten, Kommunen, Themen und zusätzliche Angaben. In einen
    Ordner kommt je ein Schema für jede Art von Datei, sonst das von bericht.yaml.
    """
    from kommunal_nh.errors import UsageError

    if folder is not None:
        demand(folder)
    if not vscode:
        _write(folder, out)
        return
    if folder is None:
        raise UsageError("Bitte hinter --vscode den Ordner mit der Datei bericht.yaml angeben.")
    if out is not None:
        raise UsageError("--vscode schreibt in den Ordner des Reports: bitte ohne -o aufrufen.")
    _set_up(folder)


def _set_up(folder: Path) -> None:
    from kommunal_nh.schema.writing import set_up_vscode

    for file in set_up_vscode(folder):
        click.echo(file)


def _write(folder: Path | None, out: Path | None) -> None:
    from kommunal_nh.schema import json_schema
    from kommunal_nh.schema.writing import as_json, readable, write_schemas
    from kommunal_nh.staging import write_text

    report: Report | None = readable(folder) if folder else None
    if out is None:
        click.echo(as_json(json_schema(report)), nl=False)
    elif out.suffix == ".json":
        write_text(out, as_json(json_schema(report)))
        click.echo(out)
    else:
        for file in write_schemas(out, report):
            click.echo(file)
