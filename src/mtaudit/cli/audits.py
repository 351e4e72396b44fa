"""What the commands that audit texts share: their options, the settings, and the loop over the files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.choices import complete_rule, one_of, words
from mtaudit.cli.ending import complain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from mtaudit.config import Settings
    from mtaudit.document import Document
    from mtaudit.glossary import Glossary as Glossary_
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
OutputFile = Annotated[str | None, typer.Option("--output-file", "-o", help="Write the report to a file.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; else it is found.")]
StdinFilename = Annotated[str | None, typer.Option(help="What standard input is called; its suffix tells the format.")]
UiLang = Annotated[str | None, typer.Option(envvar="MTAUDIT_UI_LANG", help="Language of the messages: en or ko.")]
Color = Annotated[str, typer.Option(help="auto, always or never.")]


def settings(
    preset: str | None,
    register: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    glossaries: list[str] | None,
    demand: str | None,
    **given: Any,
) -> Settings:
    """The settings of a preset with what was ``given`` on top. Raises BadSetting where something does not exist."""
    from mtaudit.config import PRESETS, from_preset

    if preset is not None:
        one_of(preset, PRESETS, "preset")
    if register is not None:
        one_of(register, ("auto", "plain", "polite"), "register")
    if demand is not None:
        one_of(demand, ("sure", "all"), "demand")
    chosen = from_preset(
        preset,
        register=register,
        demand=demand,
        glossary=_glossary(glossaries) if glossaries else None,
        select=words(select) if select else None,
        ignore=words(ignore) if ignore else None,
        **given,
    )
    from mtaudit.rules import selected

    selected(chosen.select, chosen.ignore, "")
    return chosen


def _glossary(given: list[str]) -> Glossary_ | None:
    from mtaudit.glossary import joined, ready

    return joined(ready.named(name) for name in given)


def reports(
    paths: list[str], settings: Settings, encoding: str | None, stdin_filename: str | None, sources: list[str] | None = None
) -> Iterator[Report]:
    """One report a file, as they are asked for; a file that cannot be read is a report with an error.

    ``sources`` are the files that the texts translate, each found by the name of its text (see ``Companions``).
    """
    from itertools import chain

    from mtaudit import engine, readers
    from mtaudit.cli.companions import Companions
    from mtaudit.errors import MtauditError, UnreadableInput
    from mtaudit.report import Report

    companions = Companions(paths, sources, "source") if sources else None

    def read(path: Path | None) -> Document:
        if path is None:
            document = readers.read_bytes(sys.stdin.buffer.read(), stdin_filename or "-", encoding)
        else:
            document = readers.read_file(path, encoding)
        if companions is None:
            return document
        beside, *more = companions.of(document.name)
        if more:
            raise UnreadableInput(f"{document.name} has more than one source: {beside} and {more[0]}")
        return readers.with_source(document, readers.read_file(beside, encoding))

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
