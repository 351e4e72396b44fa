"""Where a finding stands, told by the text and not by lines: its sentence, the sentences beside it, and a path that travels.

What is kept in a file about findings (a baseline, suppressions) must still mean them when lines are inserted, paragraphs are moved,
or the folder is checked out elsewhere.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages

if TYPE_CHECKING:
    from mtaudit.document import Document, Place, Segment

LONGEST = 300
"""A longer sentence (code points) is kept as its first ``_SHOWN`` and a digest of the whole."""
_SHOWN = 250


class Passage(NamedTuple):
    """``sentence`` is normalised; ``before`` and ``after`` are digests of its neighbours, empty at the ends of the text."""

    sentence: str
    before: str
    after: str


class _Segment(NamedTuple):
    """The sentences of a segment, normalised, and where each begins in its target."""

    starts: tuple[int, ...]
    sentences: tuple[str, ...]


class Passages:
    """The passages of one document; a segment is split into sentences when it is first asked for."""

    def __init__(self, document: Document, lang: str | None) -> None:
        self._document = document
        self._language = languages.get(lang or "")
        self._numbers = {segment.key: number for number, segment in enumerate(document.segments)}
        self._split: dict[int, _Segment] = {}

    def of(self, place: Place) -> Passage:
        """The passage of the sentence in which a place begins; of its line, where it stands in no segment."""
        number = self._numbers.get(place.segment)
        if number is None:
            return Passage(normalised(self._document.line(place.line)), "", "")
        starts, sentences = self._at(number)
        which = max(0, bisect_right(starts, place.start - self._document.segments[number].start) - 1)
        before = sentences[which - 1] if which else self._end_of(number - 1)
        after = sentences[which + 1] if which + 1 < len(sentences) else self._beginning_of(number + 1)
        return Passage(sentences[which], _digest(before), _digest(after))

    def _end_of(self, number: int) -> str:
        return self._at(number).sentences[-1] if number >= 0 else ""

    def _beginning_of(self, number: int) -> str:
        return self._at(number).sentences[0] if number < len(self._document.segments) else ""

    def _at(self, number: int) -> _Segment:
        if number not in self._split:
            self._split[number] = self._sentences(self._document.segments[number])
        return self._split[number]

    def _sentences(self, segment: Segment) -> _Segment:
        """Markup is left out, so that emphasis, or a comment that suppresses something, makes no other sentence of it."""
        prose: list[str] = []
        origins: list[int] = []  # where each piece begins in the target
        lengths: list[int] = []  # and in the prose
        length = 0
        for start, _, shown in segment.pieces():
            if shown:
                origins.append(start)
                lengths.append(length)
                prose.append(shown)
                length += len(shown)
        text = "".join(prose)
        found = [(start, sentence) for start, end in self._language.sentences(text) if (sentence := normalised(text[start:end]))]
        if not found:
            return _Segment((0,), (normalised(segment.target),))
        pieces = [bisect_right(lengths, start) - 1 for start, _ in found]
        starts = [origins[piece] + start - lengths[piece] for piece, (start, _) in zip(pieces, found, strict=True)]
        return _Segment(tuple(starts), tuple(sentence for _, sentence in found))


def normalised(text: str) -> str:
    """``text`` on one line, composed (NFC), as it can be kept in a file: undecodable bytes are U+FFFD, a long text is cut."""
    text = storable(" ".join(text.split()))
    return text if len(text) <= LONGEST else f"{text[:_SHOWN]}…{_digest(text)}"


def storable(text: str) -> str:
    """``text`` composed (NFC), with U+FFFD for lone surrogates, which UTF-8 has not."""
    return _surrogates().sub("\ufffd", unicodedata.normalize("NFC", text))


def portable(name: str, folder: Path) -> str:
    """The path of a file from ``folder`` on, with slashes, the same on every machine; ``-`` is standard input."""
    if name == "-":
        return name
    try:
        name = os.path.relpath(name, folder)
    except ValueError:  # another drive
        name = str(Path(name).absolute())
    return storable(name.replace(os.sep, "/"))


@cache
def _surrogates() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")


def _digest(sentence: str) -> str:
    return blake2b(sentence.encode(), digest_size=4).hexdigest() if sentence else ""
