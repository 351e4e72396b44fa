"""Corrections written into files of a format: as a rule writes them, and nothing else changed."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import NamedTuple

from mtaudit import languages
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.view import OPAQUE, DocumentView, SegmentView


class Written(NamedTuple):
    """The file after a correction, and what its reader must then see of the segment."""

    text: str
    prose: str


def views(document: Document) -> tuple[SegmentView, ...]:
    return DocumentView(document, languages.get("xx"), Settings()).segments


def seen(document: Document) -> list[str]:
    """What rules see of each segment, without placeholders."""
    return [plain(view.text) for view in views(document)]


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace(OPAQUE, "")).strip()


def check_places(document: Document) -> None:
    """Every segment is a slice of the text, with spans that are sorted and disjoint, in order, and a key of its own."""
    for number, segment in enumerate(document.segments):
        assert segment.number == number
        assert document.text[segment.start : segment.start + len(segment.target)] == segment.target
        spans = sorted([*segment.hidden, *segment.opaque, *((s, e) for s, e, _ in segment.escapes)])
        assert all(0 <= start < end <= len(segment.target) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        for each in (segment.hidden, segment.opaque, segment.escapes):
            assert list(each) == sorted(each)
    keys = [segment.key for segment in document.segments]
    assert len(set(keys)) == len(keys)
    ends = [segment.start + len(segment.target) for segment in document.segments]
    assert all(end <= segment.start for end, segment in zip(ends, document.segments[1:], strict=False))


def corrected(document: Document, number: int, start: int, end: int, new: str) -> Written | None:
    """``new`` in place of ``text[start:end]`` of what rules see of a segment; None where no rule could correct that."""
    view = views(document)[number]
    start, end = min(start, len(view.text)), min(end, len(view.text))
    hit = view.hit(start, end, "en", "ko", fix=new)
    if hit.fix is None or start >= end:
        return None
    place = hit.place
    assert document.text[place.start : place.end] == place.text
    text = document.text[: place.start] + hit.fix.text + document.text[place.end :]
    return Written(text, plain(view.text[:start] + new + view.text[end:]))
