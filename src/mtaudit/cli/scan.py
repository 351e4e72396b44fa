"""``mtaudit scan``: look. Every finding in its line, a summary, the register profile, the MQM score."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli import audits
from mtaudit.cli.choices import one_of, ui_language
from mtaudit.cli.ending import FAILED, FOUND, one_sentence
from mtaudit.cli.output import output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from mtaudit.report import Report

FORMATS = ("rich", "text", "json", "jsonl")


def scan(
    paths: audits.Paths,
    lang: audits.Lang = None,
    register: audits.Register = None,
    preset: audits.Preset = None,
    select: audits.Select = None,
    ignore: audits.Ignore = None,
    glossary: audits.Glossary = None,
    source: audits.Source = None,
    source_lang: audits.SourceLang = None,
    demand: audits.Demand = None,
    min_confidence: audits.MinConfidence = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit with 1 at a finding this bad: critical, major, minor or neutral.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    output_format: Annotated[
        str | None, typer.Option(envvar="MTAUDIT_OUTPUT_FORMAT", help="rich (on a terminal), text, json or jsonl.")
    ] = None,
    output_file: audits.OutputFile = None,
    encoding: audits.Encoding = None,
    stdin_filename: audits.StdinFilename = None,
    ui_lang: audits.UiLang = None,
    color: audits.Color = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Scores and totals only.")] = False,
) -> None:
    """Look at texts: every finding in its line, a summary by rule, the register profile, an MQM score."""
    with one_sentence():
        from mtaudit.report import SEVERITIES

        if fail_on is not None:
            one_of(fail_on, SEVERITIES, "severity")
        wanted = one_of(output_format, FORMATS, "output format") if output_format else None
        language = ui_language(ui_lang)
        one_of(color, ("auto", "always", "never"), "choice of color")
        settings = audits.settings(
            preset, register, select, ignore, glossary, demand, lang=lang, source_lang=source_lang, min_confidence=min_confidence
        )
        seen = _Seen()
        reports = seen.of(audits.reports(paths, settings, encoding, stdin_filename, source))
        with output(output_file) as out:
            terminal = output_file is None and sys.stdout.isatty()
            _write(reports, wanted or ("rich" if terminal else "text"), out, language, color, quiet)
    if seen.errors:
        raise typer.Exit(FAILED)
    if fail_on is not None and not exit_zero and any(seen.severities[s] for s in SEVERITIES[: SEVERITIES.index(fail_on) + 1]):
        raise typer.Exit(FOUND)


class _Seen:
    """What went by: errors and findings by severity, which decide the exit code."""

    def __init__(self) -> None:
        from mtaudit.report import SEVERITIES

        self.errors = 0
        self.severities: dict[str, int] = dict.fromkeys(SEVERITIES, 0)

    def of(self, reports: Iterable[Report]) -> Iterator[Report]:
        for report in reports:
            self.errors += report.error is not None
            for found in report.findings:
                self.severities[found.severity] += 1
            yield report


def _write(reports: Iterable[Report], form: str, out: IO[str], ui_lang: str, color: str, quiet: bool) -> None:
    if form == "rich":
        from rich.console import Console

        from mtaudit.writers import rich

        forced = {"auto": None, "always": True, "never": None}[color]
        rich.write(reports, Console(file=out, force_terminal=forced, no_color=color == "never" or None), ui_lang, quiet)
    elif form == "text":
        from mtaudit.writers import text

        for report in reports:
            out.writelines(text.write(report, ui_lang))
    else:
        from mtaudit import __version__
        from mtaudit.writers import json

        out.writelines(json.write(reports, __version__, ui_lang) if form == "json" else json.write_lines(reports, ui_lang))
