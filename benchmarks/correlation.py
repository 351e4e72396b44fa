"""How far a score agrees with human judgement: rank correlations, decisions between translations of one source, intervals.

Everything is computed from contingency tables of counts, so that a bootstrap resample is a table with other counts. Numbers are
"higher is better" on both sides.

Sources: Spearman 1904; Kendall 1945 (tau-b, with ties); Freitag et al. 2022, "Results of the WMT22 Metrics Shared Task", and Deutsch
et al. 2023, "Ties Matter", for pairs within a source. The bootstrap draws sources, not translations: those of one source are
judged alike, and intervals that take them for independent are too narrow.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SEED = 2021
FEWEST_SYSTEMS = 4


class Figure(NamedTuple):
    """A value, and its 95 % interval where there is one. None where one side is constant."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Agreement(NamedTuple):
    """``n`` translations of ``sources``; ``pairs`` of translations of one source that humans tell apart; ``systems`` compared.

    ``accuracy`` is the share of the pairs that the score orders as humans do; a tie of the score counts half. ``system_rho`` is
    Spearman's rho of the systems' means over the sources that all of them have.
    """

    n: int
    sources: int
    rho: Figure
    tau: Figure
    pairs: int
    accuracy: Figure
    systems: int
    system_rho: float | None


def rho_and_tau(table: Array) -> tuple[float, float]:
    """Spearman's rho and Kendall's tau-b of a table of counts, rows and columns in ascending order; NaN where one side is constant."""
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    n = rows.sum()
    x, y = (np.cumsum(counts) - (counts - 1) / 2 - (n + 1) / 2 for counts in (rows, columns))  # middle ranks, centred
    spread = np.sqrt((rows @ x**2) * (columns @ y**2))
    pairs, tied_x, tied_y, tied_both = (float((c * (c - 1)).sum()) / 2 for c in (n, rows, columns, table))
    concordant = float((table[1:, 1:] * table.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]).sum())
    discordant = pairs - tied_x - tied_y + tied_both - concordant
    told_apart = np.sqrt((pairs - tied_x) * (pairs - tied_y))
    if not spread or not told_apart:
        return np.nan, np.nan
    return float(x @ table @ y / spread), float((concordant - discordant) / told_apart)


def crossed(scores: Sequence[float], human: Sequence[float]) -> Array:
    """How often each value of the score meets each value of the judgement."""
    (x, wide), (y, high) = _coded(scores), _coded(human)
    return np.bincount(x * high + y, minlength=wide * high).reshape(wide, high).astype(float)


def agreement(
    scores: Sequence[float], human: Sequence[float], sources: Sequence[Hashable], systems: Sequence[str], resamples: int = 1000
) -> Agreement:
    """All figures for the translations of which ``scores`` tells something; the four sequences run in parallel."""
    (x, wide), (y, high) = _coded(scores), _coded(human)
    numbers: dict[Hashable, int] = {}
    source = np.array([numbers.setdefault(key, len(numbers)) for key in sources])
    right, pairs = _pairs(np.array(scores), np.array(human), source, len(numbers))

    def figures(weights: Array) -> tuple[float, float, float]:
        table = np.bincount(x * high + y, weights[source], minlength=wide * high).astype(float).reshape(wide, high)
        decided = float(weights @ pairs)
        return (*rho_and_tau(table), float(weights @ right) / decided if decided else np.nan)

    rng = np.random.default_rng(SEED)
    count = len(numbers)
    drawn = [
        figures(np.bincount(rng.integers(0, count, count), minlength=count).astype(float))
        for _ in range(resamples if count > 1 else 0)
    ]
    rho, tau, accuracy = (_figure(value, [draw[i] for draw in drawn]) for i, value in enumerate(figures(np.ones(count))))
    compared, system_rho = _systems(scores, human, sources, systems)
    return Agreement(len(x), count, rho, tau, int(pairs.sum()), accuracy, compared, system_rho)


def _coded(values: Sequence[float]) -> tuple[NDArray[np.intp], int]:
    """Each value as its place among the different ones, and how many there are."""
    different, codes = np.unique(np.asarray(values, dtype=float), return_inverse=True)
    return codes, len(different)


def _figure(value: float, drawn: list[float]) -> Figure:
    if np.isnan(value) or not drawn:
        return Figure(None if np.isnan(value) else float(value))
    # A score that says the same of every translation that was drawn agrees with nothing.
    low, high = np.quantile(np.nan_to_num(drawn), (0.025, 0.975))
    return Figure(float(value), float(low), float(high))


def _pairs(scores: Array, human: Array, source: NDArray[np.intp], count: int) -> tuple[Array, Array]:
    """For each source: the pairs that are ordered as humans do, ties of the score half; and the pairs that humans tell apart."""
    right, pairs = np.zeros(count), np.zeros(count)
    order = np.argsort(source, kind="stable")
    for number, members in enumerate(np.split(order, np.cumsum(np.bincount(source, minlength=count))[:-1])):
        above, over = (np.sign(values[members, None] - values[None, members]) for values in (scores, human))
        pairs[number] = (over > 0).sum()
        right[number] = ((1 + above[over > 0]) / 2).sum()
    return right, pairs


def _systems(
    scores: Sequence[float], human: Sequence[float], sources: Sequence[Hashable], systems: Sequence[str]
) -> tuple[int, float | None]:
    given: dict[str, dict[Hashable, tuple[float, float]]] = {}
    for score, judged, source, system in zip(scores, human, sources, systems, strict=True):
        given.setdefault(system, {})[source] = (score, judged)
    common = set.intersection(*(set(each) for each in given.values()))
    if len(given) < FEWEST_SYSTEMS or not common:
        return len(given), None
    # Rounded: the same figures in another order must not differ in the last digit.
    means = [np.mean([each[source] for source in common], axis=0).round(9) for each in given.values()]
    rho, _ = rho_and_tau(crossed([score for score, _ in means], [judged for _, judged in means]))
    return len(given), None if np.isnan(rho) else rho
