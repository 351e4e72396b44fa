"""Which words of a source and of its translation stand in the same segments: pairs of terms.

Association is the log-likelihood ratio (Dunning 1993, "Accurate methods for the statistics of surprise and coincidence"): how
much better two words that come together explain the counts than two that come by chance. Pairs are linked by competition, the
strongest first, each word once (Melamed 2000, "Models of translational equivalence among words").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import groupby
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.alignment.lexicon import ratio as ratio
from mtaudit.candidates.chains import grams, key
from mtaudit.candidates.terms import Candidate, is_term, parts
from mtaudit.glosses import ALIKE
from mtaudit.languages.ko import transliteration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mtaudit.candidates.chains import Piece

_CERTAIN = 15.0
"""The log-likelihood ratio of a pair is at least this; 15.1 is a chance of one in ten thousand."""
_TOGETHER = 0.6
"""In this share of the segments that have the one, and of those that have the other, both stand (Dice coefficient)."""
_RATIO = 2 / _TOGETHER - 1
"""So many times as frequent as the other one word may be at most, then."""
_MOST = 60
"""So many runs of words of one segment are compared, the rarest."""


class Pair(NamedTuple):
    """A segment and its source, each with its chains."""

    target: str
    target_chains: list[list[Piece]]
    source: str
    source_chains: list[list[Piece]]


class _Link(NamedTuple):
    source: str
    target: str
    together: int
    strength: float


def aligned(pairs: Iterable[Pair], lang: str, source_lang: str, least: int, documents: Mapping[str, int]) -> list[Candidate]:
    """Pairs of terms that stand in at least ``least`` segments together, the strongest first.

    Names of the same sound may do so once. ``documents`` says in how many documents each form of the target occurs.
    """
    targets, sources = _Side(lang), _Side(source_lang)
    for number, pair in enumerate(pairs):
        targets.add(number, pair.target, pair.target_chains)
        sources.add(number, pair.source, pair.source_chains)
    links = [*_frequent(sources, targets, least), *_rare(sources, targets, least)]
    out = []
    for link in _linked(links, sources, targets):
        forms, source = targets.spelled[link.target].most_common(), sources.best(link.source)
        if is_term(forms[0][0], lang) and is_term(source, source_lang):
            why = (
                f"together in {link.together} of {len(sources.where[link.source])} segments of the source and "
                f"{len(targets.where[link.target])} of the target, log-likelihood ratio {link.strength:.0f}"
            )
            out.append(Candidate(tuple(forms), max(documents[form] for form, _ in forms), link.strength, (source,), why))
    return out


class _Side:
    """The runs of words of one language: their segments and spellings, by key."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.where: defaultdict[str, list[int]] = defaultdict(list)
        self.spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.size = 0

    def add(self, number: int, text: str, chains: list[list[Piece]]) -> None:
        seen = Counter(form for chain in chains for form in grams(text, chain))
        self.size += 1
        for form, count in seen.items():
            name = self.key(form)
            self.spelled[name][form] += count
            if not self.where[name] or self.where[name][-1] != number:
                self.where[name].append(number)

    def key(self, form: str) -> str:
        """The key; English plurals have that of their singular."""
        name = key(form, self.lang)
        if self.lang != "en" or not name.endswith("s") or name.endswith(("ss", "us", "is")) or form.isupper():
            return name
        return f"{name[:-3]}y" if name.endswith("ies") and len(name) > 5 else name[:-1]

    def best(self, name: str) -> str:
        """The most frequent spelling."""
        return self.spelled[name].most_common(1)[0][0]

    def parts(self, name: str) -> set[str]:
        """The shorter runs in a run, and itself no more."""
        return {self.key(part) for part in parts(self.best(name))} - {name}

    def longest(self, names: list[str]) -> str | None:
        """The one that holds all the others, or None."""
        most = max(names, key=len)
        return most if self.parts(most).issuperset(set(names) - {most}) else None

    def by_segment(self, least: int, most: float) -> dict[int, list[tuple[int, str]]]:
        """The runs of each segment that occur in ``least`` to ``most`` segments, each with that number, the rarest first."""
        out: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for name, numbers in sorted(self.where.items(), key=lambda item: len(item[1])):
            if least <= len(numbers) <= most:
                for number in numbers:
                    if len(out[number]) < _MOST:
                        out[number].append((len(numbers), name))
        return out


