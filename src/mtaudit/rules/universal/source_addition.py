"""The translation says more than its source: a sentence was added, or the text is far too long.

Machines loop, explain, answer a question instead of translating it, and finish what the source leaves open.

Read are the sentences that an alignment with the source leaves alone, and the length, compared with what is usual for the pair of
languages (see ``source-omission``). A sentence without a counterpart is minor where the text is too long by it as well; the rest is
advice, since people explain what a reader abroad does not know.

Not reported: one sentence that was divided into several, and as more than advice what stands beside a single sentence with a colon, a
semicolon or a dash, which may have been divided there; sources of less than six words; a line that has no letters.

Source: MQM 2.0, Accuracy: addition.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _lost_sentences
from mtaudit.rules.universal._lengths import Norm, size
from mtaudit.sources import Said
from mtaudit.view import DocumentView

KO = """번역문이 원문보다 많은 것을 말한다. 문장이 덧붙었거나 글이 지나치게 길다.
기계가 같은 말을 되풀이하거나, 설명을 붙이거나, 질문을 옮기지 않고 대답한 것이다. 문장 하나를 여럿으로 나눈 것은 알리지 않으며, 사람도 풀어 쓰는 일이 많아
대개 참고로만 알린다."""

_FAULT, _ADVICE = 4.5, 3.0
"""Spreads from the usual length."""
_SURE, _DIVIDED = 2.0, 6.0
"""The weight (logarithm of odds) from which a sentence surely was added; and where the source is a single one, which may be divided."""

_DIVIDERS = (": ", "; ", " – ", " — ", "—", "：", "；", " - ")
"""What a translator may put a full stop for."""


def check(view: DocumentView) -> Iterator[Hit]:
    yield from _left_alone(view)
    yield from _lost_sentences.hits(view, _added, _too_long)


def _left_alone(view: DocumentView) -> Iterator[Hit]:
    """Sentences that the alignment of two texts leaves alone."""
    matches = view.document.matches
    before = ""
    for match in matches:
        for number, start, end in match.targets if not match.sources else ():
            segment = view.segments[number]
            text = segment.segment.target[start:end]
            if any(map(str.isalpha, text)):
                yield segment.hit_raw(start, end, *_says(text, before), severity="minor" if len(text) > 20 else "neutral")
        before = match.sources[-1] if match.sources else before


def _says(text: str, before: str) -> tuple[str, str]:
    here, there = sources.shortened(text), sources.shortened(before)
    if not before:
        return f"“{here}” has no counterpart at the beginning of the source", f"원문 첫머리에 ‘{here}’에 해당하는 문장이 없다"
    return (
        f"“{here}” has no counterpart in the source after “{there}”",
        f"원문의 ‘{there}’ 뒤에는 ‘{here}’에 해당하는 문장이 없다",
    )


def _added(said: Said, usual: Norm, view: DocumentView) -> Hit | None:
    for alone in _lost_sentences.added(said, usual, view):
        if alone.weight > 0:
            sentence, single = said.ours[alone.number], len(said.theirs) == 1
            divided = single and any(mark in said.source for mark in _DIVIDERS)
            sure = alone.weight > (_DIVIDED if single else _SURE) and not divided
            return said.pair.view.hit(
                sentence.start,
                sentence.end,
                *_says(sentence.text, said.theirs[alone.before - 1] if alone.before else ""),
                severity="minor" if sure else "neutral",
                confidence=0.8 if sure else 0.4,
            )
    return None


def _too_long(said: Said, usual: Norm) -> Hit | None:
    source, text = said.source, said.pair.view.text
    many = max(len(said.theirs), 1)
    if size(source, usual.source_lang) < usual.least() or (away := usual.away(source, text, many)) < _ADVICE:
        return None
    fault = away > _FAULT and sources.stops(source)
    ours, expected = round(size(text, usual.target_lang)), round(usual.expected(source, many))
    here, there = sources.shortened(text, 40), sources.shortened(source, 40)
    return said.pair.view.hit(
        0,
        len(text),
        f"“{here}” is too long for “{there}”: {100 * ours // expected} per cent of the usual length",
        f"번역문 ‘{here}’이(가) 원문 ‘{there}’에 비해 너무 길다. 보통 길이의 {100 * ours // expected}%이다",
        severity="minor" if fault else "neutral",
        confidence=0.75 if fault else 0.5,
    )


CASES = (
    Case("비가 왔다. 우리는 집에 머물렀다.", source="As it was raining, we stayed at home."),
    Case("그는 나토 본부가 있는 벨기에 브뤼셀에서 회의에 참석했다.", source="He attended the meeting in Brussels."),
    Case("비가 왔다. 우리는 하루 종일 집에 머물며 책을 읽었다. ⟦그 주에는 아무도 우리를 보러 오지 않았고 전화도 한 통 없었다.⟧", source="It was raining. We stayed at home all day and read books."),
    Case("⟦도서관은 월요일마다 문을 닫는데 이는 새 건물이 다 지어질 때까지 이어질 것이고, 독자들은 강가에 있는 분관을 이용해야 하며, 분관은 아침 아홉 시부터 저녁 여섯 시까지 연다고 도서관장이 말했다.⟧", source="The library is closed on Mondays, and readers may go elsewhere."),
)  # fmt: skip

RULE = Rule(
    "SRC012", "source-addition", "accuracy/addition", "minor", check, CASES, KO, scope="document", confidence=0.75,
    yields_to=("source-copied", "repetition-loop", "repeated-sentence", "machine-remark"),
)  # fmt: skip
