"""A date or a time that no calendar and no clock has.

A lost range sign fuses two days (``1214일`` for 12~14일) or two months (``13월`` for 1~3월), a swapped order makes the day
a month (``25월 7일``), and a wrong conversion of hours gives ``오전 25시`` or ``오후 15시``.

Not reported: durations (90일, 382일간, 70분, 40시간), 24시, 오전 0시, 오후 0시 30분, the 30th of any lunar month, 29 February
without a year or before 1583, the thirteenth month as an idiom (13월의 월급) or of another calendar, 25시 as a title,
placeholders (00월 00일), dates written with dots or hyphens, text that says itself that there is no such date, and the
clock of Japanese broadcasting that runs past 24 (深夜25時).

Source: range signs eaten by markup, month and day swapped, twelve-hour clocks converted twice; Gregorian calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.languages import dates
from mtaudit.languages.dates import Dates
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """달력에도 시계에도 없는 날짜나 시각이다.
범위 부호가 사라져 두 날이 붙거나(‘12~14일’ → ‘1214일’), 월과 일이 뒤바뀌거나(‘25월 7일’), 시간을 잘못 바꾸어(‘오후 15시’) 생긴다."""

_QUOTES = "'\"‘“「『<《〈"


class _Patterns(NamedTuple):
    date: re.Pattern[str]
    days: re.Pattern[str]
    time: re.Pattern[str]
    clock: re.Pattern[str]
    year_before: re.Pattern[str]
    month_known: re.Pattern[str]
    half_before: re.Pattern[str]
    not_gregorian: re.Pattern[str]
    fancy: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    g = dates.GRAMMARS[code]
    d = g.digit
    dash = r" ?[~∼〜～\-–—] ?"
    alone = r"(?<![0-9０-９.,/第제].)"
    return _Patterns(
        re.compile(
            rf"({d}{alone}{d}{{0,3}}) ?{g.month}(?!{g.no_month})(?:[ \xa0]?({d}{{1,4}})(?:{g.day}(?! ?(?:{g.lasting}))"
            rf"|(?:{g.day})?{dash}({d}{{1,2}}){g.day}(?! ?(?:{g.lasting}))))?"
        ),
        re.compile(rf"({d}(?<![0-9０-９.,:\-+].){d}{{1,3}}){g.day}(?! ?(?:{g.lasting}))(?=[\s,(]|에|부터|까지|に|から|まで|の)"),
        re.compile(
            rf"(?P<hour>{d}(?<![0-9０-９.,/:].){d}{{0,2}}){g.hour}(?!간|間)(?: ?(?P<minute>{d}{{1,3}}){g.minute}(?!간|間)"
            rf"(?: ?(?P<second>{d}{{1,3}}){g.second})?)?(?P<after>{g.hour_after})?"
        ),
        re.compile(rf"(?:{g.forenoon}|{g.afternoon}) ?({d}{{1,2}}):({d}{{2}})(?![0-9:])"),
        re.compile(rf"({d}{{4}}){g.year}[ \xa0]?$"),
        re.compile(rf"(?P<coming>(?:{g.coming}) ?$)|(?P<past>(?:{g.past}) ?$)"),
        re.compile(rf"(?:(?P<am>{g.forenoon})|(?P<pm>{g.afternoon})|(?P<part>{g.hour_before})) ?$"),
        re.compile(rf"(?:(?P<lunar>{g.lunar})|{g.eras}) ?(?:{d}+{g.year} ?)?(?:{g.lunar})?$"),
        re.compile(g.fancy),
    )


def check(view: DocumentView) -> Iterator[Hit]:
    g = dates.grammar(view.language.code)
    if g is not None:
        for segment in holding(view, *_guards(view.language.code, g)):
            yield from _impossible(segment, g)


def _guards(code: str, g: Dates) -> tuple[tuple[str, str], ...]:
    """What no date or time may be without that is none: months over 12, days over 28, hours over 12 or 24, minutes over 59."""
    d, blank, dash = g.digit, "[ \xa0]?", r" ?[~∼〜～\-–—] ?"
    one, two, nine, from2, from3, from5, from6 = (
        dates.figure(code, digits) for digits in ("1", "2", "9", "2-9", "3-9", "5-9", "6-9")
    )
    late, long = f"(?:{two}{nine}|{from3}{d}|{d}{{3}})", f"(?:{from6}{d}|{d}{{3}})"
    noon = f" ?(?:{one}{from3}|{from2}{d}|{d}{{3}}|{d}{{1,2}}:{from6})"

    def behind(word: str, *figures: str) -> str:
        return "|".join(f"(?<={figure}{word})" for figure in figures)

    months = (f"{d}{{3}}", f"{one}{from3}", f"{from2}{d}")
    spaced = tuple(f"{figure} " for figure in months)
    return (
        (g.month, f"(?:{behind(g.month, *months, *spaced)}|{blank}{late}|{blank}{d}{{1,2}}{g.day}?{dash}{late})"),
        (g.day, f"(?:{behind(g.day, f'{from3}{d}', f'{d}{{3}}')})"),
        (g.hour, f"(?:{behind(g.hour, f'{two}{from5}', f'{from3}{d}', f'{d}{{3}}')}| ?{long}{g.minute})"),
        (g.minute, f" ?{long}{g.second}"),
        (g.forenoon, noon),
        (g.afternoon, noon),
    )


def _impossible(view: SegmentView, g: Dates) -> Iterator[Hit]:
    patterns = _patterns(view.document.language.code)
    for hit in (*_dates(view, g, patterns), *_times(view, g, patterns)):
        at = view.from_raw(hit.place.start - view.segment.start)
        if not patterns.fancy.search(view.text, max(0, at - 60), at + 60):
            yield hit


def _dates(view: SegmentView, g: Dates, patterns: _Patterns) -> Iterator[Hit]:
    text = view.text
    for m in patterns.date.finditer(text):
        month = int(m[1])
        if month > 12:
            day = None if m[3] else m[2]
            if day or _year(text, m, patterns) or _stands_as_month(text, m, g):
                yield _no_month(view, m, day, g)
        elif month and m[2]:
            year, lunar = _calendar(text, m, patterns)
            day = m[3] or m[2]
            most = 30 if lunar else dates.days_in(month, int(year) if year else None)
            if int(day) > most and (len(day) < 3 or dates.split_range(day, most) or len(day) == 4):
                yield _no_day(view, m, day, most, year if most == 28 else None, g)
    for m in patterns.days.finditer(text):
        if int(m[1]) > 31 and (pair := dates.split_range(m[1], 31)) and _month_is_known(text, m, patterns):
            fix = f"{pair[0]}~{pair[1]}{g.day}"
            yield view.hit(
                *m.span(),
                f"there is no day {m[1]}; a range sign seems to be lost: {fix}",
                f"‘{m[1]}일’이라는 날짜는 없다. 범위 부호가 빠진 듯하다: {fix}",
                fix=fix,
                confidence=0.85,
            )


def _month_is_known(text: str, m: re.Match[str], patterns: _Patterns) -> bool:
    """Whether a lone number of days is a date: 오는 1214일, 1214일부터. After a month the date's own pattern has seen it."""
    before = patterns.month_known.search(text, max(0, m.start() - 8), m.start())
    if before is not None:
        return before["coming"] is not None or len(m[1]) == 4
    return (
        len(m[1]) == 4
        and text.startswith(("부터", "から"), m.end())
        and not text[max(0, m.start() - 2) : m.start()].rstrip().endswith(("월", "月"))
    )


