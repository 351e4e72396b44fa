"""What models say of one document. Each is asked once, whoever wants to know, and only where the settings name one.

Models read what a rule reads: prose without its markup, where a URL or code is a blank.
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.sources import pairs, source_language
from mtaudit.view import OPAQUE

if TYPE_CHECKING:
    from mtaudit.config import Models
    from mtaudit.models import ErrorSpan, ErrorSpans, Fluency, QualityEstimator, Similarity, Surprise
    from mtaudit.report import ModelInfo
    from mtaudit.sources import Pair
    from mtaudit.view import DocumentView, SegmentView

KNOWN = "use-multilingual-v3"
"""The encoder on which the thresholds of the rules were measured."""
LEAST_PAIRS = 12
"""Pairs of a document on which another encoder can be measured."""
LEAST_LETTERS = 12
"""Letters and digits of a source with which another text can be compared: ``OK`` is like anything."""


class Compared(NamedTuple):
    """A pair, and the cosine of the vectors of its two sides."""

    pair: Pair
    cosine: float


class Scale(NamedTuple):
    """``strangers`` is the cosine of texts that have nothing to do with each other; it is read as 0."""

    strangers: float

    def likeness(self, cosine: float) -> float:
        return (cosine - self.strangers) / (1 - self.strangers)


class Read(NamedTuple):
    """A segment, and how much each of its tokens surprises; offsets are those of the view's text."""

    view: SegmentView
    tokens: tuple[Surprise, ...]


class Estimated(NamedTuple):
    """A pair, and what a model takes its quality for."""

    pair: Pair
    quality: float


class Marked(NamedTuple):
    """A pair, and the errors in its translation; offsets are those of the view's text."""

    pair: Pair
    errors: tuple[ErrorSpan, ...]


def plain(text: str) -> str:
    """The text of a view as a model reads it, character for character."""
    return text.replace(OPAQUE, " ")


def similar(view: DocumentView) -> Similarity | None:
    """The model that compares, where there is one and it knows both languages."""
    chosen = view.settings.models
    if chosen.similarity is None or not view.once(pairs):
        return None
    encoder: Similarity = model("similarity", chosen)
    return encoder if encoder.knows(view.language.code) and encoder.knows(view.once(source_language)) else None


def compared(view: DocumentView) -> tuple[Compared, ...]:
    """The pairs that are long enough to be compared; none where the model does not know the languages."""
    encoder = view.once(similar)
    if encoder is None:
        return ()
    long = [pair for pair in view.once(pairs) if sum(map(str.isalnum, pair.source)) >= LEAST_LETTERS]
    cosines = encoder.cosines([pair.source for pair in long], [plain(pair.view.text) for pair in long]) if long else []
    return tuple(map(Compared, long, cosines))


def scale(view: DocumentView) -> Scale | None:
    """How the model's cosines are read; None where that cannot be told.

    Encoders differ: strangers have a cosine of 0.05 with one, of 0.75 with another. The rules' thresholds are those of the default
    one; another is measured on the document's own pairs, each source beside a text a third of the document away.
    """
    encoder, found = view.once(similar), view.once(compared)
    if encoder is None or encoder.info.name == KNOWN:
        return Scale(0.0)
    if len(found) < LEAST_PAIRS:
        return None
    away = len(found) // 3
    sample = range(0, len(found), len(found) // LEAST_PAIRS)
    texts = [plain(found[(at + away) % len(found)].pair.view.text) for at in sample]
    return Scale(max(0.0, min(0.99, fmean(encoder.cosines([found[at].pair.source for at in sample], texts)))))


def read(view: DocumentView) -> tuple[Read, ...]:
    """Every segment of prose, as a language model reads it."""
    chosen = view.settings.models
    if chosen.fluency is None:
        return ()
    segments = [segment for segment in view.segments if segment.kind != "code" and segment.text.strip()]
    reader: Fluency = model("fluency", chosen)
    return tuple(map(Read, segments, reader.surprisals([plain(segment.text) for segment in segments]) if segments else ()))


def estimated(view: DocumentView) -> tuple[Estimated, ...]:
    """Every pair, and its quality."""
    chosen = view.settings.models
    if chosen.qe is None or not (found := view.once(pairs)):
        return ()
    judge: QualityEstimator = model("qe", chosen)
    return tuple(map(Estimated, found, judge.scores([(pair.source, plain(pair.view.text)) for pair in found])))


def marked(view: DocumentView) -> tuple[Marked, ...]:
    """Every pair, and the errors in it."""
    chosen = view.settings.models
    if chosen.spans is None or not (found := view.once(pairs)):
        return ()
    marker: ErrorSpans = model("spans", chosen)
    return tuple(map(Marked, found, marker.spans([(pair.source, plain(pair.view.text)) for pair in found])))


def loaded(chosen: Models) -> tuple[ModelInfo, ...]:
    """The models of these settings, loaded. Raises BadSetting where one cannot be."""
    return tuple([model(kind, chosen).info for kind in chosen.kinds])


def model(kind: str, chosen: Models) -> Any:
    """The model of a kind, loaded once for the process. Raises BadSetting."""
    from mtaudit import models

    return getattr(models, kind)(getattr(chosen, kind), chosen.device, chosen.allow_noncommercial)


def infos(view: DocumentView) -> tuple[ModelInfo, ...]:
    """The models that were asked of this document: those that compare, estimate or mark, only where it has a source they know."""
    asked = {"fluency"}
    if view.once(pairs):
        asked |= {"qe", "spans"}
    if view.once(similar) is not None:
        asked.add("similarity")
    chosen = view.settings.models
    return tuple([model(kind, chosen).info for kind in chosen.kinds if kind in asked])
