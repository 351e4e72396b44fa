"""No space between two sentences, or between a word and an opening quotation mark.

Engines that translate sentence by sentence lose the blank between them (``않았습니다.서울은``); others take quotation
marks out and put them back without it (``그는"한국과``).

Not reported: numbers, versions, addresses, file names and abbreviations (2.5, www, U.S., .NET); words with a full stop for
a middle dot (재직기간.소득, 착.가.가.); emoticons; particles after a quoted question (가능하지?라는); a text that writes all
its sentences so; commas, which people set as they like.

Source: taxonomy of machine-translated Korean, "spacing": 13 in 1,000 sentences of one system, 0.1 in human text.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import SegmentView

KO = """문장 사이나 여는 따옴표 앞에 빈칸이 없다.
문장을 하나씩 번역하는 엔진은 문장 사이의 빈칸을 잃는다(‘않았습니다.서울은’). 마침표 뒤에는 한 칸을 띄운다."""

_WORDS_IN_DA = ("바다", "캐나다", "판다", "소다", "람다", "르완다", "우간다", "바바다")


_ASKED = ("니다", "니까", "세요", "어요", "아요", "네요", "군요", "나요", "가요")
_QUOTED = (
    *("라고", "라는", "라며", "라면", "라든", "란", "이란", "하고", "하는", "하며", "하면", "에서", "에는", "에게", "이라", "처럼"),
    *("보다", "까지", "부터", "으로", "인지", "였", "와의", "를", "을"),
    *("은 ", "이 ", "는 ", "가 ", "에 ", "의 ", "와 ", "과 ", "로 ", "도 "),
)
"""What follows a quoted question."""
_BEFORE = frozenset("은는이가서며고")
"""Syllables in which a word ends before a quotation."""


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    # Nearly every full stop stands before a blank or at the end: three counts are cheaper than a search.
    if text.count(".") > text.count(". ") + text.endswith("."):
        for at in _places(text, "."):
            if _is_glued(text, at):
                yield _hit(view, at)
    for mark in "?!":
        if mark in text:
            for at in _places(text, mark):
                if _is_asked(text, at):
                    yield _hit(view, at)
    if '"' in text or "“" in text:
        yield from _before_quotes(view)


def _hit(view: SegmentView, at: int) -> Hit:
    return view.hit(
        at, at + 1, "a space is missing after the sentence", "문장 끝에 빈칸이 없다", fix=view.text[at] + " ", safe=True
    )


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _is_syllable(text: str, at: int) -> bool:
    return at >= 0 and "가" <= text[at : at + 1] <= "힣"


def _is_capital(text: str, at: int) -> bool:
    return "A" <= text[at : at + 1] <= "Z"


def _is_glued(text: str, at: int) -> bool:
    """Whether the full stop ends a sentence in 다, 요, 죠 or 까 and the next one follows at once."""
    after = text[at + 1 : at + 2]
    if not after or after == " " or at < 2 or text[at - 1] not in "다요죠까" or not _is_syllable(text, at - 2):
        return False
    begins = (
        _is_syllable(text, at + 1)
        or after in "“‘「『("
        or (_is_capital(text, at + 1) and ("a" <= text[at + 2 : at + 3] <= "z" or _is_syllable(text, at + 2)))
    )
    return begins and not (text.endswith(_WORDS_IN_DA, 0, at) or _is_dotted(text, at))


def _is_asked(text: str, at: int) -> bool:
    """Whether the mark ends a question or an exclamation and the next sentence follows at once."""
    return (
        _is_syllable(text, at + 1)
        and _is_syllable(text, at + 2)
        and text.endswith(_ASKED, 0, at)
        and not text.startswith(_QUOTED, at + 1)
    )


def _is_dotted(text: str, at: int) -> bool:
    """Whether the full stop is one of a row between short words: 나다.라마.바사."""
    return text[max(0, at - 4) : at].count(".") > 0 or "." in text[at + 1 : at + 3]


def _before_quotes(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for mark, closing in (('"', '"'), ("“", "”")):
        for number, at in enumerate(_places(text, mark)):
            if at == 0 or text[at - 1] not in _BEFORE or not _is_syllable(text, at - 2) or (mark == '"' and number % 2):
                continue
            if not (_is_syllable(text, at + 1) or _is_capital(text, at + 1)):
                continue
            close = text.find(closing, at + 1, at + 300)
            if close - at < 8 or text[close - 1].isspace():
                continue
            if text.startswith(("고", "라고", "라며", "며", "는", "라는"), close + 1):
                yield view.hit(
                    at,
                    at + 1,
                    "a space is missing before the quotation mark",
                    "여는 따옴표 앞에 빈칸이 없다",
                    fix=" " + mark,
                    safe=True,
                )


CASES = (
    Case("3.5와 2.0, www.한국.kr, 재직기간.소득, 착.가.가., ㅠ.ㅠ 그리고 U.S.와 .NET이다. 그렇다."),
    Case("가능하지?라는 물음에 “됩니다!”라고 했다. 뒷이야기!에서 산.바다.강을 보라."),
    Case('그는 "한국과 일본은 가깝다"고 말했다. "구울"이라는 말, “되나요?라고 물었다. "접니다."라고 했다.'),
    Case("가정이었습니다⟦.⟧금속판은 휘었다⟦.⟧서울은 맑았다.", fixed="가정이었습니다. 금속판은 휘었다. 서울은 맑았다."),
    Case("어떻습니까⟦?⟧그래도 괜찮아요⟦!⟧우리는 간다.", fixed="어떻습니까? 그래도 괜찮아요! 우리는 간다."),
    Case('그는⟦"⟧한국과 일본은 가깝다"고 말했다.', fixed='그는 "한국과 일본은 가깝다"고 말했다.'),
)

RULE = Rule(
    "SPC002",
    "missing-space",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    kinds=PROSE,
    languages=("ko",),
    confidence=0.95,
)
