"""How long a translation usually is for its source, by pair of languages.

The size of a text is its letters and digits, and four more for each word: short words are many where long ones are few, and a
translation keeps the number of things said. In Korean, Japanese and Chinese it is the characters alone; Latin letters and digits
count half, and a gloss in brackets (국제통화기금(IMF)) counts nothing. Sizes grow with the power 0.9 of the source's.

``USUAL`` tells, for a source of size 100 in English (ten or twelve words), the median size in the other language, and the spread of
its logarithm (1.4826 times the median deviation). Learnt from the message catalogues of Debian 12 (9,000 to 20,000 messages of
size 50 and more for each language, placeholders cut). 505 pairs of news and encyclopedia (Parallel Universal Dependencies, English and
Korean), from which nothing was learnt, have the same median within 3 per cent, and a spread of 0.165. Other pairs of languages are put
together from these.

Source: Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora", for the idea; figures as told above.
"""

from __future__ import annotations

import re
from functools import cache
from math import exp, hypot, log, sqrt
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import sources

if TYPE_CHECKING:
    from mtaudit.view import DocumentView

USUAL = {
    "en": (100.0, 0.0), "ko": (26.1, 0.21), "ja": (32.2, 0.20), "zh": (18.8, 0.20), "vi": (116.9, 0.18), "ru": (103.9, 0.16),
    "de": (106.1, 0.18), "fr": (120.8, 0.16), "es": (117.6, 0.15),
}  # fmt: skip
LEAST = 50
"""The size of a source in English whose length says something: five or six words."""
_POWER = 0.9
_WORD = 4
_DENSE = frozenset({"ko", "ja", "zh"})
_MANY = 30
"""Pairs of a document that make a norm of their own."""
_NARROW = 0.12
"""The least spread: translations of the strictest kind vary as much."""
_COMMON = 0.5
"""The share of the variance that sentences of one segment have in common."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['’-]\w+)*")


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(r"[(（][^()（）\u2e80-\uffef]*[A-Za-z]{2}[^()（）\u2e80-\uffef]*[)）]")


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"%(?:\([^()]{1,40}\))?[-+ #0-9.$*']{0,9}(?:hh|ll|[hlzjt])?[a-zA-Z]|\$?\{[^{}]{0,60}\}")


def size(text: str, lang: str) -> float:
    """How much a text says, in a unit that depends on the language; placeholders say nothing."""
    if "%" in text or "{" in text:
        text = _placeholder().sub(" ", text)
    if lang in _DENSE:
        return sum([1.0 if char > "\u2e80" else 0.5 for char in _gloss().sub("", text) if char.isalnum()])
    return sum(map(str.isalnum, text)) + _WORD * len(_word().findall(text))


class Norm(NamedTuple):
    """What is usual for a pair of languages, or for one document in it.

    ``middle`` is the logarithm of the usual size in ``target_lang`` for a source of size 1 in ``source_lang``; ``spread`` is that of one
    sentence.
    """

    source_lang: str
    target_lang: str
    middle: float
    spread: float

    def off(self, source: str, text: str, sentences: int = 1) -> float:
        """The logarithm of how much longer than usual a text is; ``sentences`` are those of the source."""
        theirs, ours = size(source, self.source_lang), size(text, self.target_lang)
        return log(max(ours, 1) / sentences) - _POWER * log(max(theirs, 1) / sentences) - self.middle

    def away(self, source: str, text: str, sentences: int = 1) -> float:
        """The same in spreads: several sentences together vary less than one."""
        return self.off(source, text, sentences) / (self.spread * sqrt(_COMMON + (1 - _COMMON) / sentences))

    def least(self) -> float:
        """The size of a source below which its length says nothing."""
        return LEAST * USUAL[self.source_lang][0] / 100

    def expected(self, source: str, sentences: int = 1) -> float:
        """The usual size of a translation."""
        return sentences * exp(self.middle + _POWER * log(max(size(source, self.source_lang), 1) / sentences))


def norm(document: DocumentView) -> Norm | None:
    """The norm of the document's languages, or of its own pairs where it has many; None for other languages."""
    lang, here = document.once(sources.source_language), document.language.code
    if lang not in USUAL or here not in USUAL or lang == here:
        return None
    usual = Norm(lang, here, log(USUAL[here][0]) - _POWER * log(USUAL[lang][0]), hypot(USUAL[here][1], USUAL[lang][1]))
    offs = [
        usual.off(said.source, said.pair.view.text, len(said.theirs))
        for said in document.once(sources.said)
        if said.theirs and len(said.theirs) == len(said.ours) and size(said.source, lang) >= usual.least()
    ]
    if len(offs) < _MANY or abs(median(offs)) > usual.spread:
        return usual  # too few, or not a translation as others are
    for _ in range(3):
        middle, spread = _upper(offs)
        offs = [off for off in offs if off > middle - 2 * spread]  # what is left out may be the losses that are sought
    return usual._replace(middle=usual.middle + middle, spread=min(max(spread, _NARROW), usual.spread))


def _upper(offs: list[float]) -> tuple[float, float]:
    """The median, and the spread of what is longer: of a normal distribution 25 per cent are over 0.674 spreads, 10 over 1.282."""
    middle, marks = median(offs), quantiles(offs, n=20)
    return middle, max((marks[14] - middle) / 0.674, (marks[17] - middle) / 1.282)
