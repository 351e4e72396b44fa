"""Which language a text is in.

The script decides where it leaves no choice: Hangul is Korean, kana is Japanese, Han without either is Chinese. Only
Latin, Cyrillic, Arabic and Devanagari letters are shown to ``langdetect``. A sample is looked at, so that a long text
costs no more than a short one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

_PIECES = 8
_PIECE = 800
"""The sample: so many pieces of so many code points, spread over the text."""

_RANGES = (
    (0x0041, 0x024F, "latin"), (0x0370, 0x03FF, "el"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "arabic"), (0x0750, 0x077F, "arabic"), (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"), (0x1100, 0x11FF, "hangul"), (0x1200, 0x137F, "am"), (0x1780, 0x17FF, "km"),
    (0x1E00, 0x1EFF, "latin"), (0x3040, 0x30FF, "kana"), (0x3130, 0x318F, "hangul"), (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"), (0xAC00, 0xD7A3, "hangul"), (0xF900, 0xFAFF, "han"), (0xFF66, 0xFF9D, "kana"),
)  # fmt: skip
"""Blocks of letters: the script's name, or the language where there is but one."""
_STARTS = [first for first, _, _ in _RANGES]

_EAST_ASIAN_WEIGHT = 6
"""A syllable or an ideograph says as much as two or three letters, and names in Latin letters stand in any Korean text."""


@cache
def _no_prose() -> re.Pattern[str]:
    """Addresses, tags and code: Latin letters that say nothing of the language."""
    return re.compile(r"https?://\S+|\]\([^)\s]*\)|<[a-zA-Z/!][^<>]{0,200}>|`[^`\n]{1,200}`")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language that most of ``text`` is in, ``und`` where nothing tells."""
    sample = _sample(text)
    if "://" in sample or "<" in sample or "`" in sample:
        sample = _no_prose().sub(" ", sample) or sample
    shares = _shares(sample)
    hangul, kana, han = shares["hangul"], shares["kana"], shares["han"]
    rest = {script: count for script, count in shares.items() if script not in ("hangul", "kana", "han")}
    best = max(rest, key=lambda script: rest[script], default="")
    weight = (hangul + kana + han) * _EAST_ASIAN_WEIGHT
    if weight and weight >= rest.get(best, 0):
        return _east_asian(hangul, kana, han)
    return best if len(best) == 2 else _by_words(sample, best)


def _sample(text: str) -> str:
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return "\n".join([text[i * step : i * step + _PIECE] for i in range(_PIECES)])


def _shares(sample: str) -> Counter[str]:
    """How many letters there are of each script."""
    shares: Counter[str] = Counter()
    for char, count in Counter(sample).items():
        code = ord(char)
        which = bisect_right(_STARTS, code) - 1
        if which >= 0 and code <= _RANGES[which][1] and char.isalpha():
            shares[_RANGES[which][2]] += count
    return shares


def _east_asian(hangul: int, kana: int, han: int) -> str:
    """Korean and Japanese may quote much Chinese, or be written mostly in its characters; the reverse is rare."""
    if hangul >= kana:
        return "ko" if hangul * 5 >= han else "zh"
    return "ja" if kana * 10 >= han else "zh"


def _by_words(sample: str, script: str) -> str:
    if not script:
        return "und"
    from langdetect import DetectorFactory, LangDetectException
    from langdetect import detect as guess

    DetectorFactory.seed = 0
    try:
        return str(guess(sample[:4000])).partition("-")[0]
    except LangDetectException:
        return "und"
