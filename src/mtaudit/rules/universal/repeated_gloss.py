"""A gloss that was already given stands in brackets again.

A reader needs the foreign form of a name once, at its first mention. An engine that sees one sentence at a time gives it
every time: ``도지(Doge)는 … 도지(Doge)가 … 도지(Doge)를``.

Not reported: the first gloss, glosses in headings, captions and tables and the first one after them, a gloss that comes back
more than 3,000 characters later, another gloss of the same word, units and figures. The second gloss is advice only where it
stands more than 330 characters after the first, 1,000 for the acronym of an organisation whose name stood without it
in between.

Source: taxonomy of machine-translated Korean, "Names and titles": a Latin gloss at every mention is a mark of machines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.glosses import is_body, parentheses
from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """이미 괄호로 풀이한 말을 다시 풀이했다.
원어는 처음 나올 때 한 번만 밝히면 된다. 문장마다 따로 옮기는 기계는 ‘도지(Doge)’를 나올 때마다 되풀이한다."""

_NEAR, _LATER, _FAR = 330, 1000, 3000
"""Characters. A second gloss farther on than the first figure is advice only, but for organisations whose name stood alone
in between (they have the second figure); beyond the third it is said for readers who begin
there. Edited text repeats a gloss after 340 to 500 characters about once in 4,000 sentences."""


_LONGEST = 61
_UNITS = frozenset(("KB", "MB", "GB", "TB", "PB", "KW", "MW", "GW", "HZ", "KM", "KG", "CM", "MM", "ML"))
"""Units that look like acronyms of two letters."""


class _Place(NamedTuple):
    segment: SegmentView
    start: int
    end: int
    word: str
    gloss: str


def _glosses(view: DocumentView) -> Iterator[_Place]:
    """The glosses in running text with the word that each follows."""
    for segment in view.anchored.get("repeated-gloss", ()):
        text = segment.text
        if segment.kind not in RUNNING or (len(text) < 60 and not text.rstrip(" \u00a0\"'”’)").endswith((".", "!", "?", "…"))):
            continue
        for start, end, gloss in parentheses(text, _LONGEST):
            if _is_name(gloss) and len(word := _last_word(text, start)) > 1:
                yield _Place(segment, start, end, word, gloss)


def _last_word(text: str, end: int) -> str:
    start = end
    while start > max(0, end - 40) and ("가" <= (c := text[start - 1]) <= "힣" or (c.isascii() and c.isalnum()) or c in "·-"):
        start -= 1
    return text[start:end] if start < end and text[end - 1] not in "·-" else ""


def check(view: DocumentView) -> Iterator[Hit]:
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    for segment, start, end, word, gloss in _glosses(view):
        at = segment.segment.start + start
        last, times = seen.get((word, gloss), (-_FAR, 0))
        if at - last < _FAR:
            near = at - last <= _NEAR or times > 1
            # The text went on with the bare name, as it should, and now explains it again.
            bare = at - last <= _LATER and is_body(word, gloss) and word in view.document.text[last + len(gloss) : at - len(word)]
            yield segment.hit(
                start,
                end,
                f"“{gloss}” was given at an earlier mention of “{word}”",
                f"‘{word}’의 풀이 ‘{gloss}’ 표기는 앞에서 이미 밝혔다",
                fix="",
                severity="minor" if near or bare else "neutral",
            )
        seen[word, gloss] = (at, times + 1)


def _is_name(gloss: str) -> bool:
    """Whether the gloss is a foreign form and no unit, tag or remark: an acronym, a capital and three letters, or Chinese."""
    first = gloss[0]
    if not ("A" <= first <= "Z" or "a" <= first <= "z" or "一" <= first <= "鿿"):
        return False
    letters = [c for c in gloss if c.isalpha()]
    if first >= "一":
        return len(letters) > 1
    if first.islower():
        return len(letters) > 4
    return len(letters) > 2 or (len(letters) == len(gloss) == 2 and gloss.isupper() and gloss not in _UNITS)


CASES = (
    Case("도지(Doge)는 가상화폐이다. 시바견(Shiba)은 개다. 도지(DOGE)는 약호이기도 하다."),
    Case("데이터 너드(Nerd) 특집\n\n데이터 너드(Nerd)를 위한 글이다."),
    Case("길이(mm)와 폭(mm)을 잰다. 다시 길이(mm)를 잰다."),
    Case(
        "도지(Doge)는 가상화폐이다. 사람들은 도지⟦(Doge)⟧가 오를 것으로 본다.",
        fixed="도지(Doge)는 가상화폐이다. 사람들은 도지가 오를 것으로 본다.",
    ),
)

RULE = Rule(
    "DUP006",
    "repeated-gloss",
    "linguistic-conventions/duplication",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    anchors=("(", "（"),
    confidence=0.8,
    yields_to=("self-gloss",),
)
