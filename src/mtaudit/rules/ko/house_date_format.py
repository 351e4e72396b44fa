"""A date is not written as the house writes dates.

Machines copy the order and the marks of the source: 2024-01-05, 2024/1/5, 2024.1.5. beside 2024년 1월 5일. The configuration says
which form the house wants: ``style.date-format = "words"`` (2024년 1월 5일), ``"dots"`` (2024. 1. 5.) or ``"iso"``
(2024-01-05); without it the rule is silent.

Not reported: dates that do not exist (other rules do), dates without a year, version numbers and decimals (a month from 1 to 12
and a day from 1 to 31 are needed, and a year from 1000 to 2999), code, URLs and tables.

Source: the configuration; 한글 맞춤법, appendix on punctuation (마침표); ISO 8601.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """날짜 표기가 우리 매체와 다르다.
기계는 원문의 순서와 부호를 그대로 옮긴다(‘2024-01-05’, ‘2024/1/5’). 설정의 ‘style.date-format’에 정한 꼴이 아닌 날짜를 알린다. 설정이 없으면 알리지
않으며, 없는 날짜와 연도가 없는 날짜, 코드와 주소와 표는 다루지 않는다."""


_FORMS = {
    ("년", "월", "일"): "words",
    (".", ".", "."): "dots",
    (".", ".", ""): "dots",
    ("-", "-", ""): "iso",
    ("/", "/", ""): "slash",
}
"""What stands behind year, month and day."""


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d.\-/A-Za-z])([12]\d{3})(년|[.\-/]) ?(0?[1-9]|1[0-2])(월|[.\-/]) ?(3[01]|[12]\d|0?[1-9])(?!\d)(일|\.(?!\d))?(?![\-/\d])"
    )


def _written(style: str, year: str, month: int, day: int) -> str:
    if style == "words":
        return f"{year}년 {month}월 {day}일"
    return f"{year}. {month}. {day}." if style == "dots" else f"{year}-{month:02}-{day:02}"


def dates(text: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """The dates of a text: the match, where the date ends, and its form; one that mixes the marks of two forms is none."""
    for m in _date().finditer(text):
        end = m.end()
        if m[6] == "." and (m[2] != "." or not text[end:].strip()):
            end -= 1  # the full stop of the sentence
        form = _FORMS.get((m[2], m[4], text[m.end(5) : end]))
        if form is not None:
            yield m, end, form


def check(view: SegmentView) -> Iterator[Hit]:
    wanted = view.document.settings.date_format
    if wanted == "any" or view.kind == "cell":
        return
    for m, end, form in dates(view.text):
        if form != wanted:
            right = _written(wanted, m[1], int(m[3]), int(m[5]))
            yield view.hit(m.start(), end, f"the house writes {right}", f"우리 매체의 표기는 ‘{right}’이다", fix=right, safe=True)


def _wants(style: str) -> tuple[tuple[str, str], ...]:
    return (("date_format", style),)


CASES = (
    Case("2024-01-05에 열었다. 2024. 1. 5. 기준이다."),
    Case("2024년 1월 5일에 열었다. 버전 2024.13.45와 3.11.7이다. 1월 5일이다.", settings=_wants("words")),
    Case("전화는 2024-01-0588이다. 2024-1-5-3은 품번이다.", settings=_wants("words")),
    Case("⟦2024-01-05⟧에 열어 ⟦2024/1/7⟧까지 한다.", "2024년 1월 5일에 열어 2024년 1월 7일까지 한다.", settings=_wants("words")),
    Case("⟦2024년 1월 5일⟧에 열었다.", "2024. 1. 5.에 열었다.", settings=_wants("dots")),
    Case("마감은 ⟦2024. 1. 5⟧.", "마감은 2024-01-05.", settings=_wants("iso")),
)

RULE = Rule(
    "DAT005",
    "house-date-format",
    "locale-conventions/date-format",
    "minor",
    check,
    CASES,
    KO,
    languages=("ko",),
    yields_to=("garbled-date", "impossible-date", "date-calque", "weekday-mismatch"),
)
