"""What a language needs to write numbers: separators, words for numbers and magnitudes, months, weekdays; the tables are in ``tables``."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("en", "ko", "ja", "zh", "vi", "ru", "de", "fr", "es")
CJK = ("ko", "ja", "zh")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""The year before the first of each Japanese era."""


class Vocabulary(NamedTuple):
    """The words of one language.

    ``group`` separates thousands, ``decimal`` the fraction. ``magnitudes`` may stand behind a figure; ``numbers`` are spelled-out
    numbers up to 900, ``ordinals`` spelled-out ordinals. ``joins`` may stand between the parts of one spelled-out number,
    ``halves`` before a magnitude make it the half. ``months`` and ``weekdays`` (from Monday) hold all forms of each name, ``maybe`` those of
    them that are also other words. ``vague`` are words that may stand for a number (a dozen, twice) and are never asked for.
    """

    group: str
    decimal: str
    magnitudes: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    joins: frozenset[str]
    halves: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    maybe: frozenset[str]
    vague: dict[str, tuple[float, ...]]


def listed(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Words that count up: a blank between two numbers, ``/`` between two forms of one, ``_`` for a blank in a form."""
    groups = enumerate(words.split())
    return {form.replace("_", " "): first + i * step for i, group in groups for form in group.split("/")}


def valued(words: str) -> dict[str, int]:
    """``word=exponent`` of ten, as in ``million=6``."""
    pairs = [entry.split("=") for entry in words.split()]
    return {form.replace("_", " "): 10 ** int(power) for forms, power in pairs for form in forms.split("/")}


def vague(words: str) -> dict[str, tuple[float, ...]]:
    """``word=value,value``: words with what they may be worth."""
    pairs = [entry.split("=") for entry in words.split()]
    return {form.replace("_", " "): tuple(map(float, values.split(","))) for forms, values in pairs for form in forms.split("/")}
