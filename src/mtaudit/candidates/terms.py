"""Which runs of words are terms: counts, spellings of one term, and rank.

The rank is the C-value (Frantzi, Ananiadou & Mima 2000, "Automatic recognition of multi-word terms"): how often a term
stands by itself, not inside longer ones, times the logarithm of its length; here of its syllables, as Korean writes compounds
in one word or in several. It is multiplied by what speaks for or against a term (``_weight``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.candidates import korean
from mtaudit.candidates.chains import begins_sentence, grams, key
from mtaudit.languages.ko import loanwords, plain_words, titles, transliteration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.candidates.chains import Piece

_ALIKE = 0.28
"""Cost of a respelling for each syllable (``transliteration.respelling``) up to which two foreign words are one."""
_CROWDED = 20
"""So many words of one sound are compared at most."""


class Candidate(NamedTuple):
    """What may be a term. ``forms``: its spellings with their counts, the most frequent first.

    ``documents`` is how many hold it, ``rank`` a figure to sort by. ``source``: its names in the other language, where the
    texts say them; ``why`` a remark on that.
    """

    forms: tuple[tuple[str, int], ...]
    documents: int
    rank: float
    source: tuple[str, ...] = ()
    why: str = ""

    @property
    def total(self) -> int:
        return sum(count for _, count in self.forms)


class Counts:
    """How often every run of words occurs, and in how many of the documents that were added."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.size = 0
        self.forms: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.whole: Counter[str] = Counter()
        """How often a run is not part of a longer one."""
        self.initial: Counter[str] = Counter()
        """How often a word has a capital letter because it begins a sentence."""
        self.quoted: Counter[str] = Counter()
        """How often a run is all that quotation marks enclose."""

    def add(self, paragraphs: Iterable[tuple[str, Iterable[list[Piece]]]]) -> None:
        """Counts one document: its paragraphs, each with its chains."""
        here: Counter[str] = Counter()
        marked: set[str] = set()
        for text, chains in paragraphs:
            for chain in chains:
                here.update(grams(text, chain))
                first = text[chain[0].start : chain[0].end]
                if first[1:].islower() and first[0].isupper() and begins_sentence(text, chain[0].start):
                    self.initial[first] += 1
                self.whole[text[chain[0].start : chain[-1].end]] += 1
            found = quoted(text)
            self.quoted.update(found)
            marked.update(found)
        self.size += 1
        self.forms.update(here)
        self.documents.update(here.keys() | marked)

    def candidates(self, least: int) -> list[Candidate]:
        """The terms that occur at least ``least`` times, the most likely first."""
        groups = self._groups(least)
        total = {name: sum(self.forms[form] for form in forms) for name, forms in groups.items()}
        inside: defaultdict[str, list[int]] = defaultdict(list)
        for name, forms in groups.items():
            for part in {key(part, self.lang) for part in parts(forms[0])}:
                if part != name and part in total:
                    inside[part].append(total[name])
        out = []
        for name, forms in groups.items():
            nested = inside[name]
            alone = total[name] - sum(nested) / len(nested) if nested else total[name]
            if self.lang == "ko" and forms[0].isascii():  # BY of CC BY, Open of all that is open
                often = max(nested, default=0) if forms[0].isupper() else total[name] - sum(self.whole[form] for form in forms)
                alone = min(alone, total[name] - often)
            if all(self.initial[form] == self.forms[form] for form in forms):
                continue
            rank = self._rank(forms, alone)
            if rank > 0 and alone >= least / 2:
                out.append(Candidate(tuple((form, self.forms[form]) for form in forms), self._spread(forms), rank))
        return sorted(out, key=lambda c: (-c.rank, c.forms[0]))

    def _rank(self, forms: list[str], alone: float) -> float:
        weight = max(_weight(form, self.lang) for form in forms)
        if any(form in self.quoted for form in forms):
            weight *= 1.5
        if self.size > 4:
            weight *= 1 - self._spread(forms) / (2 * self.size)
        return log2(1 + _length(forms[0])) * alone * weight

    def _spread(self, forms: list[str]) -> int:
        return max(self.documents[form] for form in forms)

    def _groups(self, least: int) -> dict[str, list[str]]:
        """The spellings of each term by its key, the most frequent first."""
        by_key: defaultdict[str, list[str]] = defaultdict(list)
        for form, count in self.quoted.items():
            if count >= least and form not in self.forms and korean.is_coinage(form):
                self.forms[form] = count
        for form in self.forms:
            by_key[key(form, self.lang)].append(form)
        for one, other in _respelled(by_key):
            by_key[one] += by_key.pop(other)
        out = {}
        for name, forms in by_key.items():
            if sum(self.forms[form] for form in forms) >= least:
                forms.sort(key=lambda form: (-self.forms[form], form))
                out[name] = forms
        return out


