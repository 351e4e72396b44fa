"""What an alignment is made of."""

from __future__ import annotations

from typing import NamedTuple


class Bead(NamedTuple):
    """Neighbouring sentences of the source and those of the target that say the same; one side may be empty.

    ``score`` is the evidence for the bead in natural logarithms: how much likelier the sentences are as translations of each
    other than as sentences that have nothing to do with each other. It is 0 where one side is empty.
    """

    sources: range
    targets: range
    score: float = 0.0
