"""Bytes to Documents.

``expand`` says which files are meant; ``documents`` makes the Documents of a file, ``read_file`` the only one that it holds.
The format follows from the name (see ``formats``).
"""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.encoding import decode
from mtaudit.errors import UnreadableInput
from mtaudit.files import content, opened
from mtaudit.readers.formats import FORMATS, SUFFIXES, format_of
from mtaudit.readers.paths import Nothing, expand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from mtaudit.document import Document
    from mtaudit.readers.tables import BadRow

__all__ = [
    "FORMATS", "SUFFIXES", "Columns", "Nothing", "Reading", "documents", "expand", "format_of", "read", "read_bytes", "read_file",
    "read_text", "with_source",
]  # fmt: skip


class Columns(NamedTuple):
    """Which column of a table is what, by its heading (or its key); None is found. ``rows`` tells what a row is:
    ``documents`` (each a text of its own), ``segments`` (of one text), or ``auto``: segments where there is a source.
    """

    text: str | None = None
    source: str | None = None
    rows: str = "auto"


class Reading(NamedTuple):
    """How files are read: ``encoding`` and ``format`` where they are not to be found, and the columns of tables.

    ``part`` is a part of a table (see ``tables.parts``): from the first unit to before the last.
    """

    encoding: str | None = None
    format: str | None = None
    columns: Columns = Columns()
    part: tuple[int, int] | None = None


def documents(source: str | Path | bytes, name: str | None = None, reading: Reading | None = None) -> Iterator[Document | BadRow]:
    """The Documents of a file, or of its bytes: several of a table whose rows are texts, otherwise one.

    ``name`` is what the file is called; its suffix tells the format. Raises UnreadableInput, with one sentence that says which
    file and why; of a table perhaps after some rows. A row that cannot be read, where the others can, is yielded as the error.
    """
    reading = reading or Reading()
    name = str(source) if name is None and not isinstance(source, bytes) else name or "-"
    chosen = _format(name, reading.format)
    module = _module(chosen)
    match FORMATS[chosen].shape:
        case "text":
            data = source if isinstance(source, bytes) else content(source)
            declared = getattr(module, "declared", None)  # what a format's files say of their own encoding
            text, found = decode(data, name, reading.encoding or (declared(data) if declared else None))
            yield module.read(text, name, found)
        case "file":
            yield module.read(source if isinstance(source, bytes) else content(source), name)
        case "rows":
            from mtaudit.readers import tables

            with _opened(source) as file:
                rows = module.rows(file, name, reading.encoding, reading.part)
                yield from tables.documents(rows, name, chosen, reading.columns)


def read_file(path: str | Path, encoding: str | None = None, format: str | None = None) -> Document:
    """The Document of a file. Raises UnreadableInput, with one sentence that says which file and why."""
    return _only(documents(path, reading=Reading(encoding, format)), str(path))


def read_bytes(data: bytes, name: str, encoding: str | None = None, format: str | None = None) -> Document:
    """The Document of ``data``; ``name`` is the file's, and its suffix tells the format."""
    return _only(documents(data, name, Reading(encoding, format)), name)


def read_text(text: str, name: str = "-", format: str | None = None) -> Document:
    """The Document of a text that is already decoded."""
    chosen = _format(name, format)
    if FORMATS[chosen].shape != "text":
        raise UnreadableInput(f"{name} is no text: {chosen} is read from a file")
    return _module(chosen).read(text, name, "utf-8")  # type: ignore[no-any-return]


read = read_file


def with_source(document: Document, source: Document) -> Document:
    """``document`` with the text of ``source`` at the same place as the source of each segment (see ``pairs.paired``).

    Raises ``pairs.NotPaired`` where they cannot be paired.
    """
    from dataclasses import replace

    from mtaudit.readers.pairs import paired

    segments = [s._replace(source=text) for s, text in zip(document.segments, paired(document, source), strict=True)]
    return replace(document, segments=tuple(segments), source_lang=document.source_lang or source.target_lang)


def _only(found: Iterator[Document | BadRow], name: str) -> Document:
    document = next(found, None)
    if document is None:
        raise UnreadableInput(f"{name} holds no text")
    if isinstance(document, UnreadableInput):
        raise document
    if next(found, None) is not None:
        raise UnreadableInput(f"{name} holds more than one text, and one is wanted here")
    return document


def _opened(source: str | Path | bytes) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else opened(source)


def _format(name: str, format: str | None) -> str:
    chosen = format or format_of(name)
    if chosen not in FORMATS:
        raise UnreadableInput(f"{name} cannot be read as {chosen!r}; the formats are {', '.join(FORMATS)}")
    return chosen


def _module(format: str) -> Any:
    return import_module(f"{__name__}.{FORMATS[format].module}")
