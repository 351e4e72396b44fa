"""The text has more pronouns of the second and third person than Korean uses.

English and Vietnamese say “you”, “she” and “they” in every sentence, Korean leaves them out or says the name: 당신, 그녀, 그들.

Not reported: fewer than three in a text, texts in which fewer than one sentence in 20 has one (edited Korean has one in
about 80), quotations, 그 사람, 그대. Reported once, at the first. Advice only: human translations have more of them than
machines.

Source: taxonomy of machine-translated Korean, "literal calque, pronouns": 당신 3 and 그녀 3 per 1,000 sentences of edited news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Option, Rule
from mtaudit.view import DocumentView

KO = """‘당신’, ‘그녀’, ‘그들’ 같은 대명사가 우리 글보다 훨씬 잦다.
우리말은 누구인지 알 수 있으면 대명사를 쓰지 않거나 이름을 다시 쓴다. 조언으로만 알린다."""

_LEAST, _SHOWN = 3, 20
"""Pronouns that make a habit, and how many of the others a finding names."""
_RATE = 0.05
"""Pronouns in a sentence; four times what edited Korean news, wiki and books have."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![가-힣])(?:당신(?:들)?|그녀(?:들)?|그들)(?:은|는|이|가|을|를|의|에게|에게서|에게는|과|와|도|만|로|으로)?(?![가-힣])"
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[“\"][^”\"]{0,300}[”\"]|[‘'][^’']{0,100}[’']")


def check(view: DocumentView) -> Iterator[Hit]:
    found = []
    for segment in view.anchored.get("pronoun-density", ()):
        if segment.kind in RUNNING:
            text = segment.text
            spoken = [m.span() for m in _quoted().finditer(text)]
            found += [(segment, m) for m in _pattern().finditer(text) if not any(s < m.start() < e for s, e in spoken)]
    if len(found) < view.option("pronoun-density", "least", _LEAST):
        return
    sentences = 0
    rate = view.option("pronoun-density", "rate", _RATE)
    for segment in view.of_kind(*RUNNING):
        sentences += len(segment.sentences)
        if len(found) < rate * sentences:
            return
    (first, m), *others = found
    yield first.hit(
        *m.span(),
        f"pronouns: {len(found)} in {sentences} sentences; Korean leaves them out or says the name",
        f"문장 {sentences}개에 ‘{m[0]}’ 같은 대명사가 {len(found)}번 나온다. 빼거나 이름을 쓰는 쪽이 자연스럽다",
        related=tuple(segment.related(*n.span(), "another pronoun", "또 다른 대명사") for segment, n in others[:_SHOWN]),
    )


CASES = (
    Case("그녀는 웃었다. 철수도 웃었다."),
    Case("“당신은 누구입니까? 당신은 누구요? 당신의 이름은?” 하고 물었다."),
    Case("만약 ⟦당신이⟧ 이것을 좋아한다면 당신은 운이 좋다. 그녀는 그것을 알고 있다."),
)

RULE = Rule(
    "STY002",
    "pronoun-density",
    "style/unidiomatic-style",
    "neutral",
    check,
    CASES,
    KO,
    scope="document",
    anchors=("당신", "그녀", "그들"),
    languages=("ko",),
    confidence=0.5,
    options=(
        Option("least", _LEAST, "so many pronouns make a habit", 1),
        Option("rate", _RATE, "pronouns in a sentence from which on they are too many", 0, 10),
    ),
)
