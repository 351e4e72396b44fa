"""What the commands that audit texts share: their options, the settings, and the loop over the files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mtaudit.cli.choices import complete_rule, one_of, words
from mtaudit.cli.ending import complain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from mtaudit.cli.known import Known
    from mtaudit.config import Settings
    from mtaudit.configuration import Configuration, Decided
    from mtaudit.document import Document
    from mtaudit.readers import Reading
    from mtaudit.readers.tables import BadRow
    from mtaudit.report import Report

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; - is standard input.")]
Lang = Annotated[str | None, typer.Option(help="Language of the text (ISO 639-1); else it is detected.")]
Register = Annotated[str | None, typer.Option(help="The register of the house: plain, polite or auto (the majority).")]
Preset = Annotated[str | None, typer.Option(help="Settings to start from: news-ko, docs-ko or blog-ko.")]
Select = Annotated[
    list[str] | None,
    typer.Option(help="Rules to run: names, codes, families (REG) or ALL; several with commas.", autocompletion=complete_rule),
]
Ignore = Annotated[list[str] | None, typer.Option(help="Rules to leave out.", autocompletion=complete_rule)]
Glossary = Annotated[
    list[str] | None,
    typer.Option(help="A glossary of the house: a file, or one that comes with mtaudit (diplomacy-ko). May be repeated."),
]
Source = Annotated[
    list[str] | None, typer.Option(help="What the text translates: a file, or a folder with files of the same names.")
]
SourceLang = Annotated[str | None, typer.Option(help="Language of the source (ISO 639-1); else the glossary's other language.")]
Demand = Annotated[
    str | None,
    typer.Option(
        help="Which terms of the source are demanded: sure, or all, also single common words that may mean something else."
    ),
]
MinConfidence = Annotated[float | None, typer.Option(min=0, max=1, help="Leave out findings less certain than this.")]
Model = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND[=ID]",
        help="A model's second opinion: similarity, fluency=ID, qe=ID or spans=ID; ID is a folder or a hub id. May be repeated.",
    ),
]
Device = Annotated[str | None, typer.Option(help="Where models run: auto, cpu, cuda or mps.")]
Noncommercial = Annotated[
    bool, typer.Option("--allow-noncommercial-models", help="Load models whose licence forbids commercial use, too.")
]
OutputFile = Annotated[str | None, typer.Option("--output-file", "-o", help="Write the report to a file.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; else it is found.")]
TextColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="The column of a table that holds the text; else it is found.")
]
SourceColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="The column of a table that holds what the text translates.")
]
Rows = Annotated[
    str,
    typer.Option(help="What the rows of a table are: documents, segments of one text, or auto (segments of a short translation)."),
]
StdinFilename = Annotated[str | None, typer.Option(help="What standard input is called; its suffix tells the format.")]
UiLang = Annotated[str | None, typer.Option(envvar="MTAUDIT_UI_LANG", help="Language of the messages: en or ko.")]
Color = Annotated[str, typer.Option(help="auto, always or never.")]


Config = Annotated[str | None, typer.Option("--config", help="This configuration file, for all texts.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]


def configuration(
    *,
    preset: str | None = None,
    register: str | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    glossary: list[str] | None = None,
    config: str | None = None,
    isolated: bool = False,
    model: list[str] | None = None,
    device: str | None = None,
    allow_noncommercial_models: bool = False,
    **given: Any,
) -> Configuration:
    """What the options and the environment say, over the configuration files. ``given`` is by key, with ``_`` for ``-``.

    Raises BadSetting where something does not exist.
    """
    from mtaudit.configuration import Configuration
    from mtaudit.configuration.keys import KEYS, checked
    from mtaudit.errors import BadSetting

    if config is not None and isolated:
        raise BadSetting("--config names a configuration file, --isolated reads none: give one of them")
    said = {
        "preset": preset,
        "style.register": register,
        "select": words(select) if select else None,
        "ignore": words(ignore) if ignore else None,
        "glossary": tuple(glossary) if glossary else None,
        **_models(model or []),
        "models.device": device,
        "models.allow-noncommercial": allow_noncommercial_models or None,
        **{name.replace("__", ".").replace("_", "-"): value for name, value in given.items()},
    }
    said = {name: checked(KEYS[name], value) for name, value in said.items() if value is not None}
    return Configuration(said, os.environ, Path(config) if config else None, isolated)


def _models(given: list[str]) -> dict[str, str]:
    """``["similarity", "fluency=org/name"]`` by key of the configuration. Raises BadSetting."""
    if not given:
        return {}
    from mtaudit.errors import BadSetting
    from mtaudit.models import DEFAULTS, KINDS

    out: dict[str, str] = {}
    for said in given:
        kind, _, name = said.partition("=")
        key = f"models.{one_of(kind, KINDS, 'kind of model')}"
        if key in out:
            raise BadSetting(f"--model {kind} is given twice")
        if not name and kind not in DEFAULTS:
            raise BadSetting(f"there is no usual model for {kind}: name a folder or a hub id, --model {kind}=ORG/NAME")
        out[key] = str(Path(name).absolute()) if name and Path(name).is_dir() else name or DEFAULTS[kind]
    return out


def reading(
    encoding: str | None = None, text_column: str | None = None, source_column: str | None = None, rows: str = "auto"
) -> Reading:
    """How files are read, as the options say. Raises BadSetting."""
    from mtaudit.readers import Columns, Reading

    return Reading(
        encoding, None, Columns(text_column, source_column, one_of(rows, ("auto", "documents", "segments"), "kind of rows"))
    )


class Audited(NamedTuple):
    """A report, and what held for its text; a file that could not be read has an error and nothing that held."""

    report: Report
    decided: Decided | None


def audited(
    paths: list[str],
    configuration: Configuration,
    reading: Reading,
    stdin_filename: str | None,
    sources: list[str] | None = None,
    changed: str | None = None,
    known: Known | None = None,
    ours: Collection[str] = (),
    stdin: bytes | None = None,
) -> Iterator[Audited]:
    """One report a text, as they are asked for; a file or a row that cannot be read is a report with an error.

    ``sources`` are the files that the texts translate, each found by the name of its text (see ``Companions``).
    ``changed`` is a revision of git: only what changed since then is looked at. Findings
    that are ``known`` are left out. ``ours`` are real paths of files that are no texts: the reports of an earlier run.
    ``stdin`` is what standard input gave, where it has been read.
    """
    from itertools import chain

    from mtaudit import engine, pairing, readers
    from mtaudit.cli.companions import Companions
    from mtaudit.cli.progress import watched
    from mtaudit.errors import UnreadableInput
    from mtaudit.report import Report

    changes = None
    if changed is not None:
        from mtaudit.cli.changes import Changes

        changes = Changes(changed)
    companions = Companions(paths, sources, "source") if sources else None

    def texts(path: Path | None, settings: Settings) -> Iterator[Document | BadRow]:
        if path is None:
            data = sys.stdin.buffer.read() if stdin is None else stdin
            found = readers.documents(data, stdin_filename or "-", reading)
        else:
            found = readers.documents(path, reading=reading)
        for document in found:
            if companions is None or isinstance(document, UnreadableInput):
                yield document
                continue
            beside, *more = companions.of(document.name)
            if more:
                raise UnreadableInput(f"{document.name} has more than one source: {beside} and {more[0]}")
            yield pairing.with_source(document, readers.read_file(beside, reading.encoding), settings)

    wanted: set[str] = set()
    asked: set[str] = set()
    given = readers.expand([path for path in paths if path != "-"])
    for source in chain([None] if "-" in paths else [], given):
        name = source.path if isinstance(source, readers.Nothing) else str(source or stdin_filename or "-")
        try:
            if isinstance(source, readers.Nothing):
                raise source
            if ours and os.path.realpath(name) in ours:
                continue
            decided = configuration.of(Path(name))
            if source is not None and (configuration.leaves_out(source) or (changes and not changes.touched(source))):
                continue
            for document in texts(source, decided.settings):
                if isinstance(document, UnreadableInput):
                    yield Audited(Report(document.name, error=failure(document.name, document)), None)
                    continue
                with watched(decided.settings):
                    report = engine.audit(document, decided.settings)
                wanted.update(decided.settings.models.kinds)
                asked.update([model.kind for model in report.models])
                if known is not None:
                    report = known.unknown(report, decided)
                if changes is not None and source is not None:
                    kept = [finding for finding in report.findings if changes.concerns(source, finding)]
                    report = engine.with_findings(report, kept, decided.settings)
                yield Audited(report, decided)
        except Exception as error:  # a fault of ours must not cost the user his other files
            yield Audited(Report(name, error=failure(name, error)), None)
    for kind in sorted(wanted - asked):
        complain(f"the model for {kind} was not asked: no text has a source in a language that it knows (--source)")


def failure(name: str, error: Exception) -> str:
    """Says on standard error why there is nothing to report of a file, and returns the sentence.

    A mistake in the options is raised again: it holds for all files.
    """
    from mtaudit.errors import MtauditError, UnreadableInput, sentence

    if isinstance(error, MtauditError) and not isinstance(error, UnreadableInput):
        raise error
    why = sentence(name, error)
    complain(why)
    return why
