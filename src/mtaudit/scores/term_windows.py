"""Window overlap: whether the words round a term are those that a reference has round the same term.

A rendering that is right in itself may be dropped into a sentence that does not fit it. For each demanded term whose rendering
stands in a segment and in its reference, the two words before and the two after it are compared: ``matched`` counts words that
both windows have, ``words`` the words of the reference's window; ``value`` is ``100 * matched / words`` over all terms.

Words are blank-separated, with their particles, without punctuation round them. Terms without a rendering in both texts have no
window, so the figure says nothing of terms that are missing (see ``terms``).

Source: window overlap of the WMT 2021 shared task on machine translation using terminologies (Alam et al. 2021), here summed
over all windows, so that the sums of shards add up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtaudit import __version__, terms
from mtaudit.report import Score

if TYPE_CHECKING:
    from mtaudit.glossary import Glossary
    from mtaudit.terms.matching import Found
    from mtaudit.view import DocumentView

WIDE = 2
"""Words on either side of a term."""
_ROUND = ".,!?…·:;\"'“”‘’()[]「」『』《》。、，"


def score(document: DocumentView, glossary: Glossary, references: Mapping[int, Sequence[str]]) -> Score:
    """The overlap of the windows of a text with those of its references; the best reference counts for each term.

    ``references`` holds the texts of the references of each segment, by the segment's number.
    """
    find = terms.matcher(glossary, document.language.code).find
    sums = {"matched": 0, "words": 0, "windows": 0}
    for demand in document.once(terms.demands):
        if not terms.is_sure(demand):
            continue
        text = demand.view.text
        entries = {id(entry) for entry, _ in demand.found.named}
        ours = _windows(text, find(text, nested=True), entries)
        pairs = [
            (sum((a & b).values()), b.total())
            for reference in references.get(demand.view.segment.number, ())
            for b in _windows(reference, find(reference, nested=True), entries)
            for a in ours
        ]
        if pairs:
            matched, words = max(pairs, key=lambda pair: (pair[0] / pair[1] if pair[1] else 1, pair[1]))
            sums = {"matched": sums["matched"] + matched, "words": sums["words"] + words, "windows": sums["windows"] + 1}
    signature = (
        f"terms-window|window:{WIDE}|demands:source-{document.settings.demand}|glossary:{glossary.name}@{glossary.digest}"
        f"|lang:{document.language.code}|version:{__version__}"
    )
    return from_sums(sums, signature)


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of sums that may have been added up over many texts; the value is None where no window was compared."""
    return Score("terms-window", 100 * sums["matched"] / sums["words"] if sums["words"] else None, signature, sums)


def _windows(text: str, found: Sequence[Found], entries: set[int]) -> list[Counter[str]]:
    """The words round each rendering of one of the entries."""
    out = []
    for place in found:
        if any(id(entry) in entries and term.status != "forbidden" for entry, term in place.named):
            before = [word for w in text[: place.start].rpartition(" ")[0].split() if (word := w.strip(_ROUND))]
            after = [word for w in text[place.end :].partition(" ")[2].split() if (word := w.strip(_ROUND))]
            out.append(Counter([*before[-WIDE:], *after[:WIDE]]))
    return out
