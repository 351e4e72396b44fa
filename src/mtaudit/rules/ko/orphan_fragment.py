"""A few words that belong to another sentence stand alone as one.

A clause that the machine could not place is put behind the full stop (``… 없습니다. 노조의.``), or lines of the source are
translated one by one, so that half a sentence becomes ``여러 눈에 띄는 결함.``.

Not reported: wishes and praise without a verb (``모두에게 박수를.``), adverbials that follow their sentence (``단 며칠 만에.``), nouns
in 의, 을, 에 (회의, 마을), notes and minutes whose sentences end in nouns, nouns set apart on purpose (``바로 관심.``), headings, captions,
list items, quotations.

Source: taxonomy of machine-translated Korean, "Truncation, lost predicate, displaced token, orphan-fragment".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.report import Hit, Severity
from mtaudit.rules import Case, Rule
from mtaudit.rules.ko._stops import doubtful_stops, ends_in_predicates, is_spoken, sentence_at
from mtaudit.view import DocumentView, SegmentView, Sentence

KO = """다른 문장에 속하는 몇 단어가 문장처럼 홀로 서 있다.
자리를 찾지 못한 절이 마침표 뒤로 밀려나거나(‘노조의.’) 원문의 줄마다 따로 옮겨져 토막이 된 것이다."""

_LONGEST = 4
"""Words of a fragment that ends in a particle."""
_LONGEST_NOUN = 6
"""Words of a noun phrase set as a sentence."""

_SPOKEN = ("지만", "면서", "위해", "위한", "통해", "하고")
"""Ends that essays in 해요체 put after a sentence on purpose."""


_CLOSING = '"”’)'
_NO_WORDS = dict.fromkeys(map(ord, "“”\"'‘’()"), " ")


@cache
def _footnotes() -> re.Pattern[str]:
    return re.compile(r"(?:\[[^\[\]\s]{1,6}\])+$")


def _is_full(sentence: str) -> bool:
    """Whether a sentence ends in a usual predicate and a mark; closing quotation marks and footnotes may follow either."""
    if sentence.endswith("]"):
        sentence = _footnotes().sub("", sentence)
    bare = sentence.rstrip(_CLOSING)
    return bare.endswith((".", "?", "!")) and bare[:-1].rstrip(_CLOSING).endswith(("다", "요", "까", "죠"))


def check(view: DocumentView) -> Iterator[Hit]:
    for segment, stop in view.once(doubtful_stops):
        if "가" <= segment.text[stop - 1] <= "힣":
            hit = _hit(segment, stop)
            if hit:
                yield hit


def _hit(view: SegmentView, stop: int) -> Hit | None:
    sentences = view.sentences
    at = sentence_at(view, stop)
    if at < 0 or sentences[at].end != stop + 1 or (view.kind != "body" and len(sentences) == 1):
        return None
    sentence = sentences[at]
    words = view.text[sentence.start : stop].translate(_NO_WORDS).split()
    kind = _kind(view, words, sentences, at) if words else None
    if kind is None:
        return None
    return view.hit(
        sentence.start,
        stop + 1,
        f"“{sentence.text}” is no sentence: {kind.en}",
        f"‘{sentence.text}’은(는) 문장이 아니다. {kind.ko}",
        confidence=kind.confidence,
        severity=kind.severity,
    )


class _Kind(NamedTuple):
    """What is wrong, in English and Korean, how sure that is, and how bad."""

    en: str
    ko: str
    confidence: float
    severity: Severity


def _kind(view: SegmentView, words: list[str], sentences: tuple[Sentence, ...], at: int) -> _Kind | None:
    """What is wrong with the sentence ``at``, of these ``words``, if anything."""
    from mtaudit.languages.ko import fragments

    last = words[-1]
    tail = fragments.tail(last)
    document = view.document
    around = any(_is_full(s.text) for s in (*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]))
    if tail in ("of", "object"):
        if len(words) > _LONGEST or (tail == "object" and fragments.is_wish(last)) or not ends_in_predicates(document, 0.2):
            return None
        if not around and len(sentences) > 1:
            return None
        particle = "a particle with nothing after it", "조사 뒤에 이어지는 말이 없다"
        return _Kind(*particle, 0.95, "critical") if tail == "of" else _Kind(*particle, 0.85, "major")
    if not around and len(words) < _LONGEST and len(sentences) == 1:
        return None
    if (tail or fragments.may_go_on(last)) and len(words) > 1 and ends_in_predicates(document, 0.2):
        following = sentences[at + 1 : at + 2]
        if following and not _is_full(following[0].text) and document.language.ending(following[0].text) is None:
            return _Kind(
                "it breaks off before its predicate, and what follows is no sentence either", "서술어 앞에서 끊겼다", 0.7, "major"
            )
    spoken = is_spoken(document)
    strict = (tail == "place" and last.endswith("에")) or (spoken and last.endswith(_SPOKEN))
    if tail and len(words) > 1 and ends_in_predicates(document, 0.03 if strict else 0.5) and not (strict and spoken):
        return _Kind("it breaks off before its predicate", "서술어 앞에서 끊겼다", 0.7, "major")
    if tail or spoken or len(words) > _LONGEST_NOUN or not at or not _is_full(sentences[at - 1].text):
        return None
    if (
        fragments.is_noun_phrase(words)
        and ends_in_predicates(document, 0.03)
        and document.language.ending(sentences[at].text) is None
    ):
        return _Kind("a noun phrase without a predicate", "서술어가 없는 명사구이다", 0.55, "major")
    return None


CASES = (
    Case("그는 승리를 인정했다. 모두에게 찬사를. 관객은 일어났다."),
    Case("조회수는 스무 배를 넘었다. 단 며칠 만에. 모두가 놀랐다."),
    Case("회의가 열렸다. 긴급 국무회의. 결과는 아직 없다."),
    Case("그곳은 조용하다. 작은 마을. 여름이면 사람이 많다."),
    Case("이것은 플랫폼만은 아니에요. 바로 지속적인 관심. 잊지 않기를 바라요."),
    Case("책임관을 임명. 새로운 계획. 기본 방침. 근거를 확인했다."),
    Case("협의는 4월에 시작될 예정. 그는 그렇게 말했다. 장관은 동의했다."),
    Case("그는 자리를 비웠다. 회의를 내일 개최. 장관은 동의했다. 대표를 새로 선출. 결과는 나왔다."),
    Case("적어도 현재로서는 가입할 필요가 없습니다. ⟦노조의.⟧ 말할 것도 없이, 이 단계는 구조를 바꿀 수 있습니다."),
    Case("그들은 규칙을 바꿨다. 회원국은 이에 반대했다. ⟦새 정부의 계획을.⟧ 협상은 계속된다."),
    Case("이 제품은 빠르다. 그러나 문제가 있다. ⟦여러 눈에 띄는 결함.⟧ 그래서 권하지 않는다."),
    Case("학자들도 그 경고에 동의한다. ⟦협정을 지킬 방법.⟧ 담당자는 답하지 않았다."),
    Case("연결을 확인합니다. ⟦모든 연결을 통해.⟧ 장치를 다시 시작합니다."),
)

RULE = Rule(
    "FRG001",
    "orphan-fragment",
    "linguistic-conventions/unintelligible",
    "critical",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.9,
    yields_to=("missing-predicate",),
)
