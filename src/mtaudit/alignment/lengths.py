"""How long a translation is: characters of one language for characters of another.

``CHARACTERS`` tells how many characters a language takes for what Korean says in one. Source: the message catalogues of
PostgreSQL 15, git, coreutils, glibc, dpkg, APT, GTK, Vim (as Debian 12 ships them), Django 5.2 and Sphinx 9, of which the
messages were counted whose original has 40 characters or more and whose Korean has hardly a Latin letter: 3,437 (vi) to 6,663
(en) pairs, sums of characters. The logarithm of the ratio varied with a standard deviation of 0.21, little less in long messages (0.19)
than in short ones (0.24), so that, unlike in Gale and Church, the variance does not shrink with the length but to a limit.
"""

from __future__ import annotations

from math import exp, log, pi
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CHARACTERS = {"ko": 1.0, "en": 1.90, "ja": 0.99, "zh": 0.605, "vi": 2.00, "ru": 2.13, "de": 2.28, "fr": 2.42, "es": 2.31}
"""Characters for one of Korean; the ratio of two languages follows from it."""

_LIMIT, _SHORT = 0.033, 0.30
"""Variance of the logarithm of the ratio: ``_LIMIT + _SHORT / characters of Korean``."""
_STRAY = 0.02
"""Share of pairs whose lengths have nothing to do with each other: one side has a note, a list, a free rendering."""
_FIRST = 20
"""So many sentences of the two texts count as much for their ratio as the table."""


def ratio(sources: Sequence[str], targets: Sequence[str], langs: tuple[str, str]) -> float:
    """Target characters for one source character: by the table and by the texts themselves, by these alone without a table."""
    written = (sum(map(len, sources)) + 1) / (sum(map(len, targets)) + 1)
    own = -log(written)
    source, target = CHARACTERS.get(langs[0]), CHARACTERS.get(langs[1])
    if source is None or target is None:
        return exp(own)
    known = log(target / source)
    # Where the texts differ more from the table than translations do, much is missing on one side: then the table is right.
    if abs(own - known) > 0.25:
        return exp(known)
    weight = min(len(sources), len(targets))
    return exp((known * _FIRST + own * weight) / (_FIRST + weight))


class Side(NamedTuple):
    """Runs of 1, 2, 3 sentences of one side, by the number of the sentence that follows them.

    ``size[k][i]`` is the logarithm of the length of ``k`` sentences before ``i`` in characters of Korean, ``alone[k][i]`` the
    log-likelihood of that length if nothing is known but the text's usual one.
    """

    size: tuple[list[float], ...]
    alone: tuple[list[float], ...]


class Model:
    """Log-likelihood ratios of lengths: ``sources`` and ``targets`` as ``Side``, ``usual`` by the sentences of both sides."""

    def __init__(self, sources: Sequence[str], targets: Sequence[str], langs: tuple[str, str]) -> None:
        per_target = CHARACTERS.get(langs[1], 1.0)
        per_source = per_target / ratio(sources, targets, langs)
        sizes = [[(len(s) + 1) / per_source for s in sources], [(len(t) + 1) / per_target for t in targets]]
        logs = [log(size) for side in sizes for size in side] or [0.0]
        mean = sum(logs) / len(logs)
        variance = max(0.1, sum([(x - mean) ** 2 for x in logs]) / len(logs))
        self.mean, self.variance = mean, variance
        self.sources, self.targets = (_side(side, mean, variance) for side in sizes)
        self._together = _together(variance)

    def together(self, u: float, v: float, a: int, b: int) -> float:
        """Log-likelihood of two logarithms of lengths (``Side.size``) of ``a`` and ``b`` sentences that say the same."""
        middle, apart = (u + v) / 2, v - u
        spread = _LIMIT + _SHORT * exp(-middle)
        usual = self.mean + _MORE[a] / 2 + _MORE[b] / 2
        near = exp(-apart * apart / (2 * spread)) / (2 * pi * spread) ** 0.5
        far = exp(-apart * apart / (4 * self.variance)) / (4 * pi * self.variance) ** 0.5
        off = middle - usual
        return log((1 - _STRAY) * near + _STRAY * far + 1e-12) + self._together - off * off / (2 * self.variance)


_MORE = (0.0, 0.0, log(2), log(3))


def _together(variance: float) -> float:
    return -log(2 * pi * variance) / 2


def _side(sizes: list[float], mean: float, variance: float) -> Side:
    size: tuple[list[float], ...] = ([], [], [], [])
    alone: tuple[list[float], ...] = ([0.0] * (len(sizes) + 1), [], [], [])
    for k in (1, 2, 3):
        spread = variance / k
        for i in range(len(sizes) + 1):
            length = log(sum(sizes[i - k : i])) if i >= k else 0.0
            off = length - mean - _MORE[k]
            size[k].append(length)
            alone[k].append(-off * off / (2 * spread) - log(2 * pi * spread) / 2)
    return Side(size, alone)
