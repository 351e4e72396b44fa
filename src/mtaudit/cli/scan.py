"""``mtaudit scan``: look. Every finding in its line, a summary, the register profile, the MQM score."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.choices import complete_rule, one_of, ui_language, words
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.cli.output import output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import IO

    from mtaudit.config import Settings
    from mtaudit.document import Document
    from mtaudit.report import Report

FORMATS = ("rich", "text", "json", "jsonl")


def scan(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; - is standard input.")],
    lang: Annotated[str | None, typer.Option(help="Language of the text (ISO 639-1); else it is detected.")] = None,
    register: Annotated[str | None, typer.Option(help="The register of the house: plain, polite or auto (the majority).")] = None,
    preset: Annotated[str | None, typer.Option(help="Settings to start from: news-ko, docs-ko or blog-ko.")] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Rules to run: names, codes, families (REG) or ALL; several with commas.", autocompletion=complete_rule),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules to leave out.", autocompletion=complete_rule)] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Leave out findings less certain than this.")] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit with 1 at a finding this bad: critical, major, minor or neutral.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    output_format: Annotated[
        str | None, typer.Option(envvar="MTAUDIT_OUTPUT_FORMAT", help="rich (on a terminal), text, json or jsonl.")
    ] = None,
    output_file: Annotated[str | None, typer.Option("--output-file", "-o", help="Write the report to a file.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the files; else it is found.")] = None,
    stdin_filename: Annotated[str | None, typer.Option(help="What standard input is called; its suffix tells the format.")] = None,
    ui_lang: Annotated[str | None, typer.Option(envvar="MTAUDIT_UI_LANG", help="Language of the messages: en or ko.")] = None,
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
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
        settings = _settings(lang, register, preset, select, ignore, min_confidence)
        seen = _Seen()
        reports = seen.of(_reports(paths, settings, encoding, stdin_filename))
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


def _settings(
    lang: str | None,
    register: str | None,
    preset: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    min_confidence: float | None,
) -> Settings:
    from mtaudit.config import PRESETS, from_preset

    if preset is not None:
        one_of(preset, PRESETS, "preset")
    if register is not None:
        one_of(register, ("auto", "plain", "polite"), "register")
    settings = from_preset(
        preset,
        lang=lang,
        register=register,
        select=words(select) if select else None,
        ignore=words(ignore) if ignore else None,
        min_confidence=min_confidence,
    )
    from mtaudit.rules import selected

    selected(settings.select, settings.ignore, "")
    return settings


def _reports(paths: list[str], settings: Settings, encoding: str | None, stdin_filename: str | None) -> Iterator[Report]:
    """One report a file, as they are asked for; a file that cannot be read is a report with an error."""
    from itertools import chain

    from mtaudit import engine, readers
    from mtaudit.errors import MtauditError, UnreadableInput
    from mtaudit.report import Report

    def read(source: Path | None) -> Document:
        if source is None:
            return readers.read_bytes(sys.stdin.buffer.read(), stdin_filename or "-", encoding)
        return readers.read_file(source, encoding)

    given = readers.expand([path for path in paths if path != "-"])
    for source in chain([None] if "-" in paths else [], given):
        name = source.path if isinstance(source, readers.Nothing) else str(source or stdin_filename or "-")
        try:
            if isinstance(source, readers.Nothing):
                raise source
            yield engine.audit(read(source), settings)
        except UnreadableInput as error:
            complain(str(error))
            yield Report(name, error=str(error))
        except MtauditError:
            raise
        except Exception as error:  # a fault of ours must not cost the user his other files
            why = f"{name}: internal error, please report it with the text ({type(error).__name__}: {error})"
            complain(why)
            yield Report(name, error=why)


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
