"""A date in which the numbers stand apart from 년, 월 and 일.

Translation engines that work on separated tokens put a blank between a number and its unit and never take it out:
``7 월 9 일``, ``31 일까지``.

Not reported: other units and counters (90 세, 3 시간, 155 밀리미터), which Korean spelling allows to stand apart.
Only advice: a lone month, day or year apart (11 월에, 1917 년), a habit of some older books.

Source: 한글 맞춤법 제43항 (units may be joined to figures) and the practice of all Korean newsrooms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """날짜의 숫자와 ‘년·월·일’ 사이가 벌어졌다.
토막 낸 글을 번역하는 엔진은 숫자와 단위 사이에 빈칸을 넣고 지우지 않는다(‘7 월 9 일’)."""

_DAY_TAIL = r"(?![가-힣](?<![부까에은이의과와을를도자로간만오생]))"


@cache
def _date() -> re.Pattern[str]:
    year = r"(?:[0-9]{4} ?년 ?)?"
    return re.compile(rf"(?<![0-9.,])(?:{year}[0-9]{{1,2}} 월 ?[0-9]{{1,2}} ?일|{year}[0-9]{{1,2}}월 ?[0-9]{{1,2}} 일){_DAY_TAIL}")


@cache
def _part() -> re.Pattern[str]:
    tail = r"(?![가-힣](?<![에의부까은이과와을를도말초중]))"
    return re.compile(rf"(?<![0-9.,])(?:[0-9]{{4}} 년(?:대|도)?{tail}(?: ?[0-9]{{1,2}} 월)?|[0-9]{{1,2}} 월){tail}(?! 평균)")


def check(view: SegmentView) -> Iterator[Hit]:
    taken: list[tuple[int, int]] = []
    for m in _date().finditer(view.text):
        taken.append(m.span())
        right = re.sub(r"([0-9]) (?=[년월일])", r"\1", m[0])
        right = re.sub(r"(?<=[년월])(?=[0-9])", " ", right)
        yield view.hit(
            *m.span(), f"a number and its unit are one word: {right}", f"숫자와 단위를 붙여 쓴다: {right}", fix=right, safe=True
        )
    for m in _part().finditer(view.text):
        if not any(start < m.end() and m.start() < end for start, end in taken):
            right = re.sub(r"([0-9]) (?=[년월])", r"\1", m[0])
            yield view.hit(
                *m.span(),
                f"a number and its unit are one word: {right}",
                f"숫자와 단위를 붙여 쓴다: {right}",
                fix=right,
                safe=True,
                severity="neutral",
                confidence=0.7,
            )


CASES = (
    Case("7월 9일, 11월7일, 2023년 1월 5일까지, 90 세 노인, 3 시간, 155 밀리미터, 5 명이다."),
    Case("그는 5 월드컵을 보았고 3월 5 일본인이 왔다."),
    Case("3월 5일에 본 표 3은 월 평균이다."),
    Case("⟦7 월 9 일⟧에 열렸다.", fixed="7월 9일에 열렸다."),
    Case("⟦2019 년 2 월 15 일⟧까지이다.", fixed="2019년 2월 15일까지이다."),
    Case("⟦1917 년 2 월⟧에 일어났다.", fixed="1917년 2월에 일어났다."),
)

RULE = Rule(
    "NUM004",
    "spaced-unit",
    "locale-conventions/date-format",
    "minor",
    check,
    CASES,
    KO,
    anchors=tuple(f"{d} {unit}" for d in range(10) for unit in "년월일"),
    languages=("ko",),
    confidence=0.9,
)
