"""A gloss in brackets says the same as the word before it.

The source glossed a foreign name or an abbreviation; the engine turned both into the same words: ``Azure AD(Azure AD)``,
``나토(나토)``.

Not reported: one letter, figures, account names, code (``print(print)``), a gloss in another script or of other words.

Source: taxonomy of machine-translated Korean, "duplication".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from mtaudit.glosses import parentheses
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import OPAQUE, SegmentView

KO = """괄호 안의 풀이가 바로 앞말과 같다.
원문은 외국어 이름이나 약어를 풀이했는데, 기계가 둘을 같은 말로 옮겨 ‘나토(나토)’처럼 되었다."""


_LONGEST = 60
"""Characters in parentheses that are compared with the words before."""


def _plain(text: str) -> str:
    return "".join([c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum()])


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for opened, closed, gloss in parentheses(text, _LONGEST):
        end = opened - (text[opened - 1 : opened] == " ")
        last, before = gloss[-1], text[end - 1 : end]
        if last.isalnum() and last != before and "가" <= before <= "힣":
            continue
        same = _plain(gloss)
        if sum([c.isalpha() for c in same]) < 2 or OPAQUE in gloss or gloss[0] in "@#":
            continue
        if end < 1 or _plain(before) != same[-1:]:
            continue
        start = _word_start(text, max(0, end - 2 * len(gloss) - 4), end, same)
        if start < 0 or _is_code(text[start:closed]):
            continue
        word = text[start:end]
        yield view.hit(
            start,
            closed,
            f"the gloss repeats “{word}”",
            f"괄호 안의 풀이가 바로 앞의 ‘{word}’ 그대로다",
            fix=word,
            safe=True,
        )


def _word_start(text: str, least: int, end: int, same: str) -> int:
    """Where the words begin that end at ``end`` and read like ``same``; -1 where they do not."""
    for start in range(end - 1, least - 1, -1):
        if (start == 0 or not text[start - 1].isalnum()) and text[start].isalnum():
            said = _plain(text[start:end])
            if said == same:
                return start
            if len(said) > len(same):
                return -1
    return -1


def _is_code(text: str) -> bool:
    return text.isascii() and " " not in text and text == text.lower()


CASES = (
    Case("나토(NATO), 북대서양조약기구(나토), 서울(서울특별시), 함수 print(print)와 값 2(2), 가(가)"),
    Case("홍길동 Gil Dong (@gildong) 씨는 베트남(월남)과 미국(美國)은 에너지(너지)라고 하지 않는다."),
    Case("⟦Azure AD(Azure AD)⟧와 연결한다.", fixed="Azure AD와 연결한다."),
    Case("⟦나토(나토)⟧는 말했다. ⟦가자 지구(가자지구)⟧에서.", fixed="나토는 말했다. 가자 지구에서."),
    Case("⟦Nato (NATO)⟧의 회의", fixed="Nato의 회의"),
    Case("⟦世界（世界）⟧です", fixed="世界です", lang="ja"),
)

RULE = Rule(
    "DUP005", "self-gloss", "linguistic-conventions/duplication", "minor", check, CASES, KO, anchors=("(", "（"), confidence=0.95
)
