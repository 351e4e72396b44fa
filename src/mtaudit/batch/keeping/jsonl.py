"""JSON lines that are kept, byte for byte, and those that are dropped, each with its reasons: ``{"reasons": […], "row": …}``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.encoding import decode
from mtaudit.files import opened
from mtaudit.readers.tables.rows import LONGEST

if TYPE_CHECKING:
    from mtaudit.batch.keeping.verdicts import Verdicts

_HEAD = 1 << 16
_BLOCK = 1 << 20


class _Line(NamedTuple):
    number: int
    begin: int
    data: bytes
    too_long: bool = False


class Sorter:
    """A file of JSON lines, and the two that its lines go to. Lines in UTF-16 or UTF-32 are written in UTF-8."""

    def __init__(self, source: Path, name: str, encoding: str | None, kept: Path, dropped: Path) -> None:
        with ExitStack() as stack:
            self._source = stack.enter_context(opened(source))
            self._kept = stack.enter_context(kept.open("wb"))
            self._dropped = stack.enter_context(dropped.open("wb"))
            head = self._source.read(_HEAD)
            cut = head[: head.rfind(b"\n") + 1] or head
            self._encoding = decode(cut, name, encoding)[1] if cut else "utf-8"
            self._number = 0
            self._open = stack.pop_all()

    def sort(self, part: tuple[int, int] | None, verdicts: Verdicts) -> None:
        """The lines of a part, the parts in their order. Raises Changed where they are not those of the records."""
        wide = self._encoding.replace("-", "").replace("_", "").lower().startswith(("utf16", "utf32"))
        for line in self._wide_lines() if wide else self._lines(*(part or (0, self._source.seek(0, 2)))):
            why = verdicts.take(line.number, line.begin)
            if why or line.too_long:
                row = "null" if line.too_long else _row(line.data, "utf-8" if wide else self._encoding)
                self._dropped.write(_encoded(f'{{"reasons": {json.dumps(why, ensure_ascii=False)}, "row": {row}}}\n'))
            else:
                self._kept.write(line.data)
        verdicts.end()

    def close(self) -> None:
        self._open.close()

    def _lines(self, start: int, end: int) -> Iterator[_Line]:
        """The lines that are not blank; a line that begins in the part belongs to it."""
        at = start
        self._source.seek(start)
        while at < end:
            begin = at
            data = self._source.readline(4 * LONGEST)
            if not data:
                return
            at += len(data)
            too_long = len(data) == 4 * LONGEST and not data.endswith(b"\n")
            while too_long and not data.endswith(b"\n") and (data := self._source.readline(_BLOCK)):
                at += len(data)
            self._number += 1
            if too_long or not data.isspace():
                yield _Line(self._number, begin, data, too_long)

    def _wide_lines(self) -> Iterator[_Line]:
        self._source.seek(0)
        wide = TextIOWrapper(self._source, self._encoding, "surrogatepass", newline="\n")
        for number, text in enumerate(wide, 1):
            if not text.isspace():
                yield _Line(number, number, text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"))
        wide.detach()


def _row(data: bytes, encoding: str) -> str:
    """The line as JSON: as it stands where it is JSON, else as a text."""
    text = data.decode("utf-8" if encoding == "utf-8-sig" else encoding, "surrogateescape").strip().removeprefix("\ufeff")
    try:
        read = json.loads(text)
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(read)
    except (ValueError, RecursionError):
        return json.dumps(text)
    return text


def _encoded(line: str) -> bytes:
    return line.encode("utf-8", "backslashreplace")
