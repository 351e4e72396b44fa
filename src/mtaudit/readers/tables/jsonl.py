"""JSON lines: a record a line, read by the standard library; in constant memory, and from any line on.

A record is an object (keys of nested ones are joined by dots), a list of values, or a text. Lines of files of up to 64 MiB are
counted; a row of a larger file has the number of the byte at which its line begins (``tail -c +NUMBER``, which counts from 1),
because counting would mean that each part reads all that is before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.encoding import decode
from mtaudit.files import opened
from mtaudit.readers.tables.rows import LONGEST, SAMPLE, Row, flattened, letter

if TYPE_CHECKING:
    from typing import BinaryIO

_COUNTED = 1 << 26
_BLOCK = 1 << 20
_HEAD = 1 << 16
_LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs, which JSON can write, less those that stand for undecodable bytes."""


class _Line(NamedTuple):
    number: int
    text: str
    error: str = ""


def rows(file: BinaryIO, name: str, encoding: str | None, part: tuple[int, int] | None = None) -> Iterator[Row]:
    """The records from byte to byte, or all, blank lines left out. A line that is no record is a row with an error.

    Raises UnreadableInput for what is no text.
    """
    head = file.read(_HEAD)
    cut = head[: head.rfind(b"\n") + 1] or head
    found = decode(cut, name, encoding)[1] if cut else "utf-8"
    file.seek(0)
    if found.lower().replace("-", "").startswith(("utf16", "utf32")):
        wide = TextIOWrapper(file, found, "replace", newline="\n")
        yield from (_row(_Line(number, line)) for number, line in enumerate(wide, 1) if not line.isspace())
        return
    total = file.seek(0, 2)
    start, end = part or (0, total)
    if part:
        yield from (_row(line)._replace(outside=True) for line in islice(_lines(file, 0, total, found), SAMPLE))
    yield from map(_row, _lines(file, start, end, found))


def parts(path: str | Path, size: int) -> list[tuple[int, int] | None]:
    """The byte ranges of whole lines, each of about ``size`` bytes; only the lines on which they meet are read."""
    with opened(path) as file:
        wide = file.read(4).startswith((b"\xff\xfe", b"\xfe\xff", b"\0")) or b"\0" in file.read(_HEAD)
        total = file.seek(0, 2)
        if wide or total <= size:
            return [None]
        cuts = [0]
        for at in range(size, total, size):
            if at <= cuts[-1]:
                continue
            file.seek(at - 1)
            while (line := file.readline(_BLOCK)) and not line.endswith(b"\n"):
                pass
            cuts.append(file.tell())
    if cuts[-1] < total:
        cuts.append(total)
    return [*pairwise(cuts)]


def _lines(file: BinaryIO, start: int, end: int, encoding: str) -> Iterator[_Line]:
    """The lines that are not blank and begin from ``start`` to before ``end``."""
    counted = file.seek(0, 2) <= _COUNTED
    number = _count(file, start) if counted else start
    file.seek(start)
    at = start
    while at < end:
        data = file.readline(4 * LONGEST)
        if not data:
            return
        begin, at = at, at + len(data)
        too_long = len(data) == 4 * LONGEST and not data.endswith(b"\n")
        while too_long and not data.endswith(b"\n") and (data := file.readline(_BLOCK)):
            at += len(data)
        number = number + 1 if counted else begin
        if too_long:
            yield _Line(number, "", f"a line is longer than {4 * LONGEST:,} bytes")
        elif not data.isspace():
            yield _Line(number, _decoded(data, encoding).rstrip("\r\n"))


def _count(file: BinaryIO, end: int) -> int:
    """How many lines end before the byte ``end``."""
    file.seek(0)
    count = left = 0
    for left in range(end, 0, -_BLOCK):
        count += file.read(min(left, _BLOCK)).count(b"\n")
    return count


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("utf-8" if encoding == "utf-8-sig" else encoding, "surrogateescape")


def _row(line: _Line) -> Row:
    if line.error:
        return Row(line.number, {}, error=line.error)
    try:
        record = json.loads(line.text.removeprefix("\ufeff"))
        cells = _cells(record)
    except json.JSONDecodeError as error:
        return Row(
            line.number, {}, error=f"no JSON record in one line ({error.msg[:1].lower()}{error.msg[1:]}, column {error.colno})"
        )
    except RecursionError:
        return Row(line.number, {}, error="a record that is nested too deeply")
    except ValueError:  # Python refuses to convert it
        return Row(line.number, {}, error="a number of thousands of digits")
    if cells is None:
        return Row(line.number, {}, error="a record that is neither an object nor a text")
    if any(len(cell) > LONGEST for cell in cells.values()):
        return Row(line.number, {}, error=f"a text is longer than {LONGEST:,} characters")
    if "\\u" in line.text:
        cells = {name: _LONE.sub("\ufffd", cell) for name, cell in cells.items()}
    return Row(line.number, cells)


def _cells(record: object) -> dict[str, str] | None:
    if isinstance(record, dict):
        return flattened(record)
    if isinstance(record, str):
        return {"text": record}
    if isinstance(record, list):
        return {letter(i): value for i, value in enumerate(record) if isinstance(value, str)}
    return None
