"""Options of the command that are meant for the exporters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

_OPTIONS = (
    click.option("--template", type=Path, metavar="FILE",
                 help="Word-Vorlage mit Formatvorlagen, Kopfzeile und Logo."),
    click.option("--house-style", type=Path, metavar="FILE",
                 help="Hausstil für PDF und HTML: Farbe, Schriften, Logo."),
    click.option("--page-numbers", is_flag=True,
                 help="Seitenzahlen im Verzeichnis der Word-Datei, mit LibreOffice."),
)  # fmt: skip


def exporter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that every verb has which writes documents.

    Args:
        command: The function of the command; it gets them as keyword arguments.

    Returns:
        The function.
    """
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def options_of(given: Mapping[str, Any]) -> dict[str, str]:
    """What exporters are told.

    Args:
        given: Values of options by the names that click gives them; a switch is true or false.

    Returns:
        The values that were given, by the names that users write: `house-style`.
    """
    said = {name.replace("_", "-"): value for name, value in given.items() if value}
    return {name: "ja" if value is True else str(value) for name, value in said.items()}
