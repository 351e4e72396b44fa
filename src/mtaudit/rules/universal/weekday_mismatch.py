"""A date and a day of the week that do not fit.

The date was changed in translation (month and day swapped, the year misread) while the weekday came through, or the
other way round. The Gregorian calendar decides.

Not reported: dates without a year of four digits (5일(목)), years before 1900, lunar dates and other eras, dates that do
not exist.

Source: Gregorian calendar; bracketed weekdays are house style in Korean and Japanese newsrooms.
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

KO = """날짜와 요일이 맞지 않는다.
번역하면서 월과 일이 뒤바뀌거나 연도를 잘못 읽으면 요일만 원문대로 남는다. 네 자리 연도가 있는 날짜만 달력과 견준다."""

_MONDAY = "월화수목금토일"
_CHINESE = "月火水木金土日"


@cache
def _pattern(code: str) -> re.Pattern[str]:
    g = dates.GRAMMARS[code]
    d, days = g.digit, f"[{g.weekdays}{_CHINESE}]"
    date = rf"({d}(?<!{d}.){d}{{3}})(?: ?{g.year} ?({d}{{1,2}}) ?{g.month} ?({d}{{1,2}}) ?{g.day}|(?P<p>[.\-/]) ?({d}{{1,2}})(?P=p) ?({d}{{1,2}})\.?)"
    return re.compile(rf"{date}(?: ?[(（] ?({days})(?:{g.weekday_ends})? ?[)）]| ?,? ?({days})(?:{g.weekday_ends})(?!마다|ごと))")


@cache
def _until(code: str) -> re.Pattern[str]:
    g = dates.GRAMMARS[code]
    d, days = g.digit, f"[{g.weekdays}{_CHINESE}]"
    return re.compile(
        rf" ?(?:[~∼〜～\-–—]|부터|から) ?(?:({d}{{1,2}}) ?(?:{g.month}|\.) ?)?({d}{{1,2}}) ?(?:{g.day}|\.)?"
        rf" ?[(（] ?({days})(?:{g.weekday_ends})? ?[)）]"
    )


@cache
def _elsewhere(code: str) -> re.Pattern[str]:
    g = dates.GRAMMARS[code]
    return re.compile(rf"(?:{g.lunar}|{g.eras})[ (]{{0,2}}$")


def check(view: DocumentView) -> Iterator[Hit]:
    code = view.language.code
    g = dates.grammar(code)
    if g is None:
        return
    bracketed = f" ?.(?:{g.weekday_ends})? ?[)）]"
    for segment in holding(view, *((word, "") for word in g.weekday_words), ("(", bracketed), ("（", bracketed)):
        yield from _mismatches(segment, code, g)


def _mismatches(view: SegmentView, code: str, g: Dates) -> Iterator[Hit]:
    for m in _pattern(code).finditer(view.text):
        year, month, day = int(m[1]), int(m[2] or m[5]), int(m[3] or m[6])
        if not 1900 <= year <= 2200 or _elsewhere(code).search(view.text, max(0, m.start() - 8), m.start()):
            continue
        yield from _compared(view, m.start(), m.end(), (year, month, day), m[7] or m[8], m.start(7 if m[7] else 8), g)
        at, last = m.end(), month
        while (n := _until(code).match(view.text, at)) is not None:
            month = int(n[1]) if n[1] else last
            year += month < last
            yield from _compared(view, n.start(1 if n[1] else 2), n.end(), (year, month, int(n[2])), n[3], n.start(3), g)
            at, last = n.end(), month


def _compared(view: SegmentView, start: int, end: int, date: tuple[int, int, int], said: str, at: int, g: Dates) -> Iterator[Hit]:
    if not dates.exists(*date):
        return
    days = _CHINESE if said in _CHINESE else g.weekdays
    right = days[dates.weekday(*date)]
    if right != said:
        yield view.hit(
            start,
            end,
            f"{date[0]}-{date[1]:02}-{date[2]:02} is a {_ENGLISH[dates.weekday(*date)]}",
            f"{date[0]}년 {date[1]}월 {date[2]}일은 {_MONDAY[dates.weekday(*date)]}요일이다",
            fix=view.text[start:at] + right + view.text[at + 1 : end],
        )


_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

CASES = (
    Case("첫 모임이 2014년 6월 14일(토) 열린다."),
    Case("2023년 1월 5일 목요일, 2010. 11. 15.(월), 2023-01-05(목), 2023년 1월 5일 (목요일)에 만났다."),
    Case("6월 9일(월), 5일(목), 4/5(목), ’16년 1월 5일(월), 음력 2023년 1월 5일(월)에는 쓰지 않는다."),
    Case("2023년 12월 29일(금)~1월 2일(화), 2023년 1월 5일(목)~7일(토)에 연다."),
    Case("2023년 1월 5일 월요일마다 열리던 행사를 없앴다."),
    Case("2023年1月5日（木）、2023年1月5日木曜日に会った。", lang="ja"),
    Case("⟦2023년 1월 5일(월)⟧ 열렸다.", fixed="2023년 1월 5일(목) 열렸다."),
    Case("⟦2023년 1월 5일 월요일⟧에 열렸다.", fixed="2023년 1월 5일 목요일에 열렸다."),
    Case("⟦2010. 11. 15.(화)⟧에 신청한다.", fixed="2010. 11. 15.(월)에 신청한다."),
    Case("2023년 1월 5일(목)~⟦7일(일)⟧에 연다.", fixed="2023년 1월 5일(목)~7일(토)에 연다."),
    Case("⟦2024년 2월 29일(수)⟧에 열렸다."),
    Case("⟦2023年1月5日（月）⟧に会った。", fixed="2023年1月5日（木）に会った。", lang="ja"),
)

RULE = Rule(
    "DAT003",
    "weekday-mismatch",
    "accuracy/mistranslation/date-time",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
