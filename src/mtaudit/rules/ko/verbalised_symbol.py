"""A symbol is made a sentence: an emoji or a thread counter with 입니다.

A machine that must end every line in a predicate translates a line of symbols as ``💖 입니다.`` and the counter of a thread as ``2/3 입니다.``

Not reported: fractions and counters in a sentence (``답은 2/3 입니다``), plain numbers (``3 입니다``), symbols that name something before them.

Source: taxonomy of machine-translated Korean, "Orphan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import SegmentView

KO = """기호를 문장으로 옮겼다. 이모지나 글타래 번호에 ‘입니다’가 붙어 있다.
줄마다 서술어를 붙이는 기계가 기호뿐인 줄에도 ‘💖 입니다.’처럼 서술어를 붙인 것이다."""

_COPULA = ("입니다", "이다", "이에요", "예요")


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(
        r"(?:입니다|이다|이에요|예요)[.!]?(?!\S)(?<![가-힣]입니다)(?<![가-힣]이다)(?<![가-힣]입니다\.)(?<![가-힣]이다\.)"
    )


@cache
def _symbol() -> re.Pattern[str]:
    """Symbols or a counter, from the beginning of a sentence to the copula."""
    symbol = "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    return re.compile(rf"(?:^|[.!?]\s|\n)\s*((?:{symbol}[\ufe0f\u200d]*[ ]?){{1,8}}|\(?\d{{1,3}}/\d{{0,3}}\)?[ ]?)$")


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _copula().finditer(text):
        first = max(0, m.start() - 30)
        window = text[first : m.start()]
        if "/" not in window and window.rstrip(" ")[-1:].isalnum():
            continue
        before = _symbol().search(window)
        if before is None or (first and before.start() == 0):
            continue
        symbol = before[1].strip()
        yield view.hit(
            first + before.start(1),
            m.end(),
            f"“{symbol}” is a symbol, no sentence",
            f"‘{symbol}’은(는) 기호일 뿐 문장이 아니다",
            fix=symbol,
            safe=True,
        )


CASES = (
    Case("답은 2/3 입니다. 정답은 3 입니다."),
    Case("3입니다. 100% 입니다. 1위입니다."),
    Case("오늘의 표시는 💖 입니다. 좋아하는 기호는 →이다."),
    Case("⟦💖 입니다.⟧", fixed="💖"),
    Case("읽어 주셔서 감사합니다. ⟦2/3 입니다.⟧", fixed="읽어 주셔서 감사합니다. 2/3"),
    Case("첫째 글이다.\n\n⟦👇👇 이다.⟧\n\n둘째 글이다.", fixed="첫째 글이다.\n\n👇👇\n\n둘째 글이다."),
)

RULE = Rule(
    "FRG006",
    "verbalised-symbol",
    "accuracy/addition",
    "minor",
    check,
    CASES,
    KO,
    kinds=RUNNING,
    anchors=tuple(f"{before}{copula}" for copula in _COPULA for before in " 0123456789/)\ufe0f"),
    languages=("ko",),
    confidence=0.95,
)
