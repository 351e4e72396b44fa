"""Bytes to Documents.

``expand`` says which files are meant, ``read_file`` and ``read_bytes`` make a Document of one. The format follows from
the name; there is one module per format, with ``read(text, name, encoding)``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mtaudit.encoding import decode
from mtaudit.errors import UnreadableInput
from mtaudit.files import content
from mtaudit.readers.paths import Nothing, expand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mtaudit.document import Document

__all__ = ["FORMATS", "Nothing", "expand", "format_of", "read", "read_bytes", "read_file", "read_text", "with_source"]

FORMATS = ("text", "markdown")
"""The formats that can be read, each by the module of that name."""


def read_file(path: str | Path, encoding: str | None = None, format: str | None = None) -> Document:
    """The Document of a file. Raises UnreadableInput, with one sentence that says which file and why."""
    return read_bytes(content(path), str(path), encoding, format)


def read_bytes(data: bytes, name: str, encoding: str | None = None, format: str | None = None) -> Document:
    """The Document of ``data``; ``name`` is the file's, and its suffix tells the format."""
    reader = _reader(name, format)
    text, found = decode(data, name, encoding)
    return reader(text, name, found)


def read_text(text: str, name: str = "-", format: str | None = None) -> Document:
    """The Document of a text that is already decoded."""
    return _reader(name, format)(text, name, "utf-8")


read = read_file


def with_source(document: Document, source: Document) -> Document:
    """``document`` with the text of ``source`` at the same place as the source of each segment (see ``pairs.paired``).

    Raises UnreadableInput where the two cannot be paired.
    """
    from dataclasses import replace

    from mtaudit.readers.pairs import paired

    segments = [s._replace(source=text) for s, text in zip(document.segments, paired(document, source), strict=True)]
    return replace(document, segments=tuple(segments), source_lang=document.source_lang or source.target_lang)


def _reader(name: str, format: str | None) -> Callable[[str, str, str], Document]:
    chosen = format or format_of(name)
    if chosen not in FORMATS:
        raise UnreadableInput(f"{name} cannot be read as {chosen!r}; the formats are {', '.join(FORMATS)}")
    return import_module(f"{__name__}.{chosen}").read  # type: ignore[no-any-return]


def format_of(name: str) -> str:
    """The format that a file's name tells: ``markdown`` for .md and .markdown, otherwise ``text``."""
    return "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
