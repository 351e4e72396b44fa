"""The paragraphs of a text processor's file as a Document: each with text in a line of its own.

What the file's styles say of a paragraph holds. Where they say nothing, the paragraphs are read as plain text is, so that a
heading which is only a short line, an item whose bullet was typed and the lines of a wrapped text are what they would be there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.document import Document, Escape, Kind, Segment, Span
from mtaudit.readers import text as plain_text
from mtaudit.readers import wrapping
from mtaudit.readers.lines import stops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mtaudit.readers.office.styles import Role

BREAK = "\u2028"
_SHORT = 50
"""A longer line that ends as a sentence does is no heading, whatever its style says (code points)."""
_RUNNING = 100
"""A cell with a longer text that ends as a sentence does holds running text: tables lay out pages (code points)."""
_LINE_ENDS = re.compile(r"[\r\n]+")
_INDENT = " \t" + BREAK


class Within(NamedTuple):
    """What a paragraph is through its place: in a cell, in a note. ``key`` names the place, or is empty for the paragraph's number."""

    kind: Kind | None = None
    level: int = 0
    key: str = ""


def cell_of(table: int, row: int, column: int) -> Within:
    """A cell; all three are counted from 1. The column is written as spreadsheets do: A, B … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return Within("cell", 0, f"table {table}:{letters}{row}")


class Paragraph:
    """A paragraph in the making. ``kind`` is what its style or its place says, or None."""

    __slots__ = ("_length", "_parts", "escapes", "key", "kind", "level", "opaque")

    def __init__(self, within: Within, role: Role) -> None:
        self.kind = role.kind or within.kind
        self.level = role.level if role.kind else within.level
        self.key = within.key
        self.escapes: list[Escape] = []
        self.opaque: list[Span] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def length(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def write(self, text: str) -> None:
        """Adds text as it is, in one line."""
        if "\n" in text or "\r" in text:
            text = _LINE_ENDS.sub(" ", text)
        self._parts.append(text)
        self._length += len(text)

    def write_for(self, char: str, meaning: str) -> None:
        """Adds a character that stands for another text."""
        self.escapes.append(Escape(self._length, self._length + len(char), meaning))
        self.write(char)

    def is_short(self) -> bool:
        """Whether it may be a heading, by what it holds."""
        text = self.text
        return len(text) <= _SHORT or not stops(text)

    def line_break(self) -> None:
        self.write_for(BREAK, "\n")

    def write_word(self, text: str) -> None:
        """Adds what stands for one word and is no prose: code, an equation."""
        start = self._length
        self.write(text)
        if self._length == start:
            return
        if self.opaque and self.opaque[-1].end == start:
            start = self.opaque.pop().start
        self.opaque.append(Span(start, self._length))

    def cut(self, start: int) -> None:
        """Takes back what was written from ``start`` on."""
        text = self.text[:start]
        self._parts, self._length = [text], len(text)
        self.escapes = [escape for escape in self.escapes if escape.end <= start]
        self.opaque = [span for span in self.opaque if span.end <= start]


def document(paragraphs: Iterable[Paragraph], name: str, format: str, metadata: Mapping[str, str]) -> Document:
    """The Document of these paragraphs; those without text separate others and have no line."""
    shown: list[Paragraph] = []
    gaps: set[int] = set()
    for paragraph in paragraphs:
        text = paragraph.text
        if text and not text.isspace():
            shown.append(paragraph)
        else:
            gaps.add(len(shown))
    return _Lines(shown, gaps).document(name, format, metadata)


class _Found(NamedTuple):
    """A segment to be: offsets in the document's text, hidden spans from its start."""

    start: int
    end: int
    kind: Kind
    level: int
    hidden: tuple[Span, ...] = ()


