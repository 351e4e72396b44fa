"""What the scores share: a signature names every choice, so that sums and signature together make the score again.

A signature is a list of ``key:value`` pairs with ``|`` between them, as sacrebleu writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from mtaudit.glossary import Glossary
    from mtaudit.report import Score

FEW_SEGMENTS = 100
"""Below this number of segments a score against a reference is marked as a small sample. A choice of the house."""

_MODULES = {
    "mqm": "mqm",
    "terms": "terms",
    "terms-window": "term_windows",
    "chrf": "chrf",
    "chrf++": "chrf",
    "bleu": "bleu",
    "ter": "ter",
    "similarity": "models",
    "fluency": "models",
    "qe": "models",
}


def parts(signature: str) -> dict[str, str]:
    """The choices by name. What has no name (``chrF2``, at the beginning) is left out."""
    return {key: value for key, colon, value in (part.partition(":") for part in signature.split("|")) if colon}


def glossary_part(glossary: Glossary) -> str:
    """The choice of a glossary, for a signature; its name may be that of a file, and hold what a signature cannot."""
    name = re.sub(r"[^\w.+-]", "_", glossary.name)
    return f"glossary:{name}@{glossary.digest}"


def small_sample(sums: Mapping[str, float]) -> bool:
    return sums["segments"] < FEW_SEGMENTS


def merged(scores: Iterable[Score]) -> Score:
    """The score of the whole of those of its parts: their sums are added, the value follows.

    The parts may come in any order, the result is the same to the last digit. Raises BadSetting for no scores, and for
    scores that were made in different ways.
    """
    several = list(scores)
    if not several:
        raise BadSetting("there are no scores to merge")
    first = several[0]
    sums: dict[str, float] = {}
    for score in several:
        if (score.name, score.signature) != (first.name, first.signature):
            raise BadSetting(f"scores made in different ways cannot be merged: {first.signature} and {score.signature}")
        for key, number in score.sums.items():
            sums[key] = sums.get(key, 0) + number
    return from_sums(first.name, sums, first.signature)


def from_sums(name: str, sums: Mapping[str, float], signature: str) -> Score:
    """The score of that name, made again."""
    from importlib import import_module

    return import_module(f"mtaudit.scores.{_MODULES[name]}").from_sums(sums, signature)  # type: ignore[no-any-return]


def totals(scores: Iterable[Score]) -> tuple[Score, ...]:
    """One score for each name and signature, in the order in which they come.

    A score in which nothing was counted (that of an empty file, whose language nobody knows) makes no total of its own.
    """
    several = list(scores)
    counted = {score.name for score in several if any(score.sums.values())}
    groups: dict[tuple[str, str], list[Score]] = {}
    for score in several:
        if score.name in counted and not any(score.sums.values()):
            continue
        groups.setdefault((score.name, score.signature), []).append(score)
    return tuple([merged(group) for group in groups.values()])
