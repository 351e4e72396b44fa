"""A sentence has no full stop, although the document's sentences have one.

A machine drops the full stop where the source line had none, or where it joins two sentences: ``있는지 확인 Azure AD의 …``.

Not reported: documents whose paragraphs end without a stop by habit (nine of ten that end in a predicate must have one, more where
several lack it), headings, items, cells, captions, verse, lists of short remarks, paragraphs that end in a noun, an emoji or a colon,
quotations that go on (``…습니다 라고``).

Source: taxonomy of machine-translated Korean, "Stray punctuation".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """문장 끝에 마침표가 없다. 이 문서의 다른 문장에는 있다.
원문의 줄에 마침표가 없었거나 두 문장을 이어 붙이면서 사라진 것이다."""

_FEWEST = 8
"""Paragraphs in a predicate without which nothing can be said of a document's habit."""

_PARAGRAPH = 60
"""A third of the paragraphs must be this long (code points): a list of short remarks has no such habit."""
_SHORTEST = 30
"""A shorter line may be a heading (code points)."""


@cache
def _bare_end() -> re.Pattern[str]:
    """A Korean predicate at the end of a paragraph, without a stop. 니다, past tense, 요: what no noun ends in."""
    return re.compile(
        r"(?:[가-힣]니다|[았었였했됐갔왔겠있없렸졌랐났섰켰쳤혔꼈췄웠뤘냈뒀줬봤]다|[아어여해되하]요|세요|까요|지요|네요)\s*$"
    )


@cache
def _stopped() -> re.Pattern[str]:
    return re.compile(r"[다요죠까][\"'”’)\]]*[.!?…。:][\"'”’)\]]*(?:\[[^\[\]\s]{1,6}\])*\s*$")


def _is_stopped(text: str) -> bool:
    return text.endswith(("다.", "요.", "까?", "죠.")) or _stopped().search(text[-40:]) is not None


@cache
def _joined() -> re.Pattern[str]:
    """A formal ending with a new sentence behind it, and a bare verbal noun with a Latin name behind it."""
    return re.compile(
        r"(?<=[습합입됩갑옵줍봅립십칩킵깁집집납랍]니다)[ \u00a0](?=[가-힣A-Z](?!\s?[.]))(?!라고|라는|라며|라면서|라|만|고|며|하고|하는|하며|그려|요|[가-힣]?[는은]\s?(?:말|글|문구))"
        r"|(?<=[는은인한된할될]지 확인)[ \u00a0](?=[A-Z][A-Za-z]+\b)"
    )


def check(view: DocumentView) -> Iterator[Hit]:
    body = [s for s in view.segments if s.kind == "body"]
    bare = [
        s
        for s in body
        if s.text.rstrip().endswith(("다", "요"))
        and len(s.text) >= _SHORTEST
        and _bare_end().search(s.text[-24:])
        and not _quoted(s.text)
    ]
    if bare and view.language.code == "ko":
        stopped = sum([_is_stopped(s.text) for s in body])
        long = sum([len(s.text) >= _PARAGRAPH for s in body])
        if long * 3 >= len(body) and stopped + len(bare) >= _FEWEST and stopped >= (9 if len(bare) == 1 else 30 * len(bare)):
            for segment in bare:
                yield _at_end(segment)
    for segment in view.of_kind("body", "item"):
        if "니다 " in segment.text or "지 확인 " in segment.text or "니다\u00a0" in segment.text:
            for m in _joined().finditer(segment.text):
                if _runs_on(segment.text, m.start()):
                    yield _inside(segment, m.start())


def _runs_on(text: str, at: int) -> bool:
    """Whether the words are narration, no quotation: no quotation mark is open, and 라고 does not follow soon."""
    return not _quoted(text[max(0, at - 300) : at]) and not re.search(r"라[고는며]", text[at : at + 25])


def _quoted(before: str) -> bool:
    return (
        before.count("“") > before.count("”")
        or before.count("‘") > before.count("’")
        or before.count('"') % 2 + before.count("'") % 2 > 0
    )


def _at_end(segment: SegmentView) -> Hit:
    end = len(segment.text.rstrip())
    start = max(segment.text.rfind(" ", 0, end) + 1, 0)
    word = segment.text[start:end]
    return segment.hit(start, end, f"“{word}” has no full stop", f"‘{word}’ 뒤에 마침표가 없다", fix=word + ".", safe=True)


def _inside(segment: SegmentView, at: int) -> Hit:
    start = segment.text.rfind(" ", 0, at) + 1
    end = segment.text.find(" ", at + 1)
    end = len(segment.text) if end < 0 else end
    word = segment.text[start:at]
    return segment.hit(
        start, end, f"a sentence ends after “{word}” and has no full stop", f"‘{word}’에서 문장이 끝나는데 마침표가 없다",
        fix=f"{word}.{segment.text[at:end]}" if word.endswith("다") else None, safe=word.endswith("다"),
        severity="minor" if word.endswith("다") else "major", confidence=0.8,
    )  # fmt: skip


_HABIT = "\n\n".join(
    f"{n}번째 문단은 여러 문장으로 되어 있습니다. 그리고 문서의 모든 문단은 이렇게 마침표를 찍고 나서야 비로소 끝납니다."
    for n in ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
)

CASES = (
    Case("공개하는 수준까지 왔습니다\n\n그래서 준비했습니다\n\n지도 서비스를 제공합니다."),
    Case(_HABIT + "\n\n서울의 봄\n\n마지막 문단은 이렇게 끝나는 것"),
    Case("그는 고맙습니다 라고 말했다. 전 갑니다 하고 떠났다. “갑니다 그럼.” 했다. 확인 가능한지 확인 후 진행한다."),
    Case(
        _HABIT + "\n\n정부는 공간 정보를 모았다. 이제 누구나 쓸 수 있게 공개하는 수준까지 ⟦왔습니다⟧\n\n그래서 준비했습니다.",
        fixed=_HABIT + "\n\n정부는 공간 정보를 모았다. 이제 누구나 쓸 수 있게 공개하는 수준까지 왔습니다.\n\n그래서 준비했습니다.",
    ),
    Case(
        "악천후로 배달에 어려움을 ⟦겪었습니다 그래서⟧ 오늘은 쉽니다.",
        fixed="악천후로 배달에 어려움을 겪었습니다. 그래서 오늘은 쉽니다.",
    ),
    Case("권한이 부여되어 있는지 ⟦확인 Azure⟧ AD의 전역 관리자만 설정을 관리할 수 있습니다."),
)

RULE = Rule(
    "PUN002",
    "missing-full-stop",
    "linguistic-conventions/punctuation",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.85,
)
