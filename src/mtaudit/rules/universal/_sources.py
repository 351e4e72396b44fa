"""What the rules share that read the source beside the text: the pairs, the source's language, and its sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages

if TYPE_CHECKING:
    from mtaudit.view import DocumentView, SegmentView

_SAMPLE = 8_000
"""Code points of sources that are shown to the detection of languages."""


class Pair(NamedTuple):
    """A segment and the text that it translates, composed (NFC)."""

    view: SegmentView
    source: str


def pairs(document: DocumentView) -> tuple[Pair, ...]:
    """Every segment of prose that has a source; neither side is blank."""
    return tuple(
        [
            Pair(view, unicodedata.normalize("NFC", source))
            for view in document.segments
            if (source := view.segment.source) and view.kind != "code" and view.text.strip() and source.strip()
        ]
    )


def source_language(document: DocumentView) -> str:
    """The language of the sources: what was told, otherwise what most of a sample looks like."""
    told = document.settings.source_lang or document.document.source_lang
    if told:
        return told.partition("-")[0].lower()
    sample, size = [], 0
    for pair in document.once(pairs):
        sample.append(pair.source)
        size += len(pair.source)
        if size > _SAMPLE:
            break
    return languages.detect("\n".join(sample))


@cache
def _no_end() -> re.Pattern[str]:
    """What ends in a full stop and no sentence: titles, initials, abbreviations."""
    return re.compile(
        r"(?:^|[\s(“\"'‘])(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Capt|Sgt|Rev|Hon|No|vs|etc|Inc|Ltd|Co|Corp|Fig|Vol|Mt|ca|cf|al"
        r"|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nr|Hr|Fr|bzw|usw|Mme|Sra?|Dra|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$"
    )


def sentences(text: str, lang: str) -> list[str]:
    """The sentences of a source. A line break ends one; a title, an initial or an abbreviation does not."""
    out: list[str] = []
    for line in text.splitlines():
        whole = ""
        for start, end in languages.get(lang).sentences(line):
            whole = f"{whole} {line[start:end]}" if whole else line[start:end]
            if lang in ("ko", "ja", "zh") or _no_end().search(whole) is None or (end == len(line.rstrip())):
                out.append(whole)
                whole = ""
        out += [whole] if whole else []
    return out


def sentence_at(pair: Pair, lang: str, offset: int) -> tuple[int, int]:
    """The sentence of the text that answers to the place ``offset`` of the source; all of it where the numbers differ."""
    ours = pair.view.sentences
    theirs = sentences(pair.source, lang)
    if len(ours) != len(theirs) or len(ours) < 2:
        return (ours[0].start, ours[-1].end) if ours else (0, len(pair.view.text))
    at = 0
    for sentence, mine in zip(theirs, ours, strict=True):
        at = pair.source.find(sentence[:20], at) + len(sentence)
        if offset < at:
            return mine.start, mine.end
    return ours[-1].start, ours[-1].end


def bare(text: str) -> str:
    """What is the same in two texts that say the same: no blanks, no case, no punctuation at the end."""
    return "".join(text.split()).casefold().rstrip(".。!！:：…")


def shortened(text: str, most: int = 60) -> str:
    """``text`` on one line, to be quoted in a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
