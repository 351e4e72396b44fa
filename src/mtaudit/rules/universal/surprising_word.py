"""A word surprises a language model far more than the other words of the text do.

A word that does not belong (a wrong homonym, a fragment of another sentence, a date turned round) is one that a model of the language would
not have guessed. So is a rare name: the model only says where to look.

Asked only with ``--model fluency=…``.

Not reported: texts of fewer than 30 words; more than one word in a hundred; words that are not five spreads (median deviations)
and ten nats above the median of the text. It is advice and never more. It says nothing of how good the text is: of two
systems the one that people rated far lower was the more predictable.

Source: house experience; measured figures in docs/models.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from mtaudit import opinions
from mtaudit.report import Hit
from mtaudit.rules import Rule
from mtaudit.view import DocumentView, SegmentView

KO = """한 낱말이 글의 다른 낱말보다 언어 모형을 훨씬 놀라게 한다.
동음이의어를 잘못 옮긴 말, 다른 문장의 조각, 뒤집힌 날짜는 모형이 짐작하지 못한다. 드문 이름도 그렇다. 살펴볼 곳을 알려 주는 조언일 뿐이며(--model fluency=…), 글이
얼마나 좋은지는 말하지 않는다."""

_LEAST = 30
"""Words of a text that has a usual surprise."""
_SPREADS, _NATS = 5.0, 10.0
"""How far above the median a word is told: in median deviations (times 1.4826), and in nats."""
_SHARE = 100
"""At most one in so many words is told, the most surprising first."""


class Word(NamedTuple):
    """A word between blanks, and the sum of the surprisals of its tokens in nats."""

    view: SegmentView
    start: int
    end: int
    nats: float


def words(read: opinions.Read) -> Iterator[Word]:
    """The words of a segment; a token belongs to the word in which it begins."""
    starts = [token.start for token in read.tokens]
    at = 0
    for m in re.finditer(r"\S+", read.view.text):
        nats = 0.0
        while at < len(starts) and starts[at] < m.end():
            nats += read.tokens[at].nats if starts[at] >= m.start() else 0.0
            at += 1
        yield Word(read.view, *m.span(), nats)


def check(view: DocumentView) -> Iterator[Hit]:
    found = [word for read in view.once(opinions.read) for word in words(read)]
    if len(found) < _LEAST:
        return
    usual = median([word.nats for word in found])
    spread = 1.4826 * median([abs(word.nats - usual) for word in found])
    far = [word for word in found if word.nats - usual > max(_NATS, _SPREADS * spread)]
    for word in sorted(far, key=lambda word: -word.nats)[: max(1, len(found) // _SHARE)]:
        said = word.view.text[word.start : word.end]
        yield word.view.hit(
            word.start,
            word.end,
            f"“{said}” surprises the language model: {word.nats:.0f} nats where {usual:.0f} are usual in this text",
            f"‘{said}’이(가) 언어 모형에 뜻밖이다: 이 글의 보통 낱말은 {usual:.0f}내트인데 {word.nats:.0f}내트이다",
        )


RULE = Rule(
    "MDL001", "surprising-word", "linguistic-conventions/unintelligible", "neutral", check, (), KO, scope="document", confidence=0.3,
    needs="fluency",
)  # fmt: skip
