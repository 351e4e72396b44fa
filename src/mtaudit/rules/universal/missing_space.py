"""No space between two sentences, or between a word and an opening quotation mark.

Engines that translate sentence by sentence lose the blank between them (``않았습니다.서울은``); others take quotation
marks out and put them back without it (``그는"한국과``).

Not reported: numbers, versions, addresses, file names and abbreviations (2.5, www, U.S., .NET); words with a full stop for
a middle dot (재직기간.소득, 착.가.가.); emoticons; particles after a quoted question (가능하지?라는); a text that writes all
its sentences so; commas, which people set as they like.

Source: taxonomy of machine-translated Korean, "spacing": 13 in 1,000 sentences of one system, 0.1 in human text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import SegmentView

KO = """문장 사이나 여는 따옴표 앞에 빈칸이 없다.
문장을 하나씩 번역하는 엔진은 문장 사이의 빈칸을 잃는다(‘않았습니다.서울은’). 마침표 뒤에는 한 칸을 띄운다."""

_WORDS_IN_DA = ("바다", "캐나다", "판다", "소다", "람다", "르완다", "우간다", "바바다")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(
        r"\.(?=[가-힣“‘「『(]|[A-Z][a-z가-힣])(?<=[가-힣][다요죠까]\.)"
        r"|[?!](?=[가-힣]{2})(?<=(?:니다|니까|세요|어요|아요|네요|군요|나요|가요)[?!])"
        r"(?!라고|라는|라며|라면|라든|란|이란|하고|하는|하며|하면|에서|에는|에게|이라|처럼|보다|까지|부터|으로|인지|였|와의|를|을|은 |는 |이 |가 |에 |의 |와 |과 |로 |도 )"
    )


@cache
def _quotes() -> re.Pattern[str]:
    return re.compile(r"[\"“](?=[가-힣A-Z])(?<=[가-힣][은는이가서며고]\S)")


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _glued().finditer(text):
        at = m.start()
        if m[0] == "." and (text.endswith(_WORDS_IN_DA, 0, at) or _is_dotted(text, at)):
            continue
        yield view.hit(at, at + 1, "a space is missing after the sentence", "문장 끝에 빈칸이 없다", fix=m[0] + " ", safe=True)
    if '"' in text or "“" in text:
        yield from _before_quotes(view)


def _is_dotted(text: str, at: int) -> bool:
    """Whether the full stop is one of a row between short words: 나다.라마.바사."""
    return text[max(0, at - 4) : at].count(".") > 0 or "." in text[at + 1 : at + 3]


def _before_quotes(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    marks, counted, is_open = 0, 0, False
    for m in _quotes().finditer(text):
        at = m.start()
        if m[0] == '"':
            marks += text.count('"', counted, at)
            counted = at
            is_open = marks % 2 == 1
        close = text.find("”" if m[0] == "“" else '"', at + 1, at + 300)
        if is_open or close - at < 8 or text[close - 1].isspace():
            continue
        if text.startswith(("고", "라고", "라며", "며", "는", "라는"), close + 1):
            yield view.hit(
                at,
                at + 1,
                "a space is missing before the quotation mark",
                "여는 따옴표 앞에 빈칸이 없다",
                fix=" " + m[0],
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