class _Lines:
    """The paragraphs that have text. ``gaps`` are the numbers of those before which one without text stands."""

    def __init__(self, paragraphs: Sequence[Paragraph], gaps: set[int]) -> None:
        self._paragraphs = paragraphs
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._starts: list[int] = []
        at = 0
        for text in self._texts:
            self._starts.append(at)
            at += len(text) + 1
        self._text = "\n".join(self._texts)
        self._gaps = gaps
        self._segments: list[Segment] = []
        self._keys: dict[str, int] = {}

    def document(self, name: str, format: str, metadata: Mapping[str, str]) -> Document:
        open_ones: list[int] = []
        found: list[_Found] = []
        for i, (paragraph, text) in enumerate(zip(self._paragraphs, self._texts, strict=True)):
            kind = self._kind(paragraph, text)
            if kind is None:
                open_ones.append(i)
                continue
            bare = text.strip(_INDENT)
            start = self._starts[i] + text.index(bare)
            found.append(_Found(start, start + len(bare), kind, paragraph.level))
        found += self._as_plain_text(open_ones)
        for piece in sorted(found):
            self._add(*piece)
        return Document(tuple(self._segments), name, self._text, format, metadata=metadata)

    def _kind(self, paragraph: Paragraph, text: str) -> Kind | None:
        if paragraph.kind == "heading" and not paragraph.is_short():
            return None
        if paragraph.kind == "cell" and len(text) > _RUNNING and stops(text):
            return "body"
        return paragraph.kind

    def _as_plain_text(self, numbers: Sequence[int]) -> list[_Found]:
        """Start, end, kind, level and hidden spans of what the plain-text reader finds in these paragraphs."""
        lines: list[str] = []
        starts: list[int] = []
        at = 0
        for block in self._blocks(numbers):
            shown = [self._texts[i].replace(BREAK, " ").replace("\u2029", " ") for i in block]
            bare = [line.lstrip(" \t") for line in shown]
            wrapped = len(block) > 2 and all(bare) and wrapping.is_wrapped([(0, line) for line in bare])
            for line in shown:
                starts.append(at)
                lines.append(line)
                at += len(line) + 1
                if not wrapped:
                    lines.append("")
                    at += 1
            if wrapped:
                lines.append("")
                at += 1
        found: list[_Found] = []
        for segment in plain_text.read("\n".join(lines), "").segments:
            at = bisect_right(starts, segment.start) - 1
            start = self._starts[numbers[at]] + segment.start - starts[at]
            found.append(_Found(start, start + len(segment.target), segment.kind, segment.level, segment.hidden))
        return found

    def _blocks(self, numbers: Sequence[int]) -> list[list[int]]:
        """Runs of paragraphs with nothing between."""
        blocks: list[list[int]] = []
        for number in numbers:
            if blocks and blocks[-1][-1] == number - 1 and number not in self._gaps:
                blocks[-1].append(number)
            else:
                blocks.append([number])
        return blocks

    def _add(self, start: int, end: int, kind: Kind, level: int, hidden: tuple[Span, ...]) -> None:
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end) - 1
        escapes: list[Escape] = []
        opaque: list[Span] = []
        for i in range(first, last + 1):
            shift = self._starts[i] - start
            paragraph = self._paragraphs[i]
            escapes += [Escape(s + shift, e + shift, text) for s, e, text in paragraph.escapes]
            opaque += [Span(s + shift, e + shift) for s, e in paragraph.opaque]
        length = end - start
        self._segments.append(
            Segment(
                len(self._segments),
                self._text[start:end],
                kind,
                start,
                self._key(self._paragraphs[first].key or str(first + 1)),
                hidden=hidden,
                opaque=tuple(Span(max(s, 0), min(e, length)) for s, e in opaque if s < length and e > 0),
                level=level,
                escapes=tuple(escape for escape in escapes if escape.start >= 0 and escape.end <= length),
            )
        )

    def _key(self, key: str) -> str:
        count = self._keys[key] = self._keys.get(key, 0) + 1
        return key if count == 1 else f"{key}#{count}"
