"""Two files that say the same: which text of the one stands where a segment of the other stands.

A translation and its source, a translation and a reference. Files of translators go line by line, blank lines aside;
where the lines differ in number (one of the two is wrapped), paragraphs may still go one by one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.document import Document, Segment


def paired(document: Document, other: Document) -> tuple[str, ...]:
    """For each segment of ``document`` what ``other`` says at the same place, on one line and without its markup.

    Files with the same number of lines that are not blank are paired by lines: a segment of several lines gets these
    lines joined by blanks, and the cells of a line get the other line's cells where there are as many. Other files are
    paired by segments. Raises UnreadableInput where neither lines nor segments are as many.
    """
    ours, theirs = _Lines(document), _Lines(other)
    if len(ours.numbers) == len(theirs.numbers):
        return tuple(_by_lines(ours, theirs))
    if len(document.segments) == len(other.segments):
        return tuple([prose(segment) for segment in other.segments])
    raise UnreadableInput(
        f"{other.name} cannot be paired with {document.name}: it has {len(theirs.numbers)} lines that are not blank and "
        f"{len(other.segments)} segments, {document.name} has {len(ours.numbers)} and {len(document.segments)}"
    )


def prose(segment: Segment) -> str:
    """A segment on one line, without its hidden markup."""
    parts, done = [], 0
    for hidden in segment.hidden:
        parts.append(segment.target[done : hidden.start])
        done = hidden.end
    return " ".join("".join([*parts, segment.target[done:]]).split())


class _Lines:
    """The lines of a document that are not blank, and which of them each segment covers.

    ``numbers`` are the numbers of these lines in the file, ``covered`` holds the slice of ``numbers`` of each segment.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers = [n for n in range(1, len(document.line_starts) + 1) if document.line(n).strip()]
        places = [document.place(segment, 0, len(segment.target)) for segment in document.segments]
        self.covered = [(bisect_left(self.numbers, p.line), bisect_right(self.numbers, p.end_line)) for p in places]

    def text(self, first: int, end: int) -> str:
        return " ".join(word for n in self.numbers[first:end] for word in self.document.line(n).split())


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
