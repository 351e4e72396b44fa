"""A unit or a currency said twice.

The machine keeps the sign of the source and translates it too: ``$5달러``, ``10%퍼센트``, ``5km 킬로미터``, ``5달러 달러``.

Not reported: a gloss in parentheses (200달러($200), 5km(킬로미터)), 10%포인트, a currency before the name of another
(미화 500달러), 원 원 inside words (5000원 원자재).

Source: number and currency formats of English and Vietnamese news against Korean ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """단위나 화폐를 두 번 적었다.
원문의 기호를 남긴 채 우리말 단위를 또 붙인 것이다(‘$5달러’, ‘10%퍼센트’, ‘5km 킬로미터’)."""

SIGNS = {
    "$": "달러|불", "US$": "달러|불", "USD": "달러|불", "€": "유로", "EUR": "유로", "£": "파운드", "GBP": "파운드", "¥": "엔|위안", "￥": "엔|위안",
    "JPY": "엔", "CNY": "위안", "RMB": "위안", "₩": "원", "￦": "원", "KRW": "원", "₫": "동", "VND": "동", "₽": "루블",
    "RUB": "루블", "₹": "루피", "INR": "루피", "฿": "바트", "THB": "바트",
}  # fmt: skip
"""Signs and ISO 4217 codes of currencies, with their Korean names."""
SYMBOLS = {
    "%": "퍼센트|프로", "％": "퍼센트|프로", "km": "킬로미터", "㎞": "킬로미터", "m": "미터", "cm": "센티미터", "mm": "밀리미터",
    "kg": "킬로그램", "㎏": "킬로그램", "g": "그램", "t": "톤", "ha": "헥타르", "MW": "메가와트", "GW": "기가와트", "kW": "킬로와트",
    "GB": "기가바이트", "MB": "메가바이트", "TB": "테라바이트", "°C": "도", "℃": "도", "mph": "마일", "ft": "피트", "lb": "파운드",
}  # fmt: skip
"""Symbols of units, with their Korean names."""
_WORDS = (
    "달러|유로|위안|파운드|루블|바트|루피|퍼센트|킬로미터|센티미터|밀리미터|미터|킬로그램|그램|헥타르|메가와트|기가와트|킬로와트|킬로와트시"
    "|마일|피트|갤런|배럴"
)
_TAIL = r"(?![가-힣](?<![이가은는을를의에로과와도만씩당인였여입대짜까부보안넘미초규정상어으]))"
_NUMBER = r"[0-9][0-9.,]{0,15}(?: ?[0-9,]{0,8}[십백천만억조]){0,6}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    before = "|".join(rf"{re.escape(sign)} ?{_NUMBER} ?(?:{words})" for sign, words in _longest_first(SIGNS))
    behind = "|".join(rf"{re.escape(sign)} ?(?:{words})" for sign, words in _longest_first(SIGNS | SYMBOLS))
    back = "|".join(rf"(?:{words}) ?{re.escape(sign)}(?![A-Za-z])" for sign, words in SYMBOLS.items())
    number = rf"(?<![0-9.,A-Za-z])({_NUMBER} ?)"
    return (
        re.compile(rf"(?<![A-Za-z$])(?:{before}){_TAIL}"),
        re.compile(rf"{number}(?:{behind})(?!포인트|시){_TAIL}"),
        re.compile(rf"{number}(?:({_WORDS}) ?\2|{back}){_TAIL}"),
    )


def _longest_first(table: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(table.items(), key=lambda pair: -len(pair[0]))


def check(view: SegmentView) -> Iterator[Hit]:
    before, behind, twice = _patterns()
    for m in before.finditer(view.text):
        yield _hit(view, m, m[0][len(_sign(m[0])) :].lstrip(), "the currency is said twice", "화폐를 두 번 적었다")
    for m in behind.finditer(view.text):
        rest = m[0][len(m[1]) :]
        yield _hit(view, m, m[1].rstrip() + rest[len(_sign(rest)) :].lstrip(), "the unit is said twice", "단위를 두 번 적었다")
    for m in twice.finditer(view.text):
        word = m[2] or re.match("[가-힣]+", m[0][len(m[1]) :])[0]  # type: ignore[index]
        yield _hit(view, m, m[1] + word, "the unit is said twice", "단위를 두 번 적었다")


def _sign(text: str) -> str:
    return next(sign for sign, _ in _longest_first(SIGNS | SYMBOLS) if text.startswith(sign))


def _hit(view: SegmentView, m: re.Match[str], right: str, en: str, ko: str) -> Hit:
    return view.hit(*m.span(), f"{en}: {right}", f"{ko}: {right}", fix=right, safe=True)


CASES = (
    Case("5달러, US$ 500, $5, 200달러($200), 5km(킬로미터), 10%포인트, 10% 포인트, 미화 500달러이다."),
    Case("5000원 원자재, 100달러 달러화 약세, 5m 미터기, 3킬로미터 미터법, 10미터 m자형 건물이다."),
    Case("전력 5킬로와트 시설, $100 달성, €5 유로파 리그, 5t 톤백이다."),
    Case("⟦$5달러⟧를 냈다.", fixed="5달러를 냈다."),
    Case("모두 ⟦US$500만 달러⟧이고 ⟦€1,200유로⟧와 ⟦₩5000원⟧이다.", fixed="모두 500만 달러이고 1,200유로와 5000원이다."),
    Case("⟦10%퍼센트⟧가 늘었다.", fixed="10퍼센트가 늘었다."),
    Case("⟦5km 킬로미터⟧ 떨어져 있다.", fixed="5킬로미터 떨어져 있다."),
    Case("⟦5달러 달러⟧를 냈다.", fixed="5달러를 냈다."),
    Case("⟦10퍼센트%⟧ 늘었다.", fixed="10퍼센트 늘었다."),
    Case("⟦500 USD 달러⟧이다.", fixed="500달러이다."),
)

_ANCHORS = (
    *SIGNS,
    *(
        f"{a}{blank}{b}"
        for s, words in SYMBOLS.items()
        for w in words.split("|")
        for a, b in ((s, w), (w, s))
        for blank in ("", " ")
    ),
    *(f"{word}{blank}{word}" for word in _WORDS.split("|") for blank in ("", " ")),
)

RULE = Rule(
    "NUM003",
    "doubled-unit",
    "locale-conventions/measurement-format",
    "minor",
    check,
    CASES,
    KO,
    anchors=_ANCHORS,
    languages=("ko",),
    confidence=0.9,
)
