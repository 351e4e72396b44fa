"""What the rules share that read the source beside the text: the pairs, the source's language, and its sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import abbreviations
from mtaudit.sources import Pair as Pair
from mtaudit.sources import pairs as pairs
from mtaudit.sources import source_language as source_language
from mtaudit.view import address

if TYPE_CHECKING:
    from mtaudit.view import DocumentView, Sentence


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
