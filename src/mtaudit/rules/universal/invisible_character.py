"""A character that nobody sees: a no-break space at a paragraph's end, a zero-width space, a soft hyphen.

Texts copied from a web page into an engine and back keep the page's layout characters; searching, sorting and counting
then fail on words that look right.

Not reported: no-break spaces that line up columns with others (three blanks or more), U+3000 at the beginning of a line
(an indent in Korean and Japanese), joiners inside emoji, joiners and marks in scripts that need them, a byte order mark at the
very beginning, entities such as &nbsp;, code. A no-break space inside a line may be meant, so it is advice.

Source: taxonomy of machine-translated Korean, surprise 10 (trailing U+00A0); Unicode Standard, chapter 23.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Fix, Hit, Message, Severity
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """눈에 보이지 않는 문자가 들어 있다.
웹 문서에서 옮겨 온 줄바꿈 없는 빈칸(NBSP), 폭 없는 빈칸(ZWSP) 따위다. 겉으로는 멀쩡해도 검색과 정렬과 글자 세기가 어긋난다."""

_NAMES: dict[str, tuple[str, str]] = {
    "\u00a0": ("no-break space (U+00A0)", "줄바꿈 없는 빈칸(U+00A0)"),
    "\u202f": ("narrow no-break space (U+202F)", "좁은 줄바꿈 없는 빈칸(U+202F)"),
    "\u2007": ("figure space (U+2007)", "숫자 너비 빈칸(U+2007)"),
    "\u2009": ("thin space (U+2009)", "얇은 빈칸(U+2009)"),
    "\u200a": ("hair space (U+200A)", "머리카락 빈칸(U+200A)"),
    "\u3000": ("ideographic space (U+3000)", "전각 빈칸(U+3000)"),
    "\u200b": ("zero-width space (U+200B)", "폭 없는 빈칸(U+200B)"),
    "\u2060": ("word joiner (U+2060)", "낱말 이음표(U+2060)"),
    "\ufeff": ("byte order mark (U+FEFF)", "바이트 순서 표시(U+FEFF)"),
    "\u00ad": ("soft hyphen (U+00AD)", "숨은 붙임표(U+00AD)"),
    "\u200e": ("left-to-right mark (U+200E)", "왼쪽에서 오른쪽 표시(U+200E)"),
    "\u3164": ("Hangul filler (U+3164)", "한글 채움 문자(U+3164)"),
}
_BLANKS = "\u00a0\u202f\u2007\u2009\u200a\u3000"
_BLANKS_AND_SPACES = frozenset(_BLANKS + " \t")
_WITHOUT_WIDTH = frozenset(_NAMES) - _BLANKS_AND_SPACES


@cache
def _needs_marks() -> re.Pattern[str]:
    return re.compile("[\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of such characters; of blanks with the spaces and tabs beside them."""
    found: list[int] = []
    for char in _NAMES:
        at = text.find(char)
        while at >= 0:
            found.append(at)
            at = text.find(char, at + 1)
    end = 0
    for start in sorted(found):
        if start < end:
            continue
        alike = _BLANKS_AND_SPACES if text[start] in _BLANKS else _WITHOUT_WIDTH
        floor, end = end, start + 1
        while start > floor and text[start - 1] in alike:
            start -= 1
        while text[end : end + 1] and text[end] in alike:
            end += 1
        yield start, end


def check(view: DocumentView) -> Iterator[Hit]:
    text = view.document.text
    runs = [] if text.isascii() else list(_runs(text))
    if not runs:
        return
    segments = [s for s in view.segments if s.kind != "code"]
    starts = [s.segment.start for s in segments]
    plain = view.document.format in ("text", "markdown")
    for start, end in runs:
        which = bisect_right(starts, start) - 1
        if which < 0 or _is_elsewhere(segments[which], start, text, plain):
            continue
        hit = _judged(view, segments[which], text[start:end], start, end)
        if hit is not None:
            yield hit


def _is_elsewhere(segment: SegmentView, at: int, text: str, plain: bool) -> bool:
    """Whether the place is beyond the segment's last line, or its end where no plain text follows, or in code."""
    inside = segment.segment
    end = inside.start + len(inside.target)
    if at >= end:
        return not plain or "\n" in text[end:at] or "\r" in text[end:at]
    return any(s <= at - inside.start < e for s, e in inside.opaque)


def _judged(view: DocumentView, segment: SegmentView, run: str, start: int, end: int) -> Hit | None:
    text = view.document.text
    char = next(c for c in run if c in _NAMES)
    at_end = end == len(text) or text[end] in "\r\n"
    at_start = start == 0 or text[start - 1] in "\r\n"
    if char in _BLANKS:
        if at_start or (len(run) > 2 and not at_end) or (len(run) > 2 and " " in run and char == "\u00a0"):
            return None
        return _hit(view, segment, start, end, char, "" if at_end else " ", None if at_end else "neutral")
    if (char == "\ufeff" and start == 0) or _needs_marks().search(text, max(0, start - 8), end + 8):
        return None
    return _hit(view, segment, start, end, char, "", None)


def _hit(view: DocumentView, segment: SegmentView, start: int, end: int, char: str, fix: str, severity: Severity | None) -> Hit:
    en, ko = _NAMES[char]
    where = view.document.place_at(start, end, segment.segment.key)
    # Between two words it may stand for a blank, and what it kept apart may be wrong together.
    text = view.document.text
    safe = not (start and text[start - 1].isprintable() and text[end : end + 1].isprintable() and end < len(text))
    return Hit(where, Message(f"invisible character: {en}", f"보이지 않는 문자가 있다: {ko}"), Fix(fix, safe), severity=severity)


CASES = (
    Case("\u3000들여 쓴 문단이다. 👨\u200d👩\u200d👧 가족. \n"),
    Case("제목 \u00a0 \u00a0 \u00a02005.10"),
    Case("나는 می\u200cخواهم 라고 썼다."),
    Case("도움을 받았다.⟦\u00a0⟧\n그렇다.", fixed="도움을 받았다.\n그렇다."),
    Case("저장⟦\u200b⟧을 누르고 협⟦\u00ad⟧력을⟦\u00a0⟧고른다.", fixed="저장을 누르고 협력을 고른다."),
)

RULE = Rule(
    "SPC005",
    "invisible-character",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
