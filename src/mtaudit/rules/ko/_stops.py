"""Where the sentences of a Korean document may end without a predicate, and what the document does by habit.

Nearly every Korean sentence ends in 다, 요, 까 or 죠: what is left after those is little, and shared by several rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from mtaudit.view import DocumentView, SegmentView

_SELDOM_NOUNS = frozenset("자라네지됨음")
"""Last syllables that are usually a predicate, too (하자, 하라, 하네, 하지, 됨, 없음)."""


@cache
def _stop() -> re.Pattern[str]:
    """A full stop after a name or a syllable, unless it is one of the four that end most predicates."""
    return re.compile(r"\.(?<!다\.)(?!\S)(?<!요\.)(?<!까\.)(?<!죠\.)(?<=[\w)]\.)")


@cache
def _predicate_end() -> re.Pattern[str]:
    return re.compile(r"\.(?!\S)(?:(?<=다\.)|(?<=요\.)|(?<=까\.)|(?<=죠\.))")


def _stops(view: DocumentView) -> list[tuple[SegmentView, int]]:
    find = _stop().finditer
    return [(segment, m.start()) for segment in view.of_kind("body", "item") for m in find(segment.text)]


def doubtful_stops(view: DocumentView) -> list[tuple[SegmentView, int]]:
    """The full stops of the running text before which there may be no predicate, by segment and offset."""
    return [(segment, at) for segment, at in view.once(_stops) if segment.text[at - 1] not in _SELDOM_NOUNS]


def _noun_sentences(view: DocumentView) -> tuple[int, int]:
    """How many sentences of the running text end in no predicate, and how many in one."""
    nouns = sum(["가" <= segment.text[at - 1] <= "힣" for segment, at in view.once(_stops)])
    find = _predicate_end().findall
    return nouns, sum([len(find(segment.text)) for segment in view.of_kind("body", "item")])


def ends_in_predicates(view: DocumentView, most: float) -> bool:
    """Whether at most this share of the document's sentences, or three of them, end in no predicate."""
    nouns, predicates = view.once(_noun_sentences)
    return nouns <= predicates * most or (nouns <= 3 and predicates >= nouns)


def is_spoken(view: DocumentView) -> bool:
    """Whether a good part of the sentences are in 해요체: essays and blogs, which set nouns as sentences for effect."""
    return view.once(_spoken)


def _spoken(view: DocumentView) -> bool:
    text = view.prose
    return text.count("요.") + text.count("죠.") > 0.15 * (text.count("다.") + 1)


def sentence_at(view: SegmentView, offset: int) -> int:
    """Which of the segment's sentences holds ``offset``; -1 for none."""
    at = bisect_right(view.sentences, (offset, len(view.text) + 1)) - 1
    return at if at >= 0 and offset < view.sentences[at].end else -1
