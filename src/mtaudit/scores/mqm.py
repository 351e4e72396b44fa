"""MQM 2.0: penalty points per evaluated word, raw and calibrated, with the severities of MQM or of WMT.

``penalty`` is the sum over the findings of ``multiplier of the severity * weight of the dimension``: by default 1 for minor,
5 for major and 25 for critical findings, and every dimension weighs 1. With ``words`` evaluated words, the raw score is
``(1 - penalty / words) * 100``. The calibrated score is ``100 - 1000 * penalty / words * SF`` with
``SF = (100 - PT) / APP``: PT is the passing threshold, APP the penalty points per 1,000 words that are acceptable.
A text passes when its calibrated score is at least PT and nothing in it is critical.

Words are the blank-separated words of the target (eojeol in Korean); ISO 5060:2024 allows counting the target. Linear
MQM was calibrated on texts of 1,000 to 2,000 words and punishes shorter ones too hard: those carry ``small_sample``.

The weighting ``wmt`` is that of WMT since 2021: 5 for major, 1 for minor, 0.1 for minor punctuation, 25 for a segment that
is no translation, and at most five errors a segment, the worst. WMT knows nothing critical: a critical finding costs as much
as a major one. A segment is no translation where one finding of text left untranslated covers nine tenths of it.
``per_segment``, the mean penalty of a segment, is the figure that WMT publishes.

Source: MQM 2.0 scoring models (themqm.org), ISO 5060:2024, ASTM WK46396; Freitag et al. 2021, "Experts, Errors, and
Context".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit import __version__
from mtaudit.errors import BadSetting
from mtaudit.report import NOTHING, SEVERITIES, Finding, Score

if TYPE_CHECKING:
    from mtaudit.document import Segment

MULTIPLIERS: Mapping[str, float] = {"critical": 25, "major": 5, "minor": 1, "neutral": 0}
WMT_MULTIPLIERS: Mapping[str, float] = {"critical": 5, "major": 5, "minor": 1, "neutral": 0}
WEIGHTINGS = ("mqm", "wmt")
DIMENSIONS = (
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
)
SMALL_SAMPLE = 1000
"""Below this number of words the score is marked as a small sample."""
WMT_ERRORS = 5
"""Errors of a segment that count, by WMT."""

_NO_TRANSLATION = "no-translation"
_UNTRANSLATED = "accuracy/untranslated"

# Weights are whole thousandths: penalties are sums of integers, and do not depend on the order of the findings.
_UNIT = 1000


class Weighting(NamedTuple):
    """What a finding costs: ``name`` is ``mqm`` or ``wmt``; multipliers by severity, weights by dimension (1 where absent)."""

    name: str = "mqm"
    multipliers: Mapping[str, float] = MULTIPLIERS
    weights: Mapping[str, float] = NOTHING

    def cost(self, category: str, severity: str) -> int:
        """Millionths of a penalty point for a finding of an MQM category such as ``style/register``."""
        points: float
        if severity == _NO_TRANSLATION:
            points = 25
        elif self.name == "wmt" and severity == "minor" and category == "linguistic-conventions/punctuation":
            points = 0.1
        else:
            points = self.multipliers[severity]
        return round(points * _UNIT) * round(self.weights.get(category.partition("/")[0], 1) * _UNIT)


MQM = Weighting()


def weighting(
    name: str = "mqm", multipliers: Mapping[str, float] | None = None, weights: Mapping[str, float] | None = None
) -> Weighting:
    """A weighting with some multipliers and weights of one's own. Raises BadSetting for an unknown name or a bad number."""
    if name not in WEIGHTINGS:
        raise BadSetting(f"there is no weighting {name!r}; there are {', '.join(WEIGHTINGS)}")
    for what, given, known in (("severity", multipliers or {}, SEVERITIES), ("dimension", weights or {}, DIMENSIONS)):
        for key, value in given.items():
            if key not in known:
                raise BadSetting(f"there is no {what} {key!r}; there are {', '.join(known)}")
            if not 0 <= value <= 1000 or round(value, 3) != value:
                raise BadSetting(f"the weight of {key} is a number from 0 to 1000 with at most three decimals, not {value}")
    own = MULTIPLIERS if name == "mqm" else WMT_MULTIPLIERS
    return Weighting(name, {**own, **(multipliers or {})}, dict(weights or {}))


