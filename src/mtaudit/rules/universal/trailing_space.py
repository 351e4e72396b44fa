"""Spaces at the end of a line.

Residue of markup that was dropped, or of copying from a web page; in Markdown it may even break a line by accident.

Not reported: Markdown's line break (two spaces before another line of the paragraph), code, lines of blanks only, a plain
text whose lines were wrapped with their blanks (many such lines end in the middle of a sentence).

Source: taxonomy of machine-translated Korean, "spacing"; CommonMark 0.31, section 6.7.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from mtaudit.document import Span
from mtaudit.report import Fix, Hit, Message
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """줄 끝에 빈칸이 있다.
지워진 태그나 웹 문서에서 옮겨 온 자국이다. 마크다운에서는 뜻하지 않은 줄바꿈이 될 수도 있다."""

_STOPS = frozenset(".!?…。”’\"')]*:")


def check(view: DocumentView) -> Iterator[Hit]:
    text = view.document.text
    found = list(_trailing(text))
    if not found:
        return
    markdown = view.document.format == "markdown"
    plain = markdown or view.document.format == "text"  # elsewhere the format's own text follows a segment
    if not markdown:
        loose = sum(text[start - 1] not in _STOPS for start, _ in found)
        if loose > 2 and loose * 4 > len(found):
            return
    prose = [s for s in view.segments if s.kind != "code"]
    starts = [s.segment.start for s in prose]
    for start, end in found:
        which = bisect_right(starts, start) - 1
        if which < 0:
            continue
        segment = prose[which].segment
        last = segment.start + len(segment.target)
        if "\n" in text[last:start] or "\r" in text[last:start] or (last <= start and not plain):
            continue
        covered = () if plain else (*segment.hidden, *(Span(escape.start, escape.end) for escape in segment.escapes))
        if any(s <= start - segment.start and end - segment.start <= e for s, e in covered):
            continue
        if any(s <= start - 1 - segment.start < e and e - s > 1 and end - segment.start <= e for s, e in segment.opaque):
            continue
        if markdown and text[start:end] == " " * (end - start) and end - start > 1 and end < last and segment.kind != "heading":
            continue
        place = view.document.place_at(start, end, segment.key)
        yield Hit(place, Message("spaces at the end of the line", "줄 끝에 빈칸이 있다"), Fix("", True))


def _trailing(text: str) -> Iterator[tuple[int, int]]:
    """Spans of spaces and tabs that end a line and follow something else on it."""
    ends: set[int] = set()
    for mark in [blank + end for blank in " \t" if blank in text for end in "\n\r" if end in text]:
        at = text.find(mark)
        while at >= 0:
            ends.add(at + 1)
            at = text.find(mark, at + 2)
    if text.endswith((" ", "\t")):
        ends.add(len(text))
    for end in sorted(ends):
        start = end
        while start and text[start - 1] in " \t":
            start -= 1
        if start and text[start - 1] not in "\r\n\f\v\u00a0\u3000":
            yield start, end


CASES = (
    Case("줄을 바꾼다.  \n다음 줄이다.\n", format="markdown"),
    Case("이 법은 \n공포한 날부터 \n시행하되 이를 \n따른다. \n그렇다.\n"),
    Case(
        "문단이 끝난다.⟦ ⟧\n\n# 제목⟦  ⟧\n\n파일이 끝난다.⟦  ⟧",
        format="markdown",
        fixed="문단이 끝난다.\n\n# 제목\n\n파일이 끝난다.",
    ),
    Case("문단이 끝난다.⟦ ⟧\n\n다음 문단이다.\n", fixed="문단이 끝난다.\n\n다음 문단이다.\n"),
)

RULE = Rule(
    "SPC007",
    "trailing-space",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.9,
)
