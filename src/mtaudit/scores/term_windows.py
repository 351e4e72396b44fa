"""Window overlap: whether the words round a term are those that a reference has round the same term.

A rendering that is right in itself may be dropped into a sentence that does not fit it. For each demanded term whose rendering
stands in a segment and in its reference, the two words before and the two after it are compared, each window once and first
those that agree best: ``matched`` counts words that both windows have, ``words`` the words of the reference's window; ``value`` is ``100 * matched / words`` over all terms.

Words are blank-separated, with their particles, without punctuation round them; Chinese and Japanese have none. Terms without a rendering in both texts have no
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
from mtaudit.scores.merging import glossary_part
from mtaudit.scores.terms import counted

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
    for demands in counted(document)[0]:
        view = demands[0].view
        entries = {id(entry) for entry, _ in demands[0].found.named}
        ours = _windows(view.text, find(view.text, nested=True), entries)
        there = references.get(view.segment.number, ())
        theirs = [window for text in there for window in _windows(text, find(text, nested=True), entries)]
        for matched, words in _pairs(ours, theirs)[: len(demands)]:
            sums = {"matched": sums["matched"] + matched, "words": sums["words"] + words, "windows": sums["windows"] + 1}
    signature = (
        f"terms-window|window:{WIDE}|demands:source-{document.settings.demand}|{glossary_part(glossary)}"
        f"|lang:{document.language.code}|version:{__version__}"
    )
    return from_sums(sums, signature)


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of sums that may have been added up over many texts; the value is None where no window was compared."""
    return Score("terms-window", 100 * sums["matched"] / sums["words"] if sums["words"] else None, signature, sums)


def _pairs(ours: Sequence[Counter[str]], theirs: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """The words that two windows share and those of the reference's; the windows that agree best, each once."""
    pairs = [((a & b).total(), b.total(), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)]
    pairs.sort(key=lambda pair: (-pair[0] / pair[1] if pair[1] else -1, -pair[1]))
    out: list[tuple[int, int]] = []
    done: set[tuple[str, int]] = set()
    for matched, words, i, j in pairs:
        if done.isdisjoint({("ours", i), ("theirs", j)}):
            done |= {("ours", i), ("theirs", j)}
            out.append((matched, words))
    return out


def _windows(text: str, found: Sequence[Found], entries: set[int]) -> list[Counter[str]]:
    """The words round each rendering of one of the entries; what is written together with it belongs to none."""
    out = []
    for place in found:
        if any(id(entry) in entries and term.status != "forbidden" for entry, term in place.named):
            head, tail = text[: place.start], text[place.end :]
            before = head.split()[: None if head[-1:].isspace() else -1]
            after = tail.split()[0 if tail[:1].isspace() else 1 :]
            out.append(Counter([*_bare(before)[-WIDE:], *_bare(after)[:WIDE]]))
    return out


def _bare(words: Sequence[str]) -> list[str]:
    return [bare for word in words if (bare := word.strip(_ROUND))]
