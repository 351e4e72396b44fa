"""Where reports go, and in which format: one or several at once."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Protocol

import typer

from mtaudit import __version__, writers
from mtaudit.cli.choices import one_of
from mtaudit.cli.output import output
from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO

    from rich.console import Console

    from mtaudit.report import Message, Report

PEOPLE = ("rich", "text", "statistics")
"""Formats that people read; a verdict may stand below them."""
FORMATS = ("rich", *(form for form in writers.FORMATS if form != "statistics"))

To = Annotated[
    list[str] | None,
    typer.Option(
        "--output", metavar="FORMAT=FILE", help="A report in a format to a file, - for here; may be repeated: sarif=out.sarif."
    ),
]
OutputFormat = Annotated[str | None, typer.Option(envvar="MTAUDIT_OUTPUT_FORMAT", help=f"{', '.join(FORMATS)}.")]


class Target(NamedTuple):
    """A format, and the file that it goes to; None is standard output."""

    format: str
    file: str | None


def targets(to: list[str] | None, form: str | None, file: str | None, statistics: bool = False) -> list[Target]:
    """What the options ask for. Raises BadSetting for an unknown format, and for two reports in one place."""
    told = form is not None and form != os.environ.get("MTAUDIT_OUTPUT_FORMAT")
    if to and (file is not None or statistics or told):
        raise BadSetting("--output says where each report goes: leave out --output-format, --output-file and --statistics")
    if statistics and told:
        raise BadSetting("--statistics is a format of its own: leave out --output-format")
    if not to:
        terminal = file is None and sys.stdout.isatty()
        form = one_of(form, FORMATS, "output format") if form else ("rich" if terminal else "text")
        return [Target("statistics" if statistics else form, file)]
    out = []
    for pair in to:
        form, _, where = pair.partition("=")
        out.append(Target(one_of(form, FORMATS, "output format"), None if where in ("", "-") else where))
    places = [target.file and os.path.realpath(target.file) for target in out]
    if len(set(places)) < len(places):
        raise BadSetting("two reports would go to the same place: give each --output its own file")
    return out


def files(targets: list[Target], paths: list[str]) -> set[str]:
    """The real paths of the files that reports go to. Raises BadSetting where one of them is a text of ``paths``."""
    found = {os.path.realpath(target.file) for target in targets if target.file is not None}
    for path in paths:
        if os.path.realpath(path) in found:
            raise BadSetting(f"{path} would be replaced by its own report: name another file")
    return found


def for_people(targets: list[Target]) -> bool:
    """Whether what goes to standard output, if anything does, is read by people."""
    here = [target.format for target in targets if target.file is None]
    return not here or here[0] in PEOPLE


def write(
    reports: Iterable[Report],
    targets: list[Target],
    ui_lang: str,
    color: str,
    quiet: bool = False,
    verdict: Callable[[], Message] | None = None,
) -> None:
    """Writes every report to every target, one after the other. Files appear whole, when all is written.

    ``verdict`` is what a page for a pull request ends with; it is asked for after the last report.
    """
    with ExitStack() as stack:
        sinks = [_sink(target, stack.enter_context(output(target.file)), ui_lang, color, quiet, verdict) for target in targets]
        for report in reports:
            for sink in sinks:
                sink.add(report)
        for sink in sinks:
            sink.end()


class _Sink(Protocol):
    def add(self, report: Report) -> object: ...

    def end(self) -> object: ...


class _Texts:
    """A format of ``writers.FORMATS`` on a stream."""

    def __init__(self, stream: writers.Stream, out: IO[str]) -> None:
        self.stream = stream
        self.out = out

    def add(self, report: Report) -> None:
        self.out.writelines(self.stream.add(report))

    def end(self) -> None:
        self.out.writelines(self.stream.end())


def console(out: IO[str], color: str) -> Console:
    """A terminal, or a file that is written like one."""
    from rich.console import Console

    forced = {"auto": None, "always": True, "never": None}[color]
    return Console(file=out, force_terminal=forced, no_color=color == "never" or None)


def _sink(target: Target, out: IO[str], ui_lang: str, color: str, quiet: bool, verdict: Callable[[], Message] | None) -> _Sink:
    if target.format == "rich":
        from mtaudit.writers.rich import Terminal

        return Terminal(console(out, color), ui_lang, quiet)
    more: dict[str, Any] = {}
    if target.format == "markdown":
        from mtaudit.writers import markdown

        summary = target.file is not None and target.file == os.environ.get("GITHUB_STEP_SUMMARY")
        more = {"verdict": verdict, "limit": markdown.SUMMARY if summary else markdown.COMMENT}
    return _Texts(writers.Stream(target.format, __version__, ui_lang, **more), out)
