"""chrF: how far the characters of a text agree with those of a reference, as an F-score of character n-grams.

Precision and recall of the n-grams of 1 to 6 characters (blanks left out) are averaged over the orders, and recall counts
twice: ``(1 + 2²) * P * R / (2² * P + R)``, from 0 to 100. chrF++ adds n-grams of one and two words. It needs no tokeniser,
and particles and endings that differ cost part of a word only, which makes it the better default for Korean.

Source: Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation"; Popović 2017, "chrF++: words helping
character n-grams"; computed by sacrebleu (Post 2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtaudit.report import Score
from mtaudit.scores.merging import parts, small_sample

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


def scorer(name: str, lang: str, tokenize: str | None) -> CHRF:
    """sacrebleu's metric for ``chrf`` or ``chrf++``; it is the same for all languages."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=2 if name == "chrf++" else 0)


def counts(row: Sequence[float], references: int) -> dict[str, int]:
    """sacrebleu's statistics of a segment by name: n-grams of the text, of the reference, and those in both, by order."""
    return dict(zip(_keys(len(row) // 3 - 6), map(int, row), strict=True))


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of counts that may have been added up over many segments."""
    words = int(parts(signature)["nw"])
    name = "chrf++" if words else "chrf"
    value = scorer(name, "", None)._compute_score_from_stats([int(sums[key]) for key in _keys(words)]).score
    return Score(name, value, signature, sums, None, {"small_sample": small_sample(sums)})


def _keys(words: int) -> list[str]:
    orders = [*(f"characters_{n}" for n in range(1, 7)), *(f"words_{n}" for n in range(1, words + 1))]
    return [f"{side}_{order}" for order in orders for side in ("text", "reference", "both")]
