"""Agreement of a text with references: chrF, chrF++, BLEU and TER of whole texts and of segments, with their uncertainty.

Everything is brought to NFC first: decomposed Hangul has other characters than composed, and would agree with nothing.

Intervals are sacrebleu's bootstrap (Koehn 2004): segments are drawn with replacement, as many as there are, many times over.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple
from unicodedata import normalize

from mtaudit import __version__
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.report import Score

METRICS = ("chrf", "chrf++", "bleu", "ter")


class Texts(NamedTuple):
    """What is compared, in NFC, segment by segment; ``references`` holds one tuple of segments for each reference.

    ``baseline`` is the output of another system for the same source; empty where there is none. ``name`` is the candidate's.
    """

    lang: str
    candidate: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]
    baseline: tuple[str, ...] = ()
    name: str = ""


class Measured(NamedTuple):
    """A score, the same score of every segment, and sacrebleu's statistics of every segment."""

    score: Score
    segments: tuple[float, ...]
    rows: list[Any]


def texts(
    name: str, lang: str, candidate: Iterable[str], references: Iterable[Iterable[str]], baseline: Iterable[str] = ()
) -> Texts:
    """Texts in NFC. Raises UnreadableInput where there is nothing to compare; ``name`` is the candidate's."""
    composed = Texts(lang, _nfc(candidate), tuple(map(_nfc, references)), _nfc(baseline), name)
    if not any(composed.candidate) or not any(map(any, composed.references)):
        raise UnreadableInput(f"{name} cannot be compared with its reference: one of the two has no text")
    return composed


def _nfc(segments: Iterable[str]) -> tuple[str, ...]:
    # What could not be decoded becomes a question mark: not every tokeniser can take a lone surrogate.
    return tuple([normalize("NFC", segment).encode("utf-8", "replace").decode() for segment in segments])


def measured(metric: str, given: Texts, tokenize: str | None = None) -> Measured:
    """The score of ``given.candidate``.

    Raises BadSetting for a metric or a tokeniser that there is not, UnreadableInput for a segment too long for TER.
    """
    module, scorer = metric_of(metric, given.lang, tokenize)
    if metric == "ter":
        module.check(given, scorer)
    rows = scorer._extract_corpus_statistics(given.candidate, given.references)
    label = scorer._compute_score_from_stats([0] * len(rows[0])).name
    signature = f"{label}|{scorer.get_signature()}|lang:{given.lang}|unicode:NFC|mtaudit:{__version__}"
    each = [{"segments": 1, **module.counts(row, len(given.references))} for row in rows]
    sums = {key: sum([counts[key] for counts in each]) for key in each[0]}
    of_segments = signature.replace("|eff:no", "|eff:yes")  # BLEU of a short segment: only the orders that it has
    values = tuple([module.from_sums(counts, of_segments).value for counts in each])
    return Measured(module.from_sums(sums, signature), values, rows)


def metric_of(metric: str, lang: str, tokenize: str | None) -> tuple[Any, Any]:
    """The module of a metric, and sacrebleu's object."""
    if metric not in METRICS:
        raise BadSetting(f"there is no metric {metric!r}; there are {', '.join(METRICS)}")
    module = import_module(f"mtaudit.scores.{metric.rstrip('+')}")
    return module, module.scorer(metric, lang, tokenize)


def interval(metric: str, rows: list[Any], resamples: int) -> dict[str, Any]:
    """The 95 % interval of a score by bootstrap, from the statistics of its segments: ``mean`` plus or minus ``half_width``."""
    import numpy
    from sacrebleu.significance import _bootstrap_resample, estimate_ci

    _, scorer = metric_of(metric, "", "none")
    seed, resampled = _bootstrap_resample(rows, scorer, resamples)
    mean, half_width = estimate_ci(numpy.array([score.score for score in resampled]))
    return {"mean": float(mean), "half_width": float(half_width), "level": 0.95, "resamples": resamples, "seed": seed}
