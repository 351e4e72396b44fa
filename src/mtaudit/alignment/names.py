"""Names of the same sound in another script and in Hangul: Obama and 오바마, Путин and 푸틴, ロンドン and 런던."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from mtaudit.languages.ko import transliteration
from mtaudit.languages.sounds import romanized

_ALIKE, _ALIKE_SHORT = 0.12, 0.08
"""Distances (``transliteration.distance``) up to which Hangul spells a name; the lesser for two syllables."""
_LONGEST = 8
_NEAR = 150
"""So many words may come near the sound of a name; with more of them it tells nothing."""
_KANA = frozenset(map(chr, range(0x30A1, 0x30FB)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\u30a1-\u30fa\u30fc]{3,}|[^\W\d_\u30a1-\u30fa\u30fc]+(?:-[^\W\d_]+)*")


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]{2,}")


def heard(foreign: Sequence[str], korean: Sequence[str]) -> dict[str, tuple[list[int], list[int]]]:
    """Words that may be names, each with its sentences and with those of the Korean side that have a word of that sound.

    A word is no name that is written with a small letter anywhere.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(foreign):
        for word in dict.fromkeys(_word().findall(text)):
            found[word].append(number)
    stems = _stems(korean)
    names = {word: romanized(word) for word in found if (word[0].isupper() and word.lower() not in found) or word[0] in _KANA}
    sounding = {word: _sounding(latin, stems) for word, latin in names.items() if 4 <= len(latin) <= 24}
    return {word: (found[word], there) for word, there in sounding.items() if there}


def _stems(korean: Sequence[str]) -> dict[str, dict[str, list[int]]]:
    """The beginnings of all words, by their consonants, with their sentences."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(korean):
        for word in set(_hangul().findall(text)):
            where[word].append(number)
    out: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for word, sentences in where.items():
        for size in range(2, min(len(word), _LONGEST) + 1):
            out[transliteration.skeleton(word[:size])][word[:size]] += sentences
    return out  # type: ignore[return-value]


def _sounding(latin: str, stems: dict[str, dict[str, list[int]]]) -> list[int]:
    """The sentences that have a word of this sound; none where too many words come near it."""
    least = len(re.findall("[aeiouy]+", re.sub("(?<=[a-z]{2})es?$", "", latin.lower())))
    near = {
        stem: sentences
        for skeleton in transliteration.latin_skeletons(latin)
        if len(skeleton) > 1
        for stem, sentences in stems.get(skeleton, {}).items()
        if len(stem) >= least and transliteration.may_sound_like(stem, latin)
    }
    if len(near) > _NEAR:
        return []
    limits = {stem: _ALIKE if len(stem) > 2 else _ALIKE_SHORT for stem in near}
    return sorted(set().union(*[near[s] for s, limit in limits.items() if transliteration.distance(s, latin, limit) <= limit]))
