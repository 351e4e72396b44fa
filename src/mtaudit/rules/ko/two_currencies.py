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

from mtaudit.languages.ko import numbers
from mtaudit.languages.ko.numbers import Amount
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """같은 수치가 두 가지 화폐로 적혀 있다.
‘元’ 같은 표기를 만날 때마다 화폐를 새로 골라 ‘41억2300만위안’과 ‘41억2300만원’이 한 글에 섞인다. 둘 중 하나는 틀렸다."""


_Mention = tuple[SegmentView, Amount]


@cache
def _word() -> re.Pattern[str]:
    return re.compile("[가-힣A-Za-z]{2,}")


def _about(text: str, amount: Amount) -> frozenset[str]:
    """The first two syllables of the words round an amount: what it is about, without particles."""
    around = text[max(0, amount.start - 25) : amount.start] + " " + text[amount.end : amount.end + 20]
    return frozenset(w[:2] for w in _word().findall(around)).difference(_SAY_NOTHING.split())


_SAY_NOTHING = (
    "하는 하고 했다 한다 된다 있다 있는 이상 이하 가량 정도 규모 으로 에서 까지 부터 보다 대비 지난 올해 작년 내년 오는 이번 모두 전체 모든 최대 최소 평균"
    " 당시 현재 이를 이는 그는 것으 것이 것은 위해 통해 대한 따라 따르 밝혔 말했 달했 또한 그리 하지 달러 유로 위안"
)
"""Beginnings of words that say nothing of the amount beside them."""


_FIGURE = "0-9십백천만억조경"
_GLUED = frozenset({"엔", "불", "동"})
"""Currencies of one syllable, which stands in many other words: they must follow a figure."""


def check(view: DocumentView) -> Iterator[Hit]:
    foreign = dict.fromkeys(view.anchored.get(RULE.name, ()))
    found = [m for s in foreign if s.kind != "code" for m in _amounts(s, 0, len(s.text)) if m[1].currency != "원"]
    if not found:
        return
    worths = {amount.number.value for _, amount in found}
    mentions: dict[float, list[_Mention]] = {}
    for mention in sorted((*found, *_won(view, worths)), key=lambda m: (m[0].segment.start, m[1].start)):
        mentions.setdefault(mention[1].number.value, []).append(mention)
    for same in mentions.values():
        yield from _odd_ones(same)


def _amounts(segment: SegmentView, start: int, end: int) -> Iterator[_Mention]:
    for amount in numbers.amounts(segment.text, start, end):
        if amount.currency and amount.number.value >= 10:
            yield segment, amount


def _won(view: DocumentView, worths: set[float]) -> Iterator[_Mention]:
    """The amounts of won that are as large as one of ``worths``; only the figure before each 원 is read."""
    heads = {str(int(worth))[:n] for worth in worths for n in (1, 2, 3)}
    pattern = re.compile(f"원(?:(?<=[{_FIGURE}]원)|(?<=[{_FIGURE}] 원))")
    for segment in holding(view, ("원", f"(?:(?<=[{_FIGURE}]원)|(?<=[{_FIGURE}] 원))")):
        text = segment.text
        for m in pattern.finditer(text):
            head = text[max(0, m.start() - 60) : m.start()]
            start = m.start() - len(head) + len(head.rstrip("0123456789.,십백천만억조경 \xa0"))
            if not _may_begin(text[start : m.start()].rstrip(), heads):
                continue
            for mention in _amounts(segment, start, m.start()):
                if mention[1].currency == "원" and mention[1].number.value in worths:
                    yield mention


def _may_begin(figure: str, heads: set[str]) -> bool:
    """Whether a figure can be one whose first digits are among ``heads``; True where it is not plain."""
    digits = figure.replace(",", "")[:3]
    if " " in figure or "\xa0" in figure or not digits[:1].isdigit() or digits[0] == "0":
        return True
    while not digits.isdigit():
        digits = digits[:-1]
    return digits in heads


def _odd_ones(same: list[_Mention]) -> Iterator[Hit]:
    """The mentions of one figure whose currency is the rarer one."""
    counts: dict[str, int] = {}
    for _, amount in same:
        counts[amount.currency] = counts.get(amount.currency, 0) + 1
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda name: counts[name])
    usuals = [m for m in same if m[1].currency == usual]
    for odd in same:
        segment, b = odd
        if b.currency == usual or counts[b.currency] > 1:
            continue
        for other in usuals:
            elsewhere, a = other
            shared = len(_about(segment.text, b) & _about(elsewhere.text, a))
            digits = b.number.significant
            if digits + shared >= 3 and not _rate_between(odd, other) and (digits > 1 or shared > 1):
                yield segment.hit(
                    b.start,
                    b.end,
                    f"elsewhere this figure is in another currency: {elsewhere.text[a.start : a.end]}",
                    f"같은 수치가 다른 곳에는 ‘{elsewhere.text[a.start : a.end]}’으로 적혀 있다",
                    related=(elsewhere.related(a.start, a.end, "the same figure in another currency", "같은 수치, 다른 화폐"),),
                    confidence=0.8 if digits > 2 else 0.65,
                )
                break


def _rate_between(odd: _Mention, other: _Mention) -> bool:
    """Whether both stand in one sum or list (100달러, 100유로 지폐; 100엔당 100원)."""
    text = odd[0].text
    if odd[0] is not other[0]:
        return False
    first, second = sorted((odd[1], other[1]), key=lambda a: a.start)
    return second.start - first.end < 6 or "환율" in text


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
        *(name for name in numbers.CURRENCIES if name != "원" and name not in _GLUED),
        *(f"{head}{blank}{name}" for head in "0123456789만억조천백" for blank in ("", " ") for name in sorted(_GLUED)),
    ),
    languages=("ko",),
    confidence=0.8,
)
