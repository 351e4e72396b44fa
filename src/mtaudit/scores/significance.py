"""Is one of two translations of the same source better, or is the difference chance?

Approximate randomisation (``ar``: Riezler and Maxwell 2005, "On some pitfalls in automatic evaluation and significance testing
for MT") swaps the two translations of randomly chosen segments, and asks how often that makes a difference at least as large.
The paired bootstrap (``bs``: Koehn 2004, "Statistical significance tests for machine translation evaluation") draws segments
with replacement. In both, ``p = (c + 1) / (n + 1)`` with ``c`` of ``n`` draws at least as extreme as what was observed.

sacrebleu's own test counts draws that are strictly more extreme: it finds two identical translations different with
p = 0.0001, and every difference of three segments significant. Hence this one, on sacrebleu's statistics.
"""

from __future__ import annotations

from typing import Any

from mtaudit.scores.references import metric_of

TESTS = {"ar": 10000, "bs": 1000}
"""The tests, and how many times each draws."""
SIGNIFICANT = 0.05
"""A difference with a smaller p-value makes the one better than the other."""
_SEED = 12345
_ROUNDING = 1e-9


def comparison(metric: str, candidate: list[Any], baseline: list[Any], test: str = "ar") -> dict[str, Any]:
    """The candidate against the baseline: the baseline's score, the difference, its p-value, and which is better.

    Both are given by sacrebleu's statistics of their segments, which are in the same order (see ``references.Measured``).
    ``better`` is ``candidate``, ``baseline``, or None where the difference may be chance (p >= 0.05).
    """
    import numpy

    _, scorer = metric_of(metric, "", "none")
    ours, theirs = numpy.array(candidate), numpy.array(baseline)

    def difference_of(some: Any, other: Any) -> float:
        """Between the scores of two rows of summed statistics."""
        first, second = [scorer._compute_score_from_stats(row.tolist()).score for row in (some, other)]
        return float(first - second)

    random, size = numpy.random.default_rng(_SEED), len(ours)
    total, whole = ours.sum(0), ours.sum(0) + theirs.sum(0)

    def draw() -> float:
        if test == "ar":
            swapped = total + random.integers(2, size=size) @ (theirs - ours)
            return abs(difference_of(swapped, whole - swapped))
        chosen = random.integers(size, size=size)
        return abs(difference_of(ours[chosen].sum(0), theirs[chosen].sum(0)))

    drawn = numpy.array([draw() for _ in range(TESTS[test])])
    if test == "bs":
        drawn -= drawn.mean()
    difference = difference_of(total, whole - total)
    extreme = int((drawn >= abs(difference) - _ROUNDING).sum())
    p_value = (extreme + 1) / (TESTS[test] + 1)
    better = None
    if p_value < SIGNIFICANT:
        better = "candidate" if (difference > 0) != (metric == "ter") else "baseline"
    return {
        "baseline": scorer._compute_score_from_stats((whole - total).tolist()).score,
        "difference": difference,
        "p_value": p_value,
        "test": test,
        "samples": TESTS[test],
        "seed": _SEED,
        "better": better,
    }
