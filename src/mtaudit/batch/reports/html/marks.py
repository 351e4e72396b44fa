"""Findings marked in a text: marks may overlap and nest, links may not, so the text is cut where any mark begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.batch.reports.html.words import marked

CARET = "‸"
"""Stands where something is missing."""


class Mark(NamedTuple):
    """A span of a text in code points, the number of its finding, and how bad that is (0 is the worst)."""

    start: int
    end: int
    number: int
    badness: int


class Link(NamedTuple):
    """A finding that ends with a piece which links to another finding. ``first``: nothing before links to it."""

    number: int
    badness: int
    first: bool


class Piece(NamedTuple):
    """A stretch of text under the same marks: it links to finding ``number`` and looks as bad as the worst of them.

    ``first`` says that nothing before it links to that finding, ``last`` that the finding ends here. ``layers`` is the number of
    marks.
    """

    text: str
    number: int | None = None
    badness: int = 0
    layers: int = 0
    first: bool = False
    last: bool = False
    others: tuple[Link, ...] = ()


def pieces(text: str, marks: Sequence[Mark], begun: set[int]) -> Iterator[Piece]:
    """The whole text, piece by piece. A mark that is empty becomes a caret.

    ``begun`` holds the findings that something links to already; those of this text are added.
    """

    def is_first(number: int) -> bool:
        new = number not in begun
        begun.add(number)
        return new

    spans = sorted({mark for mark in marks if mark.end > mark.start}, key=lambda m: (m.start, -m.end, m.number))
    carets = sorted({mark for mark in marks if mark.end <= mark.start}, key=lambda m: (m.start, m.number))
    borders = sorted({0, len(text), *(m.start for m in (*spans, *carets)), *(m.end for m in spans)})
    open_marks: list[Mark] = []
    waiting = 0
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        while carets and carets[0].start <= start:
            caret = carets.pop(0)
            yield Piece(CARET, caret.number, caret.badness, 1, is_first(caret.number), True)
        open_marks = [mark for mark in open_marks if mark.end > start]
        while waiting < len(spans) and spans[waiting].start <= start:
            open_marks.append(spans[waiting])
            waiting += 1
        if start >= end:
            continue
        if not open_marks:
            yield Piece(text[start:end])
            continue
        own = min(open_marks, key=lambda m: (m.end - m.start, m.number))
        worst = min(mark.badness for mark in open_marks)
        first = is_first(own.number)
        ending = (mark for mark in open_marks if mark.end == end and mark.number != own.number)
        others = tuple(Link(mark.number, mark.badness, is_first(mark.number)) for mark in ending)
        yield Piece(marked(text[start:end]), own.number, worst, len(open_marks), first, own.end == end, others)
