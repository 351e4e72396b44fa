"""The best path of beads through two texts: dynamic programming inside a corridor."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.alignment.beads import Bead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mtaudit.alignment.lengths import Model

PRIORS = {
    (1, 1): 0.85, (1, 0): 0.03, (0, 1): 0.03, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011, (3, 1): 0.004, (1, 3): 0.004,
}  # fmt: skip
"""Shares of the kinds of beads: Gale and Church 1993, table 5; those with three sentences are ours, and who checks a translation expects more omissions."""
_USUAL = 40
"""So many beads count as much for the shares as Gale and Church's table, once a first pass has counted them."""
_MARGIN = 12
"""Cells on both sides of the way from one fixed point to the next, at least."""
_WIDEST = 150
_BEAM = 30.0
"""What is so much worse than the best of its row leads nowhere."""
_BREAK, _TORN = 1.2, -1.2
"""For a bead that ends where a paragraph ends on both sides, and for one that ends where it does on one side only."""


def shares(found: Sequence[Bead] = ()) -> dict[tuple[int, int], float]:
    """The shares of the kinds of beads, by the table and by those that a first pass found."""
    counts = Counter((len(bead.sources), len(bead.targets)) for bead in found)
    return {kind: (counts[kind] + _USUAL * share) / (len(found) + _USUAL) for kind, share in PRIORS.items()}


class Evidence(NamedTuple):
    """What speaks for pairs of sentences besides their lengths.

    ``gains[i][j]`` is what source sentence ``i`` and target sentence ``j`` have in common; of that, ``source_again[i][j]`` is
    what the source sentence before has, too, and ``target_again[i][j]`` what the target sentence before has: in one bead it
    counts once. ``source_losses[i]`` and ``target_losses[j]`` are what it costs (0 or less) to put a sentence into a bead where
    nothing answers its anchors.
    """

    gains: Sequence[dict[int, float]]
    source_again: Sequence[dict[int, float]]
    target_again: Sequence[dict[int, float]]
    source_losses: Sequence[float]
    target_losses: Sequence[float]

    def gain(self, i: int, j: int, a: int, b: int) -> float:
        """What the ``a`` sources before ``i`` and the ``b`` targets before ``j`` have in common.

        Two with two are worth what the better of both pairings is: going straight they would be two beads.
        """
        last = self.gains[i - 1]
        if a == b == 1:
            return last.get(j - 1, 0.0)
        if a == b:
            other = self.gains[i - 2]
            return max(last.get(j - 1, 0.0) + other.get(j - 2, 0.0), last.get(j - 2, 0.0) + other.get(j - 1, 0.0))
        if a == 1:
            again = self.target_again[i - 1]
            return sum([last.get(t, 0.0) for t in range(j - b, j)]) - sum([again.get(t, 0.0) for t in range(j - b + 1, j)])
        common = sum([self.gains[s].get(j - 1, 0.0) for s in range(i - a, i)])
        return common - sum([self.source_again[s].get(j - 1, 0.0) for s in range(i - a + 1, i)])


