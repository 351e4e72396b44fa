"""Quality estimation without a reference: a regression head that reads a source and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.models.kinds import QualityEstimator
from mtaudit.models.networks import Network
from mtaudit.models.texts import composed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.models.origin import Origin


class Regression(QualityEstimator):
    """A sequence classifier of transformers with one label; its figure is given as it comes."""

    def __init__(self, origin: Origin, device: str) -> None:
        self.network = Network(origin, "AutoModelForSequenceClassification", device)
        self.info = origin.info
        if self.network.model.config.pad_token_id is None:
            self.network.budget = 1  # such a model cannot tell where a shorter text of a batch ends

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        network = self.network
        scores = [0.0] * len(pairs)
        for first, chunk in network.chunks(pairs):
            windows = network.windows([(composed(source), composed(target)) for source, target in chunk])
            beginnings = {window.row: window for window in reversed(windows)}
            for batch in network.batches(list(beginnings.values())):
                for window, score in zip(batch, network.checked(network.run(batch).logits[:, 0]).tolist(), strict=True):
                    scores[first + window.row] = score
        return scores
