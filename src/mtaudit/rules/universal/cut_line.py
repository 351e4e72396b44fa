"""A line ends in the middle of a sentence.

A code block, a list or a line break in the source splits a sentence, and the machine translates the halves one by one: the first
ends in ``이를 위해`` and the second never takes it up.

Not reported: texts that are wrapped at a fixed width or whose lines have no full stops (fewer than four fifths end in one), lines
without a sentence before the cut (titles: ``더 나은 세상을 위해``), what leads to a list, a quotation or code (``다음과 같이``, a colon).

Source: taxonomy of machine-translated Korean, "Truncation, lost predicate, displaced token".
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.languages.ko import fragments
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """문장이 줄 끝에서 끊겼다.
원문의 줄바꿈이나 코드 때문에 나뉜 문장을 따로따로 옮겨 앞부분만 남은 것이다: ‘이를 위해’."""

_STOPS = ".!?…:;。！？\"'”’)）]」』>~"
_FEWEST = 4
"""Lines without which nothing can be said of a document's habit."""


def check(view: DocumentView) -> Iterator[Hit]:
    lines = [s for s in view.segments if s.kind in ("body", "item")]
    body = [s for s in lines if s.kind == "body" and len(s.text) > 20]
    ended = sum(s.text.rstrip()[-1:] in _STOPS for s in body)
    if len(body) < _FEWEST or ended * 5 < len(body) * 4:
        return
    for line in lines:
        text = line.text.rstrip()
        if not text or text[-1] in _STOPS or not "가" <= text[-1] <= "힣":
            continue
        start = _cut(line, text)
        if start is not None and not _leads_on(view, line):
            yield line.hit(start, len(text), "the line ends in the middle of a sentence", "문장이 줄 끝에서 끊겼다")


def _cut(line: SegmentView, text: str) -> int | None:
    """Where the unfinished sentence begins, if the line holds a whole one before it."""
    sentences = line.sentences
    if len(sentences) < 2 or not sentences[-2].text.endswith((".", "!", "?")):
        return None
    last = sentences[-1]
    word = text[last.start :].split()[-1]
    return last.start if fragments.is_cut(word) else None


def _leads_on(view: DocumentView, line: SegmentView) -> bool:
    following = view.segments[line.segment.number + 1 : line.segment.number + 2]
    return not following or (following[0].kind in ("item", "quote", "code", "cell") and line.kind == "body")


CASES = (
    Case("더 나은 세상을 위해\n\n이것이 우리의 목표이며 앞으로도 계속 노력하겠습니다.\n\n장치를 다시 시작합니다."),
    Case("서버를 설치합니다. 이를 위해\n다음과 같은 절차를\n따라야 하며 순서는\n바뀌지 않습니다. 그러나\n예외도 있습니다."),
    Case(
        "장치는 회사 네트워크에 연결되어 있어야 합니다.\n\n문제를 해결하려면 관리자에게 문의하는 것이 좋습니다.\n\n"
        "이 단계에서는 상태를 포털에서 확인할 수 있습니다.\n\n로그아웃하는 경우 수동으로 등록할 수 있습니다. ⟦이를 위해⟧\n\n관리자 프롬프트에서 명령을 직접 실행합니다.\n\n"
        "자세한 내용은 문서에서 모두 확인할 수 있습니다."
    ),
)

RULE = Rule(
    "FRG004",
    "cut-line",
    "linguistic-conventions/unintelligible",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.8,
)
