"""The command line: it parses, calls and prints. One file per command, loaded when that command is run."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from mtaudit import __version__

COMMANDS = ("scan", "check", "fix", "ignore", "score", "batch", "glossary", "rules", "explain", "init")
"""The commands, each in the module of that name: a function called like it, or a Typer called ``app``."""


class Commands(TyperGroup):
    """Makes the one command that is run: making them all takes a third of the time of a short run."""

    def main(self, *args: Any, **more: Any) -> Any:
        """As TyperGroup's, with one sentence for wrong options as for all that is wrong (see ``ending``). Leaves by SystemExit."""
        try:
            sys.exit(super().main(*args, **{**more, "standalone_mode": False}))
        except Exception as error:  # Typer exports no base of its own errors
            if not hasattr(error, "format_message"):
                raise
            from mtaudit.cli.ending import FAILED, complain

            said = error.format_message()
            if "\n" in said:  # the help, where a command has no arguments
                typer.echo(said, err=True)
            else:
                complain(said[:1].lower() + said[1:].rstrip("."))
            sys.exit(FAILED)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module = import_module(f"mtaudit.cli.{cmd_name}")
            alone = getattr(module, "app", None)
            if alone is None:
                alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
                alone.command(cmd_name)(getattr(module, cmd_name))
            command = typer.main.get_command(alone)
            command.name = cmd_name
            self.commands[cmd_name] = command
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS:
            for name in COMMANDS:  # for a suggestion
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="mtaudit",
    cls=Commands,
    help="Audits machine-translated text: finds what a careful editor would mark in red, and says why.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mtaudit {__version__}")
        raise typer.Exit


@app.callback()
def mtaudit(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and leave."),
) -> None:
    """Audits machine-translated text: finds what a careful editor would mark in red, and says why."""
