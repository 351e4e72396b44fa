"""Where a text has a name of its source: by its letters, or by its sound in Hangul or katakana.

Sounds are vague, so a word must look like a name to be one. The syllables of foreign names are few: none ends in ㅆ or ㅎ, many occur in no
Korean word. A stretch that looks foreign may sound a little different; one that looks Korean must sound the same, begin its word, and be
followed by a particle or by what names are followed by (시, 강, 인).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import sounds
from mtaudit.languages.ko import hangul, loanwords, mandarin, noun_tail, plain_words, transliteration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_FAR = 14
"""So many syllables behind a name are looked at: particles and suffixes are shorter."""


_LOOSE = 0.15
"""What is so much further may still be another spelling of the name."""
_LONGEST = 60
"""Syllables that no word has, even where blanks are missing."""


class Run(NamedTuple):
    """Syllables without a blank, and for each its offset in the text; ``joined``: one blank stands before the next run."""

    text: str
    at: tuple[int, ...]
    joined: bool
    katakana: bool = False


class Stretch(NamedTuple):
    """``text[start:end]`` sounds like a name; ``distance`` is that of ``transliteration``."""

    distance: float
    start: int
    end: int


def runs(text: str, lang: str) -> list[Run]:
    """What may be a name in a text: words in Hangul, or in katakana as Hangul."""
    if lang == "ja":
        out = []
        for m in re.finditer(f"[ァ-ヺー]{{2,{_LONGEST}}}", text):
            heard = sounds.hangul(m[0])
            if len(heard) > 1:
                out.append(
                    Run(
                        "".join(c for c, _ in heard),
                        tuple(m.start() + at for _, at in heard),
                        text[m.end() : m.end() + 1] in "・＝",
                        True,
                    )
                )
        return out
    return [
        Run(m[0], tuple(range(*m.span())), text[m.end() : m.end() + 1] in " ·-" and "가" <= text[m.end() + 1 : m.end() + 2] <= "힣")
        for m in re.finditer("[가-힣]+", text)
        if len(m[0]) < _LONGEST
    ]


def stretches(word: str, lang: str, where: Sequence[Run], loose: bool = False) -> list[Stretch]:
    """Every stretch that may be ``word`` of a source in ``lang``, the nearest and longest first. ``loose``: or may be another spelling of it."""
    found: dict[tuple[int, int], float] = {}
    over = 4 if " " in word else 2
    spellings = [(spelled, max(1, _syllables(spelled)), len(spelled) + 1) for spelled in sounds.spellings(word, lang)]
    chinese = mandarin.hangul(word) if lang not in ("ja", "ru", "vi") else frozenset()
    for number, run in enumerate(where):
        whole, at = run.text, run.at
        edges = [len(whole)]
        for after in range(number, min(number + over - 1, len(where) - 1)):
            if not where[after].joined:
                break
            whole, at = whole + where[after + 1].text, at + where[after + 1].at
            edges.append(len(whole))
        for start, end in _exact(chinese, run, whole):
            found[at[start], at[end - 1] + 1] = 0.0
        for spelled, least, most in spellings:
            for start in range(len(run.text)):
                for end in range(start + least, min(len(whole), start + most) + 1):
                    piece = whole[start:end]
                    if not transliteration.may_sound_like(piece, spelled):
                        continue
                    rest = whole[end : min(end + _FAR, next(edge for edge in edges if edge >= end))]
                    limit = _limit(piece, run, start, rest, loose)
                    if limit >= 0 and (far := transliteration.distance(piece, spelled, limit)) <= limit:
                        key = at[start], at[end - 1] + 1
                        found[key] = min(far, found.get(key, 1.0))
    return sorted(
        [Stretch(far, *key) for key, far in found.items()], key=lambda s: (round(s.distance, 1), s.start - s.end, s.distance)
    )


def _exact(forms: Iterable[str], run: Run, whole: str) -> Iterator[tuple[int, int]]:
    """Where ``whole`` has one of the ``forms``: one syllable at the beginning of a word (양 감독), two there or behind a family name."""
    for form in forms:
        start = whole.find(form)
        if 0 <= start < len(run.text) and (len(form) > 2 or start < len(form) or run.text[start - 1] in _BEFORE):
            yield start, start + len(form)


def _syllables(latin: str) -> int:
    """How many vowels of a Latin name are heard, at least."""
    vowels = len(re.findall("[aeiouyà-ÿ]+", re.sub("(?<=[a-zà-ÿ]{2})(?:es?|a|o)$", "", latin.lower())))
    return vowels - (vowels > 2)


_BEFORE = frozenset("한된할될는은던고서해인며면의와과를을")
"""Last syllables of words after which a blank may be missing."""
_AFTER = tuple(
    "시 주 도 군 성 현 구 읍 면 촌 강 산 섬 만 항 호 교 궁 탑 역 족 인 어 계 파 당 사 상 배 컵 가 로 공항 항구 대학 대교 제국 왕국 왕조 공화국 자치 지역 지구 지방 반도"
    " 주의 신문 통신 방송 은행 군도 제도 협곡 사막 해협 해전 전투 여사 씨 양 부부 형제 가문 일가 병원 박사 교수 의원 총리 대통령 장관 시장 감독 선수 대표 기자 전 판 식 산 제 법 호".split()
)
"""What may follow a name without a blank."""


_PREFIXES = frozenset("남 북 동 서 남동 남서 북동 북서 동남 서남 동북 서북 신 반 친 탈 옛 범".split())
"""What stands before a name in one word with it: 남수단, 북마케도니아, 반푸틴."""


def _limit(piece: str, run: Run, start: int, rest: str, loose: bool) -> float:
    """The distance up to which a stretch of Hangul may be a name, -1 where it cannot be one; one wrong consonant is always too much."""
    size = len(transliteration.skeleton(piece))
    more = _LOOSE if loose else 0
    if run.katakana:
        return -1 if start else (0.2 if size > 2 else 0.12) + more
    if not _may_be_foreign(piece):
        return -1
    first = start == 0 or run.text[start - 1] in _BEFORE or run.text[:start] in _PREFIXES
    closed = noun_tail.is_tail(rest) or rest.startswith(_AFTER)
    if len(piece) == 1:
        return 0.08 if not start and noun_tail.is_tail(rest) and not _is_korean(piece, piece) else -1
    if loose and (size < 2 or not closed or noun_tail.stem(piece) != piece or _is_another(run.text, piece)):
        return -1
    most = min(0.16, 0.7 / size) if size > 3 else 0.13
    if transliteration.looks_foreign(piece):
        if not first:
            return min(0.1, most) if size > 3 and start + len(piece) <= len(run.text) else -1
        return (most if closed else most - 0.05) + more
    if not first or (start and size < 3) or _is_korean(piece if start else run.text[: len(piece) + _FAR], piece):
        return -1
    if not closed or start + len(piece) > len(run.text):
        return 0.07 if size > 2 else -1
    return most + (more if len(piece) > 2 else 0)


@lru_cache(maxsize=16384)
def _may_be_foreign(piece: str) -> bool:
    """Whether every syllable ends as those of foreign words do (외래어 표기법: only in ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅇ)."""
    return piece[-1] not in "으을를" and all(hangul.split(char)[2] in _FINALS for char in piece)


_FINALS = frozenset(["", *"ㄱㄴㄹㅁㅂㅅㅇ"])


@lru_cache(maxsize=16384)
def _is_another(word: str, piece: str) -> bool:
    """Whether a stretch at the beginning of ``word`` is a word of its own, however near it sounds to a name."""
    return any(
        form in known
        for form in (piece, noun_tail.bare(word))
        for known in (loanwords.settled(), plain_words.general(), plain_words.function())
    )


@lru_cache(maxsize=16384)
def _is_korean(word: str, piece: str) -> bool:
    """Whether a stretch at the beginning of ``word`` is a common Korean word, with or without its particle."""
    if piece in loanwords.places() or piece in loanwords.given_names():
        return False
    common = plain_words.general()
    return not common.isdisjoint((piece, noun_tail.stem(piece), noun_tail.bare(word))) or piece in plain_words.function()
