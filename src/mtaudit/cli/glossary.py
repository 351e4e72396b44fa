"""``mtaudit glossary``: check, convert, look up and extract the terms of a house."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from mtaudit.cli.choices import one_of, words
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.cli.extract import extract
from mtaudit.cli.output import output, output_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtaudit.glossary import Entry, Glossary, Problem

app = typer.Typer(
    help="Check, convert, look up and extract glossaries.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("extract")(extract)

_NAMES = "A file, or the name of a glossary of mtaudit."
_LANGUAGES = "Languages of source and target, as in en,ko, where the file does not say them."
_FORMAT = "text or json."

Languages = Annotated[str | None, typer.Option(help=_LANGUAGES)]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the file; else it is found.")]
OutputFormat = Annotated[str, typer.Option(envvar="MTAUDIT_OUTPUT_FORMAT", help=_FORMAT)]

_WIDTH = 80
_MOST = 20
"""So many concepts are printed at most."""
_MARKS = {"preferred": "", "admitted": "(admitted)", "superseded": "(superseded)", "forbidden": "(forbidden)"}


@app.command("check")
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=_NAMES)],
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 at a warning too.")] = False,
    lang: Annotated[str | None, typer.Option(help="Language of the texts; else every language after the first.")] = None,
    languages: Languages = None,
    encoding: Encoding = None,
    output_format: OutputFormat = "text",
) -> None:
    """Find what is wrong in glossaries: duplicates, loops, contradictions, names that no text can hold, wrong languages.

    Exit code 1 at an error, 2 where a file cannot be read.
    """
    unreadable, worst = 0, set()
    with one_sentence():
        from mtaudit.errors import MtauditError
        from mtaudit.glossary.checks import problems
        from mtaudit.glossary.ready import named

        one_of(output_format, ("text", "json"), "output format")
        pair = _pair(languages)
        target = _tag(lang) if lang is not None else None
        checked: list[tuple[str, Glossary, list[Problem]]] = []
        for file in files:
            try:
                glossary = named(file, languages=pair, encoding=encoding)
            except MtauditError as error:
                complain(str(error))
                unreadable += 1
                continue
            found = problems(glossary, target)
            worst |= {problem.severity for problem in found}
            checked.append((file, glossary, found))
        with output(None) as out:
            (_checked_json if output_format == "json" else _checked_text)(checked, out)
    if unreadable:
        raise typer.Exit(FAILED)
    if "error" in worst or (strict and worst):
        raise typer.Exit(FOUND)


def _pair(given: str | None) -> tuple[str, str] | None:
    from mtaudit.errors import BadSetting

    if given is None:
        return None
    named = words([given])
    if len(named) != 2:
        raise BadSetting(f"--languages takes two, source and target, as in en,ko; not {given!r}")
    return _tag(named[0]), _tag(named[1])


def _tag(given: str) -> str:
    from mtaudit.errors import BadSetting
    from mtaudit.glossary import tag
    from mtaudit.glossary.columns import well_formed

    if not well_formed(given):
        raise BadSetting(f"{given!r} is no language; say it as in en or ko")
    return tag(given)


def _checked_text(checked: list[tuple[str, Glossary, list[Problem]]], out: IO[str]) -> None:
    from collections import Counter

    from mtaudit.writers.visible import visible

    if not checked:
        return
    entries, count = 0, Counter[str]()
    for file, glossary, found in checked:
        entries += len(glossary.entries)
        for problem in found:
            count[problem.severity] += 1
            where = f"{file}:{problem.line}" if problem.line else file
            out.write(visible(f"{where}: {problem.severity}: {problem.message}") + "\n")
    out.write(f"{_many(entries, 'entry', 'entries')}: {_many(count['error'], 'error')}, {_many(count['warning'], 'warning')}.\n")


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _checked_json(checked: list[tuple[str, Glossary, list[Problem]]], out: IO[str]) -> None:
    files = [
        {
            "file": file,
            "entries": len(glossary.entries),
            "languages": glossary.languages,
            "problems": [problem._asdict() for problem in found],
        }
        for file, glossary, found in checked
    ]
    _write_json({"files": files}, out)


def _write_json(value: Any, out: IO[str]) -> None:
    import json

    out.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _complete_format(incomplete: str) -> list[str]:
    from mtaudit.glossary.files import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


@app.command("convert")
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help=_NAMES)],
    target: Annotated[str | None, typer.Argument(metavar="[OUT]", help="The file to write; its suffix tells the format.")] = None,
    output_file: Annotated[str | None, typer.Option("--output-file", "-o", help="The file to write; - is standard output.")] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="csv, tsv, xlsx, json, tbx-basic, tbx-core, tbx-v2, deepl or google.",
            autocompletion=_complete_format,
        ),
    ] = None,
    languages: Languages = None,
    encoding: Encoding = None,
) -> None:
    """Write a glossary in another format, and say what that format cannot hold."""
    with one_sentence():
        from mtaudit.errors import BadSetting
        from mtaudit.glossary.files import FORMATS, by_suffix, dump
        from mtaudit.glossary.ready import named

        if target is not None and output_file is not None:
            raise BadSetting("the file to write is given twice")
        place = target or output_file
        chosen = one_of(form, FORMATS, "glossary format") if form else by_suffix(place or "")
        if chosen is None:
            raise BadSetting("the format to write is not clear; say it with --format")
        pair = _pair(languages)
        data, losses = dump(named(source, languages=pair, encoding=encoding), chosen, languages=pair)
        output_bytes(place, data)
        for sentence in losses:
            complain(sentence)


@app.command("lookup")
def lookup(
    term: Annotated[str, typer.Argument(metavar="TERM", help="A name in any language, with particles or without.")],
    glossary: Annotated[list[str] | None, typer.Option(help=f"{_NAMES} Else all glossaries of mtaudit.")] = None,
    languages: Languages = None,
    encoding: Encoding = None,
    output_format: OutputFormat = "text",
) -> None:
    """Show what a name is called in all languages, which names are wrong for it, and where that is said.

    Where no entry has the name, those are shown whose names or notes hold it. Exit code 1 where no entry has the name.
    """
    with one_sentence():
        from mtaudit.glossary import lookup as search
        from mtaudit.glossary.ready import named, names

        one_of(output_format, ("text", "json"), "output format")
        pair = _pair(languages)
        searched = [named(name, languages=pair, encoding=encoding) for name in glossary or names()]
        found = search.entries(term, searched)
        with output(None) as out:
            if output_format == "json":
                from mtaudit.glossary.plainjson import as_object

                _write_json([{"glossary": g.name, "line": e.line, **as_object(e)} for g, e in found], out)
            else:
                _write_concepts(found[:_MOST], out)
        if len(found) > _MOST and output_format == "text":
            complain(f"{len(found) - _MOST:,} more have {term!r}; give more of the name, or --output-format json for all")
        if not found:
            complain(f"no entry has {term!r}")
    if not found:
        raise typer.Exit(FOUND)


def _write_concepts(found: Iterable[tuple[Glossary, Entry]], out: IO[str]) -> None:
    """A block for each concept, no wider than 80 columns."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from mtaudit.writers.visible import visible

    page = StringIO()
    console = Console(file=page, width=_WIDTH, force_terminal=False)
    for number, (glossary, entry) in enumerate(found):
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for label, text in _lines(entry, glossary):
            table.add_row(Text(visible(label)), Text(visible(text)))
        if number:
            console.print()
        console.print(table)
    out.writelines(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _lines(entry: Entry, glossary: Glossary) -> Iterable[tuple[str, str]]:
    for lang, terms in entry.terms.items():
        for number, term in enumerate(terms):
            yield (lang if not number else ""), " ".join(filter(None, (term.text, _MARKS[term.status])))
            if term.first:
                yield "", f"  at first mention: {term.first}"
            if term.note:
                yield "", f"  {term.note}"
    if entry.keep:
        yield "", "not translated"
    for label, text in (("domain", entry.domain), ("meaning", entry.definition), ("note", entry.note), ("source", entry.reference)):
        if text:
            yield label, text
    yield "in", f"{glossary.name}:{entry.line}" if entry.line else glossary.name
