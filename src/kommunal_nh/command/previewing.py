"""The verb `preview`: a page that follows the data while somebody writes."""

from __future__ import annotations

from pathlib import Path

import click

from kommunal_nh.command.german import GermanCommand
from kommunal_nh.command.options import options_of
from kommunal_nh.command.printing import demand


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="DIR", type=Path)
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=0, metavar="N",
              help="Port auf diesem Rechner; ohne Angabe ein freier.")  # fmt: skip
@click.option("--no-browser", is_flag=True,
              help="Nur die Adresse nennen und den Browser nicht öffnen.")  # fmt: skip
@click.option("--house-style", type=Path, metavar="FILE",
              help="Hausstil: Farbe, Schriften, Logo.")  # fmt: skip
def preview(folder: Path, port: int, no_browser: bool, house_style: Path | None) -> None:
    """Zeigt den Report im Browser und baut ihn nach jedem Speichern neu.

    Daneben stehen die Befunde. Die Seite gibt es nur auf diesem Rechner; Strg+C beendet sie.
    """
    from kommunal_nh.previewing import preview as show

    def say(address: str) -> None:
        click.echo(f"{address}  (Strg+C beendet die Vorschau)")
        if not no_browser:
            import webbrowser

            webbrowser.open(address)

    demand(folder)
    try:
        show(folder, port, options_of({"house_style": house_style}), started=say)
    except KeyboardInterrupt:
        click.echo("Die Vorschau ist beendet.")
