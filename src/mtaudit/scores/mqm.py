"""MQM 2.0: penalty points per evaluated word, raw and calibrated.

``penalty`` is the sum over the findings of 1 for minor, 5 for major and 25 for critical ones. With ``words`` evaluated
words, the raw score is ``(1 - penalty / words) * 100``. The calibrated score is ``100 - 1000 * penalty / words * SF``
with ``SF = (100 - PT) / APP``: PT is the passing threshold, APP the penalty points per 1,000 words that are acceptable.
A text passes when its calibrated score is at least PT and nothing in it is critical.

Words are the blank-separated words of the target (eojeol in Korean); ISO 5060:2024 allows counting the target. Linear
MQM was calibrated on texts of 1,000 to 2,000 words and punishes shorter ones too hard: those carry ``small_sample``.

Source: MQM 2.0 scoring models (themqm.org), ISO 5060:2024, ASTM WK46396.
"""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit import __version__
from mtaudit.report import SEVERITIES, Finding, Score, Severity

MULTIPLIERS: dict[Severity, int] = {"critical": 25, "major": 5, "minor": 1, "neutral": 0}
SMALL_SAMPLE = 1000
"""Below this number of words the score is marked as a small sample."""


def score(findings: Iterable[Finding], words: int, passing: float = 95.0, acceptable: float = 10.0) -> Score:
    """The MQM score of a text of ``words`` words. Its value is the raw score, or None for a text without words."""
    counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
    dimensions: dict[str, int] = {}
    for finding in findings:
        counts[finding.severity] += 1
        if points := MULTIPLIERS[finding.severity]:
            dimension = finding.mqm.partition("/")[0]
            dimensions[dimension] = dimensions.get(dimension, 0) + points
    sums = {"penalty": sum(dimensions.values()), "words": words, **counts}
    return from_sums(sums, passing, acceptable, dict(sorted(dimensions.items())))


def from_sums(sums: dict[str, int], passing: float, acceptable: float, dimensions: dict[str, int]) -> Score:
    """The score of sums that may have been added up over many texts."""
    signature = f"mqm:2.0|version:{__version__}|unit:target-words|minor:1|major:5|critical:25|PT:{passing:g}|APP:{acceptable:g}"
    words = sums["words"]
    if not words:
        return Score("mqm", None, signature, sums, None, {"calibrated": None, "small_sample": True, "dimensions": dimensions})
    per_word = sums["penalty"] / words
    calibrated = 100 - per_word * 1000 * (100 - passing) / acceptable
    passed = calibrated >= passing and not sums["critical"]
    return Score(
        "mqm",
        (1 - per_word) * 100,
        signature,
        sums,
        "pass" if passed else "fail",
        {"calibrated": calibrated, "small_sample": words < SMALL_SAMPLE, "dimensions": dimensions},
    )
