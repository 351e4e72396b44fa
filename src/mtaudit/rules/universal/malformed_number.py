"""Digits that are grouped wrongly.

The separators of the source survive (``1.234.567``, ``6,5%``), or digits and separators are lost or moved on the way:
``1,23,456``, ``12,3456``, ``3, 000``.

Not reported: enumerations (1,2,3, 2,3번, 제1,2항, 10,20,30대, 500,1000원), neighbouring numbers (2,3%, 4,5년), years, phone
numbers, versions, IP addresses, decimals (1.052명), anything inside parentheses of coordinates.

Source: number formats of the Unicode CLDR (Vietnamese, German, French: point for thousands, comma for decimals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """숫자의 자리 구분이 잘못되었다.
원문의 구분 기호가 그대로 남거나(‘1.234.567’, ‘6,5%’) 번역하면서 쉼표의 자리가 어긋났다(‘1,23,456’, ‘12,3456’)."""

_COUNTED = r"(?:원|달러|유로|위안|엔|동|명|개|건|대|톤|가구|마리|곳|권|장|표|채|만|억|円|ドル|ユーロ|元|人|個|件|台|万|億)"
_WHOLE = r"(?:명|가구|마리|곳|건|채|人|件|匹|世帯)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    alone = r"(?<![0-9A-Za-z.,/:\-].)"
    return (
        re.compile(rf"[0-9]{alone}[0-9]{{0,11}}(?:,[0-9]{{1,12}}){{1,20}}(?![0-9,A-Za-z/:\-]|\.[0-9])(?P<unit> ?{_COUNTED})?"),
        re.compile(rf"([0-9]{alone}[0-9]{{0,2}}),([0-9]{{1,2}}) ?(?=[%％]|퍼센트|パーセント)"),
        re.compile(rf"[0-9]{alone}[0-9]{{0,2}}(?:\.[0-9]{{3}}){{2,6}}(?![0-9.]) ?(?={_COUNTED})"),
        re.compile(rf"([1-9]{alone}[0-9]{{0,2}})\.([0-9]{{3}}) ?(?={_WHOLE}(?!당))"),
        re.compile(rf"[0-9]{alone}[0-9]{{0,2}}(?: ,| , |, )000(?![0-9])"),
    )


_GUARDS = (
    (",", r"(?:(?<=[0-9],)(?:[0-9]{1,2}(?![0-9])|[0-9]{4}|(?<=[0-9]{4},)[0-9])| 000|(?<= ,)000)"),
    (".", r"(?<=[0-9]\.)[0-9]{3}(?![0-9])"),
)
"""A comma that stands before no group of three or after more than three digits, or beside a blank; a point before three digits."""


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in holding(view, *_GUARDS):
        yield from _malformed(segment)


def _malformed(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    commas, decimal, points, point, blank = _patterns()
    for m in commas.finditer(text):
        end = m.start("unit") if m["unit"] else m.end()
        if _wrong_groups(text[m.start() : end].split(","), bool(m["unit"]), text[max(0, m.start() - 3) : m.start()]):
            yield view.hit(m.start(), end, "digits are grouped by threes", "쉼표는 세 자리마다 찍는다")
    for m in decimal.finditer(text):
        first, second = int(m[1]), int(m[2])
        if text.endswith("제", 0, m.start()) or (second > first and (second == first + 1 or second % 5 == 0 or len(m[2]) == 1)):
            continue
        end = m.end(2)
        right = f"{m[1]}.{m[2]}"
        yield view.hit(m.start(), end, f"the decimal sign is a point: {right}", f"소수점은 점으로 찍는다: {right}", fix=right)
    for m in points.finditer(text):
        yield _pointed(view, m)
    for m in point.finditer(text):
        if int(m[1]) >= 10 or m[2].endswith("00"):
            yield _pointed(view, m)
    for m in blank.finditer(text):
        right = re.sub(" ?, ?", ",", m[0])
        yield view.hit(
            *m.span(),
            f"a blank splits the number {right}",
            f"숫자 {right} 안에 빈칸이 있다",
            fix=right,
            safe=view.text[m.end() : m.end() + 1] not in tuple("억만百万億"),
        )


def _pointed(view: SegmentView, m: re.Match[str]) -> Hit:
    figure = m[0].rstrip()
    right = figure.replace(".", ",")
    return view.hit(
        m.start(),
        m.start() + len(figure),
        f"thousands are set off by commas: {right}",
        f"세 자리마다 점이 아니라 쉼표를 찍는다: {right}",
        fix=right,
        confidence=0.85,
    )


def _wrong_groups(groups: list[str], counted: bool, before: str) -> bool:
    """Whether the groups are one number with a misplaced comma, and no enumeration."""
    rest = groups[1:]
    if (len(groups[0]) <= 3 and all(len(g) == 3 for g in rest)) or before.endswith(("제", "No.", "p.", "쪽", "第")):
        return False
    values = [int(g) for g in groups]
    if all(a < b for a, b in pairwise(values)) or all(a > b for a, b in pairwise(values)):
        # A list rises (3,12,45번; 10,50,100명). No list has zeros at a head, or the lengths of a number but for one group.
        if any(len(g) > 1 and g[0] == "0" for g in rest):
            return counted or any(len(g) == 3 for g in rest)
        odd = any(v % 5 for v in values[1:])
        if len(groups) == 2:
            return counted and odd and len(rest[0]) > 3 > len(groups[0])
        return counted and odd and len(rest[-1]) == 3 and all(len(g) > 1 for g in rest)
    if len(groups) == 2:
        return counted and len(rest[0]) > 3 >= len(groups[0])
    return any(len(g) == 3 for g in rest) and (counted or (len(groups[0]) <= 3 and len(rest[-1]) == 3))


CASES = (
    Case("1,234,567명과 12,345원, 1.5%, 3,141.59달러를 썼다."),
    Case("1,2,3등과 2,3번, 제1,2항, 10,20,30대, 10,50,100명, 500,1000원, 3,12,33,36,42,45번이 나왔다."),
    Case("2,3%와 4,5년, 10,20%, 2019,2020년, 5,10,15%를 견준다."),
    Case("192.168.100.200과 2.104.332 버전, 010-1234-5678, 합계출산율 1.052명, 0.721명이다."),
    Case("100, 200, 300개씩 샀다. 좌표는 (3,1000)이고 1,2월에 쟀다."),
    Case("12,345人が1,234円を払った。", lang="ja"),
    Case("모두 ⟦1,23,456⟧명이 참가했다."),
    Case("⟦12,3456⟧명이 ⟦10,000,00⟧원을 냈다."),
    Case("⟦1.234.567⟧명이 ⟦2.500⟧명보다 많다.", fixed="1,234,567명이 2,500명보다 많다."),
    Case("성장률은 ⟦6,5⟧%였다.", fixed="성장률은 6.5%였다."),
    Case("수출이 ⟦12,74⟧% 늘었다."),
    Case("상금 ⟦3, 000⟧만 달러를 받았다.", fixed="상금 3,000만 달러를 받았다."),
    Case("⟦1,23,456⟧人が参加した。", lang="ja"),
)

RULE = Rule(
    "NUM001",
    "malformed-number",
    "locale-conventions/number-format",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko", "ja"),
    confidence=0.9,
)