def _frequent(sources: _Side, targets: _Side, least: int) -> Iterator[_Link]:
    """Every pair that stands together in ``least`` segments and is well supported."""
    theirs = targets.by_segment(least, inf)
    together: Counter[tuple[str, str]] = Counter()
    for number, names in sources.by_segment(least, inf).items():
        others = theirs.get(number, [])
        for with_s, s in names:
            # Others are too rare or too frequent for the Dice coefficient, wherever they stand.
            first = bisect_left(others, (ceil(with_s / _RATIO), ""))
            for with_t, t in others[first:]:
                if with_t > with_s * _RATIO:
                    break
                together[s, t] += 1
    for (s, t), count in together.items():
        with_s, with_t = len(sources.where[s]), len(targets.where[t])
        if count < least or 2 * count < _TOGETHER * (with_s + with_t):
            continue
        strength = ratio(count, with_s, with_t, sources.size)
        if sounds_alike(sources.best(s), targets.best(t)):
            strength *= 2
        if strength >= _CERTAIN:
            yield _Link(s, t, count, strength)


def _rare(sources: _Side, targets: _Side, least: int) -> Iterator[_Link]:
    """Names that stand together in fewer segments and have the same sound, word by word."""
    theirs = targets.by_segment(1, least - 1)
    for number, names in sources.by_segment(1, least - 1).items():
        for with_s, s in names:
            latin = sources.best(s).split()
            if not all(word[0].isupper() for word in latin):
                continue
            for with_t, t in theirs.get(number, ()):
                native = targets.best(t).split()
                if with_s == with_t == 1 and len(native) == len(latin) and all(map(sounds_alike, latin, native)):
                    yield _Link(s, t, 1, ratio(1, 1, 1, sources.size))


def sounds_alike(latin: str, native: str) -> bool:
    """Whether a Latin name and a word in Hangul have one sound: that is evidence of its own."""
    if not latin[0].isupper() or len(latin) < 4 or len(native) < 2 or not all("가" <= c <= "힣" or c == " " for c in native):
        return False
    return transliteration.may_sound_like(native, latin) and transliteration.distance(native, latin, ALIKE) <= ALIKE


def _linked(links: Iterable[_Link], sources: _Side, targets: _Side) -> list[_Link]:
    """The strongest link of every word. A word with two equally strong links has none; one of a longer pair that stands only there too."""
    chosen: list[_Link] = []
    taken: tuple[set[str], set[str]] = (set(), set())
    inside: Counter[tuple[str, str]] = Counter()
    ordered = sorted(links, key=lambda link: (-round(link.strength, 6), link))
    for _, equal in groupby(ordered, key=lambda link: round(link.strength, 6)):
        free = [link for link in equal if link.source not in taken[0] and link.target not in taken[1]]
        rivals: tuple[defaultdict[str, list[str]], ...] = (defaultdict(list), defaultdict(list))
        for link in free:
            rivals[0][link.source].append(link.target)
            rivals[1][link.target].append(link.source)
        for link in free:
            if targets.longest(rivals[0][link.source]) == link.target and sources.longest(rivals[1][link.target]) == link.source:
                chosen.append(link)
                for s in sources.parts(link.source):
                    inside.update({(s, t): link.together for t in targets.parts(link.target)})
        taken[0].update(rivals[0])
        taken[1].update(rivals[1])
    return [link for link in chosen if inside[link.source, link.target] < link.together]
