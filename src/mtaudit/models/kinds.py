"""What a model can be asked, whichever model answers. All offsets are code points of the text as it was given."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mtaudit.report import ModelInfo, Severity


class Surprise(NamedTuple):
    """How unexpected ``text[start:end]`` is: minus the natural logarithm of its probability."""

    start: int
    end: int
    nats: float


class ErrorSpan(NamedTuple):
    """A part of a translation that a model takes for an error, and the mean probability that it gives this severity there."""

    start: int
    end: int
    severity: Severity
    probability: float


class Similarity(ABC):
    """Vectors of sentences that lie near each other when the sentences mean the same, in one language or in two."""

    info: ModelInfo

    @abstractmethod
    def knows(self, lang: str) -> bool:
        """Whether the model was made for this language (BCP 47). One that does not tell is taken to know all."""

    @abstractmethod
    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, of length 1. Long texts are read in parts and averaged."""

    def cosines(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """The cosine of each source with the target of the same row, between -1 and 1."""
        vectors = self.vectors([*sources, *targets])
        products = vectors[: len(sources)] * vectors[len(sources) :]
        return [min(1.0, max(-1.0, float(cosine))) for cosine in products.sum(axis=1)]


class Fluency(ABC):
    """A language model that reads a text and tells what surprises it."""

    info: ModelInfo

    @abstractmethod
    def surprisals(self, texts: Sequence[str]) -> list[tuple[Surprise, ...]]:
        """For each text its tokens in order. Tokens that share a character are one; white space before a word is not in its span."""


class QualityEstimator(ABC):
    """A regression head that reads a source and its translation."""

    info: ModelInfo

    @abstractmethod
    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """One figure a pair (source, translation), on the model's own scale. Of a pair too long for it, the model reads the beginning."""


class ErrorSpans(ABC):
    """A token classifier that reads a source and its translation and marks errors in the translation."""

    info: ModelInfo

    @abstractmethod
    def spans(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[ErrorSpan, ...]]:
        """For each pair (source, translation) the errors in order. A long translation is read in windows beside the beginning of its source."""


def unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows at length 1; a row of zeros stays."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = rows / np.maximum(lengths, np.float32(1e-12))
    return scaled
