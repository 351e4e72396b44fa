"""A network of transformers with its tokenizer: loaded without a word on the terminal, fed in batches of bounded size."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mtaudit.errors import BadSetting
from mtaudit.models.progress import tell
from mtaudit.models.quiet import quiet, without_bars
from mtaudit.models.texts import readable

if TYPE_CHECKING:
    from mtaudit.models.origin import Origin

TOKENS = 4096
"""Tokens in a batch, padding included."""
LOGITS = 1 << 27
"""Figures in the output of a batch (512 MiB): a batch holds fewer tokens where the vocabulary is large."""
LONGEST = 512
"""Tokens in a window of a model that could read more: attention needs the square of it."""
CHUNK = 32
"""Texts that are read between two reports of progress."""

Text = TypeVar("Text", str, tuple[str, str])
"""A text, or a source and its translation."""


class Window(NamedTuple):
    """What is read at once: a text, or as much of it as the model can take.

    ``row`` is the number of the text. ``tokens`` are the positions in ``ids`` whose result counts, each with the offsets of its
    token and the number of its word; where windows overlap, a token counts once.
    """

    row: int
    ids: Sequence[int]
    types: Sequence[int]
    tokens: Sequence[tuple[int, int, int, int | None]]


class Network:
    """A model and its tokenizer on a device. ``head`` is an Auto class of transformers. Raises BadSetting."""

    def __init__(self, origin: Origin, head: str, device: str) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # tokenizers warns on stderr when a process forks later
        import torch
        import transformers

        self.origin = origin
        name = origin.info.name
        self.device = _device(torch, device)
        local: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        with quiet(), without_bars():
            try:
                self.tokenizer: Any = transformers.AutoTokenizer.from_pretrained(origin.folder, use_fast=True, **local)
                self.model, report = getattr(transformers, head).from_pretrained(
                    origin.folder, dtype=torch.float32, weights_only=True, output_loading_info=True, **local
                )
                self.model = self.model.eval().to(self.device)
            except Exception as error:  # the libraries raise what they like, down to bare Exception
                why = (str(error) or type(error).__name__).splitlines()[0]
                raise BadSetting(f"{name} cannot be loaded: {why}") from None
        if not self.tokenizer.is_fast:
            raise BadSetting(f"{name} has no fast tokenizer (tokenizer.json), which tells where in a text its tokens stand")
        missing = sorted(key for key in report["missing_keys"] if head != "AutoModel" or "pooler" not in key)
        if missing:
            raise BadSetting(f"{name} is not trained for {origin.info.kind}: its weights lack {missing[0]}")
        self.config: Any = self.model.config.get_text_config()
        self.limit = self._limit()
        self.budget = TOKENS

    def _limit(self) -> int:
        """Tokens of the longest window. Models of the RoBERTa family cannot use their first two positions."""
        positions = int(getattr(self.config, "max_position_embeddings", None) or LONGEST + 2) - 2
        return max(16, min(positions, int(self.tokenizer.model_max_length), LONGEST))

    def answers_with(self, width: int) -> None:
        """Says how many figures the network gives for each token; batches are made smaller where they are many."""
        self.budget = min(TOKENS, max(1, LOGITS // max(1, width)))

    def chunks(self, texts: Sequence[Text]) -> Iterator[tuple[int, list[Text]]]:
        """The texts in groups, each with the number of its first, and progress told after each group."""
        for first in range(0, len(texts), CHUNK):
            yield first, list(texts[first : first + CHUNK])
            tell(self.origin.info.kind, min(first + CHUNK, len(texts)), len(texts))

    def windows(
        self, texts: Sequence[str] | Sequence[tuple[str, str]], overlap: int = 0, *, special: bool = True, before: bool = False
    ) -> list[Window]:
        """The windows of texts, in order; of a pair the second text is cut into windows beside the beginning of the first.

        ``overlap`` tokens are in two windows each. They count in the one where more of the text stands round them, or, with
        ``before``, in the first, so that each has as much of the text before it as can be had.
        """
        pairs = any(isinstance(text, tuple) for text in texts)
        sides = [text if isinstance(text, tuple) else (text, "") for text in texts]
        ones = [readable(one) for one, _ in sides]
        others = [readable(other) for _, other in sides]
        with quiet():
            encoded = self.tokenizer(
                [self._beginning(one) for one in ones] if pairs else ones,
                others if pairs else None,
                add_special_tokens=special,
                truncation="only_second" if pairs else True,
                max_length=self.limit if special else self.limit - 1,
                stride=overlap,
                return_overflowing_tokens=True,
                return_offsets_mapping=True,
            )
        rows: list[int] = encoded["overflow_to_sample_mapping"]
        found: list[Window] = []
        for number, (row, encoding) in enumerate(zip(rows, encoded.encodings, strict=True)):
            side, places, words = encoding.sequence_ids, encoding.offsets, encoding.word_ids
            tokens = [(at, *places[at], words[at]) for at in range(len(encoding.ids)) if side[at] == int(pairs)]
            later = number > 0 and rows[number - 1] == row
            more = number + 1 < len(rows) and rows[number + 1] == row
            left = overlap if before else overlap // 2
            tokens = tokens[left if later else 0 : len(tokens) - (overlap - left if more else 0)]
            found.append(Window(row, encoding.ids, encoding.type_ids, tokens))
        return found

    def _beginning(self, source: str) -> str:
        """As much of a source as leaves half of a window to its translation."""
        with quiet():
            places = self.tokenizer(source, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
        most = self.limit // 2 - 4
        return source if len(places) <= most else source[: places[most - 1][1]]

    def batches(self, windows: Sequence[Window]) -> Iterator[list[Window]]:
        """The windows by length, as many at once as the budget allows."""
        return self.grouped(sorted(windows, key=lambda window: len(window.ids)))

    def grouped(self, windows: Iterable[Window]) -> Iterator[list[Window]]:
        """Windows that come in the order of their lengths, as many at once as the budget allows, and always one."""
        batch: list[Window] = []
        for window in windows:
            if batch and (len(batch) + 1) * len(window.ids) > self.budget:
                yield batch
                batch = []
            batch.append(window)
        if batch:
            yield batch

    def run(self, batch: Sequence[Window], model: Any = None) -> Any:
        """What the model (or the given part of it) answers to a batch. Shorter windows are padded on the right."""
        import torch

        longest = max(len(window.ids) for window in batch)
        blank = self.tokenizer.pad_token_id or 0

        def rows(sequences: Sequence[Sequence[int]], fill: int) -> Any:
            return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in sequences], device=self.device)

        given = {
            "input_ids": rows([window.ids for window in batch], blank),
            "attention_mask": rows([[1] * len(window.ids) for window in batch], 0),
        }
        if "token_type_ids" in self.tokenizer.model_input_names:
            given["token_type_ids"] = rows([window.types for window in batch], 0)
        with torch.inference_mode(), quiet():
            return (model or self.model)(**given)

    def checked(self, figures: Any) -> Any:
        """The figures on the CPU. Raises BadSetting where one of them is not finite: the weights are broken."""
        import torch

        if not bool(torch.isfinite(figures).all()):
            raise BadSetting(f"{self.origin.info.name} answers with figures that are not finite: its weights are broken")
        return figures.cpu()


def _device(torch: Any, wanted: str) -> Any:
    if wanted == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        if not re.fullmatch(r"(cpu|cuda|mps|xpu)(:\d+)?", wanted):
            raise RuntimeError
        device = torch.device(wanted)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError, NotImplementedError):
        raise BadSetting(f"there is no device {wanted!r} here: auto, cpu, cuda, cuda:1 or mps") from None
    return device
