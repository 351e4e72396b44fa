"""Figures of one sentence that contradict one another.

A magnitude that is lost in translation (``158만`` for 1,508만) no longer fits the percentage beside it; ``increase`` and
``decrease`` change places; percentage points exceed the level they lead to.

Not reported: rounded and approximate figures, ranks and growth rates (which may be negative), percentages of something else than
the two figures, 배 whichever way it is counted.

Source: arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from mtaudit.languages.ko import numbers
from mtaudit.languages.ko.changes import DOWN, PERCENTS, UP, patterns
from mtaudit.languages.ko.numbers import Amount
from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """한 문장 안의 수치가 서로 맞지 않는다.
번역하면서 단위가 빠지거나(‘1508만’ → ‘158만’) 증가와 감소가 뒤바뀌면 곁에 적힌 비율과 어긋난다."""


class Change(NamedTuple):
    """A change as a sentence states it: from ``before`` to ``after`` by so many percent or by an amount (None where it gives none)."""

    start: int
    end: int
    before: Amount
    after: Amount
    percent: float | None
    up: bool
    by: float | None = None


@cache
def _may_be_negative() -> re.Pattern[str]:
    return re.compile("성장률|증가율|증감률|수익률|등락|상승률|변동률|이익률|감소율|금리|물가|마이너스|적자|영하|손실|GDP|지수")


_WAY = "[늘증급불상오올뛰뛴치성신확줄감하내떨축쪼위빠높뛴]"
"""First syllables of what goes up or down."""
_NEAR_FIGURE = "|".join(f"(?<=[0-9].{{{n}}}로)" for n in range(9))
_SHARE = r"(?:(?<=[명개건곳대구].)|(?<=[명개건곳대구] .))[1-9][0-9.]{0,12} ?[%％][)）]"
_BY = r" [^.()0-9]{0,8}[0-9][^()]{0,40}?(?:\([0-9.]{1,8}%\))?[^.0-9()]{0,4}?"


def _guards(way: str) -> tuple[tuple[str, str], ...]:
    """A percentage before a change; a figure, 로 and a change, with its amount or without; a share in brackets."""
    percent = rf"[)]?(?:\([^()]{{0,25}}\))?[^.0-9()%％]{{0,16}}?(?:{way})"
    return (
        *((sign, percent) for sign in PERCENTS),
        ("로", rf"(?:{_NEAR_FIGURE}|(?<=\)로)|(?<=\)으로))(?:{_BY})? ?(?:{way})"),
        ("(", _SHARE),
    )


@cache
def _worth_reading() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(re.escape(literal) + rest) for literal, rest in _guards(f"{UP}|{DOWN}|높아진"))


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in holding(view, *_guards(_WAY)):
        if segment.kind in RUNNING and any(pattern.search(segment.text) for pattern in _worth_reading()):
            yield from _contradictions(segment)


@cache
def _two_figures() -> re.Pattern[str]:
    return re.compile(r"[0-9][^0-9]+[0-9]")


def _contradictions(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for start, end, _ in view.sentences:
        amounts = _amounts(text, start, end) if _two_figures().search(text, start, end) else []
        if len(amounts) > 1:
            yield from _changes(view, amounts, end)
            yield from _shares(view, amounts, end)
        for m in patterns()[-1].finditer(text, start, end):
            if float(m[1]) > float(m[2]) and not _may_be_negative().search(text, max(start, m.start() - 80), m.end() + 20):
                yield view.hit(
                    *m.span(),
                    f"a rise of {m[1]} points cannot lead to {m[2]}%",
                    f"{m[1]}%포인트 올랐다면 {m[2]}%일 수 없다",
                )


def _amounts(text: str, start: int, end: int) -> list[Amount]:
    """The amounts of a sentence; a figure before 에서 takes the unit of the figure it leads to (200만에서 250만 달러로)."""
    out = []
    for n in numbers.numbers(text, start, end):
        amount = numbers.amount(text, n)
        if amount is not None:
            out.append(amount)
        elif n.value > 0 and text.startswith(("에서", "으로", "로"), n.end) and text[n.end - 1] in "만억조천백":
            out.append(Amount(n.start, n.end, n, "", ""))
    return out


def _changes(view: SegmentView, amounts: list[Amount], end: int) -> Iterator[Hit]:
    text = view.text
    counted = [a for a in amounts if a.unit not in PERCENTS and not _converts(text, a)]
    shares = [a for a in amounts if a.unit in PERCENTS]
    following = {a.start: b for a, b in pairwise(counted)}
    for left, right in (*pairwise(counted), *pairwise(shares)):
        change = _change(text, left, right, following.get(right.start), end)
        if change is None or change.before.number.value <= 0 or change.after.number.value <= 0:
            continue
        before, after, percent = change.before.number, change.after.number, change.percent
        wrong_way = after.value < before.value if change.up else after.value > before.value
        if _may_be_negative().search(view.text, max(0, change.start - 40), change.end):
            continue
        real = 100 * (after.value - before.value) / before.value
        said = f"{view.text[change.before.start : change.before.end]} → {view.text[change.after.start : change.after.end]}"
        if wrong_way:
            if abs(real) > 2:
                yield view.hit(
                    change.start,
                    change.end,
                    f"{said} is {'no rise' if change.up else 'no fall'} but a change of {real:+.0f}%",
                    f"{said}: {'증가가 아니라 감소' if change.up else '감소가 아니라 증가'}이다({real:+.0f}%)",
                )
        elif change.by is not None and not _differs_by(before, after, change.by):
            yield view.hit(
                change.start,
                change.end,
                f"{said} is a difference of {abs(after.value - before.value):,.10g}",
                f"{said}: 차이가 {abs(after.value - before.value):,.10g}이다",
            )
        elif percent is not None and not _fits(before, after, percent):
            yield view.hit(
                change.start,
                change.end,
                f"{said} is a change of {real:+.0f}%, not of {percent:g}%",
                f"{said}: {percent:g}%가 아니라 {abs(real):.0f}% {'증가' if change.up else '감소'}이다",
            )


def _converts(text: str, amount: Amount) -> bool:
    """Whether an amount stands in brackets as what another amount is worth: 1,870억 달러(한화 약 225조 원)."""
    before = text[max(0, amount.start - 8) : amount.start]
    return (
        re.search(r"[러로엔안드블화원] ?\((?:약|한화|우리 돈|미화|로| )*$", before) is not None
        and text[amount.end : amount.end + 1] == ")"
    )


def _change(text: str, left: Amount, right: Amount, then: Amount | None, end: int) -> Change | None:
    """The change that two neighbouring amounts are said to be, if any; ``then`` is the amount after them."""
    by_to, to, to_ago, base, reaching, difference, _ = patterns()
    between = re.sub(r"^ ?\([^()]{0,30}\)", "", text[left.end : right.start])  # without the conversion: (약 225조 원)
    behind = m.end() if (m := re.compile(r" ?\([^()]{0,30}\)").match(text, right.end, end)) else right.end
    if left.unit and right.unit and not _same_unit(left, right):
        return None
    if _leading().fullmatch(between):
        m = by_to.match(text, behind, end)
        if m and right.unit not in PERCENTS:
            return Change(left.start, m.end(), left, right, float(m["percent"]), m["up"] is not None)
        m = to.match(text, behind, end)
        if m and left.unit not in ("주", "차례", "호"):
            return Change(left.start, m.end(), left, right, None, m["up"] is not None)
        if (
            then is not None
            and _same_unit(right, then)
            and re.fullmatch(
                r"(?:으로|로) [^.()0-9]{0,8}(?:[0-9]{1,4}(?:년|개월|주|일)? ?만에 )?(?:약 )?", text[behind : then.start]
            )
        ):
            m = difference.match(text, then.end, end)
            if m:
                return Change(left.start, m.end(), left, right, None, m["up"] is not None, then.number.value)
    elif left.unit and right.unit and right.unit not in PERCENTS and to_ago.fullmatch(between):
        m = base.match(text, behind, end)
        if m:  # B로 전년 A에 비해 25% 늘
            return Change(left.start, m.end(), right, left, float(m["percent"]), m["up"] is not None)
    elif left.unit and right.unit not in ("", *PERCENTS):
        m = base.match(between)
        if m and reaching.search(between) and len(between) - m.end() < 8:
            return Change(left.start, right.end, left, right, float(m["percent"]), m["up"] is not None)  # A보다 25% 늘어난 B
    return None


@cache
def _leading() -> re.Pattern[str]:
    """What stands between the old figure and the new one: 에서 올해, 이던 방문객은 2023년."""
    was = "에서|이던|이었던|였던|이었으나|였으나|이었지만|였지만|에 그쳤던|에 불과했던|에 머물던|에 이르던"
    return re.compile(rf"(?:{was}) ?,?(?: [^.0-9()]{{0,14}}(?:’?[0-9]{{2,4}}년|[0-9]{{1,2}}월|[0-9]분기)?[^.0-9()]{{0,6}})?")


def _same_unit(left: Amount, right: Amount) -> bool:
    return left.unit == right.unit or (left.currency != "" and left.currency == right.currency)


def _fits(before: numbers.Number, after: numbers.Number, percent: float) -> bool:
    """Whether the percentage can be that of the change when both figures may be rounded in their last digit but zeros."""
    low_a, high_a = _rounded(before)
    low_b, high_b = _rounded(after)
    changes = [100 * (b - a) / a for a in (low_a, high_a) for b in (low_b, high_b) if a > 0]
    low, high = sorted((min(changes), max(changes)), key=abs)
    slack = max(2.0, percent * 0.1)
    return min(abs(low), abs(high)) - slack <= percent <= max(abs(low), abs(high)) + slack


def _differs_by(before: numbers.Number, after: numbers.Number, by: float) -> bool:
    """Whether two figures lie so far apart, give or take a tenth or what rounding explains."""
    slack = before.step + after.step + by * 0.1
    return abs(abs(after.value - before.value) - by) <= slack


def _rounded(number: numbers.Number) -> tuple[float, float]:
    step = number.step
    while number.value % (step * 10) == 0 and step * 100 <= number.value:
        step *= 10
    return number.value - step / 2, number.value + step / 2


def _shares(view: SegmentView, amounts: list[Amount], end: int) -> Iterator[Hit]:
    """A part that is not the share of the whole which the brackets give: 1,000명 중 250명(52%)."""
    for whole, part in pairwise(amounts):
        if whole.unit != part.unit or whole.unit in PERCENTS or not whole.number.value:
            continue
        share = _share().match(view.text, part.end, end)
        if share and _among().fullmatch(view.text, whole.end, part.start):
            real, said = 100 * part.number.value / whole.number.value, float(share[1])
            if abs(real - said) > max(2, said * 0.1) and not _may_be_negative().search(view.text, whole.start, share.end()):
                yield view.hit(
                    whole.start,
                    share.end(),
                    f"that is a share of {real:.3g}%, not of {said:g}%",
                    f"{said:g}%가 아니라 {real:.3g}%이다",
                )


@cache
def _among() -> re.Pattern[str]:
    return re.compile(r" ?(?:중|가운데)(?:에서|에)?[^.0-9()%]{0,20}")


@cache
def _share() -> re.Pattern[str]:
    return re.compile(r" ?[(（]약? ?([0-9]{1,6}(?:\.[0-9]{1,6})?) ?[%％][)）]")


CASES = (
    Case("매출이 200만 달러에서 250만 달러로 25% 늘었다. 200만에서 250만으로 25% 증가했다."),
    Case("지난해 200만 명이던 방문객은 올해 250만 명으로 25% 늘었다."),
    Case("직원은 1,200명에서 900명으로 25% 줄었고, 이용자는 3만 명에서 10만 명으로 세 배가 되었다."),
    Case("약 158만 달러로 전년도 827만 달러에 비해 약 81% 감소했다."),
    Case("영업이익은 전년(200억원)보다 25% 증가한 250억원이다. 3억 달러(약 4천억 원)를 썼다."),
    Case("비율이 43.2%에서 올해 3월 말 49.1%로 늘었다. 0.3%에서 55.9%로 186배 증가했다."),
    Case("값은 20억9,000만원에서 현재 23억원으로 6개월 만에 2억1,000만원(10%) 올랐다."),
    Case("매출은 1,870억 달러(한화 약 225조 원)에서 2019년 1,475억 달러(약 171조 원)로 21.1% 감소했다."),
    Case("성장률은 10%포인트 오른 6.1%이다. 적자가 100억 원에서 50억 원으로 늘었다고 볼 수 없다."),
    Case("응답자 1,000명 중 찬성 530명(53%)이 답했다. 30만명 가운데 약 12만명(39.8%)이다."),
    Case("5위에서 3위로 올랐다."),
    Case("거래액은 약 ⟦158만 달러로 전년도 827만 달러에 비해 약 82% 증가⟧했다."),
    Case("지난해 ⟦200만 명이던 방문객은 올해 250만 명으로 85% 늘⟧었다."),
    Case("매출이 ⟦200만 달러에서 250만 달러로 75% 늘⟧었다."),
    Case("매출이 ⟦200만에서 25만으로 25% 증가⟧했다."),
    Case("직원이 ⟦900명에서 1,200명으로 줄⟧었다."),
    Case("이익은 전년(⟦200억원)보다 25% 증가한 25억원⟧이다."),
    Case(
        "⟦48억 원에서 97억 원으로 6개월 만에 2억 원(4%) 올랐⟧다. 수출은 ⟦33억 달러로 작년 같은 기간(345억 달러)보다 2.7%(9억 달러) 감소⟧했다."
    ),
    Case("응답자 ⟦1,000명 중 찬성 53명(53%)⟧이 답했다."),
    Case("실업률은 ⟦10%포인트 오른 6.1%⟧이다."),
)

RULE = Rule(
    "CON002",
    "wrong-arithmetic",
    "accuracy/mistranslation/number",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.8,
)
