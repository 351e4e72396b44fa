"""Punctuation of another script: ``、`` and ``。`` in Korean, a half-width comma after Japanese.

Engines copy the marks of the source or of the pivot language; the document itself uses the others.

Not reported: documents that use the mark by habit (in Japanese that is advice), glosses and quotations in the other script (``（東京、大阪）`` between Chinese
characters), Korean corner brackets for laws and books (「민법」), numbers, times and Latin words inside Japanese.

Source: taxonomy of machine-translated Korean, "Stray punctuation" and "Japanese".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """다른 문자 체계의 문장 부호이다. 한국어 글에 ‘、’나 ‘。’가, 일본어 글에 반각 쉼표가 섞여 있다.
원문이나 중간 언어의 부호를 그대로 옮긴 것이다."""

_KOREAN = {"、": ",", "。": ".", "，": ",", "．": ".", "：": ":", "；": ";", "！": "!", "？": "?", "､": ",", "｡": "."}
_JAPANESE = {",": "、", ".": "。"}


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(r"[、。，．：；！？､｡](?<=[가-힣].)")


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(r"[,.](?<=[ぁ-んァ-ヶー一-龥」』）][,.])(?=\s|$|[ぁ-んァ-ヶ一-龥「『])(?<!\.\.)(?!\.)")


def foreign_share(view: DocumentView) -> tuple[int, int]:
    """How many marks of the other script the document has, and how many of its own."""
    pattern = _japanese() if view.language.code == "ja" else _korean()
    own = "、。" if view.language.code == "ja" else ".,"
    text = view.prose
    return sum(len(pattern.findall(s.text)) for s in view.segments if s.kind in RUNNING), sum(text.count(c) for c in own)


def check(view: SegmentView) -> Iterator[Hit]:
    japanese = view.document.language.code == "ja"
    if not japanese and view.document.language.code != "ko":
        return
    text = view.text
    pattern = _japanese() if japanese else _korean()
    for m in pattern.finditer(text):
        foreign, own = view.document.once(foreign_share)
        if not japanese and foreign * 5 > own and not (foreign <= 2 and own):
            return
        mark = text[m.start()]
        right = (_JAPANESE if japanese else _KOREAN)[mark]
        end = m.start() + 1
        if not japanese and end < len(text) and ("가" <= text[end] <= "힣" or (text[end].isascii() and text[end].isalnum())):
            right += " "
        yield view.hit(
            m.start(),
            end,
            f"“{mark}” is no punctuation mark of this text; it should be “{right.strip()}”",
            f"이 글에서 쓰는 문장 부호가 아니다. ‘{mark}’ 대신 ‘{right.strip()}’을(를) 쓴다",
            fix=right,
            safe=True,
            severity="neutral" if japanese and foreign * 25 > own and foreign > 2 else None,
        )


CASES = (
    Case("도쿄（東京、大阪）를 방문했다. 「민법」 제1조와 『총, 균, 쇠』를 읽었다."),
    Case("서울、부산、대구、인천을 돌았다。 그리고 왔다。"),
    Case("彼は3,000円を払った。U.S. Airwaysで12.5時間。", lang="ja"),
    Case("그는 서울⟦、⟧부산을 돌았다. 그리고 대구에도 갔다.", fixed="그는 서울, 부산을 돌았다. 그리고 대구에도 갔다."),
    Case(
        "그는 서울로 돌아갔다⟦。⟧ 그리고 대구에도 갔다, 또 부산에도.",
        fixed="그는 서울로 돌아갔다. 그리고 대구에도 갔다, 또 부산에도.",
    ),
    Case("彼は東京⟦,⟧大阪を訪れた。その後、帰った。", fixed="彼は東京、大阪を訪れた。その後、帰った。", lang="ja"),
)

RULE = Rule(
    "PUN004",
    "foreign-punctuation",
    "linguistic-conventions/punctuation",
    "minor",
    check,
    CASES,
    KO,
    kinds=RUNNING,
    anchors=tuple(_KOREAN),
    languages=("ko", "ja"),
    confidence=0.85,
)
