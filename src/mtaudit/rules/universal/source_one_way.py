"""Two sources that differ have one translation.

A difference of the source was lost: a machine, or a translation memory with a fuzzy match, gave the sentence of one segment to another
that says something else. Where the sources are opposites (enable, disable; not) it is a fault, otherwise advice: another language may
have one word for two.

Not reported: sources that differ in blanks, case, punctuation, articles, prepositions or plural endings; short ones of less than
three words; sources with different numbers or placeholders, which rules of their own compare; headings.

Source: MQM 2.0, Accuracy: mistranslation; the check for inconsistent sources in Xbench and Verifika.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """서로 다른 두 원문을 똑같이 옮겼다.
기계나 번역 메모리가 한 칸의 번역을 다른 칸에도 썼다. 원문이 서로 반대되는 말(enable, disable)이면 잘못이고, 그렇지 않으면 참고로만 알린다."""

_OPPOSITES = (
    "enable/disable enabled/disabled allow/deny allowed/denied add/remove open/close opened/closed start/stop started/stopped on/off show/hide"
    " shown/hidden before/after first/last left/right top/bottom up/down minimum/maximum import/export upload/download lock/unlock"
    " valid/invalid online/offline success/failure succeeded/failed connect/disconnect connected/disconnected install/uninstall read/write"
    " increase/decrease accept/reject public/private encrypt/decrypt inside/outside yes/no can/cannot"
)
_NEGATIVE = frozenset("not no never cannot without nothing nobody none".split())
_LEAST = 3


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in _OPPOSITES.split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


def _content(text: str) -> frozenset[str]:
    """The words of a source that make its meaning, plural endings cut."""
    from mtaudit.languages.english import FUNCTION

    words = (word.casefold() for word in _word().findall(text) if len(word) > 1 or word.isdigit() or word > "\u2e80")
    return frozenset(w.rstrip("s") if len(w) > 3 and w not in _NEGATIVE else w for w in words if w not in FUNCTION or _denies(w))


def _denies(word: str) -> bool:
    return word in _NEGATIVE or word.endswith(("n't", "n’t"))


def _are_opposites(one: frozenset[str], two: frozenset[str]) -> bool:
    extra = (one - two) | (two - one)
    return extra in _opposites() or ((one < two or two < one) and all(map(_denies, extra)))


def check(view: DocumentView) -> Iterator[Hit]:
    first: dict[str, Pair] = {}
    for pair in view.once(sources.pairs):
        if pair.view.kind == "heading" or len(pair.source.split()) < _LEAST or pair.view.segment.key.endswith("]"):
            continue
        other = first.setdefault(sources.bare(pair.view.text), pair)
        if other is pair or sources.bare(other.source) == sources.bare(pair.source):
            continue
        one, two = _content(other.source), _content(pair.source)
        if one == two or any(not word.isalpha() and not _denies(word) for word in one ^ two):
            continue
        text, mine, before = pair.view.text, sources.shortened(pair.source), sources.shortened(other.source)
        wrong = _are_opposites(one, two)
        yield pair.view.hit(
            0,
            len(text),
            f"“{before}” and “{mine}” have one translation: “{sources.shortened(text)}”",
            f"‘{before}’과(와) ‘{mine}’의 번역이 똑같다: ‘{sources.shortened(text)}’",
            related=(other.view.related(0, len(other.view.text), f"the translation of “{before}”", f"‘{before}’의 번역"),),
            severity="minor" if wrong else "neutral",
            confidence=0.85 if wrong else 0.5,
        )


CASES = (
    Case("파일을 지웠다.\n파일을 지웠다.", source="The files were deleted.\nThe file was deleted!"),
    Case("지우기\n지우기", source="Delete\nRemove"),
    Case("{0}개를 지웠다.\n{0}개를 지웠다.", source="Deleted {0} files now.\nDeleted {1} files now."),
    Case("알림을 켭니다.\n⟦알림을 켭니다.⟧", source="Enable the notifications.\nDisable the notifications."),
    Case("저장할 수 있다.\n⟦저장할 수 있다.⟧", source="The file can be saved.\nThe file cannot be saved."),
    Case("문을 닫았다.\n⟦문을 닫았다.⟧", source="The library was closed.\nThe school was closed."),
)

RULE = Rule("SRC010", "source-one-way", "accuracy/mistranslation", "minor", check, CASES, KO, scope="document", confidence=0.85)
