"""A gloss that was already given stands in brackets again.

A reader needs the foreign form of a name once, at its first mention. An engine that sees one sentence at a time gives it
every time: ``도지(Doge)는 … 도지(Doge)가 … 도지(Doge)를``.

Not reported: the first gloss, glosses in headings, captions and tables and the first one after them, a gloss that comes back
more than 3,000 characters later, another gloss of the same word, units and figures. The second gloss is advice only where it
stands more than 330 characters after the first.

Source: taxonomy of machine-translated Korean, "Names and titles": a Latin gloss at every mention is a mark of machines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView

KO = """이미 괄호로 풀이한 말을 다시 풀이했다.
원어는 처음 나올 때 한 번만 밝히면 된다. 문장마다 따로 옮기는 기계는 ‘도지(Doge)’를 나올 때마다 되풀이한다."""

_NEAR, _FAR = 330, 3000
"""Characters. A second gloss farther on than the first figure is advice only, beyond the second it is said for readers who begin
there. Edited text repeats a gloss after 340 to 500 characters about once in 4,000 sentences."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=[가-힣A-Za-z0-9])[(（]([A-Za-z一-鿿][^()（）\n]{1,60})[)）]")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[가-힣A-Za-z0-9·-]+$")


def check(view: DocumentView) -> Iterator[Hit]:
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    for segment in view.of_kind(*RUNNING):
        text = segment.text
        if "(" not in text and "（" not in text:
            continue
        if len(text) < 60 and not text.rstrip(" \u00a0\"'”’)").endswith((".", "!", "?", "…")):
            continue
        for m in _pattern().finditer(text):
            word = _last_word().search(text[max(0, m.start() - 40) : m.start()])
            if word is None or len(word[0]) < 2 or not _is_name(m[1]):
                continue
            key = (word[0], m[1])
            at = segment.segment.start + m.start()
            last, times = seen.get(key, (-_FAR, 0))
            if at - last < _FAR:
                yield segment.hit(
                    *m.span(),
                    f"“{m[1]}” was given at an earlier mention of “{word[0]}”",
                    f"‘{word[0]}’의 풀이 ‘{m[1]}’ 표기는 앞에서 이미 밝혔다",
                    fix="",
                    severity="minor" if at - last <= _NEAR or times > 1 else "neutral",
                )
            seen[key] = (at, times + 1)


def _is_name(gloss: str) -> bool:
    """Whether the gloss is a foreign form and no unit, tag or remark: a capital and three letters, or Chinese characters."""
    letters = [c for c in gloss if c.isalpha()]
    return len(letters) >= (2 if letters[0] >= "一" else 3) and (letters[0].isupper() or letters[0] >= "一" or len(letters) > 4)


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
