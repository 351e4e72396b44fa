"""One list is punctuated in two ways.

A machine translates the items of a list one by one: most have ``—`` after the first words, some `` - ``; most are sentences,
one is a bare noun phrase with a full stop.

Not reported: lists of fewer than four items, lists without a clear majority (three items or more, and 60 percent), hyphens
inside words. Advice only.

Source: taxonomy of machine-translated Korean, "list parallelism, dash and heading style".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """한 목록 안에서 줄표나 끝맺음이 제각각이다.
항목을 하나씩 따로 옮기면서 어떤 항목은 ‘—’, 어떤 항목은 ‘ - ’로 나누거나, 문장 사이에 명사로 끝나는 항목이 섞였다. 조언으로만 알린다."""

_LEAST, _MOST = 4, 400
"""Items that make a list, and that of a longer one are looked at."""


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r" ?[—–] ?| - |(?<=\S): ")


def check(view: DocumentView) -> Iterator[Hit]:
    if not any(True for _ in view.of_kind("item")):
        return
    runs = groupby(view.segments, key=lambda s: (s.kind, s.segment.level))
    for (kind, _), group in runs:
        items = list(group)[:_MOST]
        if kind == "item" and len(items) >= _LEAST:
            yield from _dashes(items)
            yield from _ends(items)


def _dashes(items: list[SegmentView]) -> Iterator[Hit]:
    found = [(item, m) for item in items if (m := _dash().search(item.text)) and m.end() < 60]
    usual = _majority([m[0].strip() for _, m in found])
    for item, m in found:
        if usual and usual != ":" and m[0].strip() not in (usual, ":"):
            yield item.hit(*m.span(), f"the other items have “{usual}” here", f"다른 항목은 ‘{usual}’(으)로 나누었다")


def _ends(items: list[SegmentView]) -> Iterator[Hit]:
    """Items that end in a full stop: most are sentences, one is not."""
    ended = [item for item in items if item.text.rstrip().endswith(".") and item.sentences]
    ways = [item.document.language.ending(item.sentences[-1].text) for item in ended]
    kinds = ["sentence" if way and way.register else "phrase" if way is None or way.level == "명사형" else "" for way in ways]
    if _majority(kinds) != "sentence":
        return
    for item, kind in zip(ended, kinds, strict=True):
        if kind == "phrase":
            last = item.sentences[-1]
            yield item.hit(
                last.start,
                last.end,
                "the other items are sentences, this one is not",
                "다른 항목은 문장인데 이 항목은 문장이 아니다",
            )


def _majority(kinds: list[str]) -> str:
    if not kinds:
        return ""
    kind, times = Counter(kinds).most_common(1)[0]
    return kind if times >= 3 and times >= 0.6 * len(kinds) and times < len(kinds) else ""


CASES = (
    Case("- 가 — 하나\n- 나 — 둘\n- 다 — 셋\n- 라 — 넷", format="markdown"),
    Case("- 가 — 하나\n- 나 - 둘\n- 다 — 셋", format="markdown"),
    Case("- 가 — 하나\n- 나⟦ - ⟧둘\n- 다 — 셋\n- 라 — 넷", format="markdown"),
)

RULE = Rule("STY005", "list-style", "style/inconsistent-style", "neutral", check, CASES, KO, scope="document", confidence=0.5)
