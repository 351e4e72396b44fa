"""Fluency: how much each token of a text surprises a language model.

A causal model tells the probability of each token given those before it. A masked model tells it given all others: each token
in turn is hidden, and with it those that follow it in its word, which would give it away (pseudo-log-likelihood by words,
Kauf and Ivanova 2023).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtaudit.models.kinds import Fluency, Surprise
from mtaudit.models.networks import Network, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.models.origin import Origin

Token = tuple[int, int, float]


class LanguageModel(Fluency):
    """A language model of transformers, causal or masked as its configuration says.

    Texts longer than the model reads are read in windows that overlap by half: but for the beginning of a text, a token of a
    causal model is told with at least half a window before it.
    """

    def __init__(self, origin: Origin, device: str) -> None:
        masked = re.search("ForMaskedLM$|ForPreTraining$", origin.architecture) is not None
        self.network = Network(origin, "AutoModelForMaskedLM" if masked else "AutoModelForCausalLM", device)
        self.network.answers_with(int(self.network.config.vocab_size))
        self.info = origin.info
        self.masked = masked

    def surprisals(self, texts: Sequence[str]) -> list[tuple[Surprise, ...]]:
        found: list[tuple[Surprise, ...]] = []
        read = self._masked if self.masked else self._causal
        for _, chunk in self.network.chunks(texts):
            tokens: list[list[Token]] = [[] for _ in chunk]
            for row, token in read(chunk):
                tokens[row].append(token)
            found += [tuple(_surprises(text, sorted(row))) for text, row in zip(chunk, tokens, strict=True)]
        return found

    def _causal(self, texts: Sequence[str]) -> Iterator[tuple[int, Token]]:
        import torch

        network = self.network
        windows = network.windows(texts, overlap=network.limit // 2, special=False, before=True)
        begin = network.tokenizer.bos_token_id
        if begin is not None:
            windows = [_after(begin, window) for window in windows]
        for batch in network.batches([window for window in windows if len(window.ids) > 1]):
            logits = network.run(batch).logits[:, :-1]
            ids = torch.tensor([[*w.ids[1:], *[0] * (logits.shape[1] + 1 - len(w.ids))] for w in batch], device=network.device)
            nats = network.checked(torch.nn.functional.cross_entropy(logits.transpose(1, 2), ids, reduction="none")).tolist()
            for window, row in zip(batch, nats, strict=True):
                yield from ((window.row, (start, end, row[at - 1])) for at, start, end, _ in window.tokens if at > 0)

    def _masked(self, texts: Sequence[str]) -> Iterator[tuple[int, Token]]:
        import torch

        network = self.network
        windows = sorted(network.windows(texts, overlap=network.limit // 2), key=lambda window: len(window.ids))
        for batch in network.grouped(copy for window in windows for copy in self._hidden(window)):
            ats = [window.tokens[0][0] for window in batch]
            wanted = torch.tensor([window.tokens[0][3] for window in batch], device=network.device)
            logits = network.run(batch).logits[torch.arange(len(batch)), ats]
            nats = network.checked(torch.nn.functional.cross_entropy(logits, wanted, reduction="none")).tolist()
            yield from ((w.row, (w.tokens[0][1], w.tokens[0][2], n)) for w, n in zip(batch, nats, strict=True))

    def _hidden(self, window: Window) -> Iterator[Window]:
        """A copy of the window for each of its tokens: that token hidden, and told in the place of the word's number."""
        mask = self.network.tokenizer.mask_token_id
        words = {at: word for at, _, _, word in window.tokens}
        for at, start, end, word in window.tokens:
            ids = list(window.ids)
            ids[at] = mask
            after = at + 1
            while word is not None and words.get(after) == word:
                ids[after] = mask
                after += 1
            yield Window(window.row, ids, window.types, [(at, start, end, window.ids[at])])


def _after(begin: int, window: Window) -> Window:
    """The window with the token before it that begins a text."""
    tokens = [(at + 1, start, end, word) for at, start, end, word in window.tokens]
    return window._replace(ids=[begin, *window.ids], types=[0, *window.types], tokens=tokens)


def _surprises(text: str, tokens: Sequence[Any]) -> Iterator[Surprise]:
    """Tokens with their nats as Surprises: those that share a character, or have none, are joined."""
    held: list[float] = []
    start = end = 0
    for first, last, nats in tokens:
        if held and first >= end > start:
            yield _trimmed(text, start, end, sum(held))
            held = []
        start, end = (min(start, first), max(end, last)) if held else (first, last)
        held.append(nats)
    if held and end > start:
        yield _trimmed(text, start, end, sum(held))


def _trimmed(text: str, start: int, end: int, nats: float) -> Surprise:
    bare = text[start:end].lstrip()
    return Surprise(end - len(bare) if bare else start, end, nats)
