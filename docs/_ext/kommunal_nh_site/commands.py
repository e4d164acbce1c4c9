"""The command line, from what click knows of it."""

from __future__ import annotations

import inspect

import click

from kommunal_nh.command import main
from kommunal_nh_site.docstrings import Undescribed
from kommunal_nh_site.markdown import code, german_blocks, page, table


def commands() -> str:
    """All commands.

    Returns:
        A section for each, with its German help and its options.
    """
    parent = click.Context(main, info_name="kommunal-nh", **main.context_settings)
    own = _described(main, parent)
    return page(own, *(_section(name, main.commands[name], parent) for name in main.commands))


def _section(name: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, parent, name)
    return page(f"## {code(name)}", _described(command, context))


def _described(command: click.Command, context: click.Context) -> str:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    options = (param for param in command.get_params(context) if isinstance(param, click.Option))
    rows = [_record(option, context) for option in options]
    return page(
        f"```text\n{usage}\n```",
        german_blocks(page(_help(command), table(("Option", "Bedeutung"), rows))),
    )


def _help(command: click.Command) -> str:
    if not command.help:
        raise Undescribed(f"The command {command.name} has no help")
    return inspect.cleandoc(command.help)


def _record(option: click.Option, context: click.Context) -> tuple[str, str]:
    names, _ = option.get_help_record(context) or ("", "")  # what click adds is English
    if not option.help:
        raise Undescribed(f"The option {option.name} has no help")
    return code(names), option.help + (" (nötig)" if option.required else "")
