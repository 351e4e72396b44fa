"""What models think of a text: ``similarity``, ``fluency``, ``qe``, each the mean of what a model says, with its name and licence.

``similarity``: the mean cosine of the vectors of source and translation, from -1 to 1. ``fluency``: the mean surprisal of a
character in nats, lower is better. ``qe``: the mean of a model's estimates of quality, on the scale that the model was trained on.

Sums are whole numbers (millionths), so that those of shards add up to the last digit.

None of them is a grade. True pairs of different style differ more in similarity than good translations from bad ones, and of two
systems the worse may be the more predictable: see docs/judgement.md.

Source: Kocmi et al. 2024 and Freitag et al. 2021 for the judgements that they were compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mtaudit import __version__, opinions
from mtaudit.report import Score
from mtaudit.scores.merging import small_sample

if TYPE_CHECKING:
    from mtaudit.report import ModelInfo
    from mtaudit.view import DocumentView, SegmentView

_MILLION = 1_000_000


def scores(view: DocumentView) -> Iterator[Score]:
    """The scores of the models that the settings name and that have anything to say of this document."""
    infos = {info.kind: info for info in view.once(opinions.infos)}
    if "similarity" in infos:
        compared = [(found.pair.view, found.cosine) for found in view.once(opinions.compared)]
        yield _mean(infos["similarity"], compared)
    if "fluency" in infos:
        yield _fluency(infos["fluency"], view.once(opinions.read))
    if "qe" in infos:
        yield _mean(infos["qe"], [(found.pair.view, found.quality) for found in view.once(opinions.estimated)])


def _mean(info: ModelInfo, figures: list[tuple[SegmentView, float]]) -> Score:
    sums = {"millionths": sum([round(value * _MILLION) for _, value in figures]), "segments": len(figures)}
    return _score(info, sums, figures)


def _fluency(info: ModelInfo, read: Iterable[opinions.Read]) -> Score:
    figures, nats, characters = [], 0, 0
    for view, tokens in read:
        size = sum([token.end - token.start for token in tokens])
        if size:
            total = sum([token.nats for token in tokens])
            nats, characters = nats + round(total * _MILLION), characters + size
            figures.append((view, total / size))
    return _score(info, {"millionths": nats, "characters": characters, "segments": len(figures)}, figures)


def _score(info: ModelInfo, sums: Mapping[str, float], figures: list[tuple[SegmentView, float]]) -> Score:
    made = from_sums(sums, f"{info.part().replace('=', '|model:', 1)}|mtaudit:{__version__}")
    segments = [
        {"segment": view.segment.key, "line": view.document.document.place(view.segment, 0, 0).line, "value": round(value, 6)}
        for view, value in figures
    ]
    return made._replace(details={**made.details, "segments": segments})


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of sums that may have been added up over many documents."""
    name = signature.partition("|")[0]
    number = sums["characters" if name == "fluency" else "segments"]
    details: dict[str, Any] = {"small_sample": small_sample(sums)}
    if name == "fluency":
        details["lower_is_better"] = True
    return Score(name, sums["millionths"] / _MILLION / number if number else None, signature, sums, None, details)
