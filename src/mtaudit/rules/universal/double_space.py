"""Two spaces where one belongs, inside a sentence or between sentences.

Markup that an engine drops leaves the blanks on both of its sides; segments that were translated apart are joined with one
blank too many.

Not reported: columns and words spread over a line (three blanks or more, several gaps in a short line, blanks between single
syllables), a text that sets two blanks after every full stop, tables, code, the indent of a line, Markdown's line break.

Source: taxonomy of machine-translated Korean, "spacing".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.document import Kind
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """빈칸이 두 번 들어갔다.
번역 엔진이 태그를 지우면서 앞뒤 빈칸을 남기거나, 따로 옮긴 문장을 이으면서 빈칸을 더한 것이다. 한 칸만 둔다."""

_KINDS: frozenset[Kind] = frozenset({"body", "item", "quote", "heading", "caption"})
_BLANKS_KEPT = frozenset({"text", "docx", "hwpx"})
"""Formats that show several blanks as what they are."""


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)  +(?=\S)")


@cache
def _laid_out() -> re.Pattern[str]:
    return re.compile(r"\S {3,}\S|(?<![가-힣])[가-힣] {2,}[가-힣](?![가-힣])|\S *\t")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[^\s()\[\]「」]*$")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"[^\s()\[\]「」]*")


def _typist(view: DocumentView) -> bool:
    """Whether the document sets two blanks after most of its full stops."""
    two = sum(len(re.findall(r"[.!?]  (?=\S)", s.text)) for s in view.anchored[RULE.name])
    return two > 4 and two > 2 * sum(len(re.findall(r" (?=\S)(?<=[.!?] )", s.text)) for s in view.segments)


def _is_laid_out(view: DocumentView) -> bool:
    """Whether a text without markup arranges its words with blanks: columns, or syllables spread over a line."""
    spread = (s.text for s in view.anchored[RULE.name])
    return view.document.format in _BLANKS_KEPT and sum(_laid_out().search(text) is not None for text in spread) > 2


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in view.anchored[RULE.name]:
        if segment.kind in _KINDS and "  " in segment.text:
            yield from _in_segment(segment)


def _in_segment(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    markdown = view.document.document.format == "markdown"
    gaps = list(_gap().finditer(text))
    if not gaps or (not markdown and (any(len(m[0]) > 2 for m in gaps) or len(gaps) * 12 > len(text))):
        return
    if view.document.once(_is_laid_out):
        return
    for m in gaps:
        start, end = m.span()
        before, after = _last_word().search(text[max(0, start - 20) : start]), _next_word().match(text, end)
        if before and after and len(before[0]) == 1 == len(after[0]) and (before[0] + after[0]).isalpha():
            continue
        if text[start - 1] in ".!?" and view.document.once(_typist):
            continue
        raw = view.to_raw(start, end)
        run = _run().search(view.segment.target, *raw)
        if run is not None:
            yield view.hit_raw(*run.span(), "two spaces where one belongs", "빈칸이 두 번 들어갔다", fix=" ", safe=True)


@cache
def _run() -> re.Pattern[str]:
    return re.compile("  +")


CASES = (
    Case("(생  략)\n개   정   안\n발  의  자 : 홍길동\n이름    나이    사는 곳"),
    Case("하나다.  둘이다.  셋이다.  넷이다.  다섯이다.  여섯이다."),
    Case("줄을 바꾼다.  \n다음 줄이다.", format="markdown"),
    Case(
        "송장이 표시됩니다.⟦  ⟧이전 송장을 보려면 필터를 조정합니다. 그 다음⟦  ⟧단추를 누릅니다.",
        fixed="송장이 표시됩니다. 이전 송장을 보려면 필터를 조정합니다. 그 다음 단추를 누릅니다.",
    ),
)

RULE = Rule(
    "SPC006",
    "double-space",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    anchors=("  ", "\t"),
    confidence=0.9,
)
