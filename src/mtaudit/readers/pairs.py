"""Two files that say the same: which text of the one stands where a segment of the other stands.

A translation and its source, a translation and a reference. Files of translators go line by line, blank lines aside;
where the lines differ in number (one of the two is wrapped), paragraphs may still go one by one. A system that has nothing to
say leaves a line empty: then blank lines count, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from mtaudit.document import Segment
from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mtaudit.document import Document


class NotPaired(UnreadableInput):
    """Two files of which neither lines nor segments are as many."""


def paired(document: Document, other: Document) -> tuple[str, ...]:
    """For each segment of ``document`` what ``other`` says at the same place, on one line and without its markup.

    Files with the same number of lines that are not blank are paired by lines: a segment of several lines gets these
    lines joined by blanks, and the cells of a line get the other line's cells where there are as many. So are files with the
    same number of lines where one has all the blank lines of the other and a few more, which were left empty. Other files are
    paired by segments. Raises NotPaired where neither lines nor segments are as many.
    """
    ours, theirs = _Lines(document), _Lines(other)
    if len(ours.numbers) == len(theirs.numbers):
        return tuple(_by_lines(ours, theirs))
    if _fullest([ours, theirs]) is not None:
        return tuple(_by_lines(ours.with_blank_ones(), theirs.with_blank_ones()))
    if len(document.segments) == len(other.segments):
        return tuple([prose(segment) for segment in other.segments])
    raise NotPaired(
        f"{other.name} cannot be paired with {document.name}: it has {len(theirs.numbers)} lines that are not blank and "
        f"{len(other.segments)} segments, {document.name} has {len(ours.numbers)} and {len(document.segments)}"
    )


def completed(document: Document, others: Sequence[Document]) -> Document:
    """``document`` with an empty segment, whose key is empty, for each line that it leaves empty and another file does not.

    Only where all of them go line by line: they have the same number of lines, and one of them has text wherever another has.
    """
    ours, *theirs = map(_Lines, (document, *others))
    fullest = _fullest([ours, *theirs])
    left_empty = sorted(set(fullest.numbers) - set(ours.numbers)) if fullest else []
    if not left_empty:
        return document
    empty = [Segment(0, "", start=document.line_starts[n - 1]) for n in left_empty]
    segments = sorted([*document.segments, *empty], key=lambda segment: segment.start)
    return replace(document, segments=tuple([segment._replace(number=i) for i, segment in enumerate(segments)]))


def prose(segment: Segment) -> str:
    """A segment on one line, without its hidden markup."""
    return " ".join(segment.prose.split())


class _Lines:
    """The lines of a document that are not blank or have a segment, and which of them each segment covers.

    ``numbers`` are the numbers of these lines in the file, ``covered`` holds the slice of ``numbers`` of each segment, and
    ``total`` is the number of all lines.
    """

    def __init__(self, document: Document, numbers: list[int] | None = None) -> None:
        self.document = document
        self.total = len(document.line_starts) - (document.line(len(document.line_starts)) == "")
        places = [document.place(segment, 0, len(segment.target)) for segment in document.segments]
        written = (n for n in range(1, self.total + 1) if document.line(n).strip())
        self.numbers = numbers or sorted({*written, *(p.line for p in places)})
        self.covered = [(bisect_left(self.numbers, p.line), bisect_right(self.numbers, p.end_line)) for p in places]

    def with_blank_ones(self) -> _Lines:
        return _Lines(self.document, [*range(1, self.total + 1)])

    def text(self, first: int, end: int) -> str:
        return " ".join(word for n in self.numbers[first:end] for word in self.document.line(n).split())


def _fullest(several: Sequence[_Lines]) -> _Lines | None:
    """Of files with the same number of lines the one that has text wherever another has; None where there is none.

    None, too, where one of them leaves more than a fifth of these lines empty: its blank lines stand between paragraphs.
    """
    fullest = max(several, key=lambda lines: len(lines.numbers))
    wanted = set(fullest.numbers)
    for lines in several:
        if lines.total != fullest.total or not wanted.issuperset(lines.numbers) or 5 * len(lines.numbers) < 4 * len(wanted):
            return None
    return fullest


def _by_lines(ours: _Lines, theirs: _Lines) -> Iterator[str]:
    segments: dict[tuple[int, int], list[Segment]] = {}
    for lines, segment in zip(theirs.covered, theirs.document.segments, strict=True):
        segments.setdefault(lines, []).append(segment)
    shared = Counter(ours.covered)
    seen: Counter[tuple[int, int]] = Counter()
    for lines in ours.covered:
        there = segments.get(lines, [])
        yield prose(there[seen[lines]]) if len(there) == shared[lines] else theirs.text(*lines)
        seen[lines] += 1
