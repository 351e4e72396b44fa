"""Delimited text (CSV) by the standard library: quoted as in RFC 4180, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from itertools import chain, islice
from typing import TYPE_CHECKING

from mtaudit.encoding import decode
from mtaudit.errors import UnreadableInput
from mtaudit.readers.tables.rows import LONGEST, Row, letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

_TOLD = re.compile(r'"?sep=([,;\t|])"?[\r\n]*', re.IGNORECASE)
"""A first line that tells Excel the delimiter."""
_WHOLE = 1 << 24
"""A smaller file (bytes) is decoded as a whole; of a larger one the beginning tells the encoding."""
_LINES, _SAMPLE = 50, 1 << 16
"""So many lines and code points are looked at to find the delimiter."""


def rows(file: BinaryIO, name: str, encoding: str | None, part: tuple[int, int] | None = None) -> Iterator[Row]:
    """The rows of a delimited text, one after the other. It is never cut, so ``part`` is None.

    A record whose quotation marks do not fit is a row with an error. Raises UnreadableInput for what is no text.
    """
    lines = text_lines(file, name, encoding)
    first = next(lines, "")
    told = _TOLD.fullmatch(first)
    head = [*([] if told else [first]), *islice(lines, _LINES)]
    yield from records(chain(head, lines), told[1] if told else _delimiter(head), first=2 if told else 1)


def text_lines(file: BinaryIO, name: str, encoding: str | None) -> Iterator[str]:
    """The lines of a text with their ends, in constant memory where it is large."""
    head = file.read(_WHOLE)
    text, found = _decoded(head, name, encoding)
    if len(head) < _WHOLE:
        yield from StringIO(text, newline="")
        return
    del head, text
    file.seek(0)
    try:
        yield from TextIOWrapper(file, found, "surrogateescape", newline="")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{name} cannot be decoded as {found}: {error.reason}") from None


def _decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    """The text; a stray NUL does not make it something else."""
    if not encoding and b"\0" in data and 100 * data.count(b"\0") < len(data) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = decode(data.replace(b"\0", b""), name)[1]
    return decode(data, name, encoding)


def records(lines: Iterable[str], delimiter: str, quoted: bool = True, first: int = 1) -> Iterator[Row]:
    """The records of delimited lines; ``first`` is the number of the first."""
    if csv.field_size_limit() < LONGEST:
        csv.field_size_limit(LONGEST)
    reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE, strict=True)
    number = first - 1
    letters: list[str] = []
    while True:
        number += 1
        begin = reader.line_num + first
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, {}, error=f"{_sentence(error)} (from line {begin:,} of the file)")
            continue
        while len(letters) < len(cells):
            letters.append(letter(len(letters)))
        if any(cells):
            yield Row(number, dict(zip(letters, cells, strict=False)))


def _sentence(error: csv.Error) -> str:
    if "limit" in str(error):
        return f"a cell is longer than {LONGEST:,} characters; perhaps a quotation mark is not closed"
    if "end of data" in str(error):
        return "a quotation mark is not closed"
    return "a quotation mark inside a cell is not doubled" if "expected after" in str(error) else str(error)


def _delimiter(lines: list[str]) -> str:
    """The first of comma, tab and semicolon that cuts all records into as many cells; else the first that cuts the first record."""
    head = "".join(lines)[:_SAMPLE].splitlines(keepends=True)
    widths = {char: [len(row) for row in csv.reader(head, delimiter=char) if row] for char in ",\t;"}
    cutting = [char for char, found in widths.items() if found and found[0] > 1]
    return next((char for char in cutting if len(set(widths[char][:-1])) == 1), cutting[0] if cutting else ",")
