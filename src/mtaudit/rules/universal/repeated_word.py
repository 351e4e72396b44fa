"""The same word stands twice in a row.

An engine that loses a separator (``청구 > 청구 알림``), translates a compound word by word or stumbles over markup says
the word again: ``청구서 청구서 및 결제``, ``마우스로 마우스로``, ``예측 예측이``.

Not reported: words that a language doubles on purpose (정말 정말, 하나 하나, 반짝 반짝, 가도 가도, 사람 사람마다), pronouns,
exclamations and chants, the beginning of a longer word (인증 인증서), words parted by a comma or by the end of a sentence
unless the second sentence is nothing but the narrated predicate of the first, an utterance of nothing else (강추 강추.), words
that people keep saying (개혁 개혁 하더니), words of two syllables that neither look like a noun nor are one elsewhere in the
text, a denial (사람이 사람이 아니다), numbers, Latin words, code.

Source: taxonomy of machine-translated Korean, "duplication": adjacent repeats in edited text are 0.4 to 0.6 per 1,000
sentences, nearly all of them adverbs, mimetics and distributives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit import echoes
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """같은 말이 잇달아 두 번 나온다.
기계가 구분 기호를 잃거나 합성어를 낱말마다 따로 옮기면서 ‘청구서 청구서 및 결제’처럼 한 번 더 쓴 것이다.
‘정말 정말’, ‘하나 하나’처럼 일부러 되풀이하는 말은 지적하지 않는다."""

_ENDS = ("", ".", "!", "?", "…", "~")
_CLOSING = ",.!?:;…'\"’”)]」』》〉"


@cache
def _pattern() -> re.Pattern[str]:
    # It begins with a blank because that is what the search can skip to.
    return re.compile(r" ([^ ]{2,}+) \1([^ ]*)")


def _words(view: DocumentView) -> frozenset[str]:
    return frozenset(word for segment in view.segments for word in segment.text.split())


def check(view: DocumentView) -> Iterator[Hit]:
    language, find = view.language, _pattern().finditer

    def known(word: str) -> bool:
        return word in view.once(_words)

    for segment in view.once(echoes.words_twice):
        text = segment.text
        done, last = 0, len(text.rstrip())
        for m in find(" " + text):
            start, end = m.start(1) - 1, m.end() - 1
            if start < done or segment.kind == "code":
                continue
            word, rest = m[1], m[2]
            tail = rest.rstrip(_CLOSING)
            while not rest and text.startswith(word, end + 1) and text[end + 1 + len(word) : end + 2 + len(word)] in ("", " "):
                end += 1 + len(word)
            done = end
            if rest[:1] == "!" or _utterance(text, start, end - len(rest), last):
                continue
            bare = word.rstrip(".")
            after = "" if len(tail) < len(rest) else text[end + 1 : end + 1 + len(word) + 4]
            if not language.doubled(bare, bare + tail, after, known) or (bare != word and not _said_again(text, start, bare)):
                continue
            yield segment.hit(
                start,
                end - len(rest) + len(tail),
                f"“{bare}” stands twice in a row",
                f"‘{bare}’ 같은 말이 잇달아 두 번 나온다",
                fix=bare + tail,
                confidence=0.9 if bare == word and len(bare) > 2 else 0.75,
            )


def _utterance(text: str, start: int, stop: int, last: int) -> bool:
    """Whether the words are all that is said: ``굿 굿.``; ``last`` is where the text ends but for blanks."""
    return (start == 0 or text[start - 2 : start - 1] in _ENDS) and (stop >= last or text[stop] in _ENDS)


def _said_again(text: str, start: int, predicate: str) -> bool:
    """Whether the predicate before the full stop is narrated and ends a longer sentence."""
    before = text[max(0, start - 80) : start].rstrip()
    return len(predicate) > 2 and predicate.endswith("다") and len(re.split(r"[.!?…]", before)[-1].split()) > 2


CASES = (
    Case("정말 정말 좋았고 하나 하나 살펴보며 천천히 천천히 걸었다."),
    Case("별이 반짝 반짝 빛나고 마을 마을마다 사람 사람이 모였다. 가도 가도 끝이 없다."),
    Case("클라이언트 인증 인증서가 만료되었다. 제주 제주도로 갔다. 시정부와 시정부, 시정부와 시민이 만난다."),
    Case("그때는 사람이 사람이 아니었다. 친구의 친구의 친구를 만났다."),
    Case("울긋불긋 울긋불긋 물들었다. 개혁 개혁 하더니 끝났다. 대한민국 대한민국!"),
    Case("나는 또 울었다. 울었다. 아니다. 아니다. 빨리 빨리 가자 가자 했다."),
    Case("⟦청구서 청구서⟧ 및 결제 탭에서 설정한다.", fixed="청구서 및 결제 탭에서 설정한다."),
    Case("화면을 ⟦마우스로 마우스로⟧ 누른다.", fixed="화면을 마우스로 누른다."),
    Case("경찰은 ⟦범죄 범죄⟧ 정보를 모은다."),
    Case("비용에서 ⟦예측 예측이⟧ 빠졌다.", fixed="비용에서 예측이 빠졌다."),
    Case("정부는 계획을 ⟦발표했다 발표했다⟧.", fixed="정부는 계획을 발표했다."),
    Case("코드를 ⟦API를 API를⟧ 부른다."),
    Case("this is ⟦the the⟧ end of it all, and that that is true", lang="en"),
)

RULE = Rule(
    "DUP001",
    "repeated-word",
    "linguistic-conventions/duplication",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("repetition-loop", "repeated-phrase"),
)
