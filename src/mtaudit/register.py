"""How a document speaks: the speech level of every narrated sentence, and which of them break the register of the text.

Narrated is what the text itself says: paragraphs without quotations, asides, steps of instructions, speakers of a
transcript, notices. 합니다 and 해요 are one polite register: people mix them freely.

Edited text has one register, so one paragraph, even one sentence, in the other is worth reporting. Personal texts
(letters, blogs, posts) mix on purpose: a quarter of Korean blogs do. They give themselves away by 해요, greetings, the first
person and emoticons; there a mix is advice until it is a quarter of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.report import RegisterProfile, Severity

if TYPE_CHECKING:
    from mtaudit.languages import Ending
    from mtaudit.view import DocumentView, SegmentView, Sentence

LEAST = 4
"""A text with fewer statements has no register of its own."""
SPEAKERS = 3
"""So many turns make a transcript."""
_FAR = 8
"""A quotation that is closed later than so many paragraphs after its beginning was never closed."""
_FAMILIAR = ("해요체",)
"""Levels of people who talk to people: the sign of a personal text."""
_CLOSING = {"“": "”", "「": "」", "『": "』", '"': '"'}


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


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(
        "“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|\\([^()]*\\)|（[^（）]*）"
        r"""|"(?<![^\s(\[“‘,.…·]")(?=\S)[^"]*"|'(?<![^\s(\[“,.…·]')(?=\S)[^'\n]{0,120}'(?![A-Za-z])"""
    )


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[“‘「『《(（\"']")


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(r"""[“「『]|(?<!\S)"(?=\S)""")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"""[”」』]|(?<=[^\s])\s?"(?=\s|\w|$)""")


def narration(view: DocumentView) -> Narration:
    """The narrated sentences of a document."""
    ending_of = view.language.ending
    search = _marks().search
    segments = list(view.of_kind("body"))
    silent = _quoted_across(segments)
    found: list[Narrated] = []
    registers: set[str] = set()
    for number, segment in enumerate(segments):
        spans = silent.get(number)
        if search(segment.text):
            if spans == [(0, len(segment.text))]:
                continue
            spans = _merged([*(spans or ()), *(m.span() for m in _pairs().finditer(segment.text))])
        for sentence in segment.sentences:
            ending = ending_of(sentence.text)
            if ending is None or not ending.register:
                continue
            at = sentence.start + ending.end - 1
            if spans:
                before = bisect_right(spans, (at, len(segment.text) + 1)) - 1
                if before >= 0 and at < spans[before][1]:
                    continue
            found.append(Narrated(segment, sentence, ending, _is_statement(sentence.text, ending.end)))
            registers.add(ending.register)
    if len(registers) < 2 and view.settings.register == "auto":
        return Narration(tuple(found))
    bare = [_blank(segment.text) if search(segment.text) else segment.text for segment in segments]
    told = view.language.hints("\n".join(bare))
    return Narration(tuple(_without_notices(found, segments, view)), told.chat, told.speakers >= SPEAKERS)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and without overlaps."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _is_statement(sentence: str, end: int) -> bool:
    behind = sentence[end:]
    if behind in (".", "。"):
        return True
    return not any(mark in behind for mark in "!?！？") and any(mark in behind for mark in ".。．:…")


def _quoted_across(segments: list[SegmentView]) -> dict[int, list[tuple[int, int]]]:
    """Spans of quotations that go on over the end of a paragraph, by the paragraph's number."""
    out: dict[int, list[tuple[int, int]]] = {}
    number = 0
    while number < len(segments):
        text = segments[number].text
        if "“" not in text and '"' not in text and "「" not in text and "『" not in text:
            number += 1
            continue
        bare = _blank(text)
        marks = list(_opened().finditer(bare))
        if not marks:
            number += 1
            continue
        out.setdefault(number, []).append((marks[-1].start(), len(text)))
        closing = _CLOSING[marks[-1][0]]
        last = next(
            (
                (i, m.end())
                for i in range(number + 1, min(number + 1 + _FAR, len(segments)))
                for m in _closed().finditer(_blank(segments[i].text))
                if m[0].strip() == closing
            ),
            None,
        )
        if last is not None:
            for i in range(number + 1, last[0]):
                out[i] = [(0, len(segments[i].text))]
            out.setdefault(last[0], []).append((0, last[1]))
        number = max(number + 1, last[0] if last else 0)
    return out


def _blank(text: str) -> str:
    return _pairs().sub(lambda m: "□" * len(m[0]), text)


def _without_notices(found: list[Narrated], segments: list[SegmentView], view: DocumentView) -> list[Narrated]:
    """Without the sentences of the rarer register that are a speaker's, a step of an instruction or a publisher's notice.

    A paragraph at the border of the text (the first two, the last three) is a notice when it has words of one; so is
    what stands between it and the border. Elsewhere a notice is a short paragraph of one sentence (a wiki's template).
    """
    majority = _majority([n for n in found if n.firm] or found)
    number_of = {id(segment): number for number, segment in enumerate(segments)}
    sentences = Counter(number_of[id(n.view)] for n in found)
    used = sorted(sentences)
    odd = {number_of[id(n.view)] for n in found if n.ending.register != majority}
    hints = {number: view.language.hints(_blank(segments[number].text)) for number in odd}
    dropped = {number for number in odd if hints[number].speakers or hints[number].step}
    for border in (used[:2], used[-3:][::-1]):
        for i, number in enumerate(border):
            if number in odd and hints[number].notice:
                dropped.update(border[: i + 1])
    dropped.update(number for number in odd if hints[number].notice and sentences[number] == 1 and len(segments[number].text) < 90)
    return [n for n in found if n.ending.register == majority or number_of[id(n.view)] not in dropped]


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
    counts = Counter(n.ending.register for n in firm)
    most = max(counts.values())
    return next(n.ending.register for n in firm if counts[n.ending.register] == most)


def _mix(expected: str, told: Narration, breaks: tuple[Narrated, ...], severity: Severity, confidence: float) -> Mix:
    levels = Counter(n.ending.level for n in told.sentences if n.ending.register == expected)
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
    inside = between = 0
    for one, other in zip(told.sentences, told.sentences[1:], strict=False):
        if one.ending.register != other.ending.register:
            inside += one.view is other.view
            between += one.view is not other.view
    return RegisterProfile(
        counts=Counter(n.ending.level for n in told.sentences),
        registers=Counter(n.ending.register for n in told.sentences),
        expected=wanted if wanted != "auto" else _majority(firm) if firm else None,
        mixed=found is not None and found.severity != "neutral",
        switches_inside=inside,
        switches_between=between,
        sequence=tuple(n.ending.register for n in told.sentences),
    )
