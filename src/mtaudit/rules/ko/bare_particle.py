"""A clause begins with a bare particle: the noun before it is lost.

A link, a code span or a placeholder was dropped or moved, and its particle stayed behind: ``자세한 내용은 에서 확인하세요``,
``2. 를 선택합니다``, link text ``[에서 정책 문제 해결](…)``.

Not reported: a particle that is only split off its noun (``저장 을``: that is spacing), a line that goes on with the word of the
line before (hard-wrapped text), one-syllable words that are also nouns or adverbs at the head of a line (은, 이, 과, 도), alternating
particles such as 을(를).

Source: taxonomy of machine-translated Korean, "Truncation, lost predicate, displaced token".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """절이 조사로 시작한다. 앞에 있어야 할 명사가 사라졌다.
링크나 코드, 자리표시자가 빠지거나 옮겨지면서 조사만 남은 것이다: ‘자세한 내용은 에서 확인하세요’."""

_PARTICLES = ("에서", "를 ", "을 ", "으로", "에게")
_FIRST = frozenset("에를을으0123456789-*•· \t")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(
        # After a word that already has its particle, or after a connective.
        r" (?=((?:에서|를|을|으로|에게)(?:는|도)?) \S)"
        r"(?:(?<=[가-힣][은를] )|(?<=[가-힣]에서 )|(?<=[가-힣]으로 )|(?<=[가-힣]에게 )|(?<=[가-힣][^하되주있없가오보이]는 )"
        r"|(?<= 및 )|(?<= 또는 )|(?<=그리고 )|(?<=하여 )|(?<=해서 )|(?<=[다요]\. ))"
    )


@cache
def _start() -> re.Pattern[str]:
    return re.compile(r"\s*(?:(?:\d{1,2}[.)]|[-*•·])\s+)?((?:에서|를|을|으로|에게)(?:는|도)?) (?=\S)")


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in view.segments:
        text = segment.text
        inside = " 에서" in text or " 를 " in text or " 을 " in text or " 으로" in text or " 에게" in text
        at_start = text[:1] in _FIRST and (inside or text.lstrip().startswith(_PARTICLES))
        if (inside or at_start) and segment.kind in RUNNING:
            yield from _hits(segment, inside, at_start)


def _hits(view: SegmentView, inside: bool, at_start: bool) -> Iterator[Hit]:
    text = view.text
    found = {m.span(1) for m in _inside().finditer(text) if not _is_adnominal(text, m.start(1), m[1])} if inside else set()
    first = _start().match(text) if at_start else None
    if first and not _goes_on(view):
        found.add(first.span(1))
    for start, end in sorted(found):
        word = text[start:end]
        yield view.hit(start, end, f"the particle “{word}” has no noun before it", f"조사 ‘{word}’ 앞에 명사가 없다")


def _goes_on(view: SegmentView) -> bool:
    """Whether the line continues a word of the line before, as in hard-wrapped text."""
    index = view.segment.number
    if view.segment.kind not in ("body", "quote") or index == 0:
        return False
    return not view.document.segments[index - 1].text.rstrip().endswith((".", "!", "?", ":", "”", '"'))


def _is_adnominal(text: str, at: int, particle: str) -> bool:
    """작은 을, 같은 에서: an adnominal, and the one-syllable noun 을."""
    word = text[max(0, at - 6) : at].split()[-1:] or [""]
    return particle == "을" and word[0] in ("같은", "작은", "많은", "높은", "낮은", "좋은", "넓은", "깊은")


CASES = (
    Case("자세한 내용은 이 문서에서 확인하세요. 저장 을 선택합니다."),
    Case("은 가격이 올랐다. 이 회사는 은 생산량을 늘렸다."),
    Case("그는 을지로에서 당선됐다고 말했다. 갑이 을에게 책임을 물었다."),
    Case("신청자 은(는) 을(를) 선택합니다."),
    Case("자녀를 양육하기 위하여 휴직\n을 명할 수 있다. 다만 사정이 있으면"),
    Case("자세한 내용은 ⟦에서⟧ 사용자를 추가하는 방법을 확인하세요."),
    Case("페이지가 열립니다. ⟦를⟧ 클릭하여 저장합니다."),
    Case("새 메시지를 ⟦으로⟧ 보낼 수 있습니다."),
    Case("문제 해결은 [⟦에서⟧ 정책 문제 해결을 확인하세요.](https://example.com)", format="markdown"),
    Case("이 값을 사용하여 ⟦를⟧ 호출합니다."),
)

RULE = Rule(
    "FRG005",
    "bare-particle",
    "linguistic-conventions/unintelligible",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    yields_to=("shifted-markup",),
)
