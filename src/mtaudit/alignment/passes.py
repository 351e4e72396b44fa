"""Three passes: lengths and anchors; then the words that the first pass saw together, too; then with the shares of beads counted anew."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from mtaudit.alignment import anchors, lexicon, search
from mtaudit.alignment.beads import Bead
from mtaudit.alignment.lengths import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mtaudit.alignment.anchors import Anchor, Side
    from mtaudit.models import Similarity

_RARE = 3
"""An anchor in so many sentences of a side at most may fix a point of the way."""
_FIXED = 3.0
"""Evidence, with the lengths, from which a pair of sentences may fix such a point."""
_WORST = -12.0
"""What a sentence's unanswered anchors cost at most."""

_NEUTRAL, _STEEP, _LEAST, _BEST = 0.3, 15.0, -4.0, 5.0
"""A cosine that tells nothing, what a difference of 1 tells, and what a cosine tells at least and at most."""


def beads(
    sources: Sequence[str],
    targets: Sequence[str],
    langs: tuple[str, str],
    breaks: tuple[frozenset[int], frozenset[int]],
    similarity: Similarity | None,
) -> list[Bead]:
    """The beads of both texts; see ``mtaudit.alignment.align``."""
    if not (sources and targets):
        return [Bead(range(i, i + 1), range(0)) for i in range(len(sources))] + [
            Bead(range(0), range(j, j + 1)) for j in range(len(targets))
        ]
    model = Model(sources, targets, langs)
    sides = anchors.both(sources, targets, langs)
    vectors = (similarity.vectors(sources), similarity.vectors(targets)) if similarity is not None else None
    evidence, rows = _evidence(sides, vectors)
    found = search.best(model, evidence, rows, breaks, search.shares())
    for side, words in zip(sides, lexicon.learnt(sources, targets, found), strict=True):
        for number, more in words.items():
            side.sentences[number] |= more
    evidence, rows = _evidence(sides, vectors)
    for _ in range(2):
        found = search.best(model, evidence, rows, breaks, search.shares(found))
    return found


def _evidence(
    sides: tuple[Side, Side], vectors: tuple[NDArray[np.float32], NDArray[np.float32]] | None
) -> tuple[search.Evidence, list[tuple[int, int]]]:
    """What speaks for pairs of sentences, and the corridor in which it was asked."""
    n, m = (len(side.sentences) for side in sides)
    here, there = (anchors.places(side.sentences) for side in sides)
    our_loss = {anchor: anchors.loss(anchor, sides[0].missed, there, m) for anchor in here}
    their_loss = {anchor: anchors.loss(anchor, sides[1].missed, here, n) for anchor in there}
    shared = sorted(here.keys() & there.keys())
    # ``search`` counts every loss, so that what both sides have gives its losses back.
    worth = {
        anchor: anchors.told(anchor, max(len(here[anchor]) / n, len(there[anchor]) / m)) - our_loss[anchor] - their_loss[anchor]
        for anchor in shared
    }
    rows = search.corridor(n, m, search.chain(_points(worth, here, there)))
    gains: list[dict[int, float]] = [{} for _ in range(n)]
    source_again: list[dict[int, float]] = [{} for _ in range(n)]
    target_again: list[dict[int, float]] = [{} for _ in range(n)]
    for anchor, gain in worth.items():
        others = there[anchor]
        before = -2
        for i in here[anchor]:
            first, end = bisect_left(others, rows[i][0] - 4), bisect_left(others, rows[i + 1][1] + 4)
            for at in range(first, end):
                j = others[at]
                gains[i][j] = gains[i].get(j, 0.0) + gain
                if before == i - 1:
                    source_again[i][j] = source_again[i].get(j, 0.0) + gain + our_loss[anchor]
                if at and others[at - 1] == j - 1:
                    target_again[i][j] = target_again[i].get(j, 0.0) + gain + their_loss[anchor]
            before = i
    if vectors is not None:
        for i, row in enumerate(gains):
            low, high = rows[i][0], rows[i + 1][1]
            told = ((vectors[1][low:high] @ vectors[0][i] - _NEUTRAL) * _STEEP).clip(_LEAST, _BEST)
            for j, gain in enumerate(told.tolist(), low):
                row[j] = row.get(j, 0.0) + gain
    losses = [
        [max(_WORST, sum([loss[anchor] for anchor in sorted(found)])) for found in side.sentences]
        for side, loss in zip(sides, (our_loss, their_loss), strict=True)
    ]
    return search.Evidence(gains, source_again, target_again, *losses), rows


def _points(
    worth: Mapping[Anchor, float], here: Mapping[Anchor, list[int]], there: Mapping[Anchor, list[int]]
) -> list[tuple[int, int, float]]:
    """Pairs of sentences that share rare anchors, with their evidence."""
    sums: dict[tuple[int, int], float] = {}
    for anchor, gain in worth.items():
        if len(here[anchor]) <= _RARE and len(there[anchor]) <= _RARE and anchor[0] != "mark":
            for i in here[anchor]:
                for j in there[anchor]:
                    sums[i, j] = sums.get((i, j), 0.0) + gain / max(len(here[anchor]), len(there[anchor]))
    return [(i, j, total) for (i, j), total in sorted(sums.items()) if total >= _FIXED]
