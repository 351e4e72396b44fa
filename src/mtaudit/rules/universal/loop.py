"""The translation ran in a circle: one piece of text stands four times or more in a row.

A language model that falls into a loop repeats the same few characters until its budget is spent: ``ミニ・ミニ・ミニ・``,
``협력을 협력을 협력을 협력을``.

Not reported: rows of one character and of punctuation (----, ㅋㅋㅋㅋ, 0000), digits, emoji, tags, sounds and cries (하하, 둥둥, 만세),
what is said twice on purpose, short Latin syllables (hahaha), tables, a line that holds nothing else fewer than eight
times (a form, a chant), code and addresses.

Source: taxonomy of machine-translated Korean, "degenerate output"; 0.1 per 1,000 sentences in Korean, up to 100 in Japanese.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from re import Pattern
from re import compile as regex
from typing import NamedTuple

from mtaudit import echoes
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import OPAQUE, DocumentView, SegmentView

KO = """같은 글자들이 네 번 넘게 되풀이된다.
언어 모형이 한 대목에 갇혀 ‘협력을 협력을 협력을 협력을’처럼 같은 말을 끝없이 이어 쓴 것이다."""

_TIMES = 4
_MANY = 8
"""So often at least must that be repeated which a writer may repeat four times."""
_SEVERAL, _PARTING = 5, frozenset("·・/•")
"""The same for words that are parted by one of these marks: nobody cries 같은·같은·같은·같은·같은."""
_SHORT, _LONG = range(2, 11), range(11, 21)
"""Lengths of the repeated piece in characters; the longer ones are looked for only in scripts without blanks."""


class _Loop(NamedTuple):
    start: int
    end: int
    piece: str
    times: int


@cache
def _zeros() -> Pattern[bytes]:
    return regex(rb"\0+")


def _loops(text: str, sizes: Iterable[int]) -> Iterator[_Loop]:
    """Every piece of a text that is repeated at once, in time proportional to the text's length: see ``echoes``."""
    low = text.encode("utf-32-le", "surrogatepass")[::4]
    number = int.from_bytes(low, "little")
    for size in sizes:
        if len(low) < size * _TIMES - 1:
            break
        same = (number ^ (number >> 8 * size)).to_bytes(len(low), "little")[: len(low) - size]
        needle = bytes(size * (_TIMES - 1) - 1)
        at = same.find(needle)
        while at >= 0:
            run = _zeros().match(same, at)
            end = run.end() if run else at + 1
            for start, stop in _really(text, at, end, size):
                first = _word_start(text, start, size)
                if stop - first < len(needle):
                    first = start
                if stop - first < len(needle):
                    continue
                # The last piece may lack its blank: a full stop or the end of the text stands in its place.
                ends = text[first + size - 1] == " " and not text[stop + size : stop + size + 1].isalnum()
                times = (stop - first + ends) // size + 1
                if times >= _TIMES:
                    yield _Loop(first, min(first + times * size, stop + size), text[first : first + size], times)
            at = same.find(needle, end)


def _word_start(text: str, start: int, size: int) -> int:
    """Where the first whole word of the repeated piece begins: the letters before it may happen to be the same too."""
    blank = text.find(" ", start, start + size)
    return start if blank < 0 or not text[max(0, start - 1) : start].strip() else blank + 1


def _really(text: str, start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """The parts of ``text[start:end]`` that do stand again ``size`` characters on: different characters share low bytes."""
    if text[start:end] == text[start + size : end + size]:
        yield start, end
        return
    for at in range(start, end):
        if text[at] != text[at + size]:
            yield start, at
            start = at + 1
    yield start, end


def check(view: DocumentView) -> Iterator[Hit]:
    text = view.prose
    sizes = _SHORT if text.count(" ") * 12 > len(text) else (*_SHORT, *_LONG)
    for segment in echoes.loops(view, sizes[-1]):
        done = 0
        for loop in sorted(loop for loop in _loops(segment.text, sizes) if _says_something(loop)):
            end = loop.start + len(segment.text[loop.start : loop.end].rstrip())
            if loop.start < done or not _counts(segment, loop, end):
                continue
            done = loop.end
            piece = loop.piece.strip()
            yield segment.hit(
                loop.start + len(loop.piece) - len(loop.piece.lstrip()),
                end,
                f"“{piece}” stands here {loop.times} times in a row",
                f"‘{piece}’ 같은 말이 {loop.times}번 되풀이된다",
                fix=piece,
            )


def _says_something(loop: _Loop) -> bool:
    """Whether the repeated piece is made of words, and the number of times is more than a writer would take."""
    piece = loop.piece
    if any(c in "|\t\n\r#=_*<>" for c in piece):
        return False
    letters = [c for c in piece if c.isalpha() and not "ㄱ" <= c <= "ㆎ"]
    kinds = len(set(letters))
    if kinds < 2:
        return False
    if any("가" <= c <= "힣" for c in letters):
        return len(letters) > 2 or loop.times >= (_SEVERAL if _PARTING.intersection(piece) else _MANY)
    if any("ぁ" <= c <= "鿿" for c in letters):
        return len(letters) > 2 or len(piece) > len(letters) or loop.times >= _MANY
    return len(letters) > 3 and kinds > 2 and piece == piece.lower()


def _counts(segment: SegmentView, loop: _Loop, end: int) -> bool:
    """Whether a loop is no form, chant or sound; ``end`` is its end without blanks."""
    if segment.kind in ("code", "cell") or OPAQUE in loop.piece:
        return False
    if loop.times >= _MANY:
        return True
    if " " in loop.piece and len(segment.text.strip()) - (end - loop.start) <= len(loop.piece):
        return False
    word = loop.piece.strip()
    said_once = " " in word or len(word) == len(loop.piece)
    return said_once or segment.document.language.doubled(word, word, "", lambda _: True) or not word[0].isalpha()


CASES = (
    Case("ㅋㅋㅋㅋㅋㅋㅋㅋ 하하하하하하하하 ---------- ………………… 0000000000 😀😀😀😀😀😀"),
    Case("기차가 칙칙폭폭 칙칙폭폭 칙칙폭폭 칙칙폭폭 달리고 두근두근두근두근 가슴이 뛴다. hahahahaha"),
    Case("만세 만세 만세 만세를 외쳤다. 천천히 천천히 천천히 천천히 걸었다."),
    Case("해당없음 해당없음 해당없음 해당없음"),
    Case("| 없음이다 | 없음이다 | 없음이다 | 없음이다 |"),
    Case("양국은 ⟦협력을 협력을 협력을 협력을⟧ 강화한다.", fixed="양국은 협력을 강화한다."),
    Case("양국은 ⟦협력을 협력을 협력을 협력을⟧."),
    Case("그는 ⟦자회사자회사자회사자회사⟧를 세웠다.", fixed="그는 자회사를 세웠다."),
    Case("数値⟦ミニ・ミニ・ミニ・ミニ・⟧で終わる。", lang="ja"),
    Case("이 나라의 ⟦정확한 자료, 정확한 자료, 정확한 자료, 정확한 자료,⟧ 등이 없다."),
)

RULE = Rule(
    "DUP007",
    "repetition-loop",
    "linguistic-conventions/duplication",
    "critical",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
