"""One source is translated in two ways.

In a catalogue of messages the same sentence should read the same wherever it stands; a machine that sees segment after segment
translates it anew each time.

Not reported: translations that differ in blanks, letter case or final punctuation; a source of one word, which may be a verb here and
a noun there (Open, Close); headings; plural forms of one message; messages to which a catalogue gives different contexts. It is advice
for a label of two words, for sources that differ in their final punctuation (a command and its description), and for a sentence of a
text, where variation may be wanted.

Source: MQM 2.0, Terminology: inconsistent use; consistency checks of Xbench and Verifika.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """같은 원문을 두 가지로 옮겼다.
문자열 목록에서는 같은 문장이 어디서나 같아야 하는데, 한 칸씩 옮기는 기계는 매번 새로 옮긴다. 띄어쓰기와 문장 끝 부호만 다른 것, 한 낱말,
제목은 알리지 않는다."""

_CATALOGUES = frozenset({"po", "xliff", "tmx"})


def context(pair: Pair) -> str:
    """What the key says of the place of a message, besides its number."""
    return pair.view.segment.key.rpartition("/")[0]


def check(view: DocumentView) -> Iterator[Hit]:
    first: dict[str, Pair] = {}
    for pair in view.once(sources.pairs):
        if pair.view.kind == "heading" or (len(pair.source.split()) < 2 and len(pair.source) < 8):
            continue
        if pair.view.segment.key.endswith("]"):
            continue
        other = first.setdefault(sources.bare(pair.source), pair)
        if other is pair or sources.bare(other.view.text) == sources.bare(pair.view.text) or context(other) != context(pair):
            continue
        text, words = pair.view.text, pair.source.split()
        is_message = (
            view.document.format in _CATALOGUES and words == other.source.split() and (len(words) > 2 or len(pair.source) > 30)
        )
        quoted, before = sources.shortened(pair.source), sources.shortened(other.view.text)
        yield pair.view.hit(
            0,
            len(text),
            f"“{quoted}” is translated otherwise before: “{before}”, here “{sources.shortened(text)}”",
            f"‘{quoted}’을(를) 앞에서는 ‘{before}’(으)로, 여기서는 ‘{sources.shortened(text)}’(으)로 옮겼다",
            related=(other.view.related(0, len(other.view.text), "the other translation", "다른 번역"),),
            severity="minor" if is_message else "neutral",
        )


CASES = (
    Case("파일을 저장했다.\n파일을 저장했다", source="The file was saved.\nThe file was saved."),
    Case("열기\n열림", source="Open\nOpen"),
    Case("파일을 저장했다.\n파일을 지웠다.", source="The file was saved.\nThe file was deleted."),
    Case("파일을 저장했다.\n⟦파일이 보관되었다.⟧", source="The file was saved.\nThe file was saved."),
)

RULE = Rule(
    "SRC009",
    "source-two-ways",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.7,
)
