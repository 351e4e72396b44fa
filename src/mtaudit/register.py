"""How a document speaks: the speech level of every narrated sentence, and which of them break the register of the text.

Narrated is what the text itself says: paragraphs without quotations, asides, steps of instructions, speakers of a
transcript, notices. 합니다 and 해요 are one polite register: people mix them freely.

Edited text has one register, so one paragraph, even one sentence, in the other is worth reporting. Personal texts
(letters, blogs, posts) mix on purpose: a quarter of Korean blogs do. They give themselves away by 해요, greetings, the first
person and emoticons; there a mix is advice until it is a quarter of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import quotations
from mtaudit.report import PARAGRAPH, RegisterProfile, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.languages import Ending, Language
    from mtaudit.view import DocumentView, SegmentView, Sentence

LEAST = 4
"""A text with fewer statements has no register of its own."""
SPEAKERS = 3
"""So many turns make a transcript."""
_SHORT = 90
"""A paragraph of one sentence that may be a notice anywhere is shorter (code points)."""
_FAMILIAR = ("해요체",)
"""Levels of people who talk to people: the sign of a personal text."""


class Narrated(NamedTuple):
    """A narrated sentence with a register. ``firm``: a statement with a full stop, which counts for the majority."""

    view: SegmentView
    sentence: Sentence
    ending: Ending
    firm: bool

    @property
    def start(self) -> int:
        return self.sentence.start + self.ending.start

    @property
    def end(self) -> int:
        return self.sentence.start + self.ending.end


class Narration(NamedTuple):
    """All narrated sentences. ``personal`` is the number of marks of a personal text, ``transcript`` that people talk.

    Both are only looked for in a text of two registers.
    """

    sentences: tuple[Narrated, ...]
    personal: int = 0
    transcript: bool = False


class Mix(NamedTuple):
    """The sentences that break the register, the register that they should have, and how sure and how bad it is."""

    expected: str
    level: str
    breaks: tuple[Narrated, ...]
    severity: Severity
    confidence: float


def narration(view: DocumentView) -> Narration:
    """The narrated sentences of a document."""
    ending_of = view.language.ending
    new = tuple.__new__  # The constructor of a named tuple is five times slower.
    segments = list(view.of_kind("body"))
    silent = quotations.quoted_across([segment.text for segment in segments])
    quoted: dict[int, list[tuple[int, int]]] = {}
    paragraphs: dict[int, list[Narrated]] = {}
    for number, segment in enumerate(segments):
        text = segment.text
        spans = silent.get(number)
        if quotations.has_marks(text):
            quoted[number] = pairs = quotations.spans(text)
            if spans == [(0, len(text))]:
                continue
            spans = quotations.merged([*spans, *pairs]) if spans else pairs
        found: list[Narrated] = []
        for sentence in segment.sentences:
            words = sentence.text
            ending = ending_of(words)
            if ending is None or not ending.register:
                continue
            end = ending.end
            if spans:
                at = sentence.start + end - 1
                before = bisect_right(spans, (at, len(text) + 1)) - 1
                if before >= 0 and at < spans[before][1]:
                    continue
            firm = words[end:] == "." or _is_statement(words, end)
            found.append(new(Narrated, (segment, sentence, ending, firm)))
        if found:
            paragraphs[number] = found
    told = [narrated for found in paragraphs.values() for narrated in found]
    registers = {narrated.ending.register for narrated in told}
    if len(registers) < 2 and (view.settings.register == "auto" or not told):
        return Narration(tuple(told))
    bare = [quotations.without(segment.text, quoted.get(number, ())) for number, segment in enumerate(segments)]
    hints = view.language.hints("\n".join(bare))
    return Narration(tuple(_without_notices(paragraphs, bare, view.language)), hints.chat, hints.speakers >= SPEAKERS)


def _is_statement(sentence: str, end: int) -> bool:
    behind = sentence[end:]
    if behind in (".", "。"):
        return True
    return not any(mark in behind for mark in "!?！？") and any(mark in behind for mark in ".。．:…")


def _without_notices(paragraphs: dict[int, list[Narrated]], bare: list[str], language: Language) -> Iterator[Narrated]:
    """Without the sentences of the rarer register that are a speaker's, a step of an instruction or a publisher's notice.

    A paragraph at the border of the text (the first two, the last three) is a notice when it has words of one; so is
    what stands between it and the border. Elsewhere a notice is a short paragraph of one sentence (a wiki's template).
    ``bare`` are the paragraphs without quotations.
    """
    told = [narrated for found in paragraphs.values() for narrated in found]
    majority = _majority([n for n in told if n.firm] or told)
    odd = {number for number, found in paragraphs.items() if any(n.ending.register != majority for n in found)}
    dropped = {number for number in odd if language.is_turn(bare[number])}
    used = list(paragraphs)
    for border in (used[:2], used[-3:][::-1]):
        for i, number in enumerate(border):
            if number in odd and language.hints(bare[number]).notice:
                dropped.update(border[: i + 1])
    short = (number for number in odd - dropped if len(paragraphs[number]) == 1 and len(bare[number]) < _SHORT)
    dropped.update([number for number in short if language.hints(bare[number]).notice])
    for number, found in paragraphs.items():
        if number in dropped:
            found = [n for n in found if n.ending.register == majority]
        yield from found


def mix(view: DocumentView) -> Mix | None:
    """Which sentences break the register, or None where the text has one register or none."""
    told = view.once(narration)
    firm = [n for n in told.sentences if n.firm]
    wanted = view.settings.register
    if wanted != "auto":
        breaks = tuple(n for n in told.sentences if n.ending.register != wanted and (n.firm or wanted == "plain"))
        return _mix(wanted, told, breaks, "major", 0.9) if breaks and not told.transcript else None
    if len(firm) < LEAST or told.transcript:
        return None
    expected = _majority(firm)
    breaks = tuple(n for n in firm if n.ending.register != expected)
    if not breaks:
        return None
    share = len(breaks) / len(firm)
    genre = view.settings.genre
    marks = told.personal + sum(n.ending.level in _FAMILIAR for n in told.sentences if n.ending.register == expected)
    personal = genre == "blog" or (genre != "news" and marks >= 2 and marks * 12 >= len(told.sentences))
    if personal:
        loud = len(breaks) >= LEAST and share >= 0.25
        return _mix(expected, told, breaks, "minor" if loud else "neutral", 0.7 if loud else 0.5)
    if len(breaks) == 1:
        if len(firm) < 6 and genre != "news":
            return None
        return _mix(expected, told, breaks, "minor", 0.7)
    return _mix(expected, told, breaks, "major", 0.95 if len(breaks) > 2 else 0.9)


def _majority(firm: list[Narrated]) -> str:
    counts = Counter([n.ending.register for n in firm])
    most = max(counts.values())
    return next(n.ending.register for n in firm if counts[n.ending.register] == most)


def _mix(expected: str, told: Narration, breaks: tuple[Narrated, ...], severity: Severity, confidence: float) -> Mix:
    levels = Counter([n.ending.level for n in told.sentences if n.ending.register == expected])
    level = max(levels, key=lambda x: levels[x]) if levels else ""
    return Mix(expected, level, breaks, severity, confidence)


def profile(view: DocumentView) -> RegisterProfile | None:
    """The register profile of a document; None for a language without speech levels."""
    told = view.once(narration)
    if not told.sentences and view.language.code not in ("ko", "ja"):
        return None
    found = view.once(mix)
    firm = [n for n in told.sentences if n.firm]
    wanted = view.settings.register
    registers = [n.ending.register for n in told.sentences]
    inside = between = 0
    sequence = registers[:1]
    for one, other in pairwise(told.sentences):
        same = one.view is other.view
        if one.ending.register != other.ending.register:
            inside += same
            between += not same
        sequence += [other.ending.register] if same else [PARAGRAPH, other.ending.register]
    return RegisterProfile(
        counts=Counter([n.ending.level for n in told.sentences]),
        registers=Counter(registers),
        expected=wanted if wanted != "auto" else _majority(firm) if firm else None,
        mixed=found is not None and found.severity != "neutral",
        switches_inside=inside,
        switches_between=between,
        sequence=tuple(sequence),
    )
