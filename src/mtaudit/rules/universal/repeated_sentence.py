"""A sentence stands twice.

An engine that is fed overlapping pieces of a text, or loses its place, translates a sentence again, sometimes in
slightly other words: ``… 밝혔다. … 밝혔습니다.``

Not reported: headings that the body repeats, captions, list items, tables and quotations, short sentences (fewer than 20
characters: answers, refrains), sentences that differ in a figure, likeness below 0.8 (Jaccard index of the sets of three
characters). The same sentence again far from the first is advice only: sources repeat themselves too.

Source: taxonomy of machine-translated Korean, "duplication". Edited human text had no two neighbouring sentences with a
likeness above 0.6 in 58 documents.
"""

from __future__ import annotations

from collections.abc import Iterator

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


def check(view: DocumentView) -> Iterator[Hit]:
    first: dict[str, tuple[SegmentView, Sentence, int]] = {}
    number = 0
    for segment in view.of_kind("body"):
        before: list[tuple[str, str, Sentence]] = []
        for sentence in segment.sentences:
            number += 1
            text = sentence.text
            if len(text) < _LEAST or text[-1] not in ".!?…。！？" or text[0] in _MARKS:
                continue
            head, tail = text[:3], text[-6:-3]
            earlier = first.setdefault(text, (segment, sentence, number))
            if earlier[2] != number:
                yield _same(segment, sentence, earlier, number - earlier[2] <= _NEAR)
            else:
                for start, end, other in before:
                    if (head == start or tail == end) and _alike(other.text, text):
                        yield _reworded(segment, sentence, other)
                        break
            before = [*before[-1:], (head, tail, sentence)]


def _same(segment: SegmentView, sentence: Sentence, earlier: tuple[SegmentView, Sentence, int], near: bool) -> Hit:
    where, said, _ = earlier
    return segment.hit(
        sentence.start,
        sentence.end,
        "this sentence stands in the text already",
        "앞에 나온 문장이 그대로 다시 나온다",
        related=(where.related(said.start, said.end, "here it stands first", "처음 나온 곳"),),
        confidence=0.9 if near else 0.5,
        severity="major" if near else "neutral",
    )


def _reworded(segment: SegmentView, sentence: Sentence, like: Sentence) -> Hit:
    return segment.hit(
        sentence.start,
        sentence.end,
        "this sentence says the one before it again in nearly the same words",
        "앞 문장을 거의 같은 말로 되풀이한다",
        related=(segment.related(like.start, like.end, "here it stands first", "처음 나온 곳"),),
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
