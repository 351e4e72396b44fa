"""The value of Korean figures: 1만9천106명, 2조 3000억 위안, 3억8천만, 117억 5,000만원.

Korean groups by ten thousands (만, 억, 조, 경); inside a group 천, 백 and 십 may be written or left to the digits. Parts
may be joined by one blank (4천 4백만, 3만 1459개).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

SMALL = {"": 1, "십": 10, "백": 100, "천": 1000}
BIG = {"": 1, "만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

CURRENCIES = {
    "원": "원", "달러": "달러", "불": "달러", "유로": "유로", "위안": "위안", "엔": "엔", "파운드": "파운드", "루블": "루블",
    "동": "동", "페소": "페소", "바트": "바트", "루피": "루피", "루피아": "루피아", "링깃": "링깃", "프랑": "프랑",
    "크로나": "크로나", "크로네": "크로네", "헤알": "헤알", "리라": "리라", "리알": "리알", "디르함": "디르함", "랜드": "랜드",
    "즈워티": "즈워티", "포린트": "포린트", "투그릭": "투그릭", "텡게": "텡게", "흐리우냐": "흐리우냐", "셰켈": "셰켈",
    "마르크": "마르크", "디나르": "디나르",
}  # fmt: skip
"""Names of currencies after a figure, with the name that they count as."""

WON = {
    "달러": (600, 2000), "유로": (900, 2200), "파운드": (1200, 2900), "엔": (6, 20), "위안": (90, 280), "루블": (7, 60), "바트": (20, 60),
    "루피": (10, 40), "루피아": (0.06, 0.2), "동": (0.03, 0.09), "링깃": (200, 450),
}  # fmt: skip
"""What one unit of a currency was worth in won between 1995 and 2025 (yearly rates, Bank of Korea), with a margin."""
COUNTERS = (
    "명", "사람", "개", "건", "대", "가구", "세대", "곳", "마리", "톤", "t", "kg", "g", "㎏", "km", "㎞", "m", "㎡", "ha",
    "헥타르", "킬로미터", "미터", "킬로그램", "리터", "배럴", "와트", "킬로와트", "메가와트", "기가와트", "채", "권", "장", "부",
    "벌", "병", "상자", "회", "차례", "편", "종", "척", "표", "석", "주", "호", "필지", "점", "개소", "개사", "개국", "포기",
    "%", "퍼센트", "％",
)  # fmt: skip
"""Units that count or measure something which can grow and shrink; no ranks, no dates."""

_TAIL = "이가은는을를의에로과와도만씩당선화인였여입대짜까부보안넘미초내수규정상어으나권"
"""First syllables of what may be glued to a unit: particles, 이다, and 대, 짜리, 안팎, 넘게, 규모, 정도, 상당, 어치."""


class Number(NamedTuple):
    """A figure in a text: its span, its value, and ``step``, the worth of one in the last place that is written."""

    start: int
    end: int
    value: float
    step: float

    @property
    def significant(self) -> int:
        """How many digits the value has without the zeros at its end."""
        return len(f"{self.value:.10g}".replace(".", "").strip("0")) if self.value < 10**10 else len(f"{self.value:.0f}".strip("0"))


class Amount(NamedTuple):
    """A figure with its unit; ``currency`` is the currency's usual name, empty for other units."""

    start: int
    end: int
    number: Number
    unit: str
    currency: str


@cache
def _piece() -> re.Pattern[str]:
    # A digit class stands first and looks behind itself: the scan for it is fast, a look-behind at the head is not.
    figure = r"[0-9](?<![0-9.,].)(?:[0-9]{0,2}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]{0,17}(?![0-9]))"
    return re.compile(rf"({figure})(?:\.([0-9]{{1,9}})[0-9]*)?([십백천])?(?:(만(?!큼)|억|조(?!각|직)|경(?!기))(?![십백천만억조]))?")


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All figures in ``text[start:end]``, from the left, without overlap."""
    parts: list[re.Match[str]] = []
    for m in _piece().finditer(text, start, len(text) if end is None else end):
        if parts and not _continues(text, parts[-1], m):
            yield _number(parts)
            parts = []
        parts.append(m)
    if parts:
        yield _number(parts)


def value(text: str) -> float | None:
    """The value of a text that is one figure and nothing else, None for any other text."""
    found = list(numbers(text))
    return found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None


@cache
def _unit() -> re.Pattern[str]:
    words = sorted((*CURRENCIES, *COUNTERS), key=len, reverse=True)
    hangul = "|".join(w for w in words if "가" <= w[0] <= "힣")
    others = "|".join(re.escape(w) for w in words if not "가" <= w[0] <= "힣")
    return re.compile(rf" ?(?:({hangul})(?![가-힣](?<![{_TAIL}]))|({others})(?![A-Za-z포p]))")


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """All figures in ``text[start:end]`` that have a unit of CURRENCIES or COUNTERS behind them."""
    for number in numbers(text, start, end):
        found = amount(text, number)
        if found is not None:
            yield found


def amount(text: str, number: Number) -> Amount | None:
    """The figure with the unit that stands behind it, None where none does."""
    m = _unit().match(text, number.end)
    if m is None:
        return None
    unit = m[1] or m[2]
    currency = "" if unit == "동" and number.value < 10**4 else CURRENCIES.get(unit, "")  # 101동 is a building
    return Amount(number.start, m.end(), number, unit, currency)


def _scale(m: re.Match[str]) -> int:
    return SMALL[m[3] or ""] * BIG[m[4] or ""]


def _continues(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two neighbouring parts are one figure, as in 3억 + 8천만."""
    gap = text[left.end() : right.start()]
    if gap not in ("", " ", "\xa0") or left[2] or right[2] or not (left[3] or left[4]):
        return False
    if gap and not right[3] and not right[4] and _scale(left) > 10**4:
        return False  # 2억 5명 are two figures, 3만 1459명 is one
    ceiling = SMALL[left[3]] if left[3] and not left[4] else 10**4
    if left[4] and BIG[right[4] or ""] >= BIG[left[4]]:
        return False
    return int(right[1].replace(",", "")) * SMALL[right[3] or ""] < ceiling


def _number(parts: list[re.Match[str]]) -> Number:
    total = section = 0.0
    for m in parts:
        figure = m[1].replace(",", "")
        if m[2]:
            digits = int(figure + m[2]) * _scale(m)
            exact, rest = divmod(digits, 10 ** len(m[2]))
            step = _scale(m) / 10 ** len(m[2])
            return Number(parts[0].start(), m.end(), exact if not rest else digits / 10 ** len(m[2]), step)
        section += int(figure) * SMALL[m[3] or ""]
        if m[4]:
            total += section * BIG[m[4]]
            section = 0
    last = parts[-1]
    return Number(parts[0].start(), last.end(), total + section, _scale(last))
