"""Hard-wrapped lines of plain text: whether an editor has wrapped a block of lines, and the paragraphs in it.

A line is a pair of its offset in the text and the line itself, without its indentation.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtaudit.document import Span
from mtaudit.readers.lines import item, stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Line = tuple[int, str]

_LONGEST = 120
"""No editor wraps later than this (code points)."""
_NARROWEST = 40
"""Nor earlier than this (columns, East Asian characters counted twice)."""


def is_wrapped(block: Sequence[Line]) -> bool:
    """Whether these lines are full, and sentences run on from one to the next."""
    if any(len(line) > _LONGEST for _, line in block):
        return False
    stopped = [stops(line) for _, line in block]
    if sum(stopped) * 2 > len(block) + 1:
        return False
    loose, limit = _loose(block)
    full = loose.count(False)
    if limit < _NARROWEST or full < 2:
        return False
    running = sum(not stop and not is_loose for stop, is_loose in zip(stopped, loose, strict=False))
    ends = [stop for stop, is_loose in zip(stopped, [*loose, True], strict=True) if is_loose]
    odd = sum(
        not stop and is_loose and not item(following)
        for stop, is_loose, (_, following) in zip(stopped, loose, block[1:], strict=False)
    )
    return running * 2 >= full and odd * 8 <= len(block) and sum(ends) * 2 >= len(ends)


def paragraphs(block: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The paragraphs of a wrapped block: a line that had room for more ends one, and so does one before an item."""
    loose, _ = _loose(block)
    first = 0
    for i, (_, line) in enumerate(block):
        if i == len(block) - 1 or loose[i] or (stops(line) and item(block[i + 1][1])):
            yield block[first : i + 1]
            first = i + 1


def seams(text: str, origin: int, lines: Sequence[Line]) -> tuple[Span, ...]:
    """What is hidden between wrapped lines, in offsets from ``origin``.

    That is indentation, and the line's end itself where words are cut by the wrap: word processors for Korean wrap
    inside words and keep the blank when a line happens to end with a word; then all lines are full, and some end in a
    blank.
    """
    inner = [line for _, line in lines[:-1]]
    widest = max(map(_width, inner), default=0)
    cut = any(line[-1] == " " for line in inner) and all(_width(line) >= widest - 3 for line in inner)
    out: list[Span] = []
    for (start, line), (following, _) in pairwise(lines):
        end = start + len(line)
        after = end + (2 if text.startswith("\r\n", end) else 1)
        hidden = [(end, following)] if cut else [(end, after - 1), (after, following)]
        out += [Span(s - origin, e - origin) for s, e in hidden if s < e]
    return tuple(out)


def _width(text: str) -> int:
    return len(text) + sum("\u1100" <= char <= "\uffdc" for char in text)


def _loose(block: Sequence[Line]) -> tuple[list[bool], int]:
    """For each line but the last whether the next one's first word would have fitted on it; and the widest line's width."""
    widths = [_width(line.rstrip()) for _, line in block]
    limit = max(widths)
    return [widths[i] + 1 + _width(line.split(None, 1)[0]) <= limit for i, (_, line) in enumerate(block[1:])], limit
