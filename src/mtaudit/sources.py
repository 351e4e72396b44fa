"""The source beside a text: the pairs of segments, the language of the sources, their sentences, and how they are quoted."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages
from mtaudit.languages import abbreviations
from mtaudit.view import address

if TYPE_CHECKING:
    from mtaudit.view import DocumentView, SegmentView, Sentence

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


class Said(NamedTuple):
    """A pair, its source without markup and addresses, and the sentences of both sides that hold a letter."""

    pair: Pair
    source: str
    theirs: tuple[str, ...]
    ours: tuple[Sentence, ...]


def said(document: DocumentView) -> tuple[Said, ...]:
    """All pairs with their sentences."""
    lang = document.once(source_language)
    out = []
    for pair in document.once(pairs):
        source = _markup().sub(" ", pair.source)
        if "@" in source or "://" in source or "www." in source:
            source = address().sub(" ", source)
        theirs = tuple([s for s in sentences(source, lang) if any(map(str.isalpha, s))])
        out.append(Said(pair, source, theirs, tuple([s for s in pair.view.sentences if any(map(str.isalpha, s.text))])))
    return tuple(out)


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"</?\w[^<>]*>")


def sentences(text: str, lang: str) -> list[str]:
    """The sentences of a source."""
    return [text[start:end] for start, end in abbreviations.sentences(text, lang)]


def stops(sentence: str) -> bool:
    """Whether it ends as sentences do."""
    bare = sentence.rstrip(" \"'”’»」』)）]")
    return bare.endswith((".", "!", "?", "。", "！", "？")) and not bare.endswith("...")


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
