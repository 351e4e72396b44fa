"""The same phrase of two to six words stands twice in a row.

An engine that loses its place in a long sentence says a phrase again, at once or after the word that it had got to:
``사용자 이름과 암호만 사용하여 사용자 이름과 암호만``.

Not reported: phrases that return after more than two words (laws, definitions and contrasts repeat them on purpose), parts
of a list parted by commas, distributives (한 명 한 명, 한 걸음 한 걸음), figures and rows of a table, one word said again and
again (repeated-word, repetition-loop), whole sentences (repeated-sentence).

Source: taxonomy of machine-translated Korean, "duplication"; in edited text a phrase of three words comes back within 15
words about once in 800 sentences, always as a parallel construction, but never at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from mtaudit import echoes
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """같은 구절이 잇달아 두 번 나온다.
긴 문장을 옮기던 기계가 자리를 잃고 ‘사용자 이름과 암호만 사용하여 사용자 이름과 암호만’처럼 같은 구절을 되풀이한 것이다."""

_SHORT, _LONG = 2, 6
_STOPS = ",.!?:;…·|/"
_COUNTING = " 한 두 세 네 첫 매 각 그 이 저 또 더 좀 못 안 나 너 내 네 몇 온 하나 둘 할 the a one very "
"""First words of phrases that are doubled on purpose: 한 명 한 명, 더 높이 더 높이, one by one."""
_GOING_ON = ("하여", "해서", "하고", "하며", "해", "되어", "되고", "어서", "아서", "면서", "여서")
"""How the word ends after which a machine takes up the phrase again; a contrast (-지만, -는데) repeats it on purpose."""


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in view.once(echoes.phrases_twice):
        if segment.kind == "code":
            continue
        at = 0
        for line in segment.text.split("\n"):
            yield from _in_line(segment, line, at)
            at += len(line) + 1


def _in_line(segment: SegmentView, line: str, at: int) -> Iterator[Hit]:
    words = line.split()
    found = sorted({*_at_once(words), *_taken_up(words)})
    if not found:
        return
    spans = [m.span() for m in re.finditer(r"\S+", line)]
    done = -1
    for first, second, size in found:
        if first < done:
            continue
        done = second + size
        start, end = spans[first][0], spans[done - 1][1]
        again = line[spans[second][0] : end].rstrip(_STOPS)
        phrase = line[start : spans[first + size - 1][1]]
        direct = second == first + size
        yield segment.hit(
            at + start,
            at + spans[second][0] + len(again),
            f"“{phrase}” stands here twice",
            f"‘{phrase}’ 구절이 두 번 나온다",
            fix=again if direct else None,
            confidence=0.9 if direct else 0.8,
        )


def _at_once(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where a phrase begins, where it begins again at once, and how many words it has."""
    for size in range(_SHORT, _LONG + 1):
        if sum(map(eq, words, words[size:])) < size - 1:
            continue
        run = 0
        for i in range(len(words) - size):
            if words[i] == words[i + size]:
                run += 1
                ended = run >= size
            else:
                ended = run >= size - 1 and _begins(words[i + size], words[i])
                run = 0
            first = i - size + 1
            if ended:
                run = 0
                if _is_phrase(words[first : i + 1]):
                    yield first, first + size, size


def _begins(longer: str, word: str) -> bool:
    """Whether the last word comes again with a particle or a full stop after it."""
    return len(word) > 1 and longer.startswith(word) and len(longer) - len(word) <= 2


def _taken_up(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """The same for three words that come again after one word, or four after two."""
    for size, gap in ((3, 1), (4, 2)):
        if sum(map(eq, words, words[size + gap :])) < size:
            continue
        run = 0
        for i in range(len(words) - size - gap):
            run = run + 1 if words[i] == words[i + size + gap] else 0
            first = i - size + 1
            if run >= size and words[i + gap].endswith(_GOING_ON):
                run = 0
                if _is_phrase(words[first : i + 1]):
                    yield first, first + size + gap, size


def _is_phrase(words: list[str]) -> bool:
    brief = len(words) == 2 or max(map(len, words)) < 3
    if (
        (brief and f" {words[0]} " in _COUNTING)
        or len(set(words)) == 1
        or any(w[-1] in _STOPS or not any(c.isalpha() for c in w) for w in words)
    ):
        return False
    return sum(sum(c.isalpha() for c in w) for w in words) >= 5


CASES = (
    Case("국가의 보호를 받으며, 국가는 법률이 정하는 바에 의하여, 법률이 정하는 바에 의하여 운영된다."),
    Case("한 명 한 명 손을 잡고 한 걸음 한 걸음 나아갔다. 더 높이 더 높이 날았다."),
    Case("| 768 x 1024 | 768 x 1024 |"),
    Case("더 많은 정보가 들어있지만, 더 많은 정보가 과연 도움이 될까. 정말 정말 정말 정말 좋았다."),
    Case("개발 도구를 사용하여 ⟦새로운 환경을 새로운 환경을⟧ 만든다.", fixed="개발 도구를 사용하여 새로운 환경을 만든다."),
    Case("위원회는 ⟦국내 경제 상황을 국내 경제 상황을⟧ 점검했다.", fixed="위원회는 국내 경제 상황을 점검했다."),
    Case("⟦지역 안보 협력 지역 안보 협력을⟧ 강화한다."),
    Case("⟦사용자 이름과 암호만 사용하여 사용자 이름과 암호만⟧ 입력한다."),
)

RULE = Rule(
    "DUP002",
    "repeated-phrase",
    "linguistic-conventions/duplication",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("repetition-loop",),
)
