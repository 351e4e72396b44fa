"""What the reports that a pipeline reads have in common: levels, paths, columns, words, and the choice of the worst."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from mtaudit.document import Document, Place
from mtaudit.report import Finding, Report, Severity
from mtaudit.writers.visible import quoted, visible

Level = Literal["error", "warning", "note"]
LEVELS: Mapping[Severity, Level] = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
"""What a severity is called where there are three levels."""


UNREADABLE = "unreadable"
"""The code of a file that could not be read."""

T = TypeVar("T")


@cache
def _unfit() -> re.Pattern[str]:
    # Controls, lone surrogates and noncharacters: no terminal, no XML and no strict JSON parser takes them all.
    return re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """``text`` with pictures (see ``visible``) for the characters that some output cannot hold; all others stay."""
    return _unfit().sub(lambda found: visible(found[0]) if found[0] < "\ufffe" else f"‹U+{ord(found[0]):04X}›", text)


def plain(text: str) -> str:
    """``text`` for a reader: on one line, with nothing invisible in it."""
    return fit(visible(text))


def sentence(found: Finding, ui_lang: str) -> str:
    """What is wrong, and the correction where there is one."""
    message = plain(found.message.in_language(ui_lang))
    if found.fix is None:
        return message
    return message.rstrip(".") + fit(f": {quoted(found.place.text)} → {quoted(found.fix.text)}")


def unreadable(report: Report) -> str:
    """Why a file could not be read."""
    return plain(report.error or "")


def writable(text: str) -> bool:
    """Whether ``text`` can be put into a file by another program: a byte that could not be decoded cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def relative(name: str) -> str:
    """The path of a file from the current folder, where it lies below that, with forward slashes."""
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def path(name: str) -> str:
    """The relative path of a file as a consumer finds it in the repository; what no output can hold is replaced."""
    return fit(relative(name))


class Columns(NamedTuple):
    """Where a place begins and ends in its first and last line; columns start at 1, the end is exclusive."""

    start: int
    end: int


@cache
def _undecoded() -> re.Pattern[str]:
    return re.compile("[\udc80-\udcff]")


def utf8_columns(place: Place, document: Document) -> Columns:
    """The columns of ``place`` in bytes of UTF-8; a byte that could not be decoded is one, and so is each byte of a BOM."""

    def column(line: int, column: int, offset: int) -> int:
        before = document.text[offset - column + 1 : offset]
        mark = 3 if line == 1 and document.encoding == "utf-8-sig" else 0
        return mark + len(before.encode("utf-8", "surrogatepass")) - 2 * len(_undecoded().findall(before)) + 1

    return Columns(column(place.line, place.column, place.start), column(place.end_line, place.end_column, place.end))


class Worst(Generic[T]):
    """The ``most`` worst of many things, however many there are: of equals, those that came first."""

    def __init__(self, most: int) -> None:
        self._room = most
        self._by_rank: dict[int, list[T]] = {}
        self.left_out = 0

    def add(self, rank: int, item: T) -> None:
        """Takes ``item`` in, the worse the smaller its ``rank``, and gives up the mildest one where there is no room."""
        self._by_rank.setdefault(rank, []).append(item)
        if self._room:
            self._room -= 1
            return
        mildest = max(self._by_rank)
        self._by_rank[mildest].pop()
        if not self._by_rank[mildest]:
            del self._by_rank[mildest]
        self.left_out += 1

    def __iter__(self) -> Iterator[T]:
        """The worst first."""
        for rank in sorted(self._by_rank):
            yield from self._by_rank[rank]


class JsonItems:
    """The items of one JSON array, each on its line, as they come."""

    def __init__(self) -> None:
        self._before = "\n"

    def add(self, items: Iterable[Any]) -> str:
        out = []
        for item in items:
            out.append(self._before + json.dumps(item, ensure_ascii=False))
            self._before = ",\n"
        return "".join(out)


class XmlParts:
    """An XML document that is written and taken away part by part."""

    def __init__(self) -> None:
        from io import StringIO
        from xml.sax.saxutils import XMLGenerator

        self._out = StringIO()
        self._generator = XMLGenerator(self._out, "utf-8", short_empty_elements=True)
        self._generator.startDocument()

    def start(self, name: str, /, **attributes: object) -> None:
        from xml.sax.xmlreader import AttributesImpl

        self._generator.startElement(name, AttributesImpl({key: str(value) for key, value in attributes.items()}))

    def end(self, name: str) -> None:
        self._generator.endElement(name)
        self._generator.ignorableWhitespace("\n")

    @contextmanager
    def element(self, name: str, /, **attributes: object) -> Iterator[None]:
        self.start(name, **attributes)
        yield
        self.end(name)

    def text(self, text: str) -> None:
        self._generator.characters(text)

    def take(self) -> str:
        """What was written since the last time."""
        part = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return part
