"""TER: how many edits make a text into the reference, in percent of the reference's words. Lower is better.

An edit inserts, deletes or replaces a word, or moves a run of words. The text of Chinese and Japanese is split into
characters; Korean keeps its words. Several references: the fewest edits over the mean length.

Source: Snover et al. 2006, "A study of translation edit rate with targeted human annotation"; computed by sacrebleu.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.report import Score
from mtaudit.scores.merging import parts, small_sample

if TYPE_CHECKING:
    from sacrebleu.metrics.ter import TER

    from mtaudit.scores.references import Texts

MOST_WORDS = 1000
"""Longer segments are refused. Up to here one takes seconds; 4,000 words take minutes and a gigabyte."""


def scorer(name: str, lang: str, tokenize: str | None) -> TER:
    """sacrebleu's metric, with its treatment of Asian scripts and punctuation for Korean, Japanese and Chinese."""
    from sacrebleu.metrics.ter import TER

    asian = lang in ("ko", "ja", "zh")
    return TER(asian_support=asian, normalized=asian)


def check(given: Texts, scorer: TER) -> None:
    """Raises UnreadableInput for a segment of more than ``MOST_WORDS`` words."""
    for texts in (given.candidate, *given.references):
        for number, segment in enumerate(texts, 1):
            words = len(scorer._preprocess_segment(segment).split())
            if words > MOST_WORDS:
                raise UnreadableInput(
                    f"TER of {given.name} would take minutes: segment {number} has {words:,} words; "
                    f"break up lines of more than {MOST_WORDS:,} words, or leave TER out"
                )


def counts(row: Sequence[float], references: int) -> dict[str, int]:
    """sacrebleu's statistics of a segment by name: edits, and the words of all references together."""
    return {"edits": int(row[0]), "reference_words": round(row[1] * references)}


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of counts that may have been added up over many segments."""
    length = sums["reference_words"] / int(parts(signature)["nrefs"])
    value = scorer("ter", "", None)._compute_score_from_stats([sums["edits"], length]).score
    return Score("ter", value, signature, sums, None, {"small_sample": small_sample(sums), "lower_is_better": True})
