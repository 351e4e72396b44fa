"""The source beside a text: the pairs of segments, and the language of the sources."""

from __future__ import annotations

import unicodedata
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
