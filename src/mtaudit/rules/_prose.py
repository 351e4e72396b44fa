"""The prose of a document in one piece: one search in C finds the few segments that a rule must look at.

A pattern that begins with a literal runs over ten megabytes in two or three milliseconds; asking twenty thousand segments
one by one takes fifty times as long.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtaudit.view import DocumentView, SegmentView

_SMALL = 20_000
"""Characters up to which the letters of a text are looked at one by one rather than with a large pattern."""

Prose = tuple[str, list[int], "list[SegmentView]"]


def prose(view: DocumentView) -> Prose:
    """The text of all segments but code, a line feed between them, where each begins (and the end), and the segments."""
    segments = [s for s in view.segments if s.kind != "code"]
    return "\n".join([s.text for s in segments]), list(accumulate((len(s.text) + 1 for s in segments), initial=0)), segments


def holding(view: DocumentView, *guards: tuple[str, str]) -> list[SegmentView]:
    """The segments in which a guard is found, each once, in the order of the text.

    A guard is a literal and the pattern of what follows it, which may look behind at what stands before; nothing is
    compiled for a literal that the text does not hold.
    """
    text, starts, segments = view.once(prose)
    found: set[int] = set()
    for literal, rest in guards:
        if literal not in text:
            continue
        pattern = re.compile(re.escape(literal) + rest)
        m = pattern.search(text)
        while m is not None:
            which = bisect_right(starts, m.start()) - 1
            found.add(which)
            m = pattern.search(text, starts[which + 1])
    return [segments[i] for i in sorted(found)]


def small_latin(view: DocumentView) -> list[SegmentView]:
    """The segments with a word after a blank that begins with a small Latin letter."""
    return holding(view, (" ", "[a-z]"))


def strange(view: DocumentView) -> list[tuple[SegmentView, frozenset[str]]]:
    """The segments with characters that Korean prose of Hangul and plain Latin letters does without, and which they are."""
    text, starts, segments = view.once(prose)
    if len(text) <= _SMALL:
        odd = frozenset(filter(is_strange, set(text)))
        return [(s, odd.intersection(s.text)) for s in segments if not odd.isdisjoint(s.text)] if odd else []
    out: list[tuple[SegmentView, frozenset[str]]] = []
    pattern = re.compile(f"[{_STRANGE}{SOUP}]")
    m = pattern.search(text)
    while m is not None:
        which = bisect_right(starts, m.start()) - 1
        out.append((segments[which], frozenset(pattern.findall(segments[which].text))))
        m = pattern.search(text, starts[which + 1])
    return out


SOUP = (
    "씠떎뒗뿉쓽쓣퀬븯븳줈꽌룄궗옄씤빐뼱엳굹젙쟾떆븘씪닔뒪쭔썝쾬옣룞뀈젣뿬냼떊긽뱾쟻맂릺꽦슦뻽쑝쓬땲뒿삤퉴뿰슜퀎떦벑컻몴쭚占癤嚥혻"
)
"""The second and third bytes of the commonest Hangul syllables (이, 다, 는 …) in code page 949, as syllables no Korean word has."""
_STRANGE = "\x80-\x9f\xc0-\u1fff\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uff9d\ufffd"


def is_strange(char: str) -> bool:
    """Whether a character is neither Hangul, ASCII, punctuation nor a symbol."""
    if char < "\x80" or "\ua000" <= char <= "\ud7ff":
        return char in SOUP
    if char < "\u2000":
        return not "\xa0" <= char < "\xc0"
    return (
        "\u3041" <= char <= "\u3096"
        or "\u30a1" <= char <= "\u30fa"
        or "\u31f0" <= char <= "\u31ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\ufb1d" <= char <= "\ufdff"
        or "\ufe70" <= char <= "\ufefc"
        or "\uff66" <= char <= "\uff9d"
        or char == "\ufffd"
    )
