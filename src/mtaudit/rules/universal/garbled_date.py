"""A date whose parts stand in the wrong place.

Machines read ``1/2023`` as a day and a month, or keep the order of the source and swap the words behind the numbers:
``1년 2023월`` for January 2023, ``5일 1월 2023년`` for 5 January 2023.

Not reported: two-digit years (14년, ’16년), ordinal years (제18대, 3년 만에), ranges, a day followed by the month that
somebody reports about (5일 1월 고용동향을 발표했다), fractions and scales (1/2000).

Source: dates in Vietnamese and English news (``tháng 1/2023``, ``5 January 2023``) and what translation makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages import dates
from mtaudit.languages.dates import Dates
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """날짜의 자리가 뒤바뀌었다.
‘1/2023’ 같은 표기를 잘못 읽거나 원문의 어순을 그대로 옮겨 ‘1년 2023월’, ‘5일 1월 2023년’처럼 된 것이다."""


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    g = dates.GRAMMARS[code]
    two = rf"({g.digit}(?<![0-9０-９.,/~∼〜～].){g.digit}?)"
    year = rf"({g.digit}{{3,4}})"
    return (
        re.compile(rf"{two}{g.year}\s*{year}{g.month}(?!{g.no_month})(?:\s*({g.digit}{{1,2}}){g.day})?"),
        re.compile(
            rf"({g.digit}(?<!{g.digit}.){g.digit}{{2,3}}){g.month}\s*({g.digit}{{1,2}}){g.year}(?!{g.lasting}|\s*{g.digit}{{3,4}}{g.month})"
        ),
        re.compile(rf"{two}{g.day},?\s*({g.digit}{{1,2}}){g.month},?\s*({g.digit}{{4}}){g.year}"),
        re.compile(rf"{two}/((?:19|20){g.digit}{{2}})(?:{g.year}|{g.month})(?!{g.lasting})"),
    )


def check(view: DocumentView) -> Iterator[Hit]:
    code = view.language.code
    g = dates.grammar(code)
    if g is None:
        return
    d = g.digit
    candidates = holding(
        view,
        (g.month, rf"(?:(?<={d}{{3}}{g.month})|,?\s*{d}{{4}}{g.year})"),
        ("/19", f"{d}{{2}}[{g.year}{g.month}]"),
        ("/20", f"{d}{{2}}[{g.year}{g.month}]"),
    )
    for segment in candidates:
        yield from _garbled(segment, g)


def _garbled(view: SegmentView, g: Dates) -> Iterator[Hit]:
    swapped, turned, day_first, slash = _patterns(view.document.language.code)
    for m in swapped.finditer(view.text):
        right = f"{m[2]}{g.year} {m[1]}{g.month}" + (f" {m[3]}{g.day}" if m[3] else "")
        safe = dates.exists(int(m[2]), int(m[1]), int(m[3] or 1)) and _stands_alone(view.text, m)
        yield _hit(view, m, right, safe, f"there is no month {m[2]}", f"{m[2]}월은 없다")
    for m in turned.finditer(view.text):
        right = f"{m[1]}{g.year} {m[2]}{g.month}"
        safe = 1 <= int(m[2]) <= 12 and _stands_alone(view.text, m)
        yield _hit(view, m, right, safe, f"there is no month {m[1]}", f"{m[1]}월은 없다")
    for m in day_first.finditer(view.text):
        if dates.exists(int(m[3]), int(m[2]), int(m[1])):
            right = f"{m[3]}{g.year} {m[2]}{g.month} {m[1]}{g.day}"
            yield _hit(
                view,
                m,
                right,
                False,
                "day, month and year stand in the order of the source",
                "날짜가 원문의 어순인 일·월·년 순서로 되어 있다",
            )
    for m in slash.finditer(view.text):
        if 1 <= int(m[1]) <= 12:
            right = f"{m[2]}{g.year} {m[1]}{g.month}"
            yield _hit(
                view, m, right, False, "month and year are left in the order of the source", "월과 연도가 원문의 순서대로 남아 있다"
            )


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    """Whether no other number adjoins, which would make another date with what is put there."""
    return not text[m.end() : m.end() + 2].strip()[:1].isdigit() and text[max(0, m.start() - 1) : m.start()] not in tuple(
        "년월일年月日"
    )


def _hit(view: SegmentView, m: re.Match[str], right: str, safe: bool, en: str, ko: str) -> Hit:
    if view.document.language.code != "ko":
        return view.hit(*m.span(), en, ko, fix=right.replace(" ", ""), safe=safe)
    return view.hit(*m.span(), en, ko, fix=right, safe=safe)


CASES = (
    Case("14년 12월에 만났다."),
    Case("’16년 5월과 1982년도, 2010. 11. 15., 11월7일, 1∼3월의 기록이다."),
    Case("통계청은 5일 1월 소비자물가동향을 발표했다."),
    Case("제18대 국회에서 3년 만에, 63일 만에 처리했다. 축척은 1/2000이다."),
    Case("앞으로 4년 2026월드컵을 준비한다."),
    Case("12월 2023년 사업 계획을 세웠고 3·1운동과 5·18, 9·11을 다뤘다."),
    Case("平成24年12月に発足した。", lang="ja"),
    Case("⟦1년 2023월⟧ 일본을 방문했다.", fixed="2023년 1월 일본을 방문했다."),
    Case("지난 ⟦7년 1998월 15일⟧에 열렸다.", fixed="지난 1998년 7월 15일에 열렸다."),
    Case("⟦2023월 1년⟧에 시작했다.", fixed="2023년 1월에 시작했다."),
    Case("회담은 ⟦5일 1월 2023년⟧에 열렸다.", fixed="회담은 2023년 1월 5일에 열렸다."),
    Case("협정은 ⟦1/2023년⟧에 체결되었다.", fixed="협정은 2023년 1월에 체결되었다."),
    Case("⟦1年2023月⟧に訪日した。", fixed="2023年1月に訪日した。", lang="ja"),
)

RULE = Rule(
    "DAT001",
    "garbled-date",
    "locale-conventions/date-format",
    "critical",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.99,
)
