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

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.ko._stops import doubtful_stops, ends_in_predicates, sentence_at
from mtaudit.view import DocumentView, SegmentView

KO = """서술어가 나오기 전에 문장이 끊겼다. 목적어나 부사어 바로 뒤에 이름과 마침표가 온다.
제품 이름을 따로 옮겨 두었다가 서술어 자리에 되돌려 놓은 것이다: ‘…하는 방법을 Azure Active Directory.’"""

_ABBREVIATIONS = frozenset(
    "inc ltd co corp dr mr mrs ms st jr sr vs etc no vol pp ed eds prof gen gov sen rep ver fig eq feat llc plc gmbh dept est".split()
)


_CLOSING = "\"'”’)]"
_LONGEST = 7
"""Words of a name."""
_FAR = 110
"""How far before the full stop the word before a name may begin (code points)."""
_NEAR = 60
"""The same for two Korean words."""
_NEIGHBOURHOOD = 100_000
"""How far from a word the document is asked for its other uses (code points), so that time grows with the text."""


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"\s")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9&(][A-Za-z0-9+#&/()\-]*")


def check(view: DocumentView) -> Iterator[Hit]:
    for segment, stop in view.once(doubtful_stops):
        korean = "가" <= segment.text[stop - 1] <= "힣"
        hit = _after_korean(segment, stop) if korean else _after_name(segment, stop)
        if hit:
            yield hit


def _after_name(view: SegmentView, stop: int) -> Hit | None:
    text = view.text
    first = max(0, stop - _FAR)
    if not _is_name(text[max(first, text.rfind(" ", first, stop) + 1) : stop]):
        return None
    words = _blank().split(text[first:stop])
    at = len(words) - 1
    while at >= 0 and _name().fullmatch(words[at]):
        at -= 1
    if at < (1 if first else 0) or not 0 < len(words) - 1 - at <= _LONGEST:
        return None
    word = words[at]
    bare = word.rstrip(_CLOSING)
    if not "가" <= bare[-1:] <= "힣" or not _expects(bare):
        return None
    start = stop - sum(map(len, words[at:])) - (len(words) - 1 - at)
    if not _is_slot(word, text, start) or not ends_in_predicates(view.document, 0.5):
        return None
    return _hit(view, start, stop + 1, word, text[start + len(word) : stop].strip(), 0.9)


def _after_korean(view: SegmentView, stop: int) -> Hit | None:
    from mtaudit.languages.ko import fragments

    text = view.text
    first = max(0, stop - _NEAR)
    words = text[first:stop].rsplit(None, 2)
    if len(words) < 2 or (len(words) == 2 and first and not text[first].isspace()):
        return None
    before, word = words[-2:]
    start = stop - len(word) - 1 - len(before)
    if (
        not text.startswith(before, start)
        or not _is_hangul(before[-1])
        or not 2 <= len(word) <= 12
        or not all(map(_is_hangul, word))
    ):
        return None
    known = fragments.is_place(word) or fragments.is_loan(word)
    slot = before.endswith(("을", "를")) or (known and not before.endswith("이"))
    cut = word.endswith(("의", "을", "를"))
    if not (slot or cut) or view.document.language.ending(text[start : stop + 1]) is not None:
        return None
    if slot and _expects(before) and _is_no_predicate(view, word, known):
        return _hit(view, start, stop + 1, before, word, 0.75)
    if cut and _is_cut_long(view, word, stop) and ends_in_predicates(view.document, 0.1):
        return _hit(view, stop - len(word), stop + 1, word, "", 0.8)
    return None


def _expects(word: str) -> bool:
    from mtaudit.languages.ko import fragments

    return fragments.expects(word)


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


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
    from mtaudit.languages.ko import fragments

    if fragments.tail(word) not in ("of", "object") or fragments.is_wish(word):
        return False
    sentence = sentence_at(view, at)
    return sentence >= 0 and len(view.sentences[sentence].text.split()) > 4


def _is_no_predicate(view: SegmentView, word: str, known: bool) -> bool:
    """Whether ``word`` is a name that cannot stand for the predicate that the word before it (방법을, 에 따라) expects.

    A word of the document counts as a ``known`` name that has a particle elsewhere and is never made a verb (참여하다, 발송되다).
    """
    if not ends_in_predicates(view.document, 0.1 if known else 0.03):
        return False
    text = view.document.document.text
    here = view.segment.start
    end = here + _NEIGHBOURHOOD
    at = text.find(word, max(0, here - _NEIGHBOURHOOD), end)
    while at >= 0:
        after = at + len(word)
        if text.startswith(_VERBS, after):
            return False
        known = known or text.startswith(_PARTICLES, after)
        at = text.find(word, at + 1, end)
    return known


_PARTICLES = tuple("은는이가의에을를와과")
_VERBS = (*"하 한 할 함 합 했 해 되 된 될 됐 됩 돼 시 받".split(), " 하", " 중", " 및", "을 하", "를 하", "을 받", "를 받")


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
