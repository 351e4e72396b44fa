"""Where a term is a word of its own in Korean, and how else it may be spaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from mtaudit.languages.ko import term_tail
from mtaudit.languages.ko.hangul import final, is_syllable
from mtaudit.languages.ko.particles import final_sound

_MOST_SPELLINGS = 12


def begins_word(text: str, start: int) -> bool:
    """Whether a word begins at ``start``. A number may stand before it (100달러, 5억 달러), a Latin word may not."""
    if not start:
        return True
    before = text[start - 1]
    if before == " ":
        # 할 수도 있다 is a dependent noun and a particle
        return text[start : start + 2] != "수도" or final(text[start - 2 : start - 1] or " ") != "ㄹ"
    if before.isdecimal() and is_syllable(text[start]):
        return _number(text, start)
    if is_syllable(before):
        return before in "십백천만억조여" and (_number(text, start) or _in_words(text, start))
    if before.isalnum() or before in "_@\ufffc":
        return False
    if before in "/=#?":  # a URL goes on in Hangul: a view shows its beginning as one character
        word = text[text.rfind(" ", 0, start) + 1 : start]
        return "\ufffc" not in word and "://" not in word
    return not (before in "-.&" and start > 1 and text[start - 2].isalnum())


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9.,\-])(?<!제)\d[\d,.]*(?:[십백천만억조][\d,.]*)*여?$")


def _number(text: str, end: int) -> bool:
    """Whether an amount ends at ``end``, written without a blank before its unit."""
    return _amount().search(text, max(0, end - 30), end) is not None


_CURRENCIES = "원 달러 유로 엔 위안 루블 파운드 프랑 페소 루피 바트 동".split()


def _in_words(text: str, end: int) -> bool:
    """Whether an amount of money in words ends at ``end``: 천원, 백만 달러."""
    return any(text.startswith(unit, end) for unit in _CURRENCIES) and _numeral().search(text, max(0, end - 8), end) is not None


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W\d])[일이삼사오육칠팔구]?[십백천만억조]+$")


def ends_word(text: str, start: int, end: int, is_name: bool) -> bool:
    """Whether nothing but particles, the copula or a verb made of it follows ``text[start:end]`` in its word."""
    after = text[end : end + 2]
    if not after or after[0] == " ":
        return True
    first = after[0]
    if is_syllable(first):
        last = text[end - 1]
        sound = final(last) if is_syllable(last) else final_sound(text[start:end])
        return term_tail.ends_word(text, start, end, sound, is_name)
    if first.isalnum() or first == "_":
        return False
    return not (first in "-.&@'’" and after[1:].isascii() and after[1:].isalnum()) or after in ("'s", "’s")


def spellings(name: str) -> tuple[str, ...]:
    """``name``, and the same with its parts written apart or together: 정상회담, 정상 회담.

    A word of Hangul is parted where at least two syllables stand on either side.
    """
    found: dict[str, None] = {}
    for spelling in _written(name):  # a long name has millions
        found[spelling] = None
        if len(found) == _MOST_SPELLINGS:
            break
    return tuple(found)


def _written(name: str) -> Iterator[str]:
    words = name.split(" ")
    yield name
    if len(words) > 1 and all(is_syllable(a[-1]) and is_syllable(b[0]) for a, b in pairwise(words) if a and b):
        yield "".join(words)
        if len(words) > 2:
            for i in range(len(words) - 1):
                yield " ".join([*words[:i], words[i] + words[i + 1], *words[i + 2 :]])
    elif len(words) == 1 and len(name) > 3 and all(map(is_syllable, name)):
        cuts = range(2, len(name) - 1)
        for i in cuts:
            yield f"{name[:i]} {name[i:]}"
        for i in cuts:
            yield from (f"{name[:i]} {name[i:j]} {name[j:]}" for j in cuts if j - i > 1)


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(r"(?:하|되|시키|스럽)(?:다|는)$|(?:한|된|될|시킨|스러운)$|(?:이|가) 있는$|(?:인|이다)$")


def root(name: str) -> str:
    """The part of a dictionary form that all its forms share: 확산 of 확산되다, 치명적 of 치명적인, 지 of 지키다."""
    bare = _predicate().sub("", name)
    if bare != name:
        return bare if len(bare) > 1 else name
    return name[:-2] if name.endswith("다") and len(name) > 3 else name
