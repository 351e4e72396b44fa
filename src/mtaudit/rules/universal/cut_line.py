"""A line ends in the middle of a sentence.

A code block, a list or a line break in the source splits a sentence, and the machine translates the halves one by one: the first
ends in ``이를 위해`` and the second never takes it up.

Not reported: texts that are wrapped at a fixed width or whose lines have no full stops (fewer than four fifths end in one), lines
without a sentence before the cut (titles: ``더 나은 세상을 위해``), what leads to a list, a quotation or code (``다음과 같이``, a colon).

Source: taxonomy of machine-translated Korean, "Truncation, lost predicate, displaced token".
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """문장이 줄 끝에서 끊겼다.
원문의 줄바꿈이나 코드 때문에 나뉜 문장을 따로따로 옮겨 앞부분만 남은 것이다: ‘이를 위해’."""

_STOPS = tuple(".!?…:;。！？\"'”’)）]」』>~")
_FEWEST = 4
"""Lines without which nothing can be said of a document's habit."""


def check(view: DocumentView) -> Iterator[Hit]:
    for line in [s for s in view.of_kind("body", "item") if "가" <= s.text.rstrip()[-1:] <= "힣"]:
        start = _cut(line)
        if start is not None and not _leads_on(view, line) and view.once(_lines_end):
            yield line.hit(start, len(line.text.rstrip()), "the line ends in the middle of a sentence", "문장이 줄 끝에서 끊겼다")


def _lines_end(view: DocumentView) -> bool:
    """Whether four fifths of the document's lines end in a mark, short ones left aside."""
    body = [s.text.rstrip() for s in view.of_kind("body") if len(s.text) > 20]
    return len(body) >= _FEWEST and sum([text.endswith(_STOPS) for text in body]) * 5 >= len(body) * 4


def _cut(line: SegmentView) -> int | None:
    """Where the unfinished sentence at the end of the line begins, if the line holds a whole one before it."""
    from mtaudit.languages.ko import fragments

    if not fragments.is_cut(line.text.rsplit(None, 1)[-1]):
        return None
    sentences = line.sentences
    if len(sentences) < 2 or not sentences[-2].text.endswith((".", "!", "?")):
        return None
    last = sentences[-1]
    return last.start if fragments.is_cut(last.text.rsplit(None, 1)[-1]) else None


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
