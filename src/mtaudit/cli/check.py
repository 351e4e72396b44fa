"""``mtaudit check``: decide. One line a finding, then the verdict; exit code 1 where the gate stops a text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli import audits, known, outputs
from mtaudit.cli.choices import one_of, ui_language
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.errors import BadSetting
from mtaudit.report import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.cli.audits import Audited
    from mtaudit.configuration import Configuration, Decided
    from mtaudit.report import Report


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", default_factory=list, help="Files, folders or globs; - is standard input.")
    ],
    fail_on: Annotated[
        str | None, typer.Option(help="A finding this bad fails: critical, major, minor, neutral or never; else the gate's.")
    ] = None,
    max_minor: Annotated[int | None, typer.Option(help="So many minor findings a text may have.")] = None,
    min_score: Annotated[float | None, typer.Option(help="The calibrated MQM score that a text must have.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever the verdict is.")] = False,
    changed: Annotated[
        str | None, typer.Option(metavar="REF", help="Only lines that changed against a git revision, such as origin/main.")
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="How often each rule was hit, instead of the findings.")] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print what is in force for each text and what decided it, and audit nothing.")
    ] = False,
    baseline: known.Baseline = None,
    write_baseline: known.WriteBaseline = False,
    allow_growth: known.AllowGrowth = False,
    prune: known.Prune = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a text changes, until Ctrl-C.")] = False,
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
) -> None:
    """Decide whether texts may be published: findings, then the verdict; exit code 1 where the gate stops one."""
    passed = unreadable = False
    with one_sentence():
        language = ui_language(ui_lang)
        one_of(color, ("auto", "always", "never"), "choice of color")

        def configuration() -> Configuration:
            return audits.configuration(
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
                gate__fail_on=fail_on,
                gate__max_minor=max_minor,
                gate__min_score=min_score,
            )

        if show_settings:
            _show(paths or ["."], configuration(), language)
            return
        if not paths:
            raise BadSetting("name the texts to check: files, folders or globs; - is standard input")
        reading = audits.reading(encoding, text_column, source_column, rows)
        targets = outputs.targets(to, output_format, output_file, statistics)
        ours = outputs.files(targets, paths)
        if (write_baseline or prune) and (changed is not None or watch):
            raise BadSetting("a baseline is written once, and from whole texts: leave out --changed and --watch")
        if write_baseline and (ours or to or statistics):
            raise BadSetting("--write-baseline writes no report: leave out --output, --output-file and --statistics")
        if write_baseline:
            targets = []

        def run() -> tuple[bool, bool]:
            already = known.Known(language, baseline, write=write_baseline, prune=prune)
            found = audits.audited(paths, configuration(), reading, stdin_filename, source, changed, already, ours)
            result = _checked(found, targets, language, color)
            already.end(allow_growth)
            return result

        if watch:
            from mtaudit.cli.watching import again

            again(paths, ours, run)
        passed, unreadable = run()
    if unreadable:
        raise typer.Exit(FAILED)
    if not passed and not exit_zero and not write_baseline:
        raise typer.Exit(FOUND)


def _checked(found: Iterable[Audited], targets: list[outputs.Target], ui_lang: str, color: str) -> tuple[bool, bool]:
    """Writes the reports and the verdict. Whether all texts passed, and whether a file could not be read."""
    from mtaudit.gate import Verdict

    verdict = Verdict()

    def reports() -> Iterator[Report]:
        for report, decided in found:
            if decided is not None:
                verdict.add(report, decided.settings.gate)
            else:
                verdict.unread()
            yield report

    outputs.write(reports(), targets, ui_lang, color, verdict=verdict.sentence)
    if not targets:
        return verdict.passed, verdict.unreadable > 0
    sentence = verdict.sentence().in_language(ui_lang)
    if outputs.for_people(targets):
        sys.stdout.write(sentence + "\n")
    else:
        complain(sentence)
    return verdict.passed, verdict.unreadable > 0


def _show(paths: list[str], configuration: Configuration, language: str) -> None:
    """Prints the settings of each text, once for all texts that share them; those of a folder where no text is."""
    from pathlib import Path

    from mtaudit import readers
    from mtaudit.writers.visible import visible

    groups: dict[tuple[int, bool], list[str]] = {}
    shared: dict[int, Decided] = {}
    for found in readers.expand(paths):
        path, name = (Path(found), str(found)) if not isinstance(found, readers.Nothing) else (Path(found.path, "-"), found.path)
        if isinstance(found, readers.Nothing) and not Path(found.path).is_dir():
            raise found
        decided = configuration.of(path)
        groups.setdefault((id(decided), configuration.leaves_out(path)), []).append(name)
        shared[id(decided)] = decided
    for (which, left_out), (first, *others) in groups.items():
        heading = visible(first)
        if others:
            heading += Message(f" and {len(others)} more", f" 외 {len(others)}개").in_language(language)
        if left_out:
            heading += Message("  # left out by exclude", "  # exclude에 따라 검사하지 않음").in_language(language)
        sys.stdout.write(f"{heading}\n")
        for line in _in_force(shared[which], language):
            sys.stdout.write(f"  {visible(line)}\n")


def _in_force(decided: Decided, language: str) -> Iterator[str]:
    """The values of a text, each with the layer that decided it."""
    import json

    from mtaudit.configuration.keys import KEYS

    for name in [*KEYS, *[name for name in decided.values if name not in KEYS]]:
        origin = decided.origins.get(name, Message("default", "기본값"))
        value = decided.values[name] if name in decided.values else KEYS[name].default
        if name in decided.values or value is not None:
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}  # {origin.in_language(language)}"