def parts(form: str) -> Iterator[str]:
    """The shorter runs of words in a term."""
    words = form.replace("-", " ").split()
    for first, last in combinations(range(len(words) + 1), 2):
        if last - first < len(words):
            yield " ".join(words[first:last])


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[‘“'\"「『《〈]([^‘’“”'\"「」『』《》〈〉.,!?\n]{2,24})[’”'\"」』》〉]")


def quoted(text: str) -> list[str]:
    """What stands in quotation marks and has at most five words."""
    return [inside for inside in _quotation().findall(text) if inside.count(" ") < 5]


def _length(form: str) -> float:
    """The length of a term in words; two syllables of Hangul are a word."""
    return sum("가" <= c <= "힣" for c in form) / 2 + sum(not "가" <= word[0] <= "힣" for word in form.split())


def _respelled(by_key: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of foreign words in Hangul that sound alike: the first is to take in the second."""
    settled = loanwords.settled()
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for word in by_key:
        if not all("가" <= c <= "힣" for c in word) or not transliteration.foreign_syllable().search(word):
            continue
        if len(sound := transliteration.skeleton(word)) > 1:
            by_sound[sound].append(word)
    gone: set[str] = set()
    for words in by_sound.values():
        for one, other in combinations(words[:_CROWDED], 2):
            known = (one in settled) + (other in settled)
            if not gone.isdisjoint((one, other)) or known > 1 or one.startswith(other) or other.startswith(one):
                continue
            sure = known or transliteration.looks_foreign(one) or transliteration.looks_foreign(other)
            if sure and transliteration.respelling(one, other, 2) <= _ALIKE * min(len(one), len(other)):
                gone.add(other)
                yield one, other


@cache
def _plain() -> frozenset[str]:
    """Words that are no terms alone; states and cities are spelled as everywhere."""
    return plain_words.general() | loanwords.places()


def _weight(form: str, lang: str) -> float:
    """What speaks for a term (a foreign word, an acronym) or against it (a common word); 0 for what is none."""
    words = form.replace("-", " ").split()
    if lang != "ko":
        return _weight_elsewhere(words, lang)
    latin = [word for word in words if not "가" <= word[-1] <= "힣"]
    if latin:
        mixed = len(latin) < len(words)
        if (mixed and not all(word.isupper() for word in latin)) or len(words[0]) < 2:
            return 0.0
        return 1.2 if len(words) > 1 or words[0].isupper() else 1.0
    plain = _plain()
    if form in plain or form.endswith(("적", "들", "측", "님")):
        return 0.0
    last = words[-1]
    if len(words) == 1:
        if transliteration.looks_foreign(form):
            return 1.3
        return 1.0 if len(form) > 2 else 0.6
    if words[0] in plain and last in plain:
        return 0.4
    if last in titles.titles() and form not in titles.offices():
        return 0.0
    return 0.7 if words[0] in plain or last in plain else 1.2


def is_term(form: str, lang: str) -> bool:
    """Whether a form may be a term at all: no common word, no mixture of scripts."""
    return _weight(form, lang) > 0


def _weight_elsewhere(words: list[str], lang: str) -> float:
    if len(words) == 1:
        word = words[0]
        if lang == "ja":
            return 0.4 if len(word) == 2 else 1.0
        if lang == "en":
            from mtaudit.languages import english

            if word.lower() in english.EVERYDAY:
                return 0.0
        return 1.0 if word[0].isupper() or len(word) > 6 else 0.5
    return 1.2
