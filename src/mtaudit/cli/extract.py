"""``mtaudit glossary extract``: term candidates from texts, or pairs of terms from texts and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.audits import Encoding, Lang, Paths
from mtaudit.cli.choices import one_of
from mtaudit.cli.ending import FAILED, complain, one_sentence
from mtaudit.cli.output import output_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.cli.companions import Companions
    from mtaudit.document import Document
    from mtaudit.errors import UnreadableInput
    from mtaudit.glossary import Glossary

FORMATS = ("csv", "tsv", "json", "xlsx")


def extract(
    paths: Paths,
    source: Annotated[
        list[str] | None, typer.Option(help="The texts that these translate, line by line: candidates are pairs of terms.")
    ] = None,
    lang: Lang = None,
    min_count: Annotated[int, typer.Option(min=1, help="Leave out what occurs less often.")] = 2,
    limit: Annotated[int, typer.Option(min=1, help="Write so many candidates at most, the most likely.")] = 200,
    known: Annotated[list[str] | None, typer.Option(help="A glossary, a file or one of mtaudit; leave out what it has.")] = None,
    output_format: Annotated[
        str | None, typer.Option(help="csv, tsv, json or xlsx; else by the suffix of the output file.")
    ] = None,
    output_file: Annotated[str | None, typer.Option("--output-file", "-o", help="Write the candidates to a file.")] = None,
    encoding: Encoding = None,
) -> None:
    """Find what may belong into a glossary, with counts and contexts, as a table that is ready to edit."""
    with one_sentence():
        from mtaudit import languages
        from mtaudit.candidates import extract as candidates
        from mtaudit.cli.companions import Companions
        from mtaudit.errors import BadSetting, UnreadableInput
        from mtaudit.glossary import files, joined
        from mtaudit.glossary.ready import named

        form = one_of(output_format or (output_file and files.by_suffix(output_file)) or "csv", FORMATS, "output format")
        if form == "xlsx" and output_file is None:
            raise BadSetting("a workbook is not for a terminal; say where to write it with -o")
        left_out = joined(named(name) for name in known or ())
        sources = Companions(paths, source, "source") if source else None
        documents: list[Document] = []
        failed = False
        for read in _documents(paths, sources, encoding):
            if isinstance(read, UnreadableInput):
                complain(str(read))
                failed = True
            else:
                documents.append(read)
        text = "\n".join(document.text for document in documents)
        origin = "\n".join(s.source for document in documents for s in document.segments if s.source)
        found = candidates(
            documents,
            lang or languages.detect(text),
            languages.detect(origin) if origin else "en",
            least=min_count,
            limit=limit,
            known=left_out,
        )
        if documents:
            _write(found, form, output_file, min_count)
    if failed:
        raise typer.Exit(FAILED)


def _documents(paths: list[str], sources: Companions | None, encoding: str | None) -> Iterator[Document | UnreadableInput]:
    """The documents of the paths, with their sources where there are any; or why one cannot be read."""
    import sys

    from mtaudit import readers
    from mtaudit.errors import UnreadableInput

    if "-" in paths:
        yield readers.read_bytes(sys.stdin.buffer.read(), "-", encoding)
    for path in readers.expand([path for path in paths if path != "-"]):
        try:
            if isinstance(path, readers.Nothing):
                raise path
            document = readers.read_file(path, encoding)
            yield _with_source(document, sources, encoding) if sources else document
        except UnreadableInput as error:
            yield error


def _with_source(document: Document, sources: Companions, encoding: str | None) -> Document:
    from mtaudit import pairing, readers
    from mtaudit.config import Settings
    from mtaudit.errors import BadSetting

    files = sources.of(document.name)
    if len(files) > 1:
        raise BadSetting(f"{document.name} has {len(files)} sources; give one")
    return pairing.with_source(document, readers.read_file(files[0], encoding), Settings())


def _write(found: Glossary, form: str, output_file: str | None, min_count: int) -> None:
    from mtaudit.errors import BadSetting
    from mtaudit.glossary import files

    if not found.entries:
        again = f"; try --min-count {min_count - 1}" if min_count > 1 else ""
        raise BadSetting(f"nothing that looks like a term occurs {min_count} times or more{again}")
    data, losses = files.dump(found, form)
    output_bytes(output_file, data)
    for sentence in losses:
        complain(sentence)
