"""``mtaudit scan``: look. Every finding in its line, a summary, the register profile, the MQM score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli import audits, outputs
from mtaudit.cli.choices import one_of, ui_language
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.cli.known import Baseline, Known
from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.cli.audits import Audited
    from mtaudit.report import Report


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
    show_alignment: Annotated[
        bool, typer.Option("--show-alignment", help="Print which sentences go with which of the source, instead of the findings.")
    ] = False,
    min_confidence: audits.MinConfidence = None,
    model: audits.Model = None,
    device: audits.Device = None,
    allow_noncommercial_models: audits.Noncommercial = False,
    baseline: Baseline = None,
    config: audits.Config = None,
    isolated: audits.Isolated = False,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit with 1 at a finding this bad: critical, major, minor or neutral.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Write safe corrections into the files, and report what is left.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix: also corrections that may change the meaning.")
    ] = False,
    to: outputs.To = None,
    output_format: outputs.OutputFormat = None,
    output_file: audits.OutputFile = None,
    text_column: audits.TextColumn = None,
    source_column: audits.SourceColumn = None,
    rows: audits.Rows = "auto",
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
        reading = audits.reading(encoding, text_column, source_column, rows)
        targets = outputs.targets(to, output_format, output_file)
        language = ui_language(ui_lang)
        one_of(color, ("auto", "always", "never"), "choice of color")
        configuration = audits.configuration(
            preset=preset,
            register=register,
            select=select,
            ignore=ignore,
            glossary=glossary,
            config=config,
            isolated=isolated,
            model=model,
            device=device,
            allow_noncommercial_models=allow_noncommercial_models,
            lang=lang,
            source_lang=source_lang,
            demand=demand,
            min_confidence=min_confidence,
        )
        seen = _Seen()
        already = Known(language, baseline)
        if show_alignment and (fix or to or targets[0].format not in ("rich", "text")):
            raise BadSetting("--show-alignment is for reading, as rich or text: leave out --fix and --output")
        if unsafe_fixes and not fix:
            raise BadSetting("--unsafe-fixes is for --fix")
        if fix and "-" in paths:
            raise BadSetting("--fix writes into files: mtaudit fix - corrects standard input")
        first = Known(language, use_baseline=False, told=already.told) if fix else already
        ours = outputs.files(targets, paths)
        audited = audits.audited(paths, configuration, reading, stdin_filename, source, known=first, ours=ours)
        reports = (_fixed(found, first, already, unsafe_fixes) if fix else found.report for found in audited)
        if show_alignment:
            from mtaudit.cli import alignments

            alignments.write(seen.of(reports), targets[0], language, color)
            fail_on = None
        else:
            outputs.write(seen.of(reports), targets, language, color, quiet)
        already.end()
    if seen.errors:
        raise typer.Exit(FAILED)
    if fail_on is not None and not exit_zero and any(seen.severities[s] for s in SEVERITIES[: SEVERITIES.index(fail_on) + 1]):
        raise typer.Exit(FOUND)


def _fixed(found: Audited, suppressed: Known, known: Known, unsafe: bool) -> Report:
    """What is left of the findings after the corrections were written into the file, without those of the baseline."""
    from functools import partial

    from mtaudit.cli import rewriting
    from mtaudit.cli.fix import fixed

    report, decided = found
    if decided is None or report.document is None or report.name == "-":
        return report
    try:
        rewriting.writable(report.document)
        done = fixed(report, partial(suppressed.audit, decided=decided), unsafe).report
        if done.document is not None and done.document.text != report.document.text:
            rewriting.rewrite(report.document, done.document.text)
    except rewriting.NotWritten as error:
        complain(str(error))
        return report._replace(error=str(error), findings=(), document=None, register=None)
    except Exception as error:  # what cannot be written must not cost the user his other files
        return report._replace(error=audits.failure(report.name, error), findings=(), document=None, register=None)
    return known.unknown(done, decided)


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
