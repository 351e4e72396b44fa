"""The segment is its source, word by word.

A machine that fails gives back what it was given, and translation memories fill a segment with its source before anybody has
translated it.

Not reported: names, product names, codes, numbers, addresses and commands, which are the same in any language; what is quoted code;
a title of one or two words (often a name) is only advice, where it is a common English word. A source in a language that
shares no letters with the text is compared by its letters alone.

Source: MQM 2.0, Accuracy: untranslated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """원문이 번역되지 않고 그대로 남았다.
번역에 실패한 기계가 받은 글을 그대로 돌려주었거나, 번역 메모리가 원문으로 칸을 채워 둔 것이다. 이름, 상품명, 코드, 숫자, 주소는 같아도
알리지 않는다."""

_SAME = 0.85
"""The share of words that a text has in common with its source when it is a copy."""
_LETTERS = 6
"""Letters of another script that are more than a name."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@cache
def _codelike() -> re.Pattern[str]:
    """What a word of code, a path, a file or an option of a command has in it."""
    return re.compile(r"[\w)][=:_/\\@{}()\[\]<>$#|`]{1,9}\w|[a-z][A-Z]|^--?[a-z]|\w\(\)|\w\.\w{2,4}(?=\W|$)")


def check(view: DocumentView) -> Iterator[Hit]:
    pairs = view.once(sources.pairs)
    if not pairs or (lang := view.once(sources.source_language)) == view.language.code:
        return
    for pair in pairs:
        if (share := _common(pair)) >= _SAME and (sure := _is_prose(pair.source, lang)):
            text = pair.view.text
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            quoted = sources.shortened(pair.source)
            same = "is the source itself" if share == 1 else "is nearly the source itself"
            yield pair.view.hit(
                start,
                end,
                f"“{sources.shortened(text[start:end])}” {same}: “{quoted}”",
                f"원문 ‘{quoted}’이(가) {'그대로' if share == 1 else '거의 그대로'} 남아 있다: ‘{sources.shortened(text[start:end])}’",
                severity="major" if sure > 1 else "neutral",
                confidence=0.95 if sure > 1 else 0.5,
            )


def _common(pair: Pair) -> float:
    """The share of words that stand on both sides."""
    text = pair.view.text
    if text.strip() == pair.source.strip():
        return 1.0
    ours, theirs = (Counter(w.casefold() for w in _word().findall(side)) for side in (text, pair.source))
    longer = max(ours.total(), theirs.total())
    return (ours & theirs).total() / longer if longer else 0.0


def _is_prose(source: str, lang: str) -> int:
    """2 for a text that somebody should have translated, 1 for a common word or two, 0 for names, numbers and code."""
    from mtaudit.languages.english import EVERYDAY, FUNCTION

    bare = " ".join([word for word in source.split() if _codelike().search(word) is None])
    words = _word().findall(bare)
    if any(c > "\u0370" and not "\u1e00" <= c <= "\u1eff" and c.isalpha() for word in words for c in word):
        return 2 * (
            sum(len(word) for word in words if word[0] > "\u0370") >= _LETTERS and len(bare.split()) >= len(source.split()) / 2
        )
    if not words or len(bare.split()) < len(source.split()) / 2:
        return 0
    small = [word for word in words if word.islower() and len(word) > 1]
    common = [word for word in words if word.casefold() in EVERYDAY or word.casefold() in FUNCTION]
    if len(words) > 2 and len(small) >= 2 and (common or lang != "en" or len(small) > 3):
        return 2
    return int(lang == "en" and len(common) == len(words) and not all(word.isupper() for word in words))


CASES = (
    Case("도서관은 월요일에 쉰다.", source="The library is closed on Mondays."),
    Case("Microsoft Azure", source="Microsoft Azure"),
    Case("GET /v1/users?id=3", source="GET /v1/users?id=3"),
    Case("git commit --amend", source="git commit --amend"),
    Case("42 km", source="42 km"),
    Case("The Beatles의 “Let It Be”를 들었다.", source="We heard “Let It Be” by The Beatles."),
    Case("The library is closed on Mondays.", source="도서관은 월요일에 쉰다.", lang="en"),
    Case("⟦The library is closed on Mondays.⟧", source="The library is closed on Mondays."),
    Case("⟦The library is closed on Mondays and Tuesdays⟧", source="The library is closed on Mondays and Tuesdays."),
    Case("문을 닫았다.\n⟦Please restart the program before you connect the disk.⟧", source="It closed.\nPlease restart the program before you connect the disk."),
    Case("⟦图书馆星期一不开门。⟧", source="图书馆星期一不开门。"),
    Case("⟦Confirm⟧", source="Confirm"),
)  # fmt: skip

RULE = Rule("SRC003", "source-copied", "accuracy/untranslated", "major", check, CASES, KO, scope="document", confidence=0.95)
