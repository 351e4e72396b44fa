"""Which sentences of a translation say what which sentences of its source say; a model may help, none is needed.

``align`` finds the beads of two lists of sentences, ``aligned`` gives the segments of a Document their sources from another
Document. Evidence is the length (``lengths``), and what stands on both sides: numbers by value, Latin words, addresses, marks, names of
the same sound and frequent words (``anchors``); and words that a first alignment saw together again and again (``lexicon``). ``search``
finds the best path.

Source: Gale and Church 1993, "A program for aligning sentences in bilingual corpora" (lengths, beads); Moore 2002, "Fast and
accurate sentence alignment of bilingual corpora" (a second pass with words that the first one learnt).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.alignment.beads import Bead as Bead
from mtaudit.alignment.documents import aligned as aligned

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mtaudit.models import Similarity


def align(
    sources: Sequence[str],
    targets: Sequence[str],
    source_lang: str,
    target_lang: str,
    source_breaks: Collection[int] = (),
    target_breaks: Collection[int] = (),
    similarity: Similarity | None = None,
) -> list[Bead]:
    """The beads of two lists of sentences, in order; every sentence is in exactly one of them.

    Languages are ISO 639-1 codes. The breaks are the numbers of sentences that begin a paragraph; beads would rather end
    together with a paragraph than inside one. ``similarity`` gives vectors of sentences as further evidence; it must know both
    languages. The answer depends on nothing but the arguments.
    """
    from mtaudit.alignment.passes import beads

    return beads(sources, targets, (source_lang, target_lang), (frozenset(source_breaks), frozenset(target_breaks)), similarity)
