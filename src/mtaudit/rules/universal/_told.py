"""What speaks for a text saying what a sentence says, without a model: figures, addresses, names, frequent words.

Frequent words of English are sought in Korean by their renderings (``languages.ko.from_english``), those of other pairs of languages as
the concepts that alignment knows. Evidence is a logarithm of odds: negative where the text seems not to say the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import log
from typing import TYPE_CHECKING

from mtaudit import sources

if TYPE_CHECKING:
    from mtaudit.view import DocumentView

_TABLE = ("en", "ko")
_KEPT = {"word": 0.65, "name": 0.5, "figure": 0.9, "address": 0.95, "concept": 0.6}
"""The share of each kind that a translation shows in a way that is found."""
_CHANCE = {"name": 0.15, "figure": 0.03, "address": 0.01, "concept": 0.04}
"""How often a sentence has the same by chance: neighbours speak of the same people."""
_TOGETHER = 0.7
"""What one of several witnesses counts: who renders one word freely does so with others."""
_SAMPLE, _PRIOR = 200, 20
"""Sentences in which renderings that stand there by chance are counted, and what the prior counts among them."""


def told(sentence: str, text: str, several: int, document: DocumentView) -> float:
    """The evidence that ``text``, which has ``several`` sentences, tells a sentence of the source."""
    langs = document.once(sources.source_language), document.language.code
    found = [*_anchors(sentence, text, langs)]
    if langs == _TABLE:
        found += _words(sentence, text, document.once(_Shares))
    out = 0.0
    for kind, is_there, share in found:
        kept, chance = _KEPT[kind], 1 - (1 - share) ** several
        if chance < kept:
            out += log(kept / chance) if is_there else log((1 - kept) / (1 - chance))
    return _TOGETHER * out


def _anchors(sentence: str, text: str, langs: tuple[str, str]) -> Iterator[tuple[str, bool, float]]:
    """Each with its kind, whether the text has it, and how often it would by chance."""
    from mtaudit.alignment import anchors

    ours, theirs = (side.sentences[0] for side in anchors.both([sentence], [text], langs))
    heard = {what.casefold() for kind, what in theirs if kind in ("name", "latin", "same")}
    for name in dict.fromkeys(_name().findall(sentence)) if langs[0] != "de" else ():  # every noun of German looks like a name
        yield "name", name.casefold() in heard, _CHANCE["name"]
    for anchor in ours:
        if anchor[0] in _CHANCE and anchor[0] != "name" and (anchor[0] != "concept" or langs != _TABLE):
            yield anchor[0], anchor in theirs, _CHANCE[anchor[0]]


@cache
def _name() -> re.Pattern[str]:
    """A word with a capital inside a sentence, or of capitals alone."""
    return re.compile(r"(?<=[a-zà-ÿа-яё,;] )[A-ZÀ-ÝА-ЯЁ]\w{2,}|\b[A-Z]{2,}\b")


def _words(sentence: str, text: str, shares: _Shares) -> Iterator[tuple[str, bool, float]]:
    from mtaudit.languages.ko.from_english import renderings

    for word in dict.fromkeys(_small().findall(sentence)):
        if forms := renderings(word):
            yield "word", any(form in text for form in forms), shares.of(forms)


@cache
def _small() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'])[a-z]{3,}(?![\w’'])")


class _Shares:
    """The share of the sentences of a text that hold one of several forms, by chance or not."""

    def __init__(self, document: DocumentView) -> None:
        every = [sentence.text for said in document.once(sources.said) for sentence in said.ours]
        self.sample = every[:: len(every) // _SAMPLE + 1]
        self.known: dict[frozenset[str], float] = {}

    def of(self, forms: frozenset[str]) -> float:
        if forms not in self.known:
            found = sum([any(form in text for form in forms) for text in self.sample])
            self.known[forms] = (found + 1) / (len(self.sample) + _PRIOR)
        return self.known[forms]
