"""``mtaudit score``: measure. Figures for each text and for all, each with the signature that says how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli import audits
from mtaudit.cli.choices import one_of, ui_language, words
from mtaudit.cli.ending import FAILED, one_sentence
from mtaudit.cli.known import Known
from mtaudit.cli.output import output
from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from typing import IO

    from mtaudit.cli.agreement import Agreement
    from mtaudit.cli.audits import Audited
    from mtaudit.config import Settings
    from mtaudit.document import Document
    from mtaudit.report import Finding, Report, Score

FORMATS = ("rich", "json", "csv", "markdown")
FEWEST_RESAMPLES = 100
"""Of fewer than 40 nothing lies outside 95 %."""


def score(
    paths: audits.Paths,
    reference: Annotated[
        list[str] | None,
        typer.Option(help="A human translation to compare with: a file, or a folder with files of the same names."),
    ] = None,
    baseline: Annotated[str | None, typer.Option(help="Another system's output for the same source: a file or a folder.")] = None,
    metric: Annotated[
        list[str] | None, typer.Option(help="chrf (the default), chrf++, bleu, ter: agreement with the reference.")
    ] = None,
    tokenize: Annotated[
        str | None, typer.Option(help="Tokeniser of BLEU: 13a, intl, char, none, zh, ja-mecab, ko-mecab; else the language's.")
    ] = None,
    intervals: Annotated[
        int, typer.Option(min=0, max=100_000, metavar="N", help="95 % intervals from N bootstrap resamples: 1000, at least 100.")
    ] = 0,
    test: Annotated[
        str | None, typer.Option(help="Significance against the baseline: ar (approximate randomisation) or bs (bootstrap).")
    ] = None,
    segments: Annotated[bool, typer.Option("--segments", help="Figures of every segment, too.")] = False,
    weighting: Annotated[
        str | None, typer.Option(help="What errors cost: mqm (minor 1, major 5, critical 25) or wmt (Freitag et al. 2021).")
    ] = None,
    multiplier: Annotated[
        list[str] | None, typer.Option(help="Penalty points of a severity: minor=1,major=5,critical=25.", metavar="SEVERITY=N")
    ] = None,
    weight: Annotated[
        list[str] | None, typer.Option(help="Weight of an MQM dimension: style=0.5,terminology=2.", metavar="DIMENSION=N")
    ] = None,
    passing: Annotated[float | None, typer.Option(help="PT: the calibrated MQM score that passes, by default 95.")] = None,
    acceptable: Annotated[
        float | None, typer.Option(help="APP: penalty points per 1,000 words that are acceptable, by default 10.")
    ] = None,
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
    model: audits.Model = None,
    device: audits.Device = None,
    allow_noncommercial_models: audits.Noncommercial = False,
    config: audits.Config = None,
    isolated: audits.Isolated = False,
    output_format: Annotated[str, typer.Option(help="rich, json, csv or markdown.")] = "rich",
    output_file: audits.OutputFile = None,
    encoding: audits.Encoding = None,
    stdin_filename: audits.StdinFilename = None,
    ui_lang: audits.UiLang = None,
    color: audits.Color = "auto",
) -> None:
    """Measure texts: the MQM score, and with a reference chrF, chrF++, BLEU and TER, each with its signature."""
    with one_sentence():
        one_of(output_format, FORMATS, "output format")
        one_of(color, ("auto", "always", "never"), "choice of color")
        language = ui_language(ui_lang)
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
            score__weighting=weighting,
            score__multipliers=_numbers(multiplier),
            score__weights=_numbers(weight),
            score__passing=passing,
            score__acceptable=acceptable,
        )
        agreement = None
        if 0 < intervals < FEWEST_RESAMPLES:
            raise BadSetting(f"an interval of 95 % needs at least {FEWEST_RESAMPLES} resamples, better 1000; not {intervals}")
        if reference:
            from mtaudit.cli.agreement import Agreement, Wanted
            from mtaudit.cli.companions import Companions

            wanted = Wanted(
                _metrics(metric or ["chrf"], tokenize, test, baseline),
                Companions(paths, reference, "reference"),
                Companions(paths, [baseline], "baseline") if baseline is not None else None,
                tokenize,
                intervals,
                test or "ar",
                segments,
                encoding,
            )
            agreement = Agreement(wanted)
        elif baseline is not None or metric or tokenize or intervals or test:
            raise BadSetting("--metric, --tokenize, --intervals, --baseline and --test need a reference: give one with --reference")
        already = Known(language, use_baseline=False)
        scored = [
            _scored(one, agreement, segments)
            for one in audits.audited(paths, configuration, audits.reading(encoding), stdin_filename, source, known=already)
        ]
        scored, total = _with_total(scored, agreement)
        with output(output_file) as out:
            _write(scored, total, output_format, out, language, color)
    if any(report.error is not None for report in scored):
        raise typer.Exit(FAILED)


def _metrics(given: list[str], tokenize: str | None, test: str | None, baseline: str | None) -> tuple[str, ...]:
    """The metrics, each once. Raises BadSetting for one that does not exist, and for options that would do nothing."""
    from mtaudit.scores.references import METRICS
    from mtaudit.scores.significance import TESTS

    metrics = tuple(dict.fromkeys(one_of(name.lower(), METRICS, "metric") for name in words(given)))
    if not metrics:
        raise BadSetting(f"--metric is empty; there are {', '.join(METRICS)}")
    if tokenize is not None and "bleu" not in metrics:
        raise BadSetting("--tokenize is for BLEU: add --metric bleu")
    if test is not None and baseline is None:
        raise BadSetting("--test compares with another system: give its output with --baseline")
    if test is not None:
        one_of(test, TESTS, "test of significance")
    return metrics


def _numbers(given: list[str] | None) -> dict[str, float] | None:
    """``["a=1,b=2"]`` as a mapping. Raises BadSetting for what is no number."""
    out: dict[str, float] = {}
    for pair in words(given or []):
        name, _, number = pair.partition("=")
        try:
            out[name.strip()] = float(number)
        except ValueError:
            raise BadSetting(f"{pair!r} does not say what something costs; write it as style=0.5") from None
    return out or None


def _scored(one: Audited, agreement: Agreement | None, segments: bool) -> Report:
    """A report with all its scores, and without what no table shows."""
    report = one.report
    if report.document is None or one.decided is None:
        return report
    settings, document, scores = one.decided.settings, report.document, report.scores
    if agreement is not None:
        try:
            document, more = agreement.scores(report, document, settings)
            scores += more
        except Exception as error:  # as in the loop over the files
            why = audits.failure(report.name, error)
            return report._replace(scores=(), findings=(), document=None, register=None, error=why)
    if segments:
        scores = tuple([_by_segment(report, document, score, settings) if score.name == "mqm" else score for score in scores])
    else:
        scores = tuple([score._replace(details={k: v for k, v in score.details.items() if k != "segments"}) for score in scores])
    return report._replace(scores=scores, findings=(), document=None, register=None)


def _by_segment(report: Report, document: Document, score: Score, settings: Settings) -> Score:
    """The MQM score with the penalty of each segment; a line that was left empty has none."""
    from mtaudit.cli.agreement import figure, segments_of
    from mtaudit.scores import mqm

    chosen = mqm.weighting(settings.weighting, settings.multipliers, settings.weights)
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.place.segment, []).append(finding)
    penalties = [
        figure(document, s, mqm.score(found.get(s.key, ()) if s.target else (), 0, weighting=chosen, segments=(s,)).sums["penalty"])
        for s in segments_of(document)
    ]
    return score._replace(details={**score.details, "segments": penalties})


def _with_total(scored: list[Report], agreement: Agreement | None) -> tuple[list[Report], tuple[Score, ...]]:
    """The scores of all texts together; where there is one text only, they are its scores."""
    from mtaudit.scores.merging import totals

    total = totals(score for report in scored for score in report.scores)
    if agreement is not None:
        total = tuple([agreement.of_all(score) for score in total])
    if len(scored) == 1:
        said = zip(scored[0].scores, total, strict=True)
        scored = [scored[0]._replace(scores=tuple([one._replace(details={**one.details, **all_.details}) for one, all_ in said]))]
    return scored, total


def _write(reports: list[Report], total: tuple[Score, ...], form: str, out: IO[str], ui_lang: str, color: str) -> None:
    if form == "rich":
        from rich.console import Console

        from mtaudit.writers import score_tables

        forced = True if color == "always" else None
        console = Console(file=out, force_terminal=forced, no_color=color == "never" or None)
        score_tables.write(reports, total, console, ui_lang)
        return
    from mtaudit import __version__
    from mtaudit.writers import scores

    if form == "json":
        out.writelines(scores.write_json(reports, total, __version__))
    elif form == "csv":
        scores.write_csv(reports, total, out)
    else:
        out.writelines(scores.write_markdown(reports, total))
