"""What may follow a noun inside a Korean word: particles, the plural, the copula.

A particle is cut only where it agrees with the syllable before it (은 after a final consonant, 는 after a vowel).
Source: the particles and the forms of 이다 in any grammar of Korean.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mtaudit.languages.ko.hangul import BASE
from mtaudit.languages.ko.loanwords import settled

_ANY = "에게서|에게|에서|한테|께서|까지|부터|처럼|보다|마다|조차|마저|밖에|뿐|대로|만큼|에|의|도|만|들"
_AFTER_CONSONANT = "이라고|이라는|이라도|이라며|이란|이나|이며|이든|이랑|으로서|으로써|으로|은|을|이|과"
_AFTER_VOWEL = "라고|라는|라도|라며|란|나|며|든|랑|로서|로써|로|는|를|가|와"
_COPULA = (
    "입니다|이다|다|이었다|였다|이었습니다|였습니다|이자|인|이고|고|이지만|지만|이라|라|이며|이던|일|임|이에요|예요|이어서|여서"
)
_LONGEST = 4


@cache
def _tail() -> re.Pattern[str]:
    first = f"{_ANY}|{_AFTER_CONSONANT}|{_AFTER_VOWEL}"
    return re.compile(rf"(?:들)?(?:{first})?(?:은|는|도|만|의|이|가|을|를|로|와|과)?(?:{_COPULA})?(?:고|며|라고|만|지만)?")


@lru_cache(maxsize=4096)
def is_tail(rest: str) -> bool:
    """Whether ``rest``, the Hangul that follows a noun without a blank, is empty or made of particles."""
    return not rest or (len(rest) < 13 and _tail().fullmatch(rest) is not None)


@cache
def _cuts() -> dict[str, bool | None]:
    """Particle to what it must follow: a final consonant (True), a vowel (False), either (None)."""
    free = dict.fromkeys([*_ANY.split("|"), "입니다"])
    return {**free, **dict.fromkeys(_AFTER_CONSONANT.split("|"), True), **dict.fromkeys(_AFTER_VOWEL.split("|"), False)}


def stem(word: str, least: int = 2) -> str:
    """``word``, a run of Hangul, without its particles; at least ``least`` syllables stay."""
    cuts = _cuts()
    for _ in range(3):
        for size in range(min(_LONGEST, len(word) - least), 0, -1):
            particle = word[-size:]
            if particle in cuts:
                last = (ord(word[-size - 1]) - BASE) % 28
                wanted = cuts[particle]
                if wanted is None or wanted == bool(last) or (last == 8 and particle[0] == "로"):
                    word = word[:-size]
                    break
        else:
            break
    return word


@cache
def _verbal() -> re.Pattern[str]:
    ha = "하(?:고|며|여|는|던|지|기|게|면|거나|거|다|였.*|러|려.*|도록|자|니.*|십.*|세.*|시.*|진.*|셔.*|셨.*)?"
    hae = "해(?:서|야|도|요|라|주.*|줄.*|볼.*|보.*)?|했.*|한(?:다.*)?|할.*|함|합.*|하"
    return re.compile(f"(?:{ha}|{hae}|(?:되|된|될|됨|됩|됐|돼|시키|시킨|시킬|시켜|시켰|시킴|시킵|스럽|스러).*)$")


def without_verb(word: str) -> str:
    """``word`` without 하다, 되다, 시키다, 스럽다 in any form at its end."""
    m = _verbal().search(word, 2)
    return word[: m.start()] if m else word


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """``word`` without particles and without a verb made of it; a settled word (우크라이나) stays whole."""
    known = settled()
    for end in range(len(word), max(2, len(word) - 5), -1):
        if word[:end] in known and is_tail(word[end:]):
            return word[:end]
    return without_verb(stem(word))