def _year(text: str, m: re.Match[str], patterns: _Patterns) -> re.Match[str] | None:
    return patterns.year_before.search(text, max(0, m.start() - 6), m.start())


def _stands_as_month(text: str, m: re.Match[str], g: Dates) -> bool:
    """Whether the lone month is used as one: no title in quotation marks, nothing unknown glued to it."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 3]
    if before and before in _QUOTES:
        return False
    if not after or not _is_word(after[0]):
        return True
    return re.match(g.after_month, after) is not None


def _is_word(char: str) -> bool:
    return "가" <= char <= "힣" or "一" <= char <= "鿿" or "ぁ" <= char <= "ヿ"


def _calendar(text: str, m: re.Match[str], patterns: _Patterns) -> tuple[str | None, bool]:
    """The Gregorian year before a date, None where none is known; and whether the date is lunar."""
    said = patterns.not_gregorian.search(text, max(0, m.start() - 12), m.start())
    year = _year(text, m, patterns)
    return (year[1] if year and said is None else None), said is not None and said["lunar"] is not None


def _no_month(view: SegmentView, m: re.Match[str], day: str | None, g: Dates) -> Hit:
    month = m[1]
    fix = None
    if day and 1 <= int(day) <= 12 and int(month) <= dates.days_in(int(day)):
        fix = f"{day}{g.month}{' ' if g is dates.KOREAN else ''}{month}{g.day}"
    elif not m[2] and (pair := dates.split_range(month, 12)):
        fix = f"{pair[0]}~{pair[1]}{g.month}"
    return view.hit(
        *m.span(),
        f"there is no month {month}" + (f"; perhaps {fix} is meant" if fix else ""),
        f"‘{month}월’은 없다" + (f". {fix}인지 확인한다" if fix else ""),
        fix=fix,
    )


def _no_day(view: SegmentView, m: re.Match[str], day: str, most: int, year: str | None, g: Dates) -> Hit:
    pair = None if m[3] else dates.split_range(day, most)
    fix = m[0][: -len(day + g.day)] + f"{pair[0]}~{pair[1]}{g.day}" if pair else None
    start = view.text.rindex(year, 0, m.start()) if year else m.start()
    return view.hit(
        start,
        m.end(),
        f"month {m[1]}{f' of {year}' if year else ''} has no day {day}",
        f"{f'{year}년 ' if year else ''}{m[1]}월에는 {day}일이 없다" + (f". {fix}인지 확인한다" if fix else ""),
        fix=None if year else fix,
    )


def _times(view: SegmentView, g: Dates, patterns: _Patterns) -> Iterator[Hit]:
    late = None
    for m in patterns.time.finditer(view.text):
        hour, end = int(m["hour"]), m.end() - len(m["after"] or "")
        if hour <= 12 and not m["minute"]:
            continue
        before = patterns.half_before.search(view.text, max(0, m.start() - 4), m.start())
        half = before["am"] or before["pm"] if before else None
        start = before.start() if before and half else m.start()
        if hour > 24 and (half or (hour < 100 and (m["minute"] or before or m["after"]))):
            if not half and hour < 31:
                late = late if late is not None else re.search(g.late, view.text) is not None
                if late:
                    continue
            yield view.hit(start, end, f"there is no hour {hour}", f"‘{hour}시’라는 시각은 없다")
        elif half and 12 < hour <= 24:
            yield _twice(view, start, end, m, hour, half, half == g.afternoon)
        elif hour <= 24 and max(int(m["minute"] or 0), int(m["second"] or 0)) > 59 and not _lasts(view.text, m):
            yield view.hit(start, end, "minutes and seconds end at 59", "분과 초는 59까지만 있다")
    for m in patterns.clock.finditer(view.text):
        if int(m[1]) > 24 or int(m[2]) > 59:
            yield view.hit(*m.span(), f"no clock shows {m[1]}:{m[2]}", f"‘{m[1]}:{m[2]}’라는 시각은 없다")


def _lasts(text: str, m: re.Match[str]) -> bool:
    """Whether the minutes are the length of what follows: 밤 11시 100분 토론."""
    follows = text[m.end() : m.end() + 2]
    return not m["second"] and int(m["minute"]) % 5 == 0 and follows[:1] in (" ", "\xa0") and _is_word(follows[1:] or " ")


def _twice(view: SegmentView, start: int, end: int, m: re.Match[str], hour: int, half: str, afternoon: bool) -> Hit:
    rest = view.text[m.end("hour") : end]
    right = None
    if afternoon and hour < 24:
        right = view.text[start : m.start("hour")] + str(hour - 12) + rest
    return view.hit(
        start,
        end,
        f"the clock of {half} ends at 12" + (f": {right}" if right else ""),
        f"‘{half}’에는 {hour}시가 없다" + (f". {right}라고 쓴다" if right else ""),
        fix=right,
        safe=right is not None,
        severity="minor",
    )


CASES = (
    Case("1만9천106명, 1억1천만 달러, 3천618명, 2조 3000억 위안(약 404조 8230억 원), 1만8500메가와트가 들었다."),
    Case("11월7일, 2010. 11. 15., ’16년, 14년(=2014), 5월 16일 ~ 6월 1일, 1∼3월, 12월호, 1982년도, 제18대, 3~5도, 9%포인트."),
    Case("오전 9시 30분, 오전 0시 26분, 오후 0시 30분, 오후 12시, 24시, 20:00 ~ 22:00, 오후 3:30에 만난다."),
    Case("63일 만에, 90일 토마토, 382일이 지나, 117일동안, 100일을, 24~72시간, 52시간, 70분 간격, 80∼179일 경우였다."),
    Case("3월 90일간의 기록, 8월 100일 기념행사, 5월 50일 동안 쉬었다. 지난 100일은 길었다. 지난 1825일 동안 기다렸다."),
    Case("3.1운동, 3·1운동, 5·18, 6·25, 9·11, 24/7/365, 1/3, 4/5(목), 2002월드컵, 13월의 월급, 제13월의 기록이다."),
    Case("음력 2월 30일에 태어났고 2024년 2월 29일과 1500년 2월 29일, 불기 2564년 2월 29일은 있다."),
    Case("‘25시’라는 소설과 영화 〈13월〉을 보았다. 00월 00일 00시 00분에 제출한다. 전국 75시 86군에서 한다."),
    Case("밤 11시 100분 토론에 나온다. 저녁 7시 90분 특강이 있다."),
    Case("2월 30일은 존재하지 않는 날짜이다."),
    Case("11월 31일은 없다. 25시는 없다."),
    Case("에티오피아에는 13월이 있다."),
    Case("1월 30일~2월 2일, 12월 28~31일, 2월 28일~3월 1일에 연다."),
    Case("深夜25時から放送する。30日間、90日後、24時に閉店する。", lang="ja"),
    Case("⟦2월 30일⟧에 열렸다."),
    Case("⟦1월 32일⟧, ⟦4월 31일⟧, ⟦11월 50일⟧에 만났다."),
    Case("⟦2023년 2월 29일⟧ 출범했다."),
    Case("2023년 ⟦13월⟧에 발표했다. ⟦13월⟧ 수출은 늘었다."),
    Case("⟦25월 7일⟧에 만났다.", fixed="7월 25일에 만났다."),
    Case("올해 ⟦46월⟧에는 줄었다.", fixed="올해 4~6월에는 줄었다."),
    Case("회의는 ⟦3월 1214일⟧ 열린다.", fixed="회의는 3월 12~14일 열린다."),
    Case("회의는 오는 ⟦1214일⟧ 서울에서 열린다. 지난 ⟦1920일⟧부터, 토요일인 ⟦1214일⟧부터 시작했다."),
    Case("⟦6월 29~31일⟧에 연다."),
    Case("음력 ⟦3월 31일⟧이다."),
    Case("⟦오후 15시⟧에 만났다.", fixed="오후 3시에 만났다."),
    Case("⟦오전 13시⟧와 ⟦오전 25시⟧, ⟦오후 25시⟧, ⟦9시 60분⟧, 밤 ⟦26시⟧, ⟦25시⟧에 떠났다."),
    Case("⟦오후 15시 30분⟧ 출발한다.", fixed="오후 3시 30분 출발한다."),
    Case("⟦오후 25:10⟧에 도착했다."),
    Case("⟦1月50日⟧に開かれた。2023年⟦13月⟧に発表した。⟦25時⟧に着いた。⟦午後15時⟧に会う。", lang="ja"),
)

RULE = Rule(
    "DAT002",
    "impossible-date",
    "locale-conventions/date-format",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
    yields_to=("garbled-date",),
)
