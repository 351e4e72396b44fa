"""A corrected text back into its file: whole, in the file's own encoding, or not at all."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.encoding import decode, encode
from mtaudit.errors import MtauditError, UnreadableInput
from mtaudit.files import content, reason
from mtaudit.readers import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.document import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NotWritten(MtauditError):
    """A file that is left as it is, and why."""


def writable(document: Document) -> None:
    """Raises NotWritten for a format that can be audited only."""
    table = document.name.rpartition("#")[0]  # where it is a row of one
    is_row = FORMATS[format_of(table)].shape == "rows" and format_of(document.name) == "text"
    if is_row or FORMATS[document.format].shape != "text":
        can = ", ".join(name for name, format in FORMATS.items() if format.shape == "text")
        raise NotWritten(f"{table if is_row else document.name} cannot be corrected: only {can} can be written back")


def rebuilt(document: Document, text: str, before: bytes) -> bytes:
    """``text`` as bytes, where ``document`` was read from the bytes ``before``: what did not change is byte for byte the same.

    Raises NotWritten where it cannot be: the file has changed since, or its encoding has no such character.
    """
    for mark, encoding in _ways(document.encoding, before):
        if _is(document.text, encoding, before[len(mark) :]):
            return mark + encoded(document, text, encoding)
    if not _still(document, before):
        raise NotWritten(f"{document.name} is left as it is: it has changed since it was read")
    raise NotWritten(f"{document.name} is left as it is: not all of its bytes can be written back as {document.encoding}")


def encoded(document: Document, text: str, encoding: str) -> bytes:
    """``text`` in an encoding. Raises NotWritten where that has no such character."""
    try:
        return encode(text, encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise NotWritten(f"{document.name} is left as it is: {encoding} has no ‘{char}’ (U+{ord(char):04X})") from None


def _ways(encoding: str, data: bytes) -> Iterator[tuple[bytes, str]]:
    """What a file can begin with, and the encoding of the rest. Python's UTF-16 would forget the order of the bytes."""
    for mark, own in _MARKS:
        if data.startswith(mark):
            yield mark, own
    yield b"", encoding


def _is(text: str, encoding: str, data: bytes) -> bool:
    try:
        return encode(text, encoding) == data
    except UnicodeEncodeError:
        return False


def _still(document: Document, data: bytes) -> bool:
    try:
        return decode(data, document.name, document.encoding)[0] == document.text
    except UnreadableInput:
        return False


def contents(document: Document, text: str, before: bytes | None = None) -> tuple[bytes, bytes]:
    """The bytes of the file that ``document`` was read from, unless they are given, and what they become with ``text``.

    Raises NotWritten and UnreadableInput.
    """
    if before is None:
        if not Path(document.name).is_file():  # a pipe gives its bytes once
            raise NotWritten(f"{document.name} cannot be corrected: it is no regular file any more, or never was one")
        before = content(document.name)
    return before, rebuilt(document, text, before)


def rewrite(document: Document, text: str) -> None:
    """Puts ``text`` into the file that ``document`` was read from, or the file that a link leads to.

    It is written beside its place and moved there; mode and owner stay, and another hard link keeps the old text. Raises NotWritten and UnreadableInput.
    """
    before, after = contents(document, text)
    path = Path(os.path.realpath(document.name))
    if not os.access(path, os.W_OK):
        raise NotWritten(f"{document.name} may not be written: permission denied")
    try:
        _replace(path, before, after)
    except OSError as error:
        raise NotWritten(f"{document.name} is left as it is: it cannot be written: {reason(error)}") from None


def _replace(path: Path, before: bytes, after: bytes) -> None:
    from tempfile import NamedTemporaryFile

    info = path.stat()
    beside = NamedTemporaryFile("wb", dir=path.parent, prefix=".mtaudit-", delete=False)  # noqa: SIM115
    try:
        with beside:
            beside.write(after)
        with suppress(PermissionError, AttributeError):  # only root gives files away, and only where there are owners
            os.chown(beside.name, info.st_uid, info.st_gid)
        Path(beside.name).chmod(stat.S_IMODE(info.st_mode))
        if content(path) != before:
            raise NotWritten(f"{path} is left as it is: it has changed since it was read")
        Path(beside.name).replace(path)
    except BaseException:
        Path(beside.name).unlink(missing_ok=True)
        raise
