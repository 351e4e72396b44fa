"""An amount whose conversion in brackets cannot be right.

A lost magnitude makes the converted amount ten or a hundred times too small (``3억 달러(약 400억 원)``), and a currency chosen
anew converts won into won (``3천만 원(약 322억 원)``).

Not reported: anything within the rates of 1995 to 2025 and half as much again, older times (당시, 1970년), dollars of other
countries, brackets that hold more than an amount, two prices in one currency (1000만원(50만원)).

Source: yearly rates of the won against other currencies, 1995 to 2025 (Bank of Korea), with a wide margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from mtaudit.languages.ko import numbers
from mtaudit.languages.ko.numbers import Amount
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """괄호 안의 환산 금액이 맞을 수 없다.
단위를 빠뜨려 환산액이 열 배, 백 배 어긋나거나(‘3억 달러(약 400억 원)’), 화폐를 잘못 옮겨 원화를 다시 원화로 환산했다(‘3천만 원(약 322억 원)’)."""


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r" ?[(（](?:약|한화로?|우리 ?돈으?로?|원화로?|미화로?| )*")


@cache
def _other_dollars() -> re.Pattern[str]:
    return re.compile(r"(?:홍콩|대만|타이완|호주|캐나다|싱가포르|뉴질랜드|짐바브웨|자메이카|현지|시리아|레바논) ?$")


@cache
def _other_times() -> re.Pattern[str]:
    return re.compile(r"당시|시절|옛|구한말|(?<![0-9])1[0-8][0-9]{2}년|(?<![0-9])19[0-8][0-9]년|구권|인당|개당|매월|월세|보증금")


def check(view: DocumentView) -> Iterator[Hit]:
    ends = "".join(sorted({name[-1] for name in numbers.CURRENCIES}))
    converted = f"[^()（）0-9]{{0,30}}[0-9][^()（）]{{0,60}}[{ends}][)）]"
    for segment in holding(view, ("(", converted), ("（", converted)):
        yield from _conversions(segment)


def _conversions(view: SegmentView) -> Iterator[Hit]:
    for left, right in pairwise(numbers.amounts(view.text)):
        if not left.currency or not right.currency or view.text[right.end : right.end + 1] not in (")", "）"):
            continue
        if _opening().fullmatch(view.text, left.end, right.start) and left.number.value and right.number.value:
            hit = _into_itself(view, left, right) if left.currency == right.currency else _at_no_rate(view, left, right)
            if hit is not None and not _other_times().search(view.text, max(0, left.start - 40), right.end):
                yield hit


def _into_itself(view: SegmentView, left: Amount, right: Amount) -> Hit | None:
    small, large = sorted((left.number.value, right.number.value))
    if large / small < 90:
        return None
    return view.hit(
        left.start,
        right.end + 1,
        "an amount is converted into its own currency",
        f"‘{left.currency}’ 금액을 다시 ‘{left.currency}’ 단위로 환산했다. 한쪽 화폐가 틀렸다",
    )


def _at_no_rate(view: SegmentView, left: Amount, right: Amount) -> Hit | None:
    won, foreign = (left, right) if left.currency == "원" else (right, left)
    if won.currency != "원" or foreign.currency not in numbers.WON:
        return None
    name = foreign.end - len(foreign.unit)
    if any(_other_dollars().search(view.text, max(0, at - 6), at) for at in (name, foreign.start)):
        return None
    worth = won.number.value / foreign.number.value
    low, high = numbers.WON[foreign.currency]
    if low / 1.5 <= worth <= high * 1.5:
        return None
    return view.hit(
        left.start,
        right.end + 1,
        f"that makes {worth:,.6g} won for one unit of the currency",
        f"환산이 맞지 않는다. 1{foreign.currency}에 {worth:,.6g}원꼴이다",
    )


CASES = (
    Case("12억6천만달러(1조4천억원)와 2조 3000억 위안(약 404조 8230억 원), 3천만 달러(322억 원), 4천억 원(약 3억 달러)이다."),
    Case("47조 6천억 엔(약 490조 원)과 2,326억 달러(약 220조원), 1천억 동(약 50억 원)이다."),
    Case("100만 홍콩달러(약 1억7천만원)를 당시 1만 달러(약 300만원)로 바꾸었다. 1975년 1만 달러(약 480만 원)였다."),
    Case("보증금 1000만원(50만원), 계획 100억원(80억원), 매출 500만원(1인당 5억원)이다."),
    Case("⟦3억 달러(약 400억 원)⟧를 썼다."),
    Case("⟦2조 3000억 위안(약 40조 원)⟧이다."),
    Case("이는 3달러에 ⟦3천만 원(약 322억 원)⟧을 더한 것이다."),
)

RULE = Rule(
    "CON004",
    "wrong-conversion",
    "accuracy/mistranslation/number",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.8,
)
