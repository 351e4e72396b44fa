"""Error spans: a token classifier that reads a source and its translation and gives each token of the translation a severity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.models.kinds import ErrorSpan, ErrorSpans
from mtaudit.models.labels import label_names, severities
from mtaudit.models.networks import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.models.origin import Origin
    from mtaudit.report import Severity


class _Token(NamedTuple):
    start: int
    end: int
    severity: Severity | None
    begins: bool
    probability: float


class Tagger(ErrorSpans):
    """A token classifier of transformers whose labels are ``O`` and severities, bare or with ``B-`` and ``I-``."""

    def __init__(self, origin: Origin, device: str) -> None:
        self.network = Network(origin, "AutoModelForTokenClassification", device)
        self.info = origin.info
        self.labels = severities(label_names(self.network.model.config.to_dict())) or ()

    def spans(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[ErrorSpan, ...]]:
        network = self.network
        found: list[tuple[ErrorSpan, ...]] = []
        for _, chunk in network.chunks(pairs):
            tokens: list[list[_Token]] = [[] for _ in chunk]
            for batch in network.batches(network.windows(chunk, overlap=network.limit // 8)):
                rows = network.checked(network.run(batch).logits.softmax(-1)).tolist()
                for window, row in zip(batch, rows, strict=True):
                    tokens[window.row] += [self._token(start, end, row[at]) for at, start, end, _ in window.tokens]
            found += [
                tuple(_spans(text[1], sorted(row, key=lambda token: token[:2]))) for text, row in zip(chunk, tokens, strict=True)
            ]
        return found

    def _token(self, start: int, end: int, probabilities: Sequence[float]) -> _Token:
        """The severity whose labels together are the likeliest."""
        sums: defaultdict[Severity | None, float] = defaultdict(float)
        begins: defaultdict[Severity | None, float] = defaultdict(float)
        for (severity, begin), probability in zip(self.labels, probabilities, strict=True):
            sums[severity] += probability
            begins[severity] += probability if begin else 0
        best = max(sums, key=lambda severity: sums[severity])
        return _Token(start, end, best, begins[best] > sums[best] / 2, sums[best])


def _spans(text: str, tokens: Sequence[_Token]) -> Iterator[ErrorSpan]:
    """Runs of tokens of one severity; white space may stand between them."""
    run: list[_Token] = []
    for token in tokens:
        if run and (
            token.severity != run[0].severity
            or token.begins
            or (token.start > run[-1].end and text[run[-1].end : token.start].strip())
        ):
            yield from _span(text, run)
            run = []
        run.append(token)
    yield from _span(text, run)


def _span(text: str, run: Sequence[_Token]) -> Iterator[ErrorSpan]:
    if not run or run[0].severity is None:
        return
    end = max(token.end for token in run)
    start = end - len(text[run[0].start : end].lstrip())
    if start < end:
        yield ErrorSpan(start, end, run[0].severity, sum(token.probability for token in run) / len(run))
