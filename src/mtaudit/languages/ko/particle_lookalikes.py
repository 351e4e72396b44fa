"""Words that end like a particle: is the 가 of 작가 or the 이 of 아이 a particle, or part of the word?

Asked only where the form contradicts the sound before it (``나토은``, ``일본로``), for then a particle would be wrong.
``reading(stem, form)`` answers ``"particle"``, ``"word"`` or ``"unsure"``; for the last the text itself must decide.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from mtaudit.languages.ko import hangul
from mtaudit.languages.ko import particle_words as lists
from mtaudit.languages.ko.particle_agreement import is_evident_verb

Reading = Literal["particle", "word", "unsure"]


def _ends(stem: str, known: frozenset[str]) -> bool:
    """Whether ``stem`` is one of these words or a compound that ends in one."""
    return stem in known or stem[-2:] in known or stem[-3:] in known


@cache
def _letter_names() -> tuple[str, ...]:
    return tuple(sorted(lists.LETTER_NAMES, key=len, reverse=True))


def _is_spelled_out(word: str) -> bool:
    """Whether ``word`` is made of the names of Latin letters: 에프비아이."""
    while word:
        for name in _letter_names():
            if word.endswith(name):
                word = word[: -len(name)]
                break
        else:
            return False
    return True


def _is_name(stem: str, given: frozenset[str]) -> bool:
    """Whether stem + ending may be a name of three syllables: 김가은."""
    return len(stem) == 2 and stem[0] in lists.SURNAMES and stem[1] in given and stem not in lists.NO_NAMES


def _verb_with(stem: str) -> bool:
    heads = lists.VERB_HEADS.get(stem[-1])
    return heads is not None and (len(stem) == 1 or stem[:-1] in heads or (stem[-1] == "지" and stem[-3:-1] in heads))


def _eul(stem: str) -> Reading:
    last, head = stem[-1], stem[:-1]
    if _verb_with(stem):
        return "word"
    if last == "가" and (not head or head in lists.SEASONS):
        return "word"
    if last == "고" and (not head or head in lists.TOWNS):
        return "word"
    if last == "노" and (not head or head in lists.SUNSETS):
        return "word"
    if last == "마":
        return "word" if not head else "particle" if _ends(stem, lists.MA_NOUNS) else "unsure"
    if not head and last in "여태수이내리겨":
        return "unsure"
    return (
        "unsure"
        if len(stem) == 2 and head in lists.SURNAMES and last in lists.GIVEN_WITH_EUL - {"가", "고", "마", "리"}
        else "particle"
    )


def _eun(stem: str) -> Reading:
    last, head = stem[-1], stem[:-1]
    if _verb_with(stem) or (last == "수" and head in lists.BEFORE_MERCURY) or (last == "화" and stem in lists.SILVER):
        return "word"
    if not head:
        return "particle" if last in lists.ONE_OPEN else "word"
    return "unsure" if _is_name(stem, lists.GIVEN_WITH_EUN) else "particle"


def _i(stem: str) -> Reading:
    last, head, word = stem[-1], stem[:-1], stem + "이"
    if (
        word in lists.I_WORDS
        or word[-3:] in lists.I_WORDS
        or word.endswith(lists.I_ADVERBS)
        or (last == "구" and head.endswith(lists.GRILLED))
    ):
        return "word"
    if not head and last in lists.ONE_OPEN:
        return "particle"
    if last in lists.I_RISKY:
        return "particle" if _ends(stem, lists.I_NOUNS) else "unsure"
    if last in "에제케비디시씨이지피티브" and _is_spelled_out(word):
        return "word"
    if last == "아" and (head in lists.CHILD or _is_spelled_out(head)):
        return "word"
    if last == "사" and head.endswith(
        ("우리", "친구", "연인", "부부", "어느", "할", "틈", "형제", "달", "년", "하루", "며칠", "밤", "잠깐")
    ):
        return "word"
    if last == "자" and any(head.endswith(name) for name in lists.FLATS):
        return "word"
    return "particle" if head else "unsure"


def _gwa(stem: str) -> Reading:
    if stem + "과" in lists.GWA_WORDS or stem[-1] == "효" or (len(stem) > 2 and stem[-1] in "내외"):
        return "word"
    if len(stem) == 1:
        return "particle" if stem in lists.ONE_OPEN else "unsure"
    if stem[-1] == "제" and not _ends(stem, lists.I_NOUNS):
        return "word"
    return "unsure" if stem[-1] == "초" or _ends(stem, lists.GWA_STEMS) else "particle"


def _neun(stem: str) -> Reading:
    last = stem[-1]
    if is_evident_verb(last):
        return "word"
    if last not in lists.VERBS_AMBIGUOUS:
        return "particle" if len(stem) > 1 or last in lists.ONE_CLOSED or hangul.final(last) in "ㅇㄹ" else "unsure"
    return "word" if len(stem) == 1 or stem[-2] in lists.VERB_BEFORE or _ends(stem, lists.VERB_COMPOUNDS) else "particle"


def _ga(stem: str) -> Reading:
    last, word = stem[-1], stem + "가"
    if len(stem) == 1:
        return "particle" if last in lists.ONE_CLOSED and word not in lists.GA_WORDS else "word"
    if (
        word in lists.GA_WORDS
        or last in "평농"
        or _ends(stem, lists.GA_STRONG)
        or (last == "국" and not _ends(stem, lists.COUNTRIES))
    ):
        return "word"
    if last in lists.ADNOMINAL:
        return "particle" if _ends(stem, lists.N_NOUNS) else "word"
    if _ends(stem, lists.GA_WEAK) or (last in lists.ASKS_TEXT and not _ends(stem, lists.GA_SAFE)):
        return "unsure"
    return "particle"


def _ro(stem: str) -> Reading:
    if len(stem) == 1:
        return "particle" if stem in lists.ONE_RO else "word"
    if (
        stem in lists.STREETS
        or stem.endswith("대학")
        or (stem[-1] in lists.RO_COMPOUNDS and not _ends(stem, lists.RO_COMPOUNDS[stem[-1]]))
    ):
        return "word"
    return "unsure" if _ends(stem, lists.ROADS) or _is_name(stem, lists.GIVEN_WITH_RO) else "particle"


def reading(stem: str, form: str) -> Reading:
    """What ``form`` is after ``stem`` (Hangul, at least one syllable), where as a particle it would be the wrong form."""
    asked = {"을": _eul, "은": _eun, "이": _i, "과": _gwa, "는": _neun, "가": _ga, "로": _ro}.get(form)
    return "particle" if asked is None else asked(stem)


def looks_like_a_department(text: str, at: int, last: str, following: str) -> bool:
    """Whether 과 at ``at`` may mean a department, a subject or a family of living things, by the words around it."""
    if following.startswith(lists.OFFICE) or last.endswith(
        ("청", "구청", "시청", "군청", "경찰서", "대학", "대학교", "병원", "도청")
    ):
        return True
    around = text[max(0, at - 60) : at + 60]
    return any(word in around for word in lists.BIOLOGY)
