"""The command `kommunal-nh`: English verbs, German output."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import click

from kommunal_nh.command.editions import advance, diff, freeze, withdraw
from kommunal_nh.command.german import GermanGroup
from kommunal_nh.command.importing import import_
from kommunal_nh.command.options import exporter_options, options_of
from kommunal_nh.command.previewing import preview
from kommunal_nh.command.printing import demand, print_findings, print_json, summary
from kommunal_nh.command.schemas import schema
from kommunal_nh.command.surveying import merge, survey

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
@click.argument("folders", metavar="DIR...", type=FOLDER, nargs=-1, required=True)
@click.option("-f", "--format", "formats", multiple=True, metavar="FORMAT",
              help="Format, mehrfach möglich; ohne Angabe alle, die eine Datei sind.")  # fmt: skip
@click.option("-o", "--out", type=FOLDER, metavar="OUT",
              help="Zielordner oder Zieldatei; ohne Angabe DIR/build.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N",
              help="So viele von mehreren DIR zugleich; ohne Angabe eines je Kern.")  # fmt: skip
@exporter_options
@click.option("--site", is_flag=True,
              help="Als Website bauen, kurz für --format site.")  # fmt: skip
@click.option("--short", is_flag=True,
              help="Kurzfassung: von jedem Projekt nur Titel, Status und Sachstand.")  # fmt: skip
@click.option("--strict", is_flag=True,
              help="Auch bei Warnungen nichts bauen und fertige Word-Dateien prüfen.")  # fmt: skip
@click.option("--base-url", metavar="URL",
              help="Adresse der Website, für sitemap.xml und Suchmaschinen.")  # fmt: skip
def build(
    folders: tuple[Path, ...],
    formats: tuple[str, ...],
    out: Path | None,
    jobs: int | None,
    site: bool,
    short: bool,
    **given: Any,
) -> None:
    """Baut den Report oder, bei mehreren DIR, mehrere.

    Statt DIR kann auch eine eingefrorene Ausgabe stehen, etwa DIR/ausgaben/2023-10-01.json.
    """
    from kommunal_nh.command.building import build_one, build_several

    for folder in folders:
        demand(folder)
    if site:
        formats = (*formats, "site")
    if len(folders) == 1:
        build_one(folders[0], formats or None, out, options_of(given), short)
    else:
        build_several(folders, formats or None, out, options_of(given), short, jobs)


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
    from kommunal_nh.exporters import suffix_of
    from kommunal_nh.plugins import exporters

    for name, exporter in exporters().items():
        click.echo(f"{name:12} {suffix_of(exporter) or 'Ordner':8} {exporter.media_type}")


for verb in (
    freeze, advance, diff, import_, preview, schema, withdraw, survey, merge,
):  # fmt: skip
    main.add_command(verb)
