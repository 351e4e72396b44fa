"""Where Korean sentences end.

One pattern finds the candidates (a terminator with the closing marks that follow it, or the end of a line); what
stands on both sides decides. A full stop ends no sentence inside a number, a date, an abbreviation, a file name or an
enumerator, nor inside a quotation or a parenthesis that the sentence goes on after (``“…간다.”라고 말했다``).
"""

from __future__ import annotations

import re
from functools import cache

_LINE_ENDS = "\n\v\f\r\u2028\u2029"
_FINAL = frozenset("다요죠까")
"""Last syllables after which a full stop needs no blank to end a sentence, and an ellipsis is an end."""
_ENUMERATORS = frozenset("가나다라마바사아자차카타파하")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st jr sr vs etc no vol pp inc ltd co corp prof gen gov sen rep lt col capt sgt rev hon ave blvd rd mt ft"
    " jan feb mar apr jun jul aug sep sept oct nov dec fig eq ed eds al cf ca approx dept est ver".split()
)
_AFTER_QUESTION = frozenset("라란를을은는이가에의로도와과하며고인일면등처만")
"""Syllables that go on with the sentence when they touch a question or exclamation mark: ``가능하지?라는``."""


# Each pattern is compiled when a text asks for it first: many texts ask for two of them.


@cache
def _candidate() -> re.Pattern[str]:
    return re.compile(
        "[.!?…。！？\n\v\f\r\u2028\u2029]"
        "[.!?…。！？\"'”’»」』)\\]）】〉》~^ㅋㅎㅠㅜ♡♥\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]*"
        r"(?:\[[^\[\]\s]{1,6}\])*"
    )


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(
        "“[^“”]{0,600}”|‘[^‘’]{0,400}’|「[^「」]{0,400}」|『[^『』]{0,400}』|\\([^()]{0,300}\\)"
        r"""|"(?<![^\s(\[“‘,.…·]")(?=\S)[^"“”]{0,600}"|'(?<![^\s(\[“,.…·]')(?=\S)[^'‘’"“”]{0,100}'"""
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(
        r"[\w,]|\s+(?:이?라[고며는던니]|이?라면서|이?란|[고며]|면서|하[고며는던]|하면서|했[고으]|등[의을이과]?|등으로)(?!\w)"
    )


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9.]*$")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"\d{2,4}\. ?\d{1,2}\. ?\d{1,2}$|\d{4}\. ?\d{1,2}$")


@cache
def _open_line() -> re.Pattern[str]:
    return re.compile(r"\w[다요죠][:)\]\"'”’ \t\u00a0]*$")


