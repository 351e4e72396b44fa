"""One figure in two currencies.

A translator that meets 元 or a bare sign chooses the currency anew each time: ``41억2300만위안`` here, ``41억2300만원`` there. Only
one of them can be right.

Not reported: conversions (3억 달러(약 4천억 원): other figures), round figures (100만 원, 100만 달러) unless the words round
them are the same too, figures that the text gives in both currencies more than once, sums with an exchange rate between them.

Source: Chinese and Japanese business news in Korean translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.languages.ko import numbers
from mtaudit.languages.ko.numbers import Amount
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """같은 수치가 두 가지 화폐로 적혀 있다.
‘元’ 같은 표기를 만날 때마다 화폐를 새로 골라 ‘41억2300만위안’과 ‘41억2300만원’이 한 글에 섞인다. 둘 중 하나는 틀렸다."""


class _Mention(NamedTuple):
    view: SegmentView
    amount: Amount


@cache
def _word() -> re.Pattern[str]:
    return re.compile("[가-힣A-Za-z]{2,}")


def _about(text: str, amount: Amount) -> frozenset[str]:
    """The first two syllables of the words round an amount: what it is about, without particles."""
    around = text[max(0, amount.start - 25) : amount.start] + " " + text[amount.end : amount.end + 20]
    return frozenset(w[:2] for w in _word().findall(around)) - _EMPTY


_SAY_NOTHING = (
    "하는 하고 했다 한다 된다 있다 있는 이상 이하 가량 정도 규모 으로 에서 까지 부터 보다 대비 지난 올해 작년 내년 오는 이번 모두 전체 모든 최대 최소 평균"
    " 당시 현재 이를 이는 그는 것으 것이 것은 위해 통해 대한 따라 따르 밝혔 말했 달했 또한 그리 하지 달러 유로 위안"
)
"""Beginnings of words that say nothing of the amount beside them."""
_EMPTY = frozenset(_SAY_NOTHING.split())


@cache
def _money() -> re.Pattern[str]:
    names = "|".join(sorted(numbers.CURRENCIES, key=len, reverse=True))
    return re.compile(rf"[0-9](?<![0-9.,].)[0-9.,]{{0,20}}[십백천만억조]{{0,3}} ?({names})")


def check(view: DocumentView) -> Iterator[Hit]:
    speak = [(s, {numbers.CURRENCIES[m] for m in _money().findall(s.text)}) for s in view.segments if s.kind != "code"]
    if len(set().union(*(found for _, found in speak))) > 1:
        mentions: dict[float, list[_Mention]] = {}
        for segment, found in speak:
            for amount in numbers.amounts(segment.text) if found else ():
                if amount.currency and amount.number.value >= 10:
                    mentions.setdefault(amount.number.value, []).append(_Mention(segment, amount))
        for same in mentions.values():
            yield from _odd_ones(same)


def _odd_ones(same: list[_Mention]) -> Iterator[Hit]:
    """The mentions of one figure whose currency is the rarer one."""
    counts: dict[str, int] = {}
    for mention in same:
        counts[mention.amount.currency] = counts.get(mention.amount.currency, 0) + 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda name: counts[name])
    usuals = [m for m in same if m.amount.currency == usual]
    for odd in same:
        if odd.amount.currency == usual or counts[odd.amount.currency] > 1:
            continue
        for other in usuals:
            shared = len(_about(odd.view.text, odd.amount) & _about(other.view.text, other.amount))
            if (
                odd.amount.number.significant + shared >= 3
                and not _rate_between(odd, other)
                and (odd.amount.number.significant > 1 or shared > 1)
            ):
                a, b = other.amount, odd.amount
                yield odd.view.hit(
                    b.start,
                    b.end,
                    f"elsewhere this figure is in another currency: {other.view.text[a.start : a.end]}",
                    f"같은 수치가 다른 곳에는 ‘{other.view.text[a.start : a.end]}’으로 적혀 있다",
                    related=(other.view.related(a.start, a.end, "the same figure in another currency", "같은 수치, 다른 화폐"),),
                    confidence=0.8 if odd.amount.number.significant > 2 else 0.65,
                )
                break


def _rate_between(odd: _Mention, other: _Mention) -> bool:
    """Whether both stand in one sum or list (100달러, 100유로 지폐; 100엔당 100원)."""
    if odd.view is not other.view:
        return False
    first, second = sorted((odd.amount, other.amount), key=lambda a: a.start)
    between = odd.view.text[first.end : second.start]
    return len(between) < 6 or "환율" in odd.view.text


CASES = (
    Case("3억 달러(약 4천억 원)를 투자한다. 이 가운데 1억 달러(약 1천300억 원)는 빌린다."),
    Case("상금은 100만 원이다.\n\n집값은 100만 달러를 넘었다."),
    Case("100달러, 100유로, 100파운드 지폐를 찍었다. 환율은 1유로에 1,350원, 1,350달러였다."),
    Case("연봉은 25만 달러였다.\n\n점심값으로 25만 원을 썼다."),
    Case("매출은 41억2300만위안이다.\n\n회사는 ⟦41억2300만원⟧의 매출을 올렸다."),
    Case("투자액은 15억 달러이다.\n\n투자액 15억 달러를 마련했다.\n\n이 ⟦15억 원⟧ 투자액은 크다."),
)

RULE = Rule(
    "CON003",
    "two-currencies",
    "accuracy/mistranslation/number",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    anchors=(
        *(
            name
            for name in numbers.CURRENCIES
            if len(name) > 1 and name not in ("루피아", "루피", "리라", "리알", "랜드", "프랑", "디나르")
        ),
        *(f"{head}{blank}{name}" for head in "0123456789만억조천백" for blank in ("", " ") for name in ("엔", "불", "동")),
        *(
            f"{head}{blank}{name}"
            for head in "0123456789만억조천백"
            for blank in ("", " ")
            for name in ("루피", "리라", "리알", "랜드", "프랑", "디나르")
        ),
    ),
    languages=("ko",),
    confidence=0.8,
)
