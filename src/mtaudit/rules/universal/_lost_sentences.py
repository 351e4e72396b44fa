"""Which sentences of a source its translation lost, and which of the translation were added.

Sentences are aligned (``mtaudit.alignment``). Where the text has fewer than the source and the alignment holds that some were merged,
each of them is tried: how much better the length of the text fits its source without it, and whether the text tells it at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtaudit import sources
from mtaudit.rules.universal import _unsaid
from mtaudit.rules.universal._lengths import Norm, norm
from mtaudit.rules.universal._told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtaudit.report import Hit
    from mtaudit.sources import Said
    from mtaudit.view import DocumentView

_MOST, _LONGEST = 60, 20_000
"""Sentences, and code points, of a segment that is aligned: a longer one is a text of its own."""
_ALIGNED = 2.0
"""What it counts that the alignment left a sentence alone: it saw which lengths follow which."""


class Alone(NamedTuple):
    """A sentence that the other side does not have.

    ``number`` is its own, ``before`` how many of the other side's come before it, ``weight`` what speaks for it, as a logarithm of
    odds; ``aligned``: the alignment left it alone.
    """

    number: int
    before: int
    weight: float
    aligned: bool = True


def hits(
    view: DocumentView,
    of_sentences: Callable[[Said, Norm, DocumentView], Hit | None],
    of_length: Callable[[Said, Norm], Hit | None],
) -> Iterator[Hit]:
    """What the sentences of each pair say, otherwise its length; nothing in languages whose lengths are not known."""
    usual = view.once(norm)
    if usual is None:
        return
    told = {number for number, part in view.once(_unsaid.found).items() if part.sure}  # a model says more than a length does
    for said in view.once(sources.said):
        hit = of_sentences(said, usual, view)
        if hit is None and said.pair.view.segment.number not in told:
            hit = of_length(said, usual)
        if hit is not None:
            yield hit


def lost(said: Said, usual: Norm, document: DocumentView) -> list[Alone]:
    """The lost sentences of the source, the surest first."""
    if len(said.theirs) < 2 or not _can_be_aligned(said):
        return []
    aligned, _ = _alone(said, document)
    if aligned:
        found = [Alone(i, before, _ALIGNED + _weight(said, i, usual, document)) for i, before in aligned]
        return sorted(found, key=lambda alone: -alone.weight)
    if len(said.theirs) < len(said.ours):
        return []
    tried = [Alone(i, min(i, len(said.ours)), _weight(said, i, usual, document), False) for i in range(len(said.theirs))]
    return [max(tried, key=lambda alone: alone.weight)]


def added(said: Said, usual: Norm, document: DocumentView) -> list[Alone]:
    """The sentences of the text that nothing in the source answers to, in order."""
    if not _can_be_aligned(said):
        return []
    return [Alone(j, before, _surplus(said, j, usual, document)) for j, before in _alone(said, document)[1]]


def _can_be_aligned(said: Said) -> bool:
    """Whether both sides are sentences, and not as many; a list or a table has none."""
    many = len(said.theirs), len(said.ours)
    if many[0] == many[1] or not min(many) or max(many) > _MOST or max(len(said.source), len(said.pair.view.text)) > _LONGEST:
        return False
    return all(map(sources.stops, said.theirs[:-1]))


def _alone(said: Said, document: DocumentView) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The sentences of both sides that the alignment leaves alone, each with how many of the other side's come before it."""
    from mtaudit.alignment import align

    langs = document.once(sources.source_language), document.language.code
    beads = align(said.theirs, [s.text for s in said.ours], *langs)
    omitted, added, i, j = [], [], 0, 0
    for bead in beads:
        omitted += [] if bead.targets else [(number, j) for number in bead.sources]
        added += [] if bead.sources else [(number, i) for number in bead.targets]
        i, j = i + len(bead.sources), j + len(bead.targets)
    return omitted, added


def _weight(said: Said, number: int, usual: Norm, document: DocumentView) -> float:
    """How much speaks for the loss of a sentence: the length of the rest fits better, and nothing tells it."""
    text, many = said.pair.view.text, len(said.theirs)
    rest = " ".join(said.theirs[:number] + said.theirs[number + 1 :])
    short, left = usual.away(said.source, text, many), usual.away(rest, text, many - 1)
    return (short**2 - left**2) / 2 - told(said.theirs[number], text, len(said.ours), document)


def _surplus(said: Said, number: int, usual: Norm, document: DocumentView) -> float:
    """The same for a sentence of the text that was added: it tells no sentence of the source, not even a half."""
    rest = " ".join([s.text for at, s in enumerate(said.ours) if at != number])
    many = len(said.theirs)
    long, left = usual.away(said.source, said.pair.view.text, many), usual.away(said.source, rest, many)
    return (long**2 - left**2) / 2 - max([told(sentence, said.ours[number].text, 1, document) for sentence in said.theirs])
