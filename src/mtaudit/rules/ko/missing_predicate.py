"""A sentence breaks off before its predicate: a name and a full stop follow an object or an adverbial.

An engine that protects product names puts one back at the end, where the verb was: ``새로운 기능이 Graph.``, ``통해 Azure AD에 커넥트.``
(Connect), ``…하는 방법을 Azure Active Directory.``.

Not reported: nouns that close a note (``이메일을 발송.``), texts whose sentences end in nouns, headings, captions and cells, a subject and
its name (``대표작은 Deep Blue.``), lists of names (``A와 B.``), abbreviations (``회사를 Inc. 형태로``).

Source: taxonomy of machine-translated Korean, "Predicate lost".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import fragments
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.ko.orphan_fragment import doubtful_stops, ends_in_predicates, sentence_at
from mtaudit.view import DocumentView, SegmentView

KO = """서술어가 나오기 전에 문장이 끊겼다. 목적어나 부사어 바로 뒤에 이름과 마침표가 온다.
제품 이름을 따로 옮겨 두었다가 서술어 자리에 되돌려 놓은 것이다: ‘…하는 방법을 Azure Active Directory.’"""

_ABBREVIATIONS = frozenset(
    "inc ltd co corp dr mr mrs ms st jr sr vs etc no vol pp ed eds prof gen gov sen rep ver fig eq feat llc plc gmbh dept est".split()
)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)([^\s]*[가-힣][\"'”’)\]]*)\s((?:[A-Za-z0-9&(][A-Za-z0-9+#&/()\-]*\s?){1,7})$")


@cache
def _last_two() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)(\S*[가-힣])\s([가-힣]{2,12})$")


def check(view: DocumentView) -> Iterator[Hit]:
    for segment, stop in view.once(doubtful_stops):
        korean = "가" <= segment.text[stop - 1] <= "힣"
        hit = _after_korean(segment, stop) if korean else _after_name(segment, stop)
        if hit:
            yield hit


def _after_name(view: SegmentView, stop: int) -> Hit | None:
    text = view.text
    if not _is_name(text[text.rfind(" ", 0, stop) + 1 : stop]):
        return None
    before = _name().search(text, max(0, stop - 110), stop)
    if before is None or not fragments.expects(before[1].rstrip("\"'”’)]")):
        return None
    if not _is_slot(before[1], text, before.start(1)) or not ends_in_predicates(view.document, 0.5):
        return None
    return _hit(view, before.start(1), stop + 1, before[1], before[2].strip(), 0.9)


def _after_korean(view: SegmentView, stop: int) -> Hit | None:
    before = _last_two().search(view.text, max(0, stop - 60), stop)
    if before is None or view.document.language.ending(before[0] + ".") is not None:
        return None
    if fragments.expects(before[1]) and _is_no_predicate(view, before[1], before[2]):
        return _hit(view, before.start(1), stop + 1, before[1], before[2], 0.75)
    if _is_cut_long(view, before[2], stop) and ends_in_predicates(view.document, 0.1):
        return _hit(view, before.start(2), stop + 1, before[2], "", 0.8)
    return None


def _hit(view: SegmentView, start: int, end: int, word: str, name: str, confidence: float) -> Hit:
    if name:
        return view.hit(
            start, end, f"the predicate is missing: “{name}” stands where it should be", f"서술어가 없다. 그 자리에 ‘{name}’이(가) 있다",
            confidence=confidence,
        )  # fmt: skip
    return view.hit(start, end, f"the sentence breaks off after “{word}”", f"‘{word}’ 뒤에서 문장이 끊겼다", confidence=confidence)


def _is_name(name: str) -> bool:
    bare = name.strip("()")
    return (
        len(bare) > 1
        and bare.lower() not in _ABBREVIATIONS
        and ("365" in bare or (bare.isascii() and bare[-2:].isalnum() and not bare.isdigit()))
    )


def _is_slot(word: str, text: str, at: int) -> bool:
    """수 needs its -ㄹ (줄 수 Graph); what else a name cannot follow needs no more."""
    return word != "수" or (at > 1 and text[at - 1].isspace())


def _is_cut_long(view: SegmentView, word: str, at: int) -> bool:
    """Whether a sentence of five words or more ends in an object or a genitive; of shorter ones another rule speaks."""
    if fragments.tail(word) not in ("of", "object") or fragments.is_wish(word):
        return False
    sentence = sentence_at(view, at)
    return sentence >= 0 and len(view.sentences[sentence].text.split()) > 4


def _is_no_predicate(view: SegmentView, before: str, word: str) -> bool:
    """Whether ``word`` is a name that cannot stand for the predicate that ``before`` (방법을, 에 따라) expects.

    A word of the document counts as a name that has a particle elsewhere and is never made a verb (참여하다, 발송되다).
    """
    known = fragments.is_place(word) or fragments.is_loan(word)
    if before.endswith("이") or not (known or before.endswith(("을", "를"))):
        return False
    if not ends_in_predicates(view.document, 0.1 if known else 0.03):
        return False
    text = view.document.document.text
    if any(word + verb in text for verb in _VERBS):
        return False
    return known or any(word + particle in text for particle in "은는이가의에을를와과")


_VERBS = (
    "하",
    "한",
    "할",
    "함",
    "합",
    "했",
    "해",
    "되",
    "된",
    "될",
    "됐",
    "됩",
    "돼",
    "시",
    "받",
    " 하",
    " 중",
    " 및",
    "을 하",
    "를 하",
    "을 받",
    "를 받",
)


CASES = (
    Case("대표작은 Deep Blue. 그 뒤로 여러 제품이 나왔다."),
    Case("회사를 Apple Inc. 형태로 세웠다. 그는 A와 B. 그리고 C를 골랐다."),
    Case("사과를 요구. 이메일을 발송. 온라인을 통해 개발 참여. 책임관을 임명."),
    Case("두 나라의 차이 Report. 나이 Kim. 작가 Neil Gaiman."),
    Case("그는 방법을 설명했다. 서버를 테스트. 결과가 나왔다."),
    Case("자세한 내용은 사용자를 추가하는 ⟦방법을 Azure Active Directory.⟧ 새 사용자를 만들 수 있습니다."),
    Case("더 이상 새로운 ⟦기능이 Graph.⟧ 기술 지원은 계속 제공합니다."),
    Case("장치 개체는 앱을 통해 Azure ⟦AD에 커넥트.⟧ 동기화 주기는 기본적으로 30분입니다."),
    Case("서비스 가용성에 영향을 줄 ⟦수 Graph.⟧ 그래도 계속합니다."),
    Case("이 매개 변수는 ⟦지원되지 Graph.⟧ 제한이 있습니다."),
    Case("우리는 지난해에 열린 회의에서 새로운 ⟦계획을.⟧ 그 결과는 좋았다. 모두 찬성했다. 이제 시작한다."),
)

RULE = Rule(
    "FRG002",
    "missing-predicate",
    "linguistic-conventions/grammar",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    yields_to=("displaced-token",),
)
