"""``mtaudit batch``: a report on many texts, in a folder. It goes on where an earlier run of the same stopped."""

from __future__ import annotations

import pickle
import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit import __version__
from mtaudit.cli import audits
from mtaudit.cli.choices import ui_language, words
from mtaudit.cli.ending import FAILED, INTERRUPTED, complain, one_sentence
from mtaudit.errors import BadSetting
from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Message

if TYPE_CHECKING:
    from mtaudit.batch.figures import Figures
    from mtaudit.batch.run import Engine
    from mtaudit.batch.tasks import Item
    from mtaudit.batch.worker import Orders
    from mtaudit.cli.companions import Companions
    from mtaudit.cli.progress import Progress

ALONE = 1 << 18
"""Fewer bytes are audited in this process, unless --jobs says otherwise."""

Reports = Annotated[
    list[str] | None, typer.Option("--report", help="Which reports: html, xlsx, csv, markdown (all of them), or none.")
]


def batch(
    paths: audits.Paths,
    folder: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of the report.")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 is one for each processor.")] = 0,
    cluster: Annotated[
        str | None, typer.Option(help="The scheduler of a Dask cluster (tcp://…), or local for a cluster on this machine.")
    ] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Begin anew in a folder that holds a report.")] = False,
    compare: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder of an earlier report: what is new, fixed, unchanged.")
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(metavar="CONDITION", help="Sort the texts: 'score >= 90 and no critical' are kept, others dropped."),
    ] = None,
    report: Reports = None,
    path_pattern: Annotated[
        str | None, typer.Option(help="What the path of a text tells of it: '{outlet}/{date}-{section}'.")
    ] = None,
    texts: Annotated[
        bool | None,
        typer.Option("--texts/--no-texts", help="Keep the texts for the report; else all but those of tables in parts."),
    ] = None,
    text_column: audits.TextColumn = None,
    source_column: audits.SourceColumn = None,
    rows: audits.Rows = "auto",
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
    encoding: audits.Encoding = None,
    ui_lang: audits.UiLang = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Report on many texts: HTML, a spreadsheet, JSON lines; a run that was stopped goes on."""
    with one_sentence():
        from mtaudit.batch import comparison, condition, figures, journal, keeping, metadata, reports, run, worker
        from mtaudit.cli.progress import Progress
        from mtaudit.writers.visible import visible

        if "-" in paths:
            raise BadSetting("batch reads files and folders, not standard input")
        wanted = reports.chosen(words(report) if report else None)
        language = ui_language(ui_lang)
        kept = condition.parsed(keep) if keep is not None else None
        if path_pattern is not None:
            metadata.compiled(path_pattern)
        configuration = audits.configuration(
            preset=preset,
            register=register,
            select=select,
            ignore=ignore,
            glossary=[str(Path(name).absolute()) if Path(name).is_file() else name for name in glossary or ()],
            config=str(Path(config).absolute()) if config is not None else None,
            isolated=isolated,
            model=model,
            device=device,
            allow_noncommercial_models=allow_noncommercial_models,
            lang=lang,
            source_lang=source_lang,
            demand=demand,
            min_confidence=min_confidence,
        )
        columns = audits.reading(encoding, text_column, source_column, rows).columns
        orders = worker.Orders(configuration, encoding, columns, texts, language, path_pattern, Path.cwd())
        command = shlex.join(["mtaudit", *sys.argv[1:]]).encode("utf-8", "backslashreplace").decode()
        made = {"version": __version__, "command": command}
        if compare is not None:
            journal.read_manifest(compare)
        size = sum(item.size for item in _found(paths, orders))
        with (
            closing(journal.Journal(folder, made, restart)) as book,
            _interruptible(folder, language),
            Progress(quiet, language, size) as progress,
        ):
            with _engine(jobs, cluster, size) as engine:
                run.run(book, pickle.dumps(orders), _items(paths, source, orders), engine, progress.done)
            written = [folder / journal.DOCUMENTS]
            if kept is not None:
                counted = lambda: ((item, book.count(item)) for item in _items(paths, source, orders))  # noqa: E731
                written += keeping.write(folder, kept, counted, journal.records(folder), language, encoding).files
            found = figures.figures(journal.records(folder))
            with ExitStack() as stack:
                earlier = stack.enter_context(comparison.Comparison.of_folder(compare, folder)) if compare is not None else None
                material = reports.Material(found, lambda: journal.records(folder), earlier, folder.resolve().name, made)
                for kind in wanted:
                    written += reports.write(kind, folder, material, language)
        if not quiet:
            for sentence in _told(found, progress, written):
                typer.echo(visible(sentence.in_language(language)))
    if found.unread:
        raise typer.Exit(FAILED)


@contextmanager
def _interruptible(folder: Path, ui_lang: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        said = Message(f"interrupted; the same command goes on in {folder}", f"중단했습니다. 같은 명령이 {folder}에서 이어집니다")
        complain(said.in_language(ui_lang))
        raise typer.Exit(INTERRUPTED) from None


def _told(found: Figures, progress: Progress, written: list[Path]) -> Iterator[Message]:
    """What a run ends with, in a few lines."""
    n, total = found.total.documents + found.unread, found.total.findings
    en, ko = (
        f"{n:,} {'document' if n == 1 else 'documents'}: {found.total.failed:,} fail",
        f"문서 {n:,}건: 불합격 {found.total.failed:,}건",
    )
    if found.unread:
        en, ko = f"{en}, {found.unread:,} could not be read", f"{ko}, 읽지 못한 것 {found.unread:,}건"
    if progress.known:
        en, ko = f"{en}; {progress.known:,} were done before", f"{ko}; 이전에 끝난 것 {progress.known:,}건"
    yield Message(f"{en}.", f"{ko}.")
    counted = [(total[s], SEVERITY_WORDS[s]) for s in SEVERITIES]
    yield Message(", ".join(f"{c:,} {w.en}" for c, w in counted), ", ".join(f"{w.ko} {c:,}건" for c, w in counted))
    for path in written:
        yield Message(str(path), str(path))


@contextmanager
def _engine(jobs: int, cluster: str | None, size: int) -> Iterator[Engine]:
    """Who does the work on so many bytes: a few are done before other processes have started."""
    from mtaudit.batch import engines

    workers = jobs or engines.processors()
    if cluster is not None:
        with engines.cluster(cluster, workers) as engine:
            yield engine
    elif workers == 1 or (not jobs and size < ALONE):
        yield engines.here
    else:
        yield partial(engines.processes, jobs=workers)


def _found(paths: list[str], orders: Orders) -> Iterator[Item]:
    """The items of the texts that the configuration does not leave out."""
    from mtaudit import readers
    from mtaudit.batch import tasks

    left_out = orders.configuration.leaves_out
    files = (f for f in readers.expand(paths) if isinstance(f, readers.Nothing) or not left_out(f))
    return tasks.items(files, orders.columns.rows == "segments")


def _items(paths: list[str], sources: list[str] | None, orders: Orders) -> Iterator[Item]:
    """The items as they are worked at: each with its source, and stamped."""
    from mtaudit.batch import worker
    from mtaudit.cli.companions import Companions

    items = _found(paths, orders)
    if sources:
        companions = Companions(paths, sources, "source")
        items = (_with_source(item, companions) for item in items)
    return worker.stamped(orders, items)


def _with_source(item: Item, companions: Companions) -> Item:
    from mtaudit.errors import UnreadableInput

    if item.error is not None:
        return item
    try:
        beside, *more = companions.of(item.name)
    except UnreadableInput as error:
        return item._replace(error=str(error))
    if more:
        return item._replace(error=f"{item.name} has more than one source: {beside} and {more[0]}")
    return item._replace(source=str(beside.absolute()))
