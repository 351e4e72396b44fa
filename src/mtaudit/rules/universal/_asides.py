"""Where a text speaks aside: brackets and quotations.

Foreign words are at home there: a gloss, the name of a book, somebody's own words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

_PAIRS = {
    ")": "(",
    "）": "（",
    "]": "[",
    "］": "［",
    "〕": "〔",
    "】": "【",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
    "”": "“",
    "’": "‘",
    "»": "«",
}
_OPENING = frozenset(_PAIRS.values())
BRACKETS = "(（[［〔【"


@cache
def _marks() -> re.Pattern[str]:
    # A straight single quotation mark counts only at the edge of a word: elsewhere it is an apostrophe.
    return re.compile(r"""[()（）\[\]［］〔〕【】「」『』《》〈〉“”‘’«»"]|(?<![^\s("“‘\[])'(?=\S)|(?<=\S)'(?![A-Za-z])""")


def asides(text: str) -> list[tuple[int, int]]:
    """Spans of the outermost brackets and quotations of ``text``, with their marks; linear in its length.

    What is opened and never closed is no aside; what is closed and never opened is ignored.
    """
    spans: list[tuple[int, int]] = []
    open_at: dict[str, list[int]] = {}
    straight: dict[str, int] = {}
    for m in _marks().finditer(text):
        char, at = m[0], m.start()
        if char in _OPENING:
            open_at.setdefault(char, []).append(at)
        elif char in _PAIRS:
            begun = open_at.get(_PAIRS[char])
            if begun:
                spans.append((begun.pop(), at + 1))
        elif char in straight:
            spans.append((straight.pop(char), at + 1))
        else:
            straight[char] = at
    spans.sort(key=lambda span: (span[0], -span[1]))
    outer: list[tuple[int, int]] = []
    for start, end in spans:
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer


def inside(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The aside that ``start`` to ``end`` lies in, or None."""
    i = bisect_right(spans, (start, 1 << 60)) - 1
    return spans[i] if i >= 0 and end <= spans[i][1] else None
