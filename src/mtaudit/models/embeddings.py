"""Similarity by an encoder of transformers: the mean of its token vectors, or the first one where the model says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mtaudit.models.kinds import Similarity, unit
from mtaudit.models.networks import Network
from mtaudit.models.texts import composed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from mtaudit.models.origin import Origin


class Encoder(Similarity):
    """Any encoder, and the encoder of a model that has a decoder, too.

    Special tokens count in the mean, as in sentence-transformers. ``1_Pooling/config.json`` of such a model is obeyed where it
    asks for the first token; dense layers and prompts of such a model are not.
    """

    def __init__(self, origin: Origin, device: str) -> None:
        self.network = Network(origin, "AutoModel", device)
        self.info = origin.info
        self.languages = origin.languages
        model = self.network.model
        self.encoder = model.get_encoder() if getattr(model.config, "is_encoder_decoder", False) else model
        pooling = origin.folder / "1_Pooling" / "config.json"
        self.first = pooling.is_file() and bool(json.loads(pooling.read_text("utf-8")).get("pooling_mode_cls_token"))

    def knows(self, lang: str) -> bool:
        return not self.languages or lang.lower().split("-")[0] in self.languages

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        import numpy as np

        network = self.network
        rows = np.zeros((len(texts), int(network.config.hidden_size)), dtype=np.float32)
        for first, chunk in network.chunks(texts):
            for batch in network.batches(network.windows([composed(text) for text in chunk])):
                hidden = network.checked(network.run(batch, self.encoder).last_hidden_state).numpy()
                for window, states in zip(batch, hidden, strict=True):
                    rows[first + window.row] += states[0] if self.first else states[: len(window.ids)].sum(axis=0)
        return unit(rows)
