"""A date in the form of the source language.

English writes the year last and the decade as a plural: ``January 5, 2023`` becomes ``1월 5, 2023`` or ``1월 5일 2023``,
``the 1960s–70s`` becomes ``1960년-70년대``.

Not reported: a day before the name of an event that begins with its year (3월 5일 2024 파리올림픽 예선), 1960~70년대,
1960년대-1970년대, a year to a decade (1968년~70년대), 1960년 대비, 1960년 대통령, 1990년 대 중국 수출. A year with its word that follows after a comma
(3월 23일, 2000년 오후) is only advice.

Source: English and Vietnamese dates and decades in translated news and biographies.
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

KO = """날짜를 외국어 어순이나 형식대로 썼다.
‘January 5, 2023’을 ‘1월 5, 2023’이나 ‘1월 5일 2023’으로, ‘the 1960s–70s’를 ‘1960년-70년대’로 옮긴 것이다. 연도를 앞에 쓰고, 연대는
‘1960~70년대’처럼 쓴다."""


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    g = dates.GRAMMARS[code]
    d = g.digit
    year = rf"((?:1[0-9]|20){d}{{2}})(?![0-9])"
    stop = r"(?=[.,;:)\]」』”’]|\s*$|에|부터|까지|に|から|まで|。|、)"
    month = rf"({d}(?<![0-9０-９].)(?<![0-9]{g.year}.)(?<![0-9]{g.year} .){d}?){g.month}"
    era = "대" if code == "ko" else "代"
    follows = (
        r"(?=[,.)」』”’]|에|엔|의|는|은|도|이|가|와|과|를|을|로|까|부| ?(?:초|중반|후반|말|들어|이후|이래|이전)|$)"
        if code == "ko"
        else ""
    )
    return (
        re.compile(rf"{month} ?({d}{{1,2}}){g.day}?(?:, ?| ){year}(?!{g.year}){stop}"),
        re.compile(rf"{month} ?({d}{{1,2}}){g.day}(, ?| ){year}{g.year}{stop}"),
        re.compile(rf"{month} ?({d}{{1,2}}), ?{year}(?!{g.year})"),
        re.compile(rf"({d}(?<!{d}.){d}{{2}}0){g.year} ?[-~∼〜～–—] ?((?:{d}{d})?{d}0){g.year}{era}"),
        re.compile(rf"({d}(?<!{d}.){d}{{2}}0){g.year}[ \xa0]{era}{follows}"),
    )


def check(view: DocumentView) -> Iterator[Hit]:
    code = view.language.code
    g = dates.grammar(code)
    if g is None:
        return
    d = g.digit
    era = "대" if code == "ko" else "代"
    candidates = holding(
        view,
        (g.month, f" ?{d}{{1,2}}{g.day}?(?:, ?| )(?:1[0-9]|20){d}{{2}}"),
        (g.year, rf"(?: ?[-~∼〜～–—] ?{d}{{2,4}}{g.year}|[ \xa0]){era}"),
    )
    for segment in candidates:
        yield from _calques(segment, g)


def _calques(view: SegmentView, g: Dates) -> Iterator[Hit]:
    code = view.document.language.code
    blank = " " if code == "ko" else ""
    bare, with_word, no_day_word, decades, decade = _patterns(code)
    en, ko = "the year comes first in a date", "날짜는 연·월·일 순서로 쓴다"
    done: set[int] = set()
    for m in (*bare.finditer(view.text), *no_day_word.finditer(view.text)):
        if m.start() not in done and dates.exists(int(m[3]), int(m[1]), int(m[2])):
            done.add(m.start())
            right = f"{m[3]}{g.year}{blank}{m[1]}{g.month}{blank}{m[2]}{g.day}"
            yield view.hit(*m.span(), f"{en}: {right}", f"{ko}: {right}", fix=right)
    for m in with_word.finditer(view.text):
        if dates.exists(int(m[4]), int(m[1]), int(m[2])):
            right = f"{m[4]}{g.year}{blank}{m[1]}{g.month}{blank}{m[2]}{g.day}"
            yield view.hit(*m.span(), f"{en}: {right}", f"{ko}: {right}", fix=right, severity="neutral")
    for m in decades.finditer(view.text):
        if m[1][-2:] != m[2][-2:]:
            right = f"{m[1]}~{m[2]}{g.year}{m[0][-1]}"
            yield view.hit(
                *m.span(),
                f"decades are written {right}",
                f"연대는 ‘{right}’(으)로 쓴다",
                fix=right,
                safe=int(m[1]) % 100 < int(m[2]) % 100,
            )
    for m in decade.finditer(view.text):
        right = f"{m[1]}{g.year}{m[0][-1]}"
        yield view.hit(
            *m.span(), f"a decade is one word: {right}", f"연대를 나타내는 말은 붙여 쓴다: {right}", fix=right, safe=True
        )


CASES = (
    Case("1960~70년대와 1960년대, 1960년대-1970년대, 1968년~70년대, 1982년도, ’16년, 1∼3월에 유행했다."),
    Case("오는 9월 6일 2024 프로야구 경기가 열린다. 3월 5일 2024 파리올림픽 예선을 치렀다."),
    Case("1월 5일 2023년 정기총회를 열고 2월 5, 6일에는 쉰다."),
    Case("1960년 대비 두 배이고 1990년 대 중국 수출과 1960년 대통령 선거와 2010년 대 2020년을 견준다."),
    Case("2023년 1월 5일 2000명이 모였다. 2023년 1월 5, 6일 이틀이다."),
    Case("2023年1月5日、2023年度の予算を決めた。1960年代から70年代。", lang="ja"),
    Case("⟦1월 5일 2023⟧에 열렸다.", fixed="2023년 1월 5일에 열렸다."),
    Case("⟦1월 5, 2023⟧ 열린 회의다.", fixed="2023년 1월 5일 열린 회의다."),
    Case("등록일: ⟦3월 23일, 2000⟧.", fixed="등록일: 2000년 3월 23일."),
    Case("그는 ⟦3월 23일, 2000년⟧에 태어났다.", fixed="그는 2000년 3월 23일에 태어났다."),
    Case("⟦1960년-70년대⟧에 유행했다.", fixed="1960~70년대에 유행했다."),
    Case("⟦1960년 대⟧ 후반에 유행했다.", fixed="1960년대 후반에 유행했다."),
    Case("⟦1960年〜70年代⟧に流行した。", fixed="1960~70年代に流行した。", lang="ja"),
)

RULE = Rule(
    "DAT004",
    "date-calque",
    "locale-conventions/date-format",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.85,
)