@cache
def _new_line() -> re.Pattern[str]:
    return re.compile(r"[ \t\u00a0]{0,9}(?:[-*•·◦▶■□○●※]\s|\d{1,2}[.)]\s|[\n\r\u2028\u2029])")


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph, without the blanks around them.

    What holds no letter or digit (a stray full stop) belongs to the sentence before it.
    """
    if (
        "?" in text
        or "!" in text
        or "\n" in text
        or "…" in text
        or "。" in text
        or "\r" in text
        or "\v" in text
        or "\f" in text
        or "！" in text
        or "？" in text
        or "\u2028" in text
        or "\u2029" in text
    ):
        return _split_at_any(text)
    return _split_at_full_stops(text)


def _split_at_full_stops(text: str) -> list[tuple[int, int]]:
    """The same for a paragraph of one line that has no other marks: most of them, so no pattern runs where none must.

    A blank after 다 and a full stop is decided here; every other full stop is left to the patterns.
    """
    out: list[tuple[int, int]] = []
    start = 0
    find = text.find
    at = find(".")
    if at < 0:
        _add(out, text, 0, len(text))
        return out
    last = len(text) - 1
    brackets: list[tuple[int, int]] | None = None
    while 0 <= at < last:
        end = at + 1
        usual = text[end] == " " and at - start > 1 and text[at - 1] in _FINAL and text[at - 2].isalnum()
        if not usual:
            if text[end].isascii() and text[end].isalnum() and not (at and text[at - 1] in _FINAL):
                at = find(".", end)
                continue
            # What the whole pattern would take: closing marks and footnotes belong to the full stop.
            m = _candidate().match(text, at)
            end = m.end() if m else end
            if end > last:
                break
        if brackets is None:
            brackets = _brackets(text)
        while brackets and brackets[-1][1] <= at:
            brackets.pop()
        if not (brackets and brackets[-1][0] < at and _enclosed(text, end, brackets[-1])):
            if usual:
                while text[start] == " ":
                    start += 1
                if text[start].isspace():
                    _add(out, text, start, end)
                else:
                    out.append((start, end))
                start = end
            elif _ends(text, start, at, end):
                _add(out, text, start, end)
                start = end
        at = find(".", end)
    _add(out, text, start, len(text))
    return out


def _split_at_any(text: str) -> list[tuple[int, int]]:
    length = len(text)
    out: list[tuple[int, int]] = []
    start = 0
    brackets: list[tuple[int, int]] | None = None
    for m in _candidate().finditer(text):
        at, end = m.span()
        if text[at] in _LINE_ENDS:
            end = at + 1
            if not _line_ends(text, start, at, end):
                continue
        elif end < length:
            if brackets is None:
                brackets = _brackets(text)
            while brackets and brackets[-1][1] <= at:
                brackets.pop()
            if brackets and brackets[-1][0] < at and _enclosed(text, end, brackets[-1]):
                continue
            if not _ends(text, start, at, end):
                continue
        _add(out, text, start, end)
        start = end
    _add(out, text, start, length)
    return out


def _brackets(text: str) -> list[tuple[int, int]]:
    """Spans of quotations and asides, the last one first."""
    if "(" in text or "“" in text or "‘" in text or '"' in text or "'" in text or "「" in text or "『" in text:
        return [m.span() for m in _bracket().finditer(text)][::-1]
    return []


def _add(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if out and not text[start].isalnum() and not _letter().search(text, start, end):
        out[-1] = (out[-1][0], end)
    else:
        out.append((start, end))


def _enclosed(text: str, end: int, bracket: tuple[int, int]) -> bool:
    """Whether the full stop is inside a quotation or an aside that belongs to a longer sentence."""
    opened, closed = bracket
    if text[opened] == "(" and end < closed:
        return True
    return _goes_on().match(text, max(closed, end)) is not None


def _ends(text: str, start: int, at: int, end: int) -> bool:
    before = text[at - 1] if at > start else ""
    after = text[end]
    blank = after.isspace()
    mark = text[at]
    if blank and mark == "." and before in _FINAL and text[at : at + 2] != "..":
        return not _is_enumerator(text, start, at) or "\n" in text[end : end + 2]
    if mark in "。！？":
        return True
    if mark == "…" or text[at : at + 2] == "..":
        return blank and before in _FINAL
    if mark in "!?":
        if before == "(":
            return False
        if blank:
            return _goes_on().match(text, end) is None and text[at - 2 : at] != "야후" and text[at - 5 : at] != "Yahoo"
        return after not in _AFTER_QUESTION and ("가" <= after <= "힣" or after in "“‘「『") and end == at + 1
    if not blank:
        return before in _FINAL and end == at + 1 and _glued(text, start, at, after)
    if "가" <= before <= "힣":
        return not _is_enumerator(text, start, at)
    if not before or before.isspace():
        return text[at + 1 : at + 3] != " ."
    return not _is_abbreviation(text, start, at)


def _is_enumerator(text: str, start: int, at: int) -> bool:
    """``가.`` and ``나.`` at the beginning of a sentence."""
    return text[at - 1] in _ENUMERATORS and not text[start : at - 1].strip(" \t\n\r\u00a0(")


def _glued(text: str, start: int, at: int, after: str) -> bool:
    """``습니다.금속``: the full stop of a predicate, not of a list ``가.나.다.라`` or a file ``바다.txt``."""
    if not ("가" <= after <= "힣" or "A" <= after <= "Z" or after in "“‘「『("):
        return False
    return at - start >= 3 and "가" <= text[at - 2] <= "힣" and text[at + 1 : at + 3] not in ("라고", "라는", "라며")


def _is_abbreviation(text: str, start: int, at: int) -> bool:
    """Whether the full stop at ``at`` belongs to a number, a date, an initial or an abbreviation."""
    m = _word_before().search(text, max(start, at - 20), at)
    word = m[0] if m else ""
    if not word:
        return False
    if word[-1].isdigit():
        following = text[at + 1 : at + 4].lstrip()
        if following[:1].isdigit() or not text[start : at - len(word)].strip(" \t\n\r\u00a0([제"):
            return len(word) <= 4
        return _date().search(text, max(start, at - 16), at) is not None
    bare = word.rstrip(".").lower()
    return len(bare) == 1 or ("." in bare[1:-1] and len(bare) <= 6) or bare in _ABBREVIATIONS


def _line_ends(text: str, start: int, at: int, end: int) -> bool:
    """Whether a line end is the end of a sentence that has no full stop."""
    if _new_line().match(text, end):
        return True
    return _open_line().search(text, max(start, at - 24), at) is not None and not _goes_on_after_wrap(text, end)


def _goes_on_after_wrap(text: str, end: int) -> bool:
    """``…했다⏎고 말했다``: the line was wrapped inside a word."""
    word = text[end : end + 8].split(None, 1)
    return bool(word) and word[0].rstrip(",") in {
        "고",
        "는",
        "며",
        "면",
        "면서",
        "던",
        "거나",
        "라고",
        "라며",
        "라는",
        "고는",
        "지만",
    }
