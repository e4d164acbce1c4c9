"""Click in German: usage, help and what it says of wrong calls."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from kommunal_nh.findings import suggestion

_ENGLISH = re.compile(r"  \[(required|x>=1)\]")


def _german_remark(found: re.Match[str]) -> str:
    return "  [nötig]" if found[1] == "required" else "  [ab 1]"


class GermanCommand(click.Command):
    """A command whose help is German."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "Aufruf: "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = filter(None, (option.get_help_record(ctx) for option in options))
        with formatter.section("Optionen"):
            formatter.write_dl(
                [(names, _ENGLISH.sub(_german_remark, said)) for names, said in records]
            )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Diese Hilfe anzeigen."
        return option


class GermanGroup(GermanCommand, click.Group):
    """A group of commands whose help and complaints are German."""

    command_class = GermanCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        GermanCommand.format_options(self, ctx, formatter)
        commands = [(name, self.commands[name].get_short_help_str(70)) for name in self.commands]
        with formatter.section("Befehle"):
            formatter.write_dl(commands)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # characters that a console lacks are no error
                stream.reconfigure(errors="backslashreplace")
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            sys.exit(run())
        except NoArgsIsHelpError as problem:
            click.echo(problem.format_message())
            sys.exit(2)
        except click.UsageError as problem:
            _complain(problem)
        except click.Abort:
            click.echo("Abgebrochen.", err=True)
            sys.exit(130)


def _complain(problem: click.UsageError) -> NoReturn:
    ctx = problem.ctx
    if ctx is not None:
        usage = ctx.command.collect_usage_pieces(ctx)
        click.echo(f"Aufruf: {ctx.command_path} {' '.join(usage)}", err=True)
    click.echo(f"Fehler: {_sentence(problem)} Hilfe: -h", err=True)
    sys.exit(2)


def _sentence(problem: click.UsageError) -> str:
    for kind, explain in _SENTENCES.items():
        if isinstance(problem, kind):
            return explain(problem)
    if "unexpected extra argument" in problem.message:
        return "Der Aufruf hat mehr Angaben als nötig."
    return problem.format_message()


def _no_such_option(problem: Any) -> str:
    near = suggestion(problem.option_name, problem.possibilities or ())
    return f"Die Option „{problem.option_name}“ gibt es nicht.{near}"


def _no_such_command(problem: Any) -> str:
    near = suggestion(problem.command_name, problem.ctx.command.commands if problem.ctx else ())
    return f"Den Befehl „{problem.command_name}“ gibt es nicht.{near}"


def _missing(problem: Any) -> str:
    name = problem.param.make_metavar(problem.ctx) if problem.param else ""
    return f"Die Angabe {name} fehlt."


def _bad_number(problem: Any) -> str:
    """The only values that are judged here are numbers from 1; all others are the library's."""
    name = problem.param.opts[-1] if problem.param else ""
    return f"Die Option {name} erwartet eine ganze Zahl ab 1."


_SENTENCES: dict[type[click.UsageError], Callable[[Any], str]] = {
    click.NoSuchOption: _no_such_option,
    click.exceptions.NoSuchCommand: _no_such_command,
    click.MissingParameter: _missing,
    click.BadParameter: _bad_number,
    click.BadOptionUsage: lambda problem: f"Der Option {problem.option_name} fehlt ihr Wert.",
}