def score(
    findings: Iterable[Finding],
    words: int,
    passing: float = 95.0,
    acceptable: float = 10.0,
    weighting: Weighting = MQM,
    segments: Sequence[Segment] = (),
) -> Score:
    """The MQM score of a text of ``words`` words. Its value is the raw score, or None for a text without words.

    ``segments`` are those of the text; ``wmt`` needs them. Raises BadSetting where a threshold is out of range.
    """
    if not 0 <= passing <= 100 or not 0.001 <= acceptable <= 1000:
        raise BadSetting("the passing threshold is from 0 to 100, the acceptable penalty points are from 0.001 to 1000")
    every = list(findings)
    counts = Counter(finding.severity for finding in every)
    kinds = _worst(every, weighting, segments) if weighting.name == "wmt" else [(f.mqm, f.severity) for f in every]
    categories = Counter(f"{category}:{severity}" for category, severity in kinds if weighting.cost(category, severity))
    sums = {"words": words, "segments": len(segments), **{s: counts[s] for s in SEVERITIES}, **dict(sorted(categories.items()))}
    return from_sums(sums, _signature(weighting, passing, acceptable))


def _worst(findings: list[Finding], weighting: Weighting, segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Category and severity of at most five findings of a segment, the worst; of one where it is no translation."""
    lengths = {segment.key: len(segment.target) for segment in segments}
    by_segment: dict[str, list[Finding]] = {}
    for finding in findings:
        by_segment.setdefault(finding.place.segment, []).append(finding)
    for key, group in by_segment.items():
        if any(f.mqm == _UNTRANSLATED and 10 * len(f.place.text) >= 9 * lengths.get(key, inf) for f in group):
            yield _UNTRANSLATED, _NO_TRANSLATION
        else:
            group.sort(key=lambda f: -weighting.cost(f.mqm, f.severity))
            yield from [(f.mqm, f.severity) for f in group[:WMT_ERRORS]]


def _signature(weighting: Weighting, passing: float, acceptable: float) -> str:
    standard = "2.0" if weighting.name == "mqm" else "wmt21"
    parts = [f"mqm:{standard}", f"version:{__version__}", "unit:target-words"]
    parts += [f"{s}:{_number(weighting.multipliers[s])}" for s in ("minor", "major", "critical")]
    if weighting.multipliers["neutral"]:
        parts.append(f"neutral:{_number(weighting.multipliers['neutral'])}")
    if weighting.name == "wmt":
        parts += ["minor-punctuation:0.1", f"{_NO_TRANSLATION}:25", f"errors-per-segment:{WMT_ERRORS}"]
    if weighting.weights:
        parts.append("weights:" + ",".join(f"{d}={_number(w)}" for d, w in sorted(weighting.weights.items())))
    return "|".join([*parts, f"PT:{_number(passing)}", f"APP:{_number(acceptable)}"])


def _number(value: float) -> str:
    """The shortest digits that mean ``value``."""
    return short if float(short := f"{value:g}") == value else repr(value)


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of counts that may have been added up over many texts; its signature tells all the weights."""
    said = dict(part.split(":", 1) for part in signature.split("|"))
    multipliers: dict[str, float] = {severity: float(said.get(severity, 0)) for severity in SEVERITIES}
    weights = {d: float(w) for d, _, w in (pair.partition("=") for pair in said.get("weights", "").split(",") if pair)}
    chosen = Weighting("mqm" if said["mqm"] == "2.0" else "wmt", multipliers, weights)
    costs: dict[str, int] = {}
    for key, count in sorted(sums.items()):
        category, colon, severity = key.partition(":")
        if colon:
            dimension = category.partition("/")[0]
            costs[dimension] = costs.get(dimension, 0) + int(count) * chosen.cost(category, severity)
    dimensions = {dimension: _points(cost) for dimension, cost in costs.items()}
    penalty = _points(sum(costs.values()))
    counted = {"penalty": penalty, **{key: count for key, count in sums.items() if key != "penalty"}}
    words = sums["words"]
    details: dict[str, Any] = {"calibrated": None, "small_sample": words < SMALL_SAMPLE, "dimensions": dimensions}
    if chosen.name == "wmt" and sums["segments"]:
        details["per_segment"] = penalty / sums["segments"]
    if not words:
        return Score("mqm", None, signature, counted, None, details)
    passing, acceptable = float(said["PT"]), float(said["APP"])
    per_word = penalty / words
    calibrated = 100 - per_word * 1000 * (100 - passing) / acceptable
    passed = calibrated >= passing and not sums["critical"]
    return Score(
        "mqm", (1 - per_word) * 100, signature, counted, "pass" if passed else "fail", {**details, "calibrated": calibrated}
    )


def _points(cost: int) -> float:
    whole, rest = divmod(cost, _UNIT * _UNIT)
    return cost / (_UNIT * _UNIT) if rest else whole
