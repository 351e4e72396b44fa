"""A sentence stands twice.

An engine that is fed overlapping pieces of a text, or loses its place, translates a sentence again, sometimes in
slightly other words: ``… 밝혔다. … 밝혔습니다.``

Not reported: headings that the body repeats, captions, list items, tables and quotations, short sentences (fewer than 20
characters: answers, refrains), sentences that differ in a figure, likeness below 0.8 (Jaccard index of the sets of three
characters). In a text of 30 sentences or more of which over a fifth stand there already, not counting those that follow each
other directly, nothing is reported: a log, a list or a template repeats itself by its form. The same sentence again far from
the first is advice only: sources repeat themselves too. Where the sources are known and repeat themselves nothing is reported, nor
among the messages of a catalogue (PO) and the units of a translation memory (TMX), which stand each for itself.

Source: taxonomy of machine-translated Korean, "duplication". Edited human text had no two neighbouring sentences with a
likeness above 0.6 in 58 documents.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import compress, count
from operator import attrgetter, eq, or_
from typing import NamedTuple

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView, Sentence

KO = """같은 문장이 두 번 나온다.
글을 조각내어 옮기거나 자리를 잃은 기계가 한 문장을 두 번, 때로는 말만 조금 바꾸어 옮긴 것이다."""

_LEAST = 20
_LIKE = 0.8
_NEAR = 3
"""So many sentences back counts as next to each other."""
_MARKS = "-–—•·*>|#([\"“‘'「『《0123456789①②③④⑤⑥⑦⑧⑨"
"""What begins a list item, a quotation or a row in plain text."""
_ENDS = ".!?…。！？"
_MANY, _SHARE = 30, 0.2
"""In a text of so many sentences, so large a share of repeated ones belongs to its form."""


class _Said(NamedTuple):
    """A sentence with its segment, and its number among all sentences."""

    segment: SegmentView
    sentence: Sentence
    number: int


class _All(NamedTuple):
    """The sentences that are long enough, and for each segment how many of them, and of all, stand before its end."""

    sentences: list[Sentence]
    segments: list[SegmentView]
    ends: list[int]
    counts: list[int]

    def said(self, at: int) -> _Said:
        which = bisect_right(self.ends, at)
        segment, sentence = self.segments[which], self.sentences[at]
        within = bisect_left(segment.sentences, sentence.start, key=attrgetter("start"))
        return _Said(segment, sentence, self.counts[which] - len(segment.sentences) + within)


def _all(view: DocumentView) -> _All:
    out = _All([], [*view.of_kind("body")], [], [])
    number = 0
    for segment in out.segments:
        out.sentences.extend([s for s in segment.sentences if len(s[2]) >= _LEAST and s[2][-1] in _ENDS and s[2][0] not in _MARKS])
        number += len(segment.sentences)
        out.ends.append(len(out.sentences))
        out.counts.append(number)
    return out


def check(view: DocumentView) -> Iterator[Hit]:
    found = _all(view)
    texts = [sentence.text for sentence in found.sentences]
    repeats = len(texts) - len(set(texts))
    if len(texts) >= _MANY and repeats - sum(map(eq, texts, texts[1:])) > _SHARE * len(texts):
        return
    again: set[int] = set()
    if repeats:
        first: dict[str, int] = {}
        for at, text in enumerate(texts):
            earlier = first.setdefault(text, at)
            if earlier != at:
                again.add(at)
                if _is_asked_for(found.said(at).segment, found.said(earlier).segment):
                    continue
                yield _same(found.said(at), found.said(earlier))
    for earlier, at in _alike_ends(texts):
        # Within one paragraph: the end of a segment's sentences does not fall between the two.
        together = bisect_right(found.ends, earlier) == bisect_right(found.ends, at)
        if together and at not in again and _alike(texts[earlier], texts[at]):
            again.add(at)
            yield _reworded(found.said(at), found.said(earlier))


def _is_asked_for(again: SegmentView, first: SegmentView) -> bool:
    """Whether the sentence is due: the sources of its segments have a sentence in common, or segments are texts of their own
    (the messages of a catalogue, the units of a memory)."""
    one, other = first.segment.source, again.segment.source
    if again is first or not one or not other:
        return False
    document = again.document.document
    if document.format in ("po", "tmx"):
        return True
    from mtaudit import languages

    split = languages.get(document.source_lang or "").sentences
    return not {one[s:e] for s, e in split(one)}.isdisjoint([other[s:e] for s, e in split(other)])


def _alike_ends(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Neighbours, and neighbours but one, that begin or end with the same three characters."""
    heads, tails = [text[:3] for text in texts], [text[-6:-3] for text in texts]
    for gap in (2, 1):
        same = map(or_, map(eq, heads, heads[gap:]), map(eq, tails, tails[gap:]))
        for earlier in compress(count(), same):
            yield earlier, earlier + gap


def _same(again: _Said, first: _Said) -> Hit:
    near = again.number - first.number <= _NEAR
    return again.segment.hit(
        again.sentence.start,
        again.sentence.end,
        "this sentence stands in the text already",
        "앞에 나온 문장이 그대로 다시 나온다",
        related=(first.segment.related(first.sentence.start, first.sentence.end, "here it stands first", "처음 나온 곳"),),
        confidence=0.9 if near else 0.5,
        severity="major" if near else "neutral",
    )


def _reworded(again: _Said, first: _Said) -> Hit:
    return again.segment.hit(
        again.sentence.start,
        again.sentence.end,
        "this sentence says the one before it again in nearly the same words",
        "앞 문장을 거의 같은 말로 되풀이한다",
        related=(first.segment.related(first.sentence.start, first.sentence.end, "here it stands first", "처음 나온 곳"),),
        confidence=0.75,
        severity="minor",
    )


def _alike(one: str, two: str) -> bool:
    """Whether two sentences that begin or end alike have nearly the same words and the same figures."""
    if min(len(one), len(two)) < _LIKE * max(len(one), len(two)):
        return False
    if [c for c in one if c.isdigit()] != [c for c in two if c.isdigit()]:
        return False
    a, b = _threes(one), _threes(two)
    return len(a & b) >= _LIKE * len(a | b)


def _threes(text: str) -> set[str]:
    bare = " ".join(text.split())
    return {bare[i : i + 3] for i in range(len(bare) - 2)}


_ONE = "정부는 지난달 발표한 주택 공급 계획을 다음 달부터 실행한다고 밝혔다."

CASES = (
    Case("그렇지 않다. 그렇지 않다. 아니다. 아니다."),
    Case("작년 수출은 지난해보다 3.1% 늘어 100억 달러가 됐다. 작년 수입은 지난해보다 2.4% 늘어 100억 달러가 됐다."),
    Case("- 설정을 열고 개인 설정을 차례로 선택합니다.\n- 설정을 열고 개인 설정을 차례로 선택합니다."),
    Case("다음 작업을 시작하려고 서버를 다시 부릅니다.\n서버에서 응답을 받아 작업을 모두 마쳤습니다.\n" * 20),
    Case(f"{_ONE} 야당은 반발했다. ⟦{_ONE}⟧"),
    Case(f"{_ONE}\n\n⟦{_ONE}⟧"),
    Case(f"{_ONE} ⟦정부는 지난달 발표한 주택 공급 계획을 다음 달부터 실행한다고 밝혔습니다.⟧"),
)

RULE = Rule(
    "DUP003",
    "repeated-sentence",
    "linguistic-conventions/duplication",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.85,
)
