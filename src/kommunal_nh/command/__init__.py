"""The command `kommunal-nh`: English verbs, German output."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kommunal_nh.command.editions import advance, diff, freeze, frozen, withdraw
from kommunal_nh.command.german import GermanGroup
from kommunal_nh.command.printing import demand, print_findings, print_json, summary
from kommunal_nh.command.schemas import schema

if TYPE_CHECKING:
    from kommunal_nh.model import Edition

FOLDER = Path


class _Group(GermanGroup):
    """Turns every exception of the library into a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        from kommunal_nh.errors import DataError, KommunalNHError

        gc.set_threshold(200_000, 20, 100)  # a short run that makes much and drops little
        try:
            return super().invoke(ctx)
        except DataError as problem:
            print_findings(problem.findings)
            click.echo("Es wurde nichts geschrieben.", err=True)
            ctx.exit(1)
        except KommunalNHError as problem:
            click.echo(f"Fehler: {problem}", err=True)
            ctx.exit(2)
        finally:
            gc.freeze()  # the process ends; there is no need to look for garbage once more


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="kommunal-nh", message="%(package)s %(version)s", help="Die Version anzeigen."
)
def main() -> None:
    """Baut kommunale Nachhaltigkeitsreports aus einem Datenordner.

    DIR ist der Ordner mit der Datei bericht.yaml.
    """


@main.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT",
              help="Format, mehrfach möglich; ohne Angabe alle installierten.")  # fmt: skip
@click.option("-o", "--out", type=FOLDER, metavar="OUT",
              help="Zielordner oder Zieldatei; ohne Angabe DIR/build.")  # fmt: skip
@click.option("--template", type=FOLDER, metavar="FILE",
              help="Word-Vorlage mit Formatvorlagen, Kopfzeile und Logo.")  # fmt: skip
def build(folder: Path, formats: tuple[str, ...], out: Path | None, template: Path | None) -> None:
    """Baut den Report.

    Statt DIR kann auch eine eingefrorene Ausgabe stehen, etwa DIR/ausgaben/2023-10-01.json.
    """
    from kommunal_nh.building import build as build_report
    from kommunal_nh.building import default_place

    demand(folder)
    options = {"template": str(template)} if template else {}
    source: Path | Edition = folder
    if folder.suffix == ".json":
        source, out = frozen(folder), out or default_place(folder)
    for file in build_report(source, formats or None, out, options):
        click.echo(file)


@main.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Die Befunde als JSON ausgeben.")
@click.pass_context
def check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Prüft die Daten und zeigt alle Befunde."""
    from kommunal_nh.findings import has_errors
    from kommunal_nh.reading import check as check_data

    demand(folder)
    findings = check_data(folder)
    if as_json:
        print_json(findings)
    else:
        print_findings(findings)
        click.echo(summary(findings))
    ctx.exit(1 if has_errors(findings) else 0)


@main.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--profile", default="standard", metavar="NAME",
              help="Profil, etwa soest; ohne Angabe standard.")  # fmt: skip
@click.option("--as-of", "day", metavar="DATE",
              help="Stand, etwa 2024-04-01; ohne Angabe heute.")  # fmt: skip
def new(folder: Path, profile: str, day: str | None) -> None:
    """Legt einen kleinen Report zum Anfangen an."""
    from kommunal_nh.starting import new as new_report

    for file in new_report(folder, profile, day):
        click.echo(file)


@main.command()
@click.option("-o", "--out", type=FOLDER, default=Path("vorlage.docx"), metavar="FILE",
              help="Name der Datei (.docx oder .dotx); ohne Angabe vorlage.docx.")  # fmt: skip
def template(out: Path) -> None:
    """Schreibt eine Word-Vorlage zum Anfangen."""
    from kommunal_nh.templating import write_template

    click.echo(write_template(out))


@main.command()
def formats() -> None:
    """Zeigt die installierten Formate."""
    from kommunal_nh.plugins import exporters

    for name, exporter in exporters().items():
        click.echo(f"{name:12} {exporter.suffix:8} {exporter.media_type}")


for verb in (freeze, advance, diff, schema, withdraw):
    main.add_command(verb)
