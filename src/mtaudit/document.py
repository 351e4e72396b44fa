"""What is audited: a Document of Segments, and the Places in it.

All offsets are Unicode code points. A span is half-open: ``text[start:end]``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal["body", "heading", "item", "cell", "caption", "byline", "quote", "code"]
MarkKind = Literal["strong", "emphasis", "link", "image", "code"]


class Span(NamedTuple):
    """``start`` and ``end`` in code points of one text."""

    start: int
    end: int


class Mark(NamedTuple):
    """Inline markup: ``outer`` with its delimiters, ``inner`` what they enclose; offsets in the segment's target."""

    kind: MarkKind
    outer: Span
    inner: Span


class Escape(NamedTuple):
    """What a format writes for other characters (``&amp;``, ``\\n``): where, in the segment's target, and what it stands for."""

    start: int
    end: int
    text: str


class Place(NamedTuple):
    """Where something stands in the file.

    ``start`` and ``end`` are offsets in the document's text; lines and columns start at 1, count code points of the
    physical line and end before ``end_column``. ``segment`` is the segment's key, ``text`` what stands there.
    """

    segment: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Segment(NamedTuple):
    """The unit that the file gave: a paragraph, a list item, a table cell.

    ``target`` is the text as it stands in the file, and ``start`` its offset in the document's text. ``hidden`` are
    spans of the target that are markup and no prose (``**``, ``](url)``); ``opaque`` are spans that stand for one
    word which nobody should read as prose (code, URLs). ``escapes`` are what the format writes for other characters. Each is
    sorted and disjoint.
    """

    number: int
    target: str
    kind: Kind = "body"
    start: int = 0
    key: str = ""
    source: str | None = None
    hidden: tuple[Span, ...] = ()
    opaque: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    level: int = 0
    """Depth of a heading (1 to 6), a list or a quotation; 0 where it has none."""
    escapes: tuple[Escape, ...] = ()

    def pieces(self) -> Iterator[Escape]:
        """The target piece by piece, each with what a reader sees of it: nothing of markup, and what an escape stands for."""
        done = 0
        for start, end, text in sorted([*self.escapes, *(Escape(*span, "") for span in self.hidden)]):
            if start >= done:
                yield Escape(done, start, self.target[done:start])
                yield Escape(start, end, text)
                done = end
        yield Escape(done, len(self.target), self.target[done:])

    @property
    def prose(self) -> str:
        """The target without its markup, escapes resolved."""
        if not self.hidden and not self.escapes:
            return self.target
        return "".join([piece.text for piece in self.pieces()])


class Match(NamedTuple):
    """Sentences of a source and those of the text that say the same; no ``targets``: omitted, no ``sources``: added.

    ``targets`` are number of the segment, start and end in its target. ``score`` is the evidence: the natural logarithm of odds.
    """

    sources: tuple[str, ...]
    targets: tuple[tuple[int, int, int], ...]
    score: float = 0.0


@dataclass(frozen=True)
class Document:
    """A text and its segments. ``text`` is the whole decoded file, so that every offset can be checked against it.

    A byte that could not be decoded stands in ``text`` as a lone surrogate (PEP 383), so that nothing is lost. A format
    without physical lines (a spreadsheet, a text processor's file) is shown as a text with one line for each row or paragraph, in
    which U+2028 stands for a break inside. ``escaped`` tells how the format writes characters that it cannot hold as they
    are (``str.translate``), ``metadata`` what the file says of the text (title, author, outlet, date …). ``matches`` are those of all
    sentences of both texts, in order, where text and source had to be aligned.
    """

    segments: tuple[Segment, ...]
    name: str
    text: str = field(repr=False)
    format: str = "text"
    target_lang: str | None = None
    source_lang: str | None = None
    encoding: str = "utf-8"
    escaped: Mapping[int, str] = field(default_factory=dict, repr=False)
    metadata: Mapping[str, str] = field(default_factory=dict)
    matches: tuple[Match, ...] = field(default=(), repr=False)

    @property
    def prose(self) -> str:
        """What a reader sees: the whole text where that is prose, otherwise the segments, each in its line."""
        if self.format in ("text", "markdown"):
            return self.text
        return "\n".join([segment.prose for segment in self.segments])

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each physical line. Lines end at LF, CRLF or CR and nowhere else."""
        text = self.text
        if "\r" in text:
            return [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text))]
        return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def place(self, segment: Segment, start: int, end: int) -> Place:
        """The place of ``segment.target[start:end]``."""
        return self.place_at(segment.start + start, segment.start + end, segment.key)

    def place_at(self, start: int, end: int, key: str = "") -> Place:
        """The place of ``text[start:end]``."""
        starts = self.line_starts
        first = bisect_right(starts, start)
        last = bisect_right(starts, end, lo=first - 1)
        return Place(key, start, end, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1, self.text[start:end])

    def line(self, number: int) -> str:
        """The physical line ``number`` (from 1), without its end."""
        starts = self.line_starts
        stop = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : stop].rstrip("\r\n")
