"""A particle on a word that takes none: 함께를, 사용하여를, 및을, 또는를.

Where a sentence held a name in markup, some engines put the particle meant for the name behind the word that stands in
its place.

Not reported: adverbs that people use as nouns (모두를, 서로를, 스스로를), quoted words, 위해를 and 대해를 (harm, ocean), particles
after the ending -은/-는 of a verb, which rules about fragments see.

Source: taxonomy of machine-translated Korean, "markup, entity, placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import SegmentView

KO = """조사를 받을 수 없는 말에 조사가 붙었다.
이름이 있던 자리를 잃은 조사가 부사나 동사에 붙은 것이다(‘함께를’, ‘사용하여를’). 조사가 어느 낱말의 것인지 원문에서 확인한다."""


_WORDS = ("함께", "및", "또는", "그리고", "하지만", "그러나", "하여")
_PARTICLES = ("를", "을", "와", "과", "으로", "에서", "에게")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![가-힣])(?:함께|및|또는|그리고|하지만|그러나|통하여|위하여|대하여|의하여|인하여|관하여)|(?<=[가-힣])하여)"
        rf"({'|'.join(_PARTICLES)})(?![가-힣'\"’”])"
    )


def check(view: SegmentView) -> Iterator[Hit]:
    for m in _pattern().finditer(view.text):
        start = m.start()
        if start and view.text[start - 1] in "'\"‘“":
            continue
        yield view.hit(
            start,
            m.end(),
            f"‘{m[0][: -len(m[1])]}’ takes no particle",
            f"‘{m[0][: -len(m[1])]}’에는 조사 ‘{m[1]}’을(를) 붙일 수 없다",
        )


CASES = (
    Case("모두를 위해를 가하지 않고 서로를 함께하는 사람, ‘함께’를 쓴다. ‘및’을 지운다."),
    Case("이 정보를 ⟦함께를⟧ 사용하고 도구를 사용⟦하여를⟧ 호출하며 검색 ⟦및을⟧ 고른다."),
)

RULE = Rule(
    "PRT002",
    "particle-on-adverb",
    "linguistic-conventions/grammar",
    "major",
    check,
    CASES,
    KO,
    kinds=PROSE,
    anchors=tuple([word + p for word in _WORDS for p in _PARTICLES]),
    languages=("ko",),
    confidence=0.9,
)