def corridor(n: int, m: int, points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each number of source sentences (0 to ``n``) the least and the greatest number of target sentences that may go with it.

    ``points`` are pairs that most likely stand in one bead, rising on both sides.
    """
    fixed = [(0, 0), *[(i, j) for i, j in points if 0 < i < n and 0 < j < m], (n, m)]
    out = [(m, 0)] * (n + 1)
    for (i0, j0), (i1, j1) in pairwise(fixed):
        wide, high = i1 - i0, j1 - j0
        half = min(_WIDEST, _MARGIN + abs(wide - high) + min(wide, high) // 4)
        for i in range(i0, i1 + 1):
            middle = j0 + (high * (i - i0) // wide if wide else 0)
            low, most = max(0, min(middle, j0 if i == i0 else m) - half), min(m, max(middle, j1 if i == i1 else 0) + half)
            out[i] = (min(out[i][0], low), max(out[i][1], most))
    # A way through must exist: no row may begin after the end of the one before, or end before its beginning.
    for i in range(1, n + 1):
        out[i] = (min(out[i][0], out[i - 1][1]), max(out[i][1], out[i - 1][0]))
    return out


def chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The heaviest of all chains of pairs (source, target, weight) that rise on both sides."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    heights: list[int] = []  # target numbers, rising, and for each the weight of the best chain that ends there, rising too
    weights: list[float] = []
    ends: list[int] = []
    back: list[int] = []
    for number, (_, j, weight) in enumerate(ordered):
        at = bisect_left(heights, j)
        total = weight + (weights[at - 1] if at else 0.0)
        back.append(ends[at - 1] if at else -1)
        stop = at
        while stop < len(weights) and weights[stop] <= total:
            stop += 1
        if stop > at or at == len(heights) or heights[at] != j:
            heights[at:stop], weights[at:stop], ends[at:stop] = [j], [total], [number]
    out = []
    at = ends[-1] if ends else -1
    while at >= 0:
        out.append(ordered[at][:2])
        at = back[at]
    return out[::-1]


def best(
    model: Model,
    evidence: Evidence,
    rows: Sequence[tuple[int, int]],
    breaks: tuple[frozenset[int], frozenset[int]],
    kinds: Mapping[tuple[int, int], float],
) -> list[Bead]:
    """The path with the highest sum of evidence from the beginnings of both texts to their ends, inside ``rows``."""
    n, m = len(rows) - 1, rows[-1][1]
    source_end, target_end = ({*side, size} - {0} for side, size in zip(breaks, (n, m), strict=True))

    def bonus(i: int, j: int) -> float:
        ends = (i in source_end) + (j in target_end)
        return (0.0, _TORN, _BREAK)[ends] if breaks[0] and breaks[1] else 0.0

    scores = _Scores(model, evidence)
    steps = _steps(scores, rows, kinds, bonus, _BEAM)
    if m not in steps[n]:
        steps = _steps(scores, rows, kinds, bonus, inf)
    order = tuple(kinds)
    out = []
    i, j = n, m
    while i or j:
        a, b = order[steps[i][j]]
        sources, targets = range(i - a, i), range(j - b, j)
        out.append(Bead(sources, targets, round(scores(i, j, a, b), 3) if a and b else 0.0))
        i, j = i - a, j - b
    return out[::-1]


def _steps(
    scores: _Scores,
    rows: Sequence[tuple[int, int]],
    kinds: Mapping[tuple[int, int], float],
    bonus: Callable[[int, int], float],
    beam: float,
) -> list[dict[int, int]]:
    """For each cell that was reached, by the number of source and target sentences before it, the kind of the bead that ends there."""
    n = len(rows) - 1
    beads = [(a, b, number, log(share)) for number, ((a, b), share) in enumerate(kinds.items())]
    reached: list[dict[int, float]] = [{} for _ in rows]
    steps: list[dict[int, int]] = [{} for _ in rows]
    reached[0][0] = 0.0
    for i, row in enumerate(reached):
        if not row:
            continue
        floor = max(row.values()) - beam
        for j in range(min(row), rows[i][1] + 1):
            value = row.get(j, -inf)
            if value < floor or value == -inf:
                continue
            value += bonus(i, j)
            for a, b, number, prior in beads:
                down, across = i + a, j + b
                if down > n or not rows[down][0] <= across <= rows[down][1]:
                    continue
                score = value + prior + scores(down, across, a, b) if a and b else value + prior
                if score > reached[down].get(across, -inf):
                    reached[down][across], steps[down][across] = score, number
        reached[i] = {}
    return steps


class _Scores:
    """The evidence for a bead of ``a`` sources before ``i`` and ``b`` targets before ``j``, without what its kind is worth."""

    def __init__(self, model: Model, evidence: Evidence) -> None:
        self.together, self.gains, self.gain = model.together, evidence.gains, evidence.gain
        self.source_size, self.target_size = model.sources.size, model.targets.size
        self.sources, self.targets = (
            [[loss - usual for loss, usual in zip(*both, strict=True)] for both in zip(_runs(losses), side.alone, strict=True)]
            for losses, side in ((evidence.source_losses, model.sources), (evidence.target_losses, model.targets))
        )

    def __call__(self, i: int, j: int, a: int, b: int) -> float:
        lengths = self.together(self.source_size[a][i], self.target_size[b][j], a, b)
        gain = self.gains[i - 1].get(j - 1, 0.0) if a == b == 1 else self.gain(i, j, a, b)
        return lengths + self.sources[a][i] + self.targets[b][j] + gain


def _runs(losses: Sequence[float]) -> tuple[list[float], ...]:
    """The sums of the last 0, 1, 2, 3 losses before each number."""
    return tuple([sum(losses[max(0, i - k) : i]) for i in range(len(losses) + 1)] for k in range(4))
