"""Which segments of a document may say something twice in a row: a filter that costs a few nanoseconds a character.

The rules about repetitions would have to ask of every word and every character whether it stands again a little later, and
nearly always the answer is no. Here it is given for a whole document at once: the text becomes one big number, which is
shifted and compared with itself by exclusive or; zero bytes are where the text repeats itself. Of a character only the
lowest byte is compared, of a word only its first two characters, so a segment that is named here need not hold a
repetition, but one that is not named holds none. Ask for each fact through ``view.once(echoes.again)``.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.view import DocumentView, SegmentView

_BLANKS = b" \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0"
"""Characters below U+0100 that part words."""
_PHRASES = ((2, 3), (3, 5), (4, 5), (5, 9), (6, 7))
"""A phrase comes back so many words later, and so many of the bytes kept of its words (two for each) are then the same."""


_AT_ONCE = 500
"""Segments that are encoded together: enough to be quick, few enough to need little memory."""


class _Low(NamedTuple):
    """The texts of all segments, each after a line feed, as the bytes of their characters; ``starts`` of the segments."""

    low: bytes
    high: bytes
    starts: list[int]


def _low(view: DocumentView) -> _Low:
    starts: list[int] = []
    at = 1
    for segment in view.segments:
        starts.append(at)
        at += len(segment.text) + 1
    low: list[bytes] = []
    high: list[bytes] = []
    for first in range(0, len(view.segments), _AT_ONCE):
        text = "\n".join(["", *[segment.text for segment in view.segments[first : first + _AT_ONCE]]])
        wide = text.encode("utf-32-le", "surrogatepass")
        low.append(wide[::4])
        high.append(wide[1::4])
    return _Low(b"".join([*low, b"\n\n"]), b"".join([*high, b"\0\0"]), starts)


@cache
def _tables() -> tuple[bytes, bytes, bytes]:
    """255 for a byte of a blank; 255 for zero; every byte as it is, but 1 for zero."""
    blank = bytes(255 * (byte in _BLANKS) for byte in range(256))
    return blank, bytes([255, *bytes(255)]), bytes([1, *range(1, 256)])


class _Words(NamedTuple):
    """The first two bytes of every word in a row, and how many words stand before the end of each segment."""

    begin: bytes
    ends: list[int]


def _words(view: DocumentView) -> _Words:
    low, high, starts = view.once(_low)
    blank, zero, some = _tables()
    blanks = int.from_bytes(low.translate(blank), "little") & int.from_bytes(high.translate(zero), "little")
    after = blanks << 8
    first = after ^ (after & blanks)
    chosen = int.from_bytes(low.translate(some), "little") & (first | first << 8)
    begin = chosen.to_bytes(len(low) + 2, "little").translate(None, b"\0")
    mask = first.to_bytes(len(low) + 2, "little")
    count, ends = 0, []
    for start, stop in zip(starts, [*starts, len(low)][1:], strict=True):
        count += mask.count(255, start, stop)
        ends.append(count)
    return _Words(begin, ends)


def _same(number: int, size: int, shift: int) -> bytes:
    """For each byte zero where it stands again ``shift`` bytes later."""
    return (number ^ (number >> 8 * shift)).to_bytes(size, "little")[: max(0, size - shift)]


def _owners(same: bytes, run: int, ends: list[int], unit: int) -> Iterator[int]:
    """The segments, by number, in which ``run`` zeros in a row begin; ``ends`` of the segments count ``unit`` bytes each."""
    needle = bytes(run)
    at = same.find(needle)
    while at >= 0:
        which = bisect_right(ends, at // unit)
        yield which
        at = same.find(needle, ends[which] * unit) if which < len(ends) else -1


def _segments(view: DocumentView, numbers: Iterable[int]) -> tuple[SegmentView, ...]:
    return tuple([view.segments[n] for n in sorted(set(numbers)) if n < len(view.segments)])


def words_twice(view: DocumentView) -> tuple[SegmentView, ...]:
    """The segments in which two neighbouring words may begin alike."""
    begin, ends = view.once(_words)
    return _segments(view, _owners(_same(int.from_bytes(begin, "little"), len(begin), 2), 2, ends, 2))


def phrases_twice(view: DocumentView) -> tuple[SegmentView, ...]:
    """The segments in which a phrase of two to six words may stand again at once, or three or four words a little later."""
    begin, ends = view.once(_words)
    number = int.from_bytes(begin, "little")
    found: set[int] = set()
    for words, run in _PHRASES:
        found.update(_owners(_same(number, len(begin), 2 * words), run, ends, 2))
    return _segments(view, found)


def loops(view: DocumentView, most: int) -> tuple[SegmentView, ...]:
    """The segments in which a piece of three to ten characters may stand four times in a row, or one of two eight times.

    Pieces of up to ``most`` characters where that is more. What returns after 5 characters also does after 10, and in so
    long a run every other character is evidence enough.
    """
    low, _, starts = view.once(_low)
    ends = [start - 1 for start in starts[1:]] + [len(low)]
    found = set(_owners(_same(int.from_bytes(low, "little"), len(low), 6), 5, ends, 1))
    half = low[::2]
    number, ends = int.from_bytes(half, "little"), [(end + 1) // 2 for end in ends]
    for size in (4, 7, 8, 9, 10, *range(11, most + 1)):
        shift, run = (size, 3 * size - 1) if size % 2 == 0 else (2 * size, 2 * size - 1)
        run = min(run, 9) if size == 10 else run
        found.update(_owners(_same(number, len(half), shift // 2), run // 2, ends, 1))
    return _segments(view, found)
