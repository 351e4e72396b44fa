"""Arithmetic of Hangul syllables (Unicode, section 3.12: Conjoining Jamo Behavior).

A precomposed syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final; final 0 is an open syllable.
"""

from __future__ import annotations

BASE, LAST = 0xAC00, 0xD7A3
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def is_syllable(char: str) -> bool:
    """Whether ``char`` is one precomposed Hangul syllable."""
    return "가" <= char <= "힣"


def final(char: str) -> str:
    """The final consonant of a syllable as a compatibility jamo, ``""`` for an open one and for what is no syllable."""
    if not is_syllable(char):
        return ""
    return FINALS[(ord(char) - BASE) % 28].strip()


def split(char: str) -> tuple[str, str, str]:
    """Initial, vowel and final (``""`` if none) of a syllable."""
    code = ord(char) - BASE
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28].strip()


def join(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of these jamo."""
    return chr(BASE + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final or " "))


def with_final(char: str, final: str) -> str:
    """The syllable with another final consonant, or none for ``""``."""
    code = ord(char) - BASE
    return chr(BASE + code - code % 28 + FINALS.index(final or " "))


def jamo(text: str) -> str:
    """Every syllable of ``text`` as its letters; other characters as they are."""
    return "".join("".join(split(c)) if is_syllable(c) else c for c in text)
