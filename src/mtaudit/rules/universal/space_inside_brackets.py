"""Spaces inside a pair of brackets or quotation marks: ( 나토 ), “ 인용 ”.

Engines that cut a text into tokens put the blanks back between all of them.

Not reported: brackets that stand empty for a form, check boxes, square and curly brackets (code), straight quotation marks,
words spread for looks ((생  략)), a text in which such spaces are the habit. A space at one end only is advice.

Source: taxonomy of machine-translated Korean, "stray punctuation" and "spacing".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """괄호나 따옴표 안쪽에 빈칸이 있다.
여는 괄호 뒤와 닫는 괄호 앞은 붙여 쓴다. 번역 엔진이 토큰 사이에 빈칸을 넣은 자국이다."""

_PAIRS = (("(", ")"), ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))


@cache
def _pair() -> re.Pattern[str]:
    return re.compile("|".join(rf"{re.escape(o)}[^{o}{c}\n]{{1,200}}{re.escape(c)}" for o, c in _PAIRS))


def _is_spaced(inside: str) -> bool:
    return inside[0] == " " and inside[-1] == " " and bool(inside.strip())


def _habit(view: DocumentView) -> bool:
    """Whether the document spaces its brackets more often than not."""
    spaced = sum(_is_spaced(m[0][1:-1]) for s in view.anchored[RULE.name] for m in _pair().finditer(s.text))
    if spaced < 3:
        return False
    pairs = 0
    for segment in view.segments:
        pairs += len(_pair().findall(segment.text))
        if pairs >= 2 * spaced:
            return False
    return True


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in view.anchored[RULE.name]:
        if segment.kind in PROSE:
            yield from _in_segment(segment)


def _in_segment(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _pair().finditer(text):
        inside = m[0][1:-1]
        bare = inside.strip(" ")
        if len(bare) == len(inside) or len(bare) < 2 or "  " in inside or (m.start() and text[m.start() - 1] in ":;=^"):
            continue
        both = _is_spaced(inside)
        if view.document.once(_habit):
            return
        yield view.hit(
            *m.span(),
            "no spaces inside brackets and quotation marks",
            "괄호와 따옴표 안쪽에는 빈칸을 두지 않는다",
            fix=m[0][0] + bare + m[0][-1],
            safe=True,
            severity=None if both else "neutral",
        )


CASES = (
    Case("나토(NATO)는 “인용”을 했다. (     ) 안에 쓰시오. [ ] 예 :( 슬프다 ) 그래."),
    Case("(생  략)"),
    Case("( 가나 )와 ( 다라 ), ( 마바 )와 ( 사아 )는 모두 띄어 쓴다."),
    Case("나토⟦( NATO )⟧는 ⟦“ 인용 ”⟧을 했다.", fixed="나토(NATO)는 “인용”을 했다."),
)

RULE = Rule(
    "SPC004",
    "space-inside-brackets",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    anchors=("( ", " )", "“ ", " ”", "‘ ", " ’", "「 ", " 」", "『 ", " 』", "《 ", " 》", "〈 ", " 〉"),
    confidence=0.9,
)
