"""A date whose parts stand in the wrong place.

Machines read ``1/2023`` as a day and a month, or keep the order of the source: ``1년 2023월`` for January 2023.

Not reported: two-digit years (14년, ’16년), ordinal years (제18대, 3년 만에), ranges.

Source: taxonomy of machine-translated Korean, "Dates and numbers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """날짜의 자리가 뒤바뀌었다.
‘1/2023’ 같은 표기를 잘못 읽어 ‘1년 2023월’처럼 옮긴 것이다."""

_SWAPPED = re.compile(r"(?<!\d)(\d{1,2})년\s*(\d{3,4})월")


def check(view: SegmentView) -> Iterator[Hit]:
    for m in _SWAPPED.finditer(view.text):
        right = f"{m[2]}년 {m[1]}월"
        yield view.hit(*m.span(), f"there is no month {m[2]}", f"{m[2]}월은 없다", fix=right, safe=True)


CASES = (
    Case("14년 12월에 만났다."),
    Case("⟦1년 2023월⟧ 일본을 방문했다.", fixed="2023년 1월 일본을 방문했다."),
)

RULE = Rule(
    "DAT001", "garbled-date", "locale-conventions/date-format", "critical", check, CASES, KO, anchors=("월",), confidence=0.99
)
