"""A quotation mark is not of the kind that the house uses.

Machines mix straight marks, which keyboards have, with curly ones, which typesetters use. The configuration says which the house
wants: ``style.quotation-marks = "curly"`` or ``"straight"``; without it the rule is silent.

Not reported: marks without a partner in their paragraph (another rule does), apostrophes, inches and feet, code and URLs, marks
of other kinds (「 」, « »).

Source: the configuration; 한글 맞춤법, appendix on punctuation (큰따옴표, 작은따옴표).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """우리 매체가 쓰는 따옴표가 아니다.
기계는 자판의 곧은따옴표와 조판용 둥근따옴표를 섞어 쓴다. 설정의 ‘style.quotation-marks’에 정한 쪽이 아닌 것을 알린다. 설정이 없으면 알리지 않는다.
짝이 없는 것, 아포스트로피, 인치와 피트, 코드와 주소, 다른 종류의 부호는 다루지 않는다."""

_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}


@cache
def _straight() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![^\s(\[“‘,.…·—])"(?=[^\s"])[^"\n]{0,400}?(?<=\S)"(?!\d)|(?<![^\s(\[“",.…·—])'(?=[^\s'])[^'\n]{0,200}?(?<=[^\s])'(?![A-Za-z\d])"""
    )


@cache
def _curly() -> re.Pattern[str]:
    return re.compile("“[^“”\n]*”|‘[^‘’\n]*’")


def check(view: SegmentView) -> Iterator[Hit]:
    wanted = view.document.settings.quotation_marks
    if wanted == "curly":
        for m in _straight().finditer(view.text):
            for at, mark in zip((m.start(), m.end() - 1), _CURLY[m[0][0]], strict=True):
                yield _hit(view, at, mark)
    elif wanted == "straight":
        for m in _curly().finditer(view.text):
            for at in (m.start(), m.end() - 1):
                yield _hit(view, at, '"' if view.text[at] in "“”" else "'")


def _hit(view: SegmentView, at: int, mark: str) -> Hit:
    return view.hit(
        at, at + 1, f"the house writes {mark}", f"우리 매체는 {mark}을(를) 쓴다".replace("을(를)", "를"), fix=mark, safe=True
    )


_WANTS_CURLY = (("quotation_marks", "curly"),)
_WANTS_STRAIGHT = (("quotation_marks", "straight"),)

CASES = (
    Case("그는 \"간다\"라고 말했다. '새 길'이다."),
    Case("그는 “간다”라고 말했다. ‘새 길’이다.", settings=_WANTS_CURLY),
    Case("화면은 27\"이고 Tom's 것이며 '16년에 샀다.", settings=_WANTS_CURLY),
    Case("그는 \"간다\"라고 말했다. '새 길'이다.", settings=_WANTS_STRAIGHT),
    Case("그는 ⟦\"⟧간다⟦\"⟧라고 말했다. ⟦'⟧새 길⟦'⟧이다.", "그는 “간다”라고 말했다. ‘새 길’이다.", settings=_WANTS_CURLY),
    Case("그는 ⟦“⟧간다⟦”⟧라고 말했다.", '그는 "간다"라고 말했다.', settings=_WANTS_STRAIGHT),
)

RULE = Rule(
    "PUN005",
    "house-quotation-marks",
    "style/organization-style",
    "minor",
    check,
    CASES,
    KO,
    anchors=('"', "'", "“", "‘"),
)
