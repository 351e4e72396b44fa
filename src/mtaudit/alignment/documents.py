"""Two Documents that are aligned sentence by sentence, where neither lines nor segments pair them.

Sentences are aligned over the whole text, and paragraphs only pull at the ends of beads: a translator who joins two paragraphs,
or a file that has none, changes nothing about which sentence belongs to which.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages
from mtaudit.alignment import concepts
from mtaudit.document import Match
from mtaudit.errors import UnreadableInput
from mtaudit.languages import abbreviations

if TYPE_CHECKING:
    from mtaudit.alignment.beads import Bead
    from mtaudit.document import Document, Segment
    from mtaudit.models import Similarity

_ENOUGH, _COMMON = 6, 0.8
"""Texts of so many sentences must have this evidence in common, by sentence of the shorter one.

Measured on 505 professional English–Korean pairs, a tenth each merged, split and dropped: texts of 6 sentences have 2.4 or more (of 30, 8),
also where they are a quarter of their source; half of all wrong sources have 0.5 or less, one in 50 has 1.1.
"""


class Sentence(NamedTuple):
    """A sentence: the number of its segment, its span in the segment's target, and what a reader sees of it."""

    segment: int
    start: int
    end: int
    text: str


def aligned(document: Document, source: Document, similarity: Similarity | None = None) -> Document:
    """``document`` with its ``matches``, and in each segment the sentences of ``source`` that it translates, joined by blanks.

    Segments that share a sentence of the source get none: what of it belongs to which is not known. Neither does one that nothing in
    the source answers to. Languages that the Documents do not tell are taken from their texts; ``similarity`` is asked only where it
    knows both. Raises UnreadableInput where the two have nothing in common.
    """
    from mtaudit.alignment import align

    langs = (_lang(source), _lang(document))
    theirs, ours = _sentences(source, langs[0]), _sentences(document, langs[1])
    if ours and not theirs:
        raise UnreadableInput(f"{source.name} holds no text: it is no source of {document.name}")
    if similarity is not None and not all(map(similarity.knows, langs)):
        similarity = None
    beads = align([s.text for s in theirs], [s.text for s in ours], *langs, _breaks(theirs), _breaks(ours), similarity)
    if set(langs) <= set(concepts.LANGS) and not _related(beads, min(len(theirs), len(ours))):
        raise UnreadableInput(f"{source.name} has hardly a sentence in common with {document.name}: is it the right source?")
    matches = []
    said: dict[int, list[str]] = {}  # by segment the sentences of the source
    shared: set[int] = set()
    for bead in beads:
        there, here = [theirs[i] for i in bead.sources], [ours[j] for j in bead.targets]
        matches.append(Match(tuple([s.text for s in there]), tuple([(s.segment, s.start, s.end) for s in here]), bead.score))
        across = {s.segment for s in here}
        shared |= across if len(across) > 1 else set()
        for number in across:
            said.setdefault(number, []).extend([s.text for s in there])
    segments = [
        s._replace(source=" ".join(said[i]) if said.get(i) and i not in shared else None) for i, s in enumerate(document.segments)
    ]
    lang = document.source_lang or source.target_lang
    return replace(document, segments=tuple(segments), source_lang=lang, matches=tuple(matches))


def _related(beads: list[Bead], least: int) -> bool:
    """Whether two texts, of ``least`` sentences or more, say the same here and there."""
    return least < _ENOUGH or sum([max(0.0, bead.score) for bead in beads]) >= _COMMON * least


def _sentences(document: Document, lang: str) -> list[Sentence]:
    """The sentences of all segments; a segment of code is one."""
    out = []
    for number, segment in enumerate(document.segments):
        prose, offsets = segment.prose, _offsets(segment)
        spans = [(0, len(prose))] if segment.kind == "code" else abbreviations.sentences(prose, lang)
        for start, end in spans:
            text = " ".join(prose[start:end].split())
            if text:
                out.append(Sentence(number, offsets[start], offsets[end - 1] + 1, text))
    return out


def _lang(document: Document) -> str:
    """The ISO 639-1 code of what the document is written in."""
    return (document.target_lang or languages.detect(document.prose)).split("-")[0].lower()


def _offsets(segment: Segment) -> list[int] | range:
    """For each character of the prose its offset in the target."""
    if not segment.hidden and not segment.escapes:
        return range(len(segment.target))
    out: list[int] = []
    for start, end, text in segment.pieces():
        out += range(start, end) if len(text) == end - start else [start] * len(text)
    return out


def _breaks(found: list[Sentence]) -> list[int]:
    return [i for i in range(1, len(found)) if found[i].segment != found[i - 1].segment]
