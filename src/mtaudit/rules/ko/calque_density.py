"""The text has more phrases of translated style than Koreans write.

A machine (and a hurried translator) renders the idioms of the source word by word: 맥락에서 for “in the context of”, 의 경우
for “in the case of”, 변화를 목격하다 for “witness changes”.

Not reported: single phrases. None of them is wrong, edited Korean has some too: they are reported, as advice only, where a
text has at least four and so many that chance gives them once in 10,000 texts of its length (Poisson, by the rates measured
on edited Korean news, wiki and books), or one of them at least three times where chance gives that once in 100,000.

Source: taxonomy of machine-translated Korean, "literal calque"; rates in languages/ko/calques.py. This measures translated
style, not machine translation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from math import exp
from typing import TYPE_CHECKING

from mtaudit.languages.ko.calques import LITERALS, Calque, calques
from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Option, Rule
from mtaudit.view import DocumentView, SegmentView

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

KO = """번역투가 우리 글보다 훨씬 잦다.
‘맥락에서’, ‘의 경우’, ‘변화를 목격하다’처럼 원문의 관용구를 낱말대로 옮긴 말이 한 글에 여럿 있다. 하나하나는 틀린 말이 아니므로 조언으로만 알린다."""

_LEAST, _CHANCE = 4, 1e-4
_SAME, _RARE = 3, 1e-5
"""The same for one phrase that comes again and again."""


@cache
def _pattern(calque: Calque) -> re.Pattern[str]:
    return re.compile(calque.pattern)


@cache
def _literals() -> CharwiseDoubleArrayAhoCorasick:
    """All phrases at once: counting them one after the other takes six times as long."""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return CharwiseDoubleArrayAhoCorasick(list(LITERALS))


def _unlikely(found: int, expected: float, chance: float = _CHANCE) -> bool:
    """Whether so many or more come by chance less often than ``chance`` (tail of the Poisson distribution)."""
    if found <= expected:
        return False
    term = left = exp(-expected)
    for k in range(1, min(found, 400)):
        term *= expected / k
        left += term
    return 1.0 - left < chance


def check(view: DocumentView) -> Iterator[Hit]:
    segments = [segment for segment in view.anchored.get("calque-density", ()) if segment.kind in RUNNING]
    at = list(accumulate((len(segment.text) + 1 for segment in segments), initial=0))
    literals = _literals().find_overlapping("\n".join([segment.text for segment in segments]))
    if len(literals) < _SAME:
        return
    known = calques()
    sentences = sum([len(segment.sentences) for segment in view.of_kind(*RUNNING)])
    usual = sum(c.rate for c in known) * sentences / 1000
    there = Counter([which for *_, which in literals])
    everything = _unlikely(len(literals), usual)
    rates = {which: known[which].rate * sentences / 1000 for which in there}
    often = {which for which, n in there.items() if everything or (n >= _SAME and _unlikely(n, rates[which], _RARE))}
    asked = {(bisect_right(at, start) - 1, which) for start, _, which in literals if which in often}
    found = [
        (segments[number], m, known[which])
        for number, which in sorted(asked)
        for m in _pattern(known[which]).finditer(segments[number].text)
    ]
    if everything and len(found) >= view.option("calque-density", "least", _LEAST) and _unlikely(len(found), usual):
        yield from (_advice(segment, m, c, len(found), usual) for segment, m, c in found)
        return
    times = Counter(c.literal for *_, c in found)
    rare = {c: c.rate * sentences / 1000 for *_, c in found}
    rare = {c: normal for c, normal in rare.items() if times[c.literal] >= _SAME and _unlikely(times[c.literal], normal, _RARE)}
    for segment, m, c in found:
        if c in rare:
            yield _advice(segment, m, c, times[c.literal], rare[c])


def _advice(segment: SegmentView, m: re.Match[str], calque: Calque, found: int, usual: float) -> Hit:
    return segment.hit(
        *m.span(),
        f"translated style: {found} such phrases in this text, {usual:.1f} are usual; rather “{calque.instead}”",
        f"번역투이다. 이 글에 이런 말이 {found}번 나온다(보통 {usual:.1f}번). ‘{calque.instead}’ 쪽이 자연스럽다",
    )


CASES = (
    Case("이런 맥락에서 그 말을 이해해야 한다. 정부의 경우, 아직 답이 없다."),
    Case("그는 더 이상 말하지 않았다. 날씨가 나쁜데도 사람들이 모였다. 중요한 역할을 하는 사람도 있었다."),
    Case(
        "양국은 ⟦협력하는 맥락에서⟧ 만났다. ⟦NATO의 경우,⟧ 세계는 ⟦변화를 목격했다⟧. 이는 ⟦목적을 가진⟧ 계획이며 ⟦강력한 발전을 보이고⟧ 있다."
    ),
)

RULE = Rule(
    "STY001",
    "calque-density",
    "style/unidiomatic-style",
    "neutral",
    check,
    CASES,
    KO,
    scope="document",
    anchors=LITERALS,
    languages=("ko",),
    confidence=0.6,
    options=(Option("least", _LEAST, "so many phrases of translated style a text must have", 1),),
)
