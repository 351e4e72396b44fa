"""Words that a first alignment saw together, for a second one.

How much better two words that come together explain the counts than two that come by chance is Dunning's log-likelihood ratio
(1993, "Accurate methods for the statistics of surprise and coincidence"). Words are cut to their beginnings, so that inflection does not
divide the counts; Han characters and kana count in twos.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.alignment.anchors import Anchor
    from mtaudit.alignment.beads import Bead

_SURE = 2.0
"""Evidence (``Bead.score``) from which a bead teaches."""
_CERTAIN = 12.0
_TOGETHER = 0.4
"""Dice coefficient: in this share of the beads that have the one, and of those that have the other, both stand."""
_COMMON = 0.1
"""Words in more than this share of the beads are grammar."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile("(?=([\u3041-\u30ff\u3400-\u9fff]{2}))|([가-힣]{2,})|([^\\W\\d_\u3041-\u30ff\u3400-\u9fff가-힣]{3,})")


def words(text: str) -> set[str]:
    """The beginnings of the words of a sentence."""
    out = set()
    for m in _words().finditer(text.casefold()):
        if m[1]:
            out.add(m[1])
        elif m[2]:
            out.update([m[2][:size] for size in (2, 3) if len(m[2]) >= size])
        else:
            out.add(m[3][:6])
    return out


def learnt(
    sources: Sequence[str], targets: Sequence[str], found: Sequence[Bead]
) -> tuple[dict[int, set[Anchor]], dict[int, set[Anchor]]]:
    """Anchors for the sentences of both sides: pairs of words that stand together in at least two sure beads."""
    ours, theirs = [words(text) for text in sources], [words(text) for text in targets]
    sure = [bead for bead in found if bead.score >= _SURE]
    pairs = [(set().union(*[ours[i] for i in b.sources]), set().union(*[theirs[j] for j in b.targets])) for b in sure]
    size = len(pairs)
    most = max(10, int(size * _COMMON))
    with_s = Counter(word for here, _ in pairs for word in here)
    with_t = Counter(word for _, there in pairs for word in there)
    together: Counter[tuple[str, str]] = Counter()
    for here, there in pairs:
        left, right = (sorted(w for w in side if 2 <= count[w] <= most) for side, count in ((here, with_s), (there, with_t)))
        together.update([(s, t) for s in left for t in right])
    links: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (s, t), count in sorted(together.items()):
        if count > 1 and 2 * count >= _TOGETHER * (with_s[s] + with_t[t]):
            strength = ratio(count, with_s[s], with_t[t], size)
            if strength >= _CERTAIN:
                links[s].append((-strength, t))
    partners = {s: min(several)[1] for s, several in links.items()}
    backs: defaultdict[str, list[str]] = defaultdict(list)
    for s, t in partners.items():
        backs[t].append(s)
    return (
        {i: {("word", f"{s}={partners[s]}") for s in here & partners.keys()} for i, here in enumerate(ours)},
        {j: {("word", f"{s}={t}") for t in there & backs.keys() for s in backs[t]} for j, there in enumerate(theirs)},
    )


def ratio(together: int, one: int, other: int, size: int) -> float:
    """The log-likelihood ratio of two events that come ``together`` so often, in ``size`` beads or segments."""
    rows = (together, one - together, other - together, size - one - other + together)
    expected = (one * other, one * (size - other), other * (size - one), (size - one) * (size - other))
    return 2 * sum([seen * log(seen * size / chance) for seen, chance in zip(rows, expected, strict=True) if seen])
