"""The command line: it parses, calls and prints. One file per command."""

from __future__ import annotations

import typer

from mtaudit import __version__
from mtaudit.cli import explain, rules, scan

app = typer.Typer(
    name="mtaudit",
    help="Audits machine-translated text: finds what a careful editor would mark in red, and says why.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("scan")(scan.scan)
app.command("rules")(rules.rules)
app.command("explain")(explain.explain)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mtaudit {__version__}")
        raise typer.Exit


@app.callback()
def mtaudit(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and leave."),
) -> None:
    """Audits machine-translated text: finds what a careful editor would mark in red, and says why."""
